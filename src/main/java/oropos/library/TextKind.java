package oropos.library;

/// What the stored text of a source is. A summary is Oropos's own wording and is never set as a
/// quotation of the source; one made from a secondary page carries no bottom line alone.
public enum TextKind {
    FULL_TEXT("fullText"),
    ABSTRACT("abstract"),
    SUMMARY_OF_PRIMARY("summaryOfPrimary"),
    SUMMARY_OF_SECONDARY("summaryOfSecondary");

    private final String code;

    TextKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isSummary() {
        return this == SUMMARY_OF_PRIMARY || this == SUMMARY_OF_SECONDARY;
    }
}
