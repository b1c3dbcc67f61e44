package oropos.appraisal;

import java.util.List;
import java.util.stream.Stream;
import oropos.library.Claim;
import oropos.library.Population;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.Findings;

/// Everything found for a question, weighed.
///
/// @param rows usable rows first, by how close their people are, how certain they leave us, their
///     design and the order of the search; then the rows set aside
/// @param rules version of the weighing rules
public record EvidenceTable(
        ClinicalQuestion question,
        Findings findings,
        List<Evidence> rows,
        List<Conflict> conflicts,
        String rules) {

    /// Sources that point opposite ways on one outcome in overlapping people.
    ///
    /// @param outcome what they disagree on
    /// @param one rows in favour
    /// @param other rows against, or that found no difference
    public record Conflict(String outcome, List<Evidence> one, List<Evidence> other) {
        public Conflict {
            one = List.copyOf(one);
            other = List.copyOf(other);
        }

        /// Whom the disagreement is about, as the sources word it, without repeats.
        public List<String> people() {
            return Stream.concat(one.stream(), other.stream())
                    .map(Conflict::people)
                    .filter(words -> !words.isEmpty())
                    .distinct()
                    .toList();
        }

        /// Whether only studies of a weaker design are in favour of what a stronger one speaks against or
        /// found to make no difference.
        public boolean isForTheWeakerOnly() {
            return one.stream()
                    .allMatch(weaker ->
                            other.stream()
                                    .anyMatch(stronger -> Conflicts.outweighs(stronger, weaker)));
        }

        private static String people(Evidence row) {
            Claim claim = row.passage().claim();
            Population part = claim == null ? null : claim.population();
            return part == null || part.words().isEmpty()
                    ? row.study().population().words()
                    : part.words();
        }
    }

    public EvidenceTable {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }
}
