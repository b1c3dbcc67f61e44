package oropos.appraisal;

import oropos.terminology.Span;

/// Which way one text says a comparison goes.
///
/// @param way the outcome with the first arm, against the second
/// @param sure share of texts read like this one that went the way people say, 0 to 1
/// @param span the sentence it was read from, in the text that was given
/// @param named whether the sentence itself names both arms, or one and sets it against the rest
/// @param tested whether a test, an interval or a word of significance stands beside it
public record Compared(Way way, double sure, Span span, boolean named, boolean tested) {

    /// The outcome with the first arm, against the second.
    public enum Way {
        HIGHER("higher"),
        LOWER("lower"),
        NO_DIFFERENCE("no difference");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        /// As files and JSON name it.
        public String code() {
            return code;
        }

        Way turned() {
            return switch (this) {
                case HIGHER -> LOWER;
                case LOWER -> HIGHER;
                case NO_DIFFERENCE -> NO_DIFFERENCE;
            };
        }
    }

    public Compared {
        if (!(sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("sure must be from 0 to 1, but was " + sure);
        }
    }
}
