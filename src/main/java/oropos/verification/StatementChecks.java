package oropos.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Standing;
import oropos.terminology.Terminology;
import oropos.verification.Placed.Place;
import oropos.verification.StatementCheck.Finding;

/// Everything that must hold of the statements, premises and references of one answer, whatever it
/// is an answer to.
final class StatementChecks {

    private final Answer answer;
    private final OpenRecord record;
    private final SpanCheck spans;
    private final MarkCheck marks;
    private final List<StatementCheck> checks;
    private final @Nullable WeighingCheck weighing;
    private final Map<Integer, List<Problem>> references = new HashMap<>();
    private final Set<String> ambiguousIds = new HashSet<>();

    /// @param weighing null where the evidence table is not at hand
    StatementChecks(
            Terminology terminology,
            OpenRecord record,
            Answer answer,
            @Nullable WeighingCheck weighing) {
        this.answer = answer;
        this.record = record;
        this.spans = new SpanCheck(record);
        this.marks = new MarkCheck(answer.references());
        this.weighing = weighing;
        this.checks =
                List.of(
                        new NamingCheck(),
                        new StandingCheck(),
                        new StrengthCheck(),
                        new DoseCheck(terminology),
                        new PartCheck(),
                        new WordingCheck(terminology));
        ReferenceCheck ofReferences = new ReferenceCheck(record, answer);
        for (Answer.Reference reference : answer.references()) {
            List<Problem> problems = new ArrayList<>(ofReferences.of(reference));
            if (weighing != null) {
                problems.addAll(weighing.of(reference));
            }
            references
                    .computeIfAbsent(reference.mark(), mark -> new ArrayList<>())
                    .addAll(problems);
        }
        Map<String, Answer.Statement> byId = new HashMap<>();
        for (Placed placed : Statements.of(answer)) {
            Answer.Statement other = byId.putIfAbsent(placed.statement().id(), placed.statement());
            if (other != null && !other.equals(placed.statement())) {
                ambiguousIds.add(placed.statement().id());
            }
        }
    }

    /// What does not hold of a statement at its place.
    List<Problem> of(Placed placed) {
        Answer.Statement statement = placed.statement();
        List<Finding> findings = new ArrayList<>();
        if (ambiguousIds.contains(statement.id())) {
            findings.add(new Finding("sameId", "another statement has the same id"));
        }
        statement.citations().forEach(citation -> findings.addAll(spans.of(citation)));
        statement.citations().forEach(citation -> findings.addAll(marks.of(citation)));
        List<Cited> cited = record.cited(statement);
        checks.forEach(check -> findings.addAll(check.of(statement, cited)));
        if (placed.place().isBottomLine() || placed.place() == Place.URGENT) {
            cited.stream()
                    .filter(one -> one.source().standing() == Standing.SUPERSEDED)
                    .forEach(one ->
                            findings.add(
                                    new Finding(
                                            "superseded",
                                            one.citation().source() + " was superseded")));
        }
        if (placed.place() == Place.NEAR) {
            findings.addAll(NearCheck.of(answer, statement, cited));
        }
        if (weighing != null) {
            findings.addAll(weighing.of(statement));
        }
        List<Problem> problems =
                new ArrayList<>(
                        findings.stream().map(finding -> finding.at(placed.where())).toList());
        statement.citations().forEach(citation -> problems.addAll(references(citation)));
        return problems;
    }

    /// What does not hold of a premise's citation.
    List<Problem> of(Answer.FalsePremise premise, Answer.Citation citation) {
        List<Finding> findings = new ArrayList<>(spans.of(citation));
        findings.addAll(marks.of(citation));
        Cited cited = record.at(citation);
        if (cited != null) {
            findings.addAll(NamingCheck.of(cited));
            findings.addAll(StandingCheck.of(cited));
            if (cited.source().standing() == Standing.SUPERSEDED) {
                findings.add(new Finding("superseded", citation.source() + " was superseded"));
            }
        }
        if (weighing != null) {
            findings.addAll(weighing.of(citation));
        }
        List<Problem> problems =
                new ArrayList<>(
                        findings.stream()
                                .map(finding -> finding.at("premise " + premise.rule()))
                                .toList());
        problems.addAll(references(citation));
        return problems;
    }

    private List<Problem> references(Answer.Citation citation) {
        return references.getOrDefault(citation.mark(), List.of());
    }

    /// Everything, each once.
    List<Problem> all() {
        Set<Problem> problems = new LinkedHashSet<>();
        answer.premises()
                .forEach(premise ->
                        premise.citations()
                                .forEach(citation -> problems.addAll(of(premise, citation))));
        Statements.of(answer).forEach(placed -> problems.addAll(of(placed)));
        references.values().forEach(problems::addAll);
        problems.addAll(marks.ofList(answer));
        return List.copyOf(problems);
    }
}
