package oropos.answer;

import java.util.List;
import java.util.stream.Stream;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.terminology.Doses;
import oropos.terminology.Listing;
import oropos.terminology.Span;

/// Cites what a premise on a dose rests on. Labels have no typed blocks, so the passage is named by its own
/// id, and its first sentence that states a dose is cited.
final class StatedDoses {

    private StatedDoses() {}

    static Stream<Answer.Citation> of(EvidenceTable table, List<String> evidence, Marks marks) {
        return table.rows().stream()
                .filter(row -> evidence.contains(row.passage().id().toString()))
                .flatMap(row ->
                        Listing.units(row.passage().text()).stream()
                                .filter(span -> !Doses.in(span.of(row.passage().text())).isEmpty())
                                .limit(1)
                                .map(span -> cite(row, span, marks)));
    }

    private static Answer.Citation cite(Evidence row, Span within, Marks marks) {
        int start = row.passage().span().start();
        return marks.cite(
                row,
                new Span(start + within.start(), start + within.end()),
                within.of(row.passage().text()));
    }
}
