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
    private static final int REMEMBERED = 1 << 16;

    /// Longer words are rare and not remembered, so that nobody can fill memory with them.
    private static final int LONGEST = 40;

    /// Most letters of one byte each that head and tail hold whole.
    private static final int PACKED = 16;

    /// The numbers of a form's keys in one vocabulary.
    private record Numbers(Phrases phrases, int[] of) {}

    /// A word's letters in two numbers, a byte each. Letters themselves are kept, and compared, only
    /// where these do not hold all of them: they lie elsewhere in memory, and fetching them took longer
    /// than all the rest of a look.
    private final long head;

    private final long tail;
    private final int length;
    private final char @Nullable [] written;
    private final String word;
    private final List<String> keys;
    private @Nullable Numbers numbers;

    private Form(
            long head,
            long tail,
            int length,
            char @Nullable [] written,
            String word,
            List<String> keys) {
        this.head = head;
        this.tail = tail;
        this.length = length;
        this.written = written;
        this.word = word;
        this.keys = keys;
    }

    private static final @Nullable Form[] MEMORY = new Form[REMEMBERED];

    /// The word that stands from `start` to `end`.
    static Form of(char[] text, int start, int end) {
        long head = 0;
        long tail = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            head = Long.rotateLeft(head, Byte.SIZE) ^ tail >>> Long.SIZE - Byte.SIZE;
            tail = tail << Byte.SIZE ^ text[i];
            letters |= text[i];
        }
        boolean packed = end - start <= PACKED && letters < 1 << Byte.SIZE;
        if (end - start > LONGEST) {
            return made(head, tail, packed, text, start, end);
        }
        long mixed = (head * 31 + tail) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 40) & REMEMBERED - 2;
        Form first = MEMORY[place]; // threads may race: a form is whole, whichever of two is seen
        if (first != null && first.isWritten(head, tail, packed, text, start, end)) {
            return first;
        }
        Form second = MEMORY[place + 1];
        if (second != null && second.isWritten(head, tail, packed, text, start, end)) {
            MEMORY[place] = second;
            MEMORY[place + 1] = first;
            return second;
        }
        Form made = made(head, tail, packed, text, start, end);
        MEMORY[place + 1] = made;
        return made;
    }

    private boolean isWritten(
            long otherHead, long otherTail, boolean packed, char[] text, int start, int end) {
        return head == otherHead
                && tail == otherTail
                && length == end - start
                && (written == null
                        ? packed
                        : Arrays.equals(written, 0, written.length, text, start, end));
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

    private static Form made(
            long head, long tail, boolean packed, char[] text, int start, int end) {
        String word = Words.folded(new String(text, start, end - start));
        return new Form(
                head,
                tail,
                end - start,
                packed ? null : Arrays.copyOfRange(text, start, end),
                word,
                Spelling.keys(word));
    }
}
