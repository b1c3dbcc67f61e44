package oropos.appraisal;

import oropos.terminology.Span;

/// What a record concludes on a question that can be answered with yes or no, or on a claim.
///
/// @param direction how the conclusion bears on what was asked
/// @param sure share of conclusions read like this one that people read the same way, 0 to 1; two
///     decimals
/// @param basis whether a conclusion was read, or results without one
/// @param span the sentence it was mainly read from, in the text that was given
public record Conclusion(Direction direction, double sure, Basis basis, Span span) {

    /// How a conclusion bears on a question.
    public enum Direction {
        SUPPORTS("supports", "yes"),
        OPPOSES("opposes", "no"),
        INCONCLUSIVE("inconclusive", "maybe");

        private final String code;
        private final String answer;

        Direction(String code, String answer) {
            this.code = code;
            this.answer = answer;
        }

        /// As contract and JSON name it.
        public String code() {
            return code;
        }

        /// The answer to a yes/no question.
        public String answer() {
            return answer;
        }
    }

    /// What was read.
    public enum Basis {
        CONCLUSION,
        RESULTS;

        public String code() {
            return this == CONCLUSION ? "conclusion" : "results";
        }
    }

    public Conclusion {
        if (!(sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("sure must be from 0 to 1, but was " + sure);
        }
    }
}
