package oropos.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;

/// Takes statements out of an answer and leaves everything else as it was, except what rested on
/// them: an answer never claims more than what is left of it.
///
/// @param removed ids of statements that hold nowhere
/// @param barred by place of the bottom line, ids of statements that may not stand there
/// @param holds whether a citation of a premise holds
record Sieve(
        Set<String> removed, Map<String, Set<String>> barred, Predicate<Answer.Citation> holds) {

    /// The section of sentences a comparison's direction rests on.
    private static final String COMPARED = "compared";

    private static final String FAILED = "failedChecks";

    private static final String NOT_SHOWN =
            "What was found here did not pass the checks and is not shown.";

    /// @param counts what was taken out, by reason
    Answer of(Answer answer, Map<String, Integer> counts) {
        var line = answer.bottomLine();
        var card = line.card();
        List<Answer.Statement> lead = kept(line.lead(), "lead");
        List<Answer.Branch> branches =
                IntStream.range(0, line.branches().size())
                        .mapToObj(i ->
                                new Answer.Branch(
                                        line.branches().get(i).condition(),
                                        kept(
                                                line.branches().get(i).statements(),
                                                Statements.branch(i))))
                        .filter(branch -> !branch.statements().isEmpty())
                        .toList();
        List<Answer.Statement> benefit = kept(card.benefit(), "card benefit");
        Answer.Card keptCard =
                new Answer.Card(
                        benefit,
                        kept(card.harm(), "card harm"),
                        card.certainty(),
                        card.certaintyReason(),
                        card.fit(),
                        kept(card.decides(), "card decides"),
                        card.unknown(),
                        card.date());
        boolean bearingChanged =
                lead.size() < line.lead().size() || benefit.size() < card.benefit().size();
        Answer.BottomLine keptLine =
                new Answer.BottomLine(
                        lead, branches, bearingChanged ? rested(keptCard, lead) : keptCard);
        // What no plan asks for is not missed.
        List<Answer.Section> sections =
                answer.sections().stream()
                        .map(this::kept)
                        .filter(section ->
                                !section.key().equals(COMPARED) || !section.statements().isEmpty())
                        .toList();
        List<Answer.UrgentSign> urgent = answer.urgent().stream().map(this::kept).toList();
        List<Answer.FalsePremise> premises = answer.premises().stream().map(this::kept).toList();
        List<Answer.Conflict> conflicts =
                answer.conflicts().stream()
                        .map(this::kept)
                        .filter(conflict ->
                                conflict.sides().stream()
                                        .noneMatch(side -> side.statements().isEmpty()))
                        .toList();
        List<Answer.Statement> others = kept(answer.adultOrIndirect(), "evidence from others");
        Answer sieved =
                new Answer(
                        answer.schema(),
                        answer.id(),
                        answer.asked(),
                        answer.title(),
                        answer.understood(),
                        urgent,
                        premises,
                        kept(answer.outcome()),
                        keptLine,
                        sections,
                        others,
                        conflicts,
                        answer.notTold(),
                        answer.references(),
                        answer.direction(),
                        answer.confidence(),
                        answer.basis(),
                        null);
        return settled(sieved, answer, counts).withTellings(kept(answer.tellings()));
    }

    /// What readers are told of the statements that are left.
    private @Nullable Map<String, List<Answer.Telling>> kept(
            @Nullable Map<String, List<Answer.Telling>> tellings) {
        if (tellings == null) {
            return null;
        }
        Map<String, List<Answer.Telling>> left = new TreeMap<>();
        tellings.forEach((reader, told) ->
                left.put(
                        reader, told.stream().filter(one -> !removed.contains(one.id())).toList()));
        return left;
    }

    private List<Answer.Statement> kept(List<Answer.Statement> statements, String at) {
        Set<String> here = barred.getOrDefault(at, Set.of());
        return statements.stream()
                .filter(statement ->
                        !removed.contains(statement.id()) && !here.contains(statement.id()))
                .toList();
    }

    private Answer.Section kept(Answer.Section section) {
        var left = kept(section.statements(), "section " + section.key());
        String notFound = section.notFound();
        if (left.isEmpty() && notFound == null) {
            notFound = NOT_SHOWN;
        }
        return new Answer.Section(section.key(), section.heading(), left, notFound);
    }

    private Answer.Outcome kept(Answer.Outcome outcome) {
        return outcome.withNear(
                outcome.said().stream()
                        .filter(one -> !removed.contains(one.statement().id()))
                        .toList());
    }

    private Answer.UrgentSign kept(Answer.UrgentSign sign) {
        return new Answer.UrgentSign(
                sign.rule(),
                sign.severity(),
                sign.sign(),
                sign.action(),
                sign.more(),
                sign.quote(),
                sign.reviewed(),
                kept(sign.statements(), "urgent " + sign.rule()));
    }

    private Answer.FalsePremise kept(Answer.FalsePremise premise) {
        return new Answer.FalsePremise(
                premise.rule(),
                premise.kind(),
                premise.quote(),
                premise.correction(),
                premise.citations().stream().filter(holds).toList());
    }

    /// A conflict with one side left is no conflict.
    private Answer.Conflict kept(Answer.Conflict conflict) {
        return new Answer.Conflict(
                conflict.outcome(),
                conflict.sides().stream()
                        .map(side -> new Answer.Side(side.label(), kept(side.statements(), "")))
                        .toList());
    }

    /// Certainty and fit of the card are those of the statement it rests on now.
    private static Answer.Card rested(Answer.Card card, List<Answer.Statement> lead) {
        Answer.Statement bearing =
                !card.benefit().isEmpty()
                        ? card.benefit().getFirst()
                        : lead.isEmpty() ? null : lead.getLast();
        return new Answer.Card(
                card.benefit(),
                card.harm(),
                bearing == null ? "not reported" : level(bearing.certainty().level()),
                bearing == null ? "" : String.join("; ", bearing.certainty().reasons()),
                bearing == null ? "not reported" : fit(bearing.citations().getFirst().fit()),
                card.decides(),
                card.unknown(),
                card.date());
    }

    /// "very low" for `veryLow`.
    private static String level(String code) {
        return code.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String fit(Answer.FitView fit) {
        return fit.kind() + (fit.difference() == null ? "" : ": " + fit.difference());
    }

    /// The outcome, the direction, the references and the counts that fit what is left.
    private static Answer settled(Answer answer, Answer before, Map<String, Integer> counts) {
        var basis = answer.basis();
        Map<String, Integer> all = new TreeMap<>(basis.failedChecks());
        counts.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        Set<Integer> cited = new TreeSet<>();
        Statements.citations(answer).forEach(citation -> cited.add(citation.mark()));
        List<Answer.Reference> references =
                answer.references().stream()
                        .filter(reference -> cited.contains(reference.mark()))
                        .toList();
        Answer.Outcome outcome = outcome(answer, before);
        boolean leadChanged =
                !answer.bottomLine().lead().equals(before.bottomLine().lead())
                        || !compared(answer).equals(compared(before));
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                answer.title(),
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                outcome,
                answer.bottomLine(),
                answer.sections(),
                answer.adultOrIndirect(),
                answer.conflicts(),
                answer.notTold(),
                references,
                direction(answer.direction(), leadChanged),
                outcome.kind().equals("abstained") && answer.confidence() != null
                        ? Double.valueOf(0)
                        : answer.confidence(),
                new Answer.Basis(
                        basis.sourcesSearched(),
                        basis.sourcesFound(),
                        references.size(),
                        basis.setAside(),
                        all,
                        basis.asOf(),
                        basis.method(),
                        basis.limits(),
                        basis.rules()),
                answer.receipt());
    }

    /// The sentences a comparison's direction rests on.
    private static List<Answer.Statement> compared(Answer answer) {
        return answer.sections().stream()
                .filter(section -> section.key().equals(COMPARED))
                .flatMap(section -> section.statements().stream())
                .toList();
    }

    private static @Nullable String direction(@Nullable String direction, boolean leadChanged) {
        return direction != null && leadChanged ? "unknown" : direction;
    }

    private static Answer.Outcome outcome(Answer answer, Answer before) {
        Answer.Outcome outcome = before.outcome();
        if (outcome.kind().equals("abstained") || !hadLess(answer, before)) {
            return answer.outcome();
        }
        boolean nothing =
                Statements.of(answer).stream()
                        .allMatch(placed -> placed.place() == Placed.Place.URGENT);
        if (nothing) {
            return new Answer.Outcome(
                    "abstained",
                    FAILED,
                    "What was found did not pass the checks against the record; nothing of it is shown.",
                    outcome.nearest());
        }
        boolean leads = leads(answer);
        boolean ledOtherwise = !answer.bottomLine().lead().equals(before.bottomLine().lead());
        if (outcome.kind().equals("answered") && (!leads || ledOtherwise)
                || outcome.kind().equals("partly") && !leads && leads(before)) {
            return new Answer.Outcome(
                    "partly",
                    FAILED,
                    leads
                            ? "Part of what headed this answer did not pass the checks and is not shown."
                            : "What would have headed this answer did not pass the checks; the rest stands below.",
                    outcome.nearest());
        }
        return outcome;
    }

    private static boolean leads(Answer answer) {
        return !answer.bottomLine().lead().isEmpty() || !answer.bottomLine().branches().isEmpty();
    }

    private static boolean hadLess(Answer answer, Answer before) {
        return Statements.of(answer).size() < Statements.of(before).size();
    }
}
