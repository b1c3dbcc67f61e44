package oropos.appraisal;

import java.util.List;
import java.util.Locale;

/// How sure a body of evidence leaves us, after GRADE. Always provisional: a person sets the final
/// one.
///
/// @param level where it ends
/// @param reasons each step with its reason ("-2 imprecision: 34 people, 2 events")
public record Certainty(Level level, List<String> reasons) {

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
    }
}
