package oropos.consultation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A stage of answering that is over, with its real counts.
///
/// @param step which one
/// @param counts what was counted, in the order it is read ("sources searched" -> 52)
/// @param words one line for the person who waits
public record Stage(Step step, Map<String, Integer> counts, String words) {

    /// The stages, in the order they happen; the last only where a language model is configured.
    public enum Step {
        UNDERSTOOD("understood"),
        SEARCHED("searched"),
        WEIGHED("weighed"),
        WRITTEN("written"),
        CHECKED("checked"),
        WORDED("worded");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Stage {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
