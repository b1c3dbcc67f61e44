package oropos.appraisal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.library.Passage;
import oropos.library.Source;
import oropos.library.Study;
import oropos.retrieval.Candidate;

/// One row of the evidence table: a passage found, weighed for this patient.
///
/// @param level OCEBM 2011 level 1 to 5 for this kind of question, null where the table has none
/// @param mayCarry whether it may carry the bottom line, and if not why not
/// @param setAside why it may not be used at all, or null where it may
public record Evidence(
        Candidate candidate,
        Source source,
        String version,
        Study study,
        Passage passage,
        PopulationFit fit,
        @Nullable Integer level,
        String levelReason,
        Certainty certainty,
        MayCarry mayCarry,
        @Nullable SetAside setAside) {

    /// Whether a row may carry the bottom line.
    public record MayCarry(boolean benefit, boolean harm, List<String> reasons) {
        public MayCarry {
            reasons = List.copyOf(reasons);
        }
    }

    /// Why a row is not used, counted in the basis panel.
    public enum SetAside {
        RETRACTED("retracted"),
        CONCERN("under an expression of concern"),
        SUPERSEDED("superseded"),
        OTHER_POPULATION("other population"),
        OFF_TOPIC("not about this question"),
        NO_TEXT("no usable text");

        private final String words;

        SetAside(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
