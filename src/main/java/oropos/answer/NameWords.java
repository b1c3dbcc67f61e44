package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Words;

/// How a name stands among other words: alone, as half of a compound, or behind a letter that makes it
/// another thing.
final class NameWords {

    /// "Dementia-related psychosis" speaks of dementia.
    private static final Pattern RELATED = Pattern.compile("-(?:related|associated|induced)\\b.*");

    private NameWords() {}

    /// Whether a name stands in a text in lower case only as part of a compound.
    static boolean isCompounded(String low, String name) {
        boolean compounded = false;
        for (int at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
            int after = at + name.length();
            boolean before =
                    at > 1 && low.charAt(at - 1) == '-' && Character.isLetter(low.charAt(at - 2));
            boolean behind =
                    after + 1 < low.length()
                            && low.charAt(after) == '-'
                            && Character.isLetter(low.charAt(after + 1))
                            && !RELATED.matcher(low).region(after, low.length()).lookingAt();
            if (!before && !behind) {
                return false;
            }
            compounded = true;
        }
        return compounded;
    }

    /// Words with the single letters before them that name a kind: Q fever is not fever.
    static List<String> lettered(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Words.of(text)) {
            boolean single = word.length() == 1 && !Character.isDigit(word.charAt(0));
            if (!single) {
                words.add(Relevance.stem(word));
            } else if (!words.isEmpty() && Relevance.LETTERED.contains(words.getLast())) {
                words.set(words.size() - 1, words.getLast() + Relevance.LETTER + word);
            } else if (!ORDINARY_LETTERS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /// "A fever", "can I", "doctor's".
    private static final Set<String> ORDINARY_LETTERS = Set.of("a", "i", "s", "t");
}
