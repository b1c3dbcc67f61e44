package oropos.appraisal;

import java.util.Comparator;
import oropos.library.Design;

/// The order of the table: usable rows first, then by how close their people are, how certain they
/// leave us, their level, their design, the order of the search, and last their names.
final class Order {

    /// Behind the five levels of the OCEBM table.
    private static final int NO_LEVEL = 6;

    static final Comparator<Evidence> OF_ROWS =
            Comparator.<Evidence>comparingInt(row -> row.setAside() == null ? 0 : 1)
                    .thenComparingInt(row -> directness(row.fit()))
                    .thenComparingInt(Order::weight)
                    .thenComparingInt(row -> row.level() == null ? NO_LEVEL : row.level())
                    .thenComparingInt(row -> row.study().design().ordinal())
                    .thenComparingInt(row -> row.candidate().rank())
                    .thenComparing(row -> row.passage().id().source())
                    .thenComparing(row -> row.passage().id().version())
                    .thenComparingInt(row -> row.passage().id().ordinal());

    private Order() {}

    private static int directness(PopulationFit fit) {
        return switch (fit) {
            case PopulationFit.Direct() -> 0;
            case PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _) ->
                    switch (gap) {
                        case MIXED -> 1;
                        case CONDITION -> 2;
                        case AGE -> 3;
                        case PREGNANCY -> 5;
                        case SEX -> 6;
                        case CHILD_FOR_ADULT, ADULT_FOR_CHILD -> 7;
                    };
            case PopulationFit.Unstated() -> 4;
        };
    }

    /// Guidelines by their issuers' own words stand before studies, which stand by their certainty;
    /// texts that are no study come last.
    private static int weight(Evidence row) {
        return switch (row.certainty().level()) {
            case HIGH -> 1;
            case MODERATE -> 2;
            case LOW -> 3;
            case VERY_LOW -> 4;
            case NOT_RATED ->
                    switch (row.study().design().group()) {
                        case GUIDELINES -> 0;
                        case REVIEWS, TRIALS, OTHER ->
                                row.study().design() == Design.DRUG_LABEL ? 2 : 5;
                    };
        };
    }
}
