package oropos.appraisal;

import java.util.List;

/// How closely the people in a study resemble the people a question is about.
///
/// A trial in postmenopausal women says little about an eight-year-old, however well it was run.
/// GRADE calls this indirectness and lowers its certainty for it [1]. We do the same, and name the
/// difference, so that a reviewer can disagree with one line instead of with the whole answer.
/// Only what a study states is compared; where it does not say whom it enrolled, the fit is
/// [Unstated], never a guess.
///
/// [1] Guyatt et al., *GRADE guidelines: 8. Rating the quality of evidence, indirectness*, J Clin
/// Epidemiol 2011;64(12):1303-1310.
public sealed interface PopulationFit {

    /// Everyone asked about could have been studied.
    record Direct() implements PopulationFit {}

    /// Someone asked about could not have been studied.
    ///
    /// @param difference in words a reader can check ("asked about 8 years, studied in 55 to 80
    ///     years")
    /// @param gap the gravest sort of difference
    /// @param gaps all sorts of difference, the gravest first
    record Indirect(String difference, Gap gap, List<Gap> gaps) implements PopulationFit {
        public Indirect {
            gaps = List.copyOf(gaps);
        }

        /// One difference.
        public Indirect(String difference, Gap gap) {
            this(difference, gap, List.of(gap));
        }

        /// How a difference ends that the question itself denies.
        static final String DENIED = "; the question says not";

        /// How a difference ends where nobody studied had what the question tells of.
        static final String LEFT_OUT = "; the question tells of it";

        /// Whether the question says outright that the person is not one of those studied; else it only
        /// does not tell.
        public boolean isDenied() {
            return difference.contains(DENIED) || difference.contains(LEFT_OUT);
        }
    }

    /// The source does not say whom it is about.
    record Unstated() implements PopulationFit {}

    /// The sorts of difference, from the gravest.
    enum Gap {
        /// Adults only, asked about a child, or the reverse.
        ADULT_FOR_CHILD,
        CHILD_FOR_ADULT,
        /// The other sex, or pregnancy left out for a pregnant patient.
        SEX,
        PREGNANCY,
        /// Another age band within adults or within children.
        AGE,
        /// Another disease or exposure (osteogenesis imperfecta, glucocorticoids).
        CONDITION,
        /// Mixed ages that include the group.
        MIXED
    }
}
