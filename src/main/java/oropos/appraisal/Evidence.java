package oropos.appraisal;

import java.util.ArrayList;
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
    ///
    /// @param benefit whether it may carry a benefit or an action
    /// @param harm whether it may carry a harm, a warning or a recommendation against
    /// @param beside whether, where it may carry nothing itself, it may stand in the bottom line
    ///     beside a row that carries (summaries of secondary pages, which never stand alone)
    /// @param reasons what limits it, each in words for a reviewer; first the gravest
    public record MayCarry(boolean benefit, boolean harm, boolean beside, List<String> reasons) {
        public MayCarry {
            reasons = List.copyOf(reasons);
        }

        public MayCarry(boolean benefit, boolean harm, List<String> reasons) {
            this(benefit, harm, benefit || harm, reasons);
        }

        MayCarry withoutBenefit(String reason) {
            List<String> more = new ArrayList<>(reasons);
            more.add(reason);
            return new MayCarry(false, harm, beside, more);
        }
    }

    /// Why a row is not used, counted in the basis panel.
    public enum SetAside {
        RETRACTED("retracted"),
        CONCERN("under an expression of concern"),
        SUPERSEDED("superseded"),
        OTHER_POPULATION("other population"),
        OFF_TOPIC("not about this question"),
        BOARD_OVERVIEW("board overview: the sources beneath are weighed instead"),
        NO_TEXT("no usable text");

        private final String words;

        SetAside(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// The same row with another judgement on what it may carry.
    Evidence carrying(MayCarry other) {
        return new Evidence(
                candidate,
                source,
                version,
                study,
                passage,
                fit,
                level,
                levelReason,
                certainty,
                other,
                setAside);
    }

    /// The same row with another certainty.
    Evidence certain(Certainty other) {
        return new Evidence(
                candidate,
                source,
                version,
                study,
                passage,
                fit,
                level,
                levelReason,
                other,
                mayCarry,
                setAside);
    }
}
