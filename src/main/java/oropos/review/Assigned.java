package oropos.review;

/// What came of asking somebody to review.
public sealed interface Assigned {

    record Done(Assignment assignment) implements Assigned {}

    /// @param words why not, for who asked
    record Refused(String words) implements Assigned {}
}
