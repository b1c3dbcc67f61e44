package oropos.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.answer.EvidenceRow;

/// An evidence table in the order asked for.
///
/// @param by the column it is sorted by, one of [#COLUMNS]
record EvidenceView(List<EvidenceRow> rows, String by, List<ForestPicture> pictures) {

    /// The columns that can be sorted by, in the order of the table.
    static final List<String> COLUMNS =
            List.of(
                    "mark",
                    "design",
                    "n",
                    "year",
                    "population",
                    "outcome",
                    "effect",
                    "certainty",
                    "standing");

    private static final List<String> CERTAINTIES =
            List.of("high", "moderate", "low", "veryLow", "notRated");

    /// An unknown column sorts by mark, what is on the outcome asked about before it: a mistyped address still shows the table.
    static EvidenceView of(List<EvidenceRow> rows, @Nullable String by) {
        String column = by != null && COLUMNS.contains(by) ? by : COLUMNS.getFirst();
        return new EvidenceView(
                rows.stream().sorted(order(column)).toList(), column, ForestPicture.of(rows));
    }

    public List<String> columns() {
        return COLUMNS;
    }

    public String figures(EvidenceRow row) {
        return row.effect() == null ? "" : ForestPicture.figures(row.effect());
    }

    public String code(String certainty) {
        return certainty.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /// What helps most stands first: the best level, the most people, the newest, the most certain.
    private static Comparator<EvidenceRow> order(String column) {
        Comparator<EvidenceRow> first =
                switch (column) {
                    case "design" ->
                            Comparator.comparingInt((EvidenceRow row) -> level(row))
                                    .thenComparing(row -> row.reference().design());
                    case "n" -> Comparator.comparingInt(row -> -number(row.reference().n()));
                    case "year" -> Comparator.comparingInt(row -> -number(row.reference().year()));
                    case "population" ->
                            Comparator.comparingInt((EvidenceRow row) -> fit(row))
                                    .thenComparing(row -> row.reference().population());
                    case "outcome" ->
                            Comparator.comparing(
                                    EvidenceRow::outcome,
                                    Comparator.nullsLast(Comparator.naturalOrder()));
                    case "effect" -> Comparator.comparing(row -> row.effect() == null);
                    case "certainty" ->
                            Comparator.comparingInt(
                                    row -> CERTAINTIES.indexOf(row.certainty().level()));
                    case "standing" ->
                            Comparator.comparing((EvidenceRow row) ->
                                    row.reference().standing().equals("current"));
                    default -> Comparator.comparing((EvidenceRow row) -> !row.asked());
                };
        return first.thenComparingInt(row -> row.reference().mark());
    }

    private static int level(EvidenceRow row) {
        Integer level = row.reference().level();
        return level == null ? Integer.MAX_VALUE : level;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static int fit(EvidenceRow row) {
        return List.of("direct", "unstated", "indirect").indexOf(row.reference().fit().kind());
    }
}
