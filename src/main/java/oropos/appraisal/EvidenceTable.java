package oropos.appraisal;

import java.util.List;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.Findings;

/// Everything found for a question, weighed.
///
/// @param rows in the order of the search
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
    /// @param one rows pointing one way
    /// @param other rows pointing the other
    public record Conflict(String outcome, List<Evidence> one, List<Evidence> other) {
        public Conflict {
            one = List.copyOf(one);
            other = List.copyOf(other);
        }
    }

    public EvidenceTable {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }
}
