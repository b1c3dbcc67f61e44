package oropos.answer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import oropos.question.ClinicalQuestion;

/// Which of the facts nobody told would change the answer.
///
/// A long list of questions is answered by nobody. A fact is asked back where the bottom line has a
/// branch for one of its values that says something else than under another: telling it then takes the one
/// road and drops the other. Whom a question is for that tells of several is always asked. Read from the draft itself, so that it costs nothing and whoever verifies an
/// answer finds the same.
final class AskedBack {

    private AskedBack() {}

    /// The keys of the facts for whose values the bottom line says different things.
    static Set<String> changing(ClinicalQuestion question, Answer.BottomLine line) {
        Set<String> changing = new LinkedHashSet<>();
        for (ClinicalQuestion.Fact fact : question.unknownFacts()) {
            Set<List<String>> said = new HashSet<>();
            for (ClinicalQuestion.Fact.Value value : fact.values()) {
                said.add(under(value.condition(), line));
            }
            if (said.size() > 1 || fact.key().equals(ClinicalQuestion.Fact.WHOM)) {
                changing.add(fact.key());
            }
        }
        return changing;
    }

    /// What the branch under a condition says; empty where there is none.
    private static List<String> under(String condition, Answer.BottomLine line) {
        return line.branches().stream()
                .filter(branch -> branch.condition().equals(condition))
                .flatMap(branch -> branch.statements().stream())
                .map(Answer.Statement::text)
                .toList();
    }
}
