package oropos.retrieval;

/// How far a ranking goes, to measure what each stage adds.
public enum Stage {
    /// BM25 over the words as they stand, nothing else.
    PLAIN("BM25, plain"),
    /// Words with their weights, other names, concepts and corrected spelling.
    WORDS("words and concepts"),
    /// Vectors alone.
    MEANING("meaning alone"),
    /// Words and meaning joined.
    FUSED("words and meaning"),
    /// Everything: the first passages looked at again, piece by piece.
    ALL("and pieces");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /// The stage in words, for tables.
    public String label() {
        return label;
    }

    boolean hearsMeaning() {
        return this == MEANING || this == FUSED || this == ALL;
    }
}
