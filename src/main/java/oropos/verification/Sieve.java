package oropos.verification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import oropos.answer.Answer;

/// Takes statements out of an answer and leaves everything else as it was.
///
/// @param removed ids of statements that do not hold anywhere
/// @param barred ids of statements that may not stand in the bottom line
/// @param holds whether a citation of a premise holds
record Sieve(Set<String> removed, Set<String> barred, Predicate<Answer.Citation> holds) {

    Answer of(Answer answer, Map<String, Integer> counts) {
        var line = answer.bottomLine();
        var card = line.card();
        Answer.BottomLine checkedLine =
                new Answer.BottomLine(
                        leading(line.lead()),
                        line.branches().stream()
                                .map(branch ->
                                        new Answer.Branch(
                                                branch.condition(), leading(branch.statements())))
                                .filter(branch -> !branch.statements().isEmpty())
                                .toList(),
                        new Answer.Card(
                                leading(card.benefit()),
                                leading(card.harm()),
                                card.certainty(),
                                card.certaintyReason(),
                                card.fit(),
                                kept(card.decides()),
                                card.unknown(),
                                card.date()));
        List<Answer.Section> sections =
                answer.sections().stream()
                        .map(section -> {
                            var left = kept(section.statements());
                            String notFound = section.notFound();
                            if (left.isEmpty() && notFound == null) {
                                notFound =
                                        "What was found here did not pass the checks and is not shown.";
                            }
                            return new Answer.Section(
                                    section.key(), section.heading(), left, notFound);
                        })
                        .toList();
        Answer sieved =
                new Answer(
                        answer.schema(),
                        answer.id(),
                        answer.asked(),
                        answer.title(),
                        answer.understood(),
                        answer.urgent().stream()
                                .map(sign ->
                                        new Answer.UrgentSign(
                                                sign.rule(),
                                                sign.severity(),
                                                sign.sign(),
                                                sign.action(),
                                                sign.more(),
                                                sign.quote(),
                                                sign.reviewed(),
                                                kept(sign.statements())))
                                .toList(),
                        answer.premises().stream()
                                .map(premise ->
                                        new Answer.FalsePremise(
                                                premise.rule(),
                                                premise.kind(),
                                                premise.quote(),
                                                premise.correction(),
                                                premise.citations().stream()
                                                        .filter(holds)
                                                        .toList()))
                                .toList(),
                        answer.outcome(),
                        checkedLine,
                        sections,
                        kept(answer.adultOrIndirect()),
                        answer.conflicts().stream()
                                .map(conflict ->
                                        new Answer.Conflict(
                                                conflict.outcome(),
                                                conflict.sides().stream()
                                                        .map(side ->
                                                                new Answer.Side(
                                                                        side.label(),
                                                                        kept(side.statements())))
                                                        .toList()))
                                .toList(),
                        answer.notTold(),
                        answer.references(),
                        answer.direction(),
                        answer.confidence(),
                        answer.basis(),
                        null);
        return withCounts(onlyCitedReferences(sieved), counts);
    }

    private List<Answer.Statement> kept(List<Answer.Statement> statements) {
        return statements.stream().filter(statement -> !removed.contains(statement.id())).toList();
    }

    private List<Answer.Statement> leading(List<Answer.Statement> statements) {
        return kept(statements).stream()
                .filter(statement -> !barred.contains(statement.id()))
                .toList();
    }

    /// A reference nobody cites any more is not a reference. Marks keep their numbers.
    private static Answer onlyCitedReferences(Answer answer) {
        Set<Integer> cited = new TreeSet<>();
        Statements.citations(answer).forEach(citation -> cited.add(citation.mark()));
        var basis = answer.basis();
        List<Answer.Reference> references =
                answer.references().stream()
                        .filter(reference -> cited.contains(reference.mark()))
                        .toList();
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                answer.title(),
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                answer.outcome(),
                answer.bottomLine(),
                answer.sections(),
                answer.adultOrIndirect(),
                answer.conflicts(),
                answer.notTold(),
                references,
                answer.direction(),
                answer.confidence(),
                new Answer.Basis(
                        basis.sourcesSearched(),
                        basis.sourcesFound(),
                        references.size(),
                        basis.setAside(),
                        basis.failedChecks(),
                        basis.asOf(),
                        basis.method(),
                        basis.limits(),
                        basis.rules()),
                answer.receipt());
    }

    private static Answer withCounts(Answer answer, Map<String, Integer> counts) {
        var basis = answer.basis();
        Map<String, Integer> all = new TreeMap<>(basis.failedChecks());
        counts.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                answer.title(),
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                answer.outcome(),
                answer.bottomLine(),
                answer.sections(),
                answer.adultOrIndirect(),
                answer.conflicts(),
                answer.notTold(),
                answer.references(),
                answer.direction(),
                answer.confidence(),
                new Answer.Basis(
                        basis.sourcesSearched(),
                        basis.sourcesFound(),
                        basis.sourcesUsed(),
                        basis.setAside(),
                        all,
                        basis.asOf(),
                        basis.method(),
                        basis.limits(),
                        basis.rules()),
                answer.receipt());
    }
}
