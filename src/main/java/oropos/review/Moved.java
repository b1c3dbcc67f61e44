package oropos.review;

/// What came of a step.
public sealed interface Moved {

    /// It happened.
    record Done(ArticleVersion version) implements Moved {}

    /// It may not happen, for a reason somebody can act on.
    record Refused(Why why, String words) implements Moved {}

    /// The kinds of reasons.
    enum Why {
        STALE,
        STATE,
        ROLE,
        SOFTWARE,
        SAME_PERSON,
        NOT_A_CLINICIAN,
        INTEREST,
        UNSIGNED,
        OTHER_CONTENT,
        UNDECIDED,
        FLAGGED,
        DOES_NOT_HOLD,
        UNKNOWN
    }
}
