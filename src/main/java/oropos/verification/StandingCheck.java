package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;

/// Whether the sources still stand: a retracted one, one under an expression of concern and one held
/// as a link only support nothing (promise P4).
final class StandingCheck implements StatementCheck {

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        List<Finding> findings = new ArrayList<>();
        cited.forEach(one -> findings.addAll(of(one)));
        return findings;
    }

    static List<Finding> of(Cited one) {
        String source = one.citation().source();
        if (one.source().linkOnly()) {
            return List.of(new Finding("linkOnly", source + " is held as a link only"));
        }
        return switch (one.source().standing()) {
            case RETRACTED -> List.of(new Finding("retracted", source + " was retracted"));
            case CONCERN ->
                    List.of(new Finding("concern", source + " is under an expression of concern"));
            case CURRENT, CORRECTED, SUPERSEDED -> List.of();
        };
    }
}
