package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;

/// Walks an answer: every statement and every citation, wherever they stand.
final class Statements {

    private Statements() {}

    /// Every statement, in reading order; one that stands in several places comes several times.
    static List<Answer.Statement> of(Answer answer) {
        List<Answer.Statement> all = new ArrayList<>();
        answer.urgent().forEach(sign -> all.addAll(sign.statements()));
        all.addAll(answer.bottomLine().lead());
        answer.bottomLine().branches().forEach(branch -> all.addAll(branch.statements()));
        all.addAll(answer.bottomLine().card().benefit());
        all.addAll(answer.bottomLine().card().harm());
        all.addAll(answer.bottomLine().card().decides());
        answer.sections().forEach(section -> all.addAll(section.statements()));
        all.addAll(answer.adultOrIndirect());
        answer.conflicts()
                .forEach(conflict ->
                        conflict.sides().forEach(side -> all.addAll(side.statements())));
        return all;
    }

    /// Every citation, those of premises included.
    static List<Answer.Citation> citations(Answer answer) {
        List<Answer.Citation> all = new ArrayList<>();
        answer.premises().forEach(premise -> all.addAll(premise.citations()));
        of(answer).forEach(statement -> all.addAll(statement.citations()));
        return all;
    }
}
