package oropos.question;

/// A question as it came in, in memory only: it may still name a person.
///
/// @param text the words as typed
/// @param reader whom the answer is for
public record Asked(String text, Reader reader) {

    /// Longest question read, in UTF-16 units. A pasted discharge letter is about 8,000.
    public static final int LONGEST = 12_000;

    public static Asked by(Reader reader, String text) {
        return new Asked(text, reader);
    }
}
