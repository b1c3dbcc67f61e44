package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;
import oropos.answer.Nearest;
import oropos.library.Standing;
import oropos.verification.StatementCheck.Finding;

/// Whether a sentence may stand beside a question that it does not answer: only where nothing answers, never
/// beside an urgent sign or a false premise, and only words that describe ([Nearest]).
final class NearCheck {

    private NearCheck() {}

    static List<Finding> of(Answer answer, Answer.Statement statement, List<Cited> cited) {
        List<Finding> findings = new ArrayList<>();
        if (!answer.outcome().kind().equals("abstained")
                || !answer.urgent().isEmpty()
                || !answer.premises().isEmpty()) {
            findings.add(new Finding("near", "nothing may stand beside this answer"));
        }
        if (!Nearest.isSafe(statement.text())) {
            findings.add(new Finding("near", "it does more than describe: " + statement.text()));
        }
        if (answer.outcome().said().stream()
                .filter(one -> one.statement().id().equals(statement.id()))
                .anyMatch(one ->
                        cited.stream()
                                .noneMatch(source ->
                                        Nearest.isReason(one.why(), source.source().title())))) {
            findings.add(new Finding("near", "no such reason why it is no answer"));
        }
        for (Cited one : cited) {
            if (one.source().standing() == Standing.SUPERSEDED
                    || one.citation().fit().kind().equals("indirect")) {
                findings.add(
                        new Finding(
                                "near",
                                one.citation().source() + " is about other people or superseded"));
            }
        }
        return findings;
    }
}
