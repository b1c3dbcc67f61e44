package oropos.appraisal;

import java.util.List;
import java.util.Locale;
import oropos.terminology.Span;

/// How sure a body of evidence leaves us, after GRADE. Always provisional: a person sets the final
/// one.
///
/// @param level where it ends
/// @param reasons each step with its reason ("-2 imprecision: 34 people, 2 events")
/// @param grounds the words of the passage that a step was read from, for those read from numbers in it
public record Certainty(Level level, List<String> reasons, List<Ground> grounds) {

    /// Where a passage states what a step was taken for.
    ///
    /// @param rule as in certainty-steps.tsv
    /// @param reason as it stands in the reasons ("2 events")
    public record Ground(String rule, String reason, String quote, Span span) {}

    /// The four GRADE words, lowest first, and one for text that is no study of effects.
    public enum Level {
        NOT_RATED,
        VERY_LOW,
        LOW,
        MODERATE,
        HIGH;

        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Certainty {
        reasons = List.copyOf(reasons);
        grounds = List.copyOf(grounds);
    }
}
