package oropos.appraisal;

import oropos.library.Held;

/// A row with what it was weighed from.
///
/// @param kind kind of study, as [StudyKind] names it
record Weighed(Held held, String kind, PopulationFits.Compared people, Evidence row) {

    Weighed with(Evidence other) {
        return new Weighed(held, kind, people, other);
    }
}
