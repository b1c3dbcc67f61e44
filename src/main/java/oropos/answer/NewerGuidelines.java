package oropos.answer;

import java.util.List;
import java.util.Optional;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Design;
import oropos.library.Source;

/// Newer guidelines the library knows of and holds no words of.
///
/// An old recommendation must not head an answer as if it were the last word where the library itself
/// has the record of a newer guideline on the same problem for the same people, but not its
/// recommendations. The answer then says so, and the old one stands in its section.
final class NewerGuidelines {

    private final List<Source> unread;
    private final Relevance relevance;

    NewerGuidelines(EvidenceTable table, Relevance relevance) {
        this.relevance = relevance;
        List<String> told =
                table.rows().stream()
                        .filter(row -> row.passage().claim() != null)
                        .map(row -> row.source().id().value())
                        .toList();
        this.unread =
                table.rows().stream()
                        .filter(row -> row.study().design() == Design.PRACTICE_GUIDELINE)
                        .filter(row -> row.source().textKind().isSummary())
                        .filter(row -> !told.contains(row.source().id().value()))
                        .filter(NewerGuidelines::isForThisPatient)
                        .map(Evidence::source)
                        .distinct()
                        .toList();
    }

    private static boolean isForThisPatient(Evidence row) {
        return row.fit() instanceof PopulationFit.Direct
                || (row.fit()
                                instanceof
                                PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _)
                        && gap == PopulationFit.Gap.CONDITION);
    }

    /// The newest that is younger than the source of `one` and speaks of what it speaks of.
    Optional<Source> than(Utterance one) {
        Integer year = one.row().source().year();
        return unread.stream()
                .filter(source -> source.year() != null && (year == null || source.year() > year))
                .filter(source -> relevance.subject(source.title()) > 0)
                .max(
                        java.util.Comparator.comparing((Source source) ->
                                source.year() == null ? Integer.valueOf(0) : source.year()));
    }
}
