package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;
import oropos.answer.CompleteDose;
import oropos.terminology.Terminology;

/// Whether every dose is complete in its own quote: drug, route, unit, frequency and population
/// (promise P6).
final class DoseCheck implements StatementCheck {

    private final Terminology terminology;

    DoseCheck(Terminology terminology) {
        this.terminology = terminology;
    }

    @Override
    public List<Finding> of(Answer.Statement statement, List<Cited> cited) {
        List<Finding> findings = new ArrayList<>();
        for (Cited one : cited) {
            CompleteDose.missing(terminology, one.citation().quote(), one.population())
                    .ifPresent(missing -> findings.add(new Finding("incompleteDose", missing)));
        }
        return findings;
    }
}
