package oropos.verification;

import java.util.List;
import oropos.answer.Answer;

/// One thing that must hold of a statement wherever it stands.
interface StatementCheck {

    /// @param cited what the record holds for its citations
    /// @return a finding for each thing that does not hold, code and words
    List<Finding> of(Answer.Statement statement, List<Cited> cited);

    /// @param code name of the check that failed
    /// @param words what was expected and what was found
    record Finding(String code, String words) {
        Problem at(String where) {
            return new Problem(where, code, words);
        }
    }
}
