package oropos.question;

import java.util.Set;

/// A question as it came in, in memory only: it may still name a person.
///
/// @param text the words as typed
/// @param reader whom the answer is for
/// @param restored words the asker says identify nobody: taken for what they are while this question is
///     understood and searched, and kept nowhere (decision 52)
public record Asked(String text, Reader reader, Set<String> restored) {

    /// Longest question read, in UTF-16 units. A pasted discharge letter is about 8,000.
    public static final int LONGEST = 12_000;

    /// Most words restored in one question.
    public static final int MOST_RESTORED = 40;

    public Asked {
        restored = Set.copyOf(restored);
        if (restored.size() > MOST_RESTORED) {
            throw new IllegalArgumentException(
                    "at most "
                            + MOST_RESTORED
                            + " words are restored in a question, not "
                            + restored.size());
        }
    }

    public Asked(String text, Reader reader) {
        this(text, reader, Set.of());
    }

    public static Asked by(Reader reader, String text) {
        return new Asked(text, reader);
    }

    /// The same words restored in another text, as for one of its parts.
    public Asked with(String other) {
        return new Asked(other, reader, restored);
    }
}
