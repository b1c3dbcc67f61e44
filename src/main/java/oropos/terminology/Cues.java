package oropos.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the phrases of a list in a text, longest first, whole words only.
///
/// @param <T> what a phrase stands for
final class Cues<T> {

    /// One phrase found, in tokens and in the text as written.
    record Found<T>(T meaning, int firstToken, int pastToken, Span span) {}

    private final Map<String, List<Phrase<T>>> byFirstWord = new HashMap<>();

    private record Phrase<T>(List<String> words, T meaning) {}

    void add(String phrase, T meaning) {
        List<String> words = Words.of(phrase);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a cue needs a word, but was '" + phrase + "'");
        }
        List<Phrase<T>> same =
                byFirstWord.computeIfAbsent(words.getFirst(), word -> new ArrayList<>());
        same.add(new Phrase<>(words, meaning));
        same.sort((a, b) -> b.words().size() - a.words().size());
    }

    List<Found<T>> in(Plain plain, List<Token> tokens) {
        List<Found<T>> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Phrase<T> phrase = at(tokens, i);
            if (phrase == null) {
                i++;
                continue;
            }
            int past = i + phrase.words().size();
            Span span = plain.span(tokens.get(i).start(), tokens.get(past - 1).end());
            found.add(new Found<>(phrase.meaning(), i, past, span));
            i = past;
        }
        return found;
    }

    private @Nullable Phrase<T> at(List<Token> tokens, int i) {
        for (Phrase<T> phrase : byFirstWord.getOrDefault(tokens.get(i).word(), List.of())) {
            if (fits(tokens, i, phrase.words())) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean fits(List<Token> tokens, int i, List<String> words) {
        if (i + words.size() > tokens.size()) {
            return false;
        }
        for (int k = 0; k < words.size(); k++) {
            if (!tokens.get(i + k).word().equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }
}
