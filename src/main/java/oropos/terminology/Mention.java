package oropos.terminology;

/// A concept as it stands in a text.
///
/// @param words exactly as written
public record Mention(Concept concept, Span span, String words, Assertion assertion) {

    /// What the text says of it, after the ConText algorithm (Harkema et al., J Biomed Inform
    /// 2009;42(5):839-851): whether it is there, denied, possible, past, or somebody else's.
    public enum Assertion {
        PRESENT,
        NEGATED,
        POSSIBLE,
        PAST,
        FAMILY
    }

    /// The same, of which this is said.
    public Mention as(Assertion said) {
        return said == assertion ? this : new Mention(concept, span, words, said);
    }
}
