package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;
import oropos.verification.Placed.Place;

/// Walks an answer: every statement and every citation, wherever they stand.
final class Statements {

    private final List<Placed> placed = new ArrayList<>();

    private Statements() {}

    /// Every statement with its place, in reading order; one that stands in several places comes
    /// several times.
    static List<Placed> of(Answer answer) {
        Statements all = new Statements();
        answer.urgent()
                .forEach(sign -> all.add(Place.URGENT, "urgent " + sign.rule(), sign.statements()));
        var line = answer.bottomLine();
        all.add(Place.LEAD, "lead", line.lead());
        for (int i = 0; i < line.branches().size(); i++) {
            all.add(Place.BRANCH, branch(i), line.branches().get(i).statements());
        }
        all.add(Place.BENEFIT, "card benefit", line.card().benefit());
        all.add(Place.HARM, "card harm", line.card().harm());
        all.add(Place.DECIDES, "card decides", line.card().decides());
        answer.sections()
                .forEach(section ->
                        all.add(Place.SECTION, "section " + section.key(), section.statements()));
        all.add(Place.OTHERS, "evidence from others", answer.adultOrIndirect());
        for (int i = 0; i < answer.conflicts().size(); i++) {
            String at = "conflict " + (i + 1);
            answer.conflicts()
                    .get(i)
                    .sides()
                    .forEach(side -> all.add(Place.CONFLICT, at, side.statements()));
        }
        all.add(
                Place.NEAR,
                "near",
                answer.outcome().said().stream().map(Answer.Near::statement).toList());
        return all.placed;
    }

    /// Name of a branch of the bottom line, counted from 0.
    static String branch(int index) {
        return "branch " + (index + 1);
    }

    private void add(Place place, String at, List<Answer.Statement> statements) {
        statements.forEach(statement -> placed.add(new Placed(place, at, statement)));
    }

    /// Every citation, those of premises included.
    static List<Answer.Citation> citations(Answer answer) {
        List<Answer.Citation> all = new ArrayList<>();
        answer.premises().forEach(premise -> all.addAll(premise.citations()));
        of(answer).forEach(placed -> all.addAll(placed.statement().citations()));
        return all;
    }
}
