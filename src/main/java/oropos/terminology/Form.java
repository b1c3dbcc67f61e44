package oropos.terminology;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word as it was written, with what it is compared by. Texts say the same few words again and
/// again, so forms are remembered: most words of a text cost one look instead of a folding, a
/// spelling and their strings.
///
/// What is remembered is only ever a repetition of what would be worked out again, so that who read
/// what before leaves no trace. Two places share what falls on them: a new form takes the second, one
/// seen again the first, so that words seen once drive out no common ones.
final class Form {

    /// Forms remembered at most: some megabytes, a few times the words of a medical text book.
    private static final int REMEMBERED = 1 << 15;

    /// Longer words are rare and not remembered, so that nobody can fill memory with them.
    private static final int LONGEST = 40;

    /// The numbers of a form's keys in one vocabulary.
    private record Numbers(Phrases phrases, int[] of) {}

    private final char[] written;
    private final String word;
    private final List<String> keys;
    private @Nullable Numbers numbers;

    private Form(char[] written, String word, List<String> keys) {
        this.written = written;
        this.word = word;
        this.keys = keys;
    }

    private static final @Nullable Form[] MEMORY = new Form[REMEMBERED];

    /// The word that stands from `start` to `end`.
    static Form of(char[] text, int start, int end) {
        if (end - start > LONGEST) {
            return made(text, start, end);
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ hash >>> 15) & REMEMBERED - 2;
        Form first = MEMORY[place]; // threads may race: a form is whole, whichever of two is seen
        if (first != null && first.isWritten(text, start, end)) {
            return first;
        }
        Form second = MEMORY[place + 1];
        if (second != null && second.isWritten(text, start, end)) {
            MEMORY[place] = second;
            MEMORY[place + 1] = first;
            return second;
        }
        Form made = made(text, start, end);
        MEMORY[place + 1] = made;
        return made;
    }

    private boolean isWritten(char[] text, int start, int end) {
        return Arrays.equals(written, 0, written.length, text, start, end);
    }

    /// The word, folded.
    String word() {
        return word;
    }

    /// What the word is looked up by, see [Spelling].
    List<String> keys() {
        return keys;
    }

    /// The numbers of its keys among the keys of phrases.
    int[] numbers(Phrases phrases) {
        Numbers known = numbers; // whole, whichever thread has written it
        if (known == null || known.phrases() != phrases) {
            int[] of = new int[keys.size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = phrases.word(keys.get(i));
            }
            known = new Numbers(phrases, of);
            numbers = known;
        }
        return known.of();
    }

    private static Form made(char[] text, int start, int end) {
        String word = Words.folded(new String(text, start, end - start));
        return new Form(Arrays.copyOfRange(text, start, end), word, Spelling.keys(word));
    }
}
