package oropos.appraisal;

import java.util.Optional;

/// A question that compares: what is compared with what, in which outcome, and which way it looks.
///
/// @param one what is asked about ("apixaban")
/// @param other what it is compared with ("warfarin")
/// @param outcome in what they are compared ("bleeds"), without the people it is asked for
/// @param people whom it is asked for, as the question says it; empty where it does not
/// @param pole which way the question looks
public record Comparison(String one, String other, String outcome, String people, Pole pole) {

    /// Which way a question looks.
    public enum Pole {
        OPEN,
        HIGHER,
        LOWER,
        BETTER,
        SAME
    }

    /// The comparison a question asks for; empty where it compares no two things in an outcome.
    public static Optional<Comparison> of(String question) {
        return ComparisonWords.shipped().comparison(question);
    }
}
