package oropos.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.CompleteDose;
import oropos.answer.Connectives;
import oropos.answer.Draft;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.Population;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Decides whether an answer may be shown as it stands.
///
/// Two doors. [#check] takes a draft and takes out of it whatever does not hold, counted and named.
/// [#verify] takes a finished answer, from anywhere, and says what is wrong with it; it trusts
/// nothing in the file and reads every quote again from the record.
public final class Verification {

    private final Terminology terminology;
    private final Records records;

    public Verification(Terminology terminology, Records records) {
        this.terminology = terminology;
        this.records = records;
    }

    public CheckedDraft check(Draft draft) {
        Answer answer = draft.answer();
        SpanCheck spans = new SpanCheck(records);
        Map<String, CheckedDraft.Removed> removed = new LinkedHashMap<>();
        for (Answer.Statement statement : Statements.of(answer)) {
            problems(answer, statement, spans).stream()
                    .findFirst()
                    .ifPresent(problem ->
                            removed.put(
                                    statement.id(),
                                    new CheckedDraft.Removed(
                                            statement.id(), problem.code(), problem.words())));
        }
        Set<String> barred = barredFromBottomLine(answer, draft.table());
        return new CheckedDraft(
                new Sieve(removed.keySet(), barred, premise -> premiseHolds(premise, spans))
                        .of(answer, counts(removed, barred)),
                new ArrayList<>(removed.values()));
    }

    private static Map<String, Integer> counts(
            Map<String, CheckedDraft.Removed> removed, Set<String> barred) {
        Map<String, Integer> counts = new TreeMap<>();
        removed.values()
                .forEach(one -> counts.merge("failed check: " + one.reason(), 1, Integer::sum));
        barred.forEach(one -> counts.merge("barred from the bottom line", 1, Integer::sum));
        return counts;
    }

    /// What is wrong with a finished answer; empty where it holds, letter for letter.
    public List<Problem> verify(Answer answer) {
        List<Problem> problems = new ArrayList<>();
        SpanCheck spans = new SpanCheck(records);
        if (answer.schema() != Answer.SCHEMA) {
            problems.add(
                    new Problem(
                            "answer",
                            "schema",
                            "schema " + answer.schema() + " is not " + Answer.SCHEMA));
        }
        for (Answer.FalsePremise premise : answer.premises()) {
            premise.citations()
                    .forEach(citation -> {
                        problems.addAll(spans.problems("premise " + premise.rule(), citation));
                        problems.addAll(
                                markProblems(answer, "premise " + premise.rule(), citation));
                    });
        }
        Statements.of(answer).stream()
                .distinct()
                .forEach(one -> problems.addAll(problems(answer, one, spans)));
        Receipts.faults(answer)
                .forEach(fault -> problems.add(new Problem("receipt", "receipt", fault)));
        return problems;
    }

    /// How many quotes an answer rests on.
    public int quotes(Answer answer) {
        return Statements.citations(answer).size();
    }

    private List<Problem> problems(Answer answer, Answer.Statement statement, SpanCheck spans) {
        List<Problem> problems = new ArrayList<>();
        String where = "statement " + statement.id();
        if (statement.citations().isEmpty()) {
            problems.add(
                    new Problem(where, "uncited", "no citation: \"" + statement.text() + "\""));
        }
        for (Answer.Citation citation : statement.citations()) {
            problems.addAll(spans.problems(where, citation));
            problems.addAll(markProblems(answer, where, citation));
            doseProblem(where, citation, spans, problems);
        }
        problems.addAll(partProblems(where, statement));
        return problems;
    }

    private void doseProblem(
            String where, Answer.Citation citation, SpanCheck spans, List<Problem> problems) {
        spans.version(citation)
                .flatMap(version -> {
                    Span span =
                            new Span(citation.start(), Math.max(citation.start(), citation.end()));
                    var passage = SpanCheck.passage(version, span);
                    Population population = version.study().population();
                    if (passage != null
                            && passage.claim() != null
                            && passage.claim().population() != null) {
                        population = passage.claim().population();
                    }
                    return CompleteDose.missing(terminology, citation.quote(), population);
                })
                .ifPresent(missing -> problems.add(new Problem(where, "incompleteDose", missing)));
    }

    private static List<Problem> markProblems(
            Answer answer, String where, Answer.Citation citation) {
        boolean resolves =
                answer.references().stream()
                        .anyMatch(reference ->
                                reference.mark() == citation.mark()
                                        && reference.work().equals(citation.work()));
        return resolves
                ? List.of()
                : List.of(
                        new Problem(
                                where,
                                "danglingMark",
                                "mark "
                                        + citation.mark()
                                        + " has no reference to "
                                        + citation.work()));
    }

    private static List<Problem> partProblems(String where, Answer.Statement statement) {
        List<Problem> problems = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (Answer.Part part : statement.parts()) {
            joined.append(part.text());
            boolean holds =
                    switch (part.kind()) {
                        case "span" -> isQuoted(statement, part);
                        case "insertion" ->
                                part.source() != null
                                        && Connectives.holds(part.source(), part.text());
                        default -> false;
                    };
            if (!holds) {
                problems.add(
                        new Problem(
                                where, "part", "no source has the words \"" + part.text() + "\""));
            }
        }
        if (!joined.toString().equals(statement.text())) {
            problems.add(
                    new Problem(
                            where,
                            "text",
                            "the text is not its parts joined: \"" + statement.text() + "\""));
        }
        return problems;
    }

    private static boolean isQuoted(Answer.Statement statement, Answer.Part part) {
        return statement.citations().stream()
                .anyMatch(citation ->
                        part.mark() != null
                                && citation.mark() == part.mark()
                                && citation.quote().equals(part.text()));
    }

    private static boolean premiseHolds(Answer.Citation citation, SpanCheck spans) {
        return spans.problems("premise", citation).isEmpty();
    }

    /// Statements of the bottom line that no row of the table allows there (promise P3).
    private static Set<String> barredFromBottomLine(Answer answer, EvidenceTable table) {
        var line = answer.bottomLine();
        return java.util.stream.Stream.of(
                        line.lead().stream(),
                        line.branches().stream().flatMap(branch -> branch.statements().stream()),
                        line.card().benefit().stream(),
                        line.card().harm().stream())
                .flatMap(all -> all)
                .filter(statement ->
                        statement.citations().stream()
                                .noneMatch(citation -> mayCarry(table, citation)))
                .map(Answer.Statement::id)
                .collect(Collectors.toSet());
    }

    private static boolean mayCarry(EvidenceTable table, Answer.Citation citation) {
        return table.rows().stream()
                .filter(row ->
                        row.source().id().value().equals(citation.source())
                                && row.version().equals(citation.version()))
                .filter(row ->
                        row.passage().span().contains(new Span(citation.start(), citation.end())))
                .anyMatch(Verification::mayCarry);
    }

    private static boolean mayCarry(Evidence row) {
        @Nullable Claim claim = row.passage().claim();
        boolean against =
                claim != null
                        && (claim.kind() == Claim.Kind.HARM
                                || claim.direction() == Claim.Direction.AGAINST);
        return row.setAside() == null
                && (against ? row.mayCarry().harm() : row.mayCarry().benefit());
    }
}
