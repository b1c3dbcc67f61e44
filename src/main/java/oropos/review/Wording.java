package oropos.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.verification.Problem;
import oropos.verification.Verification;

/// Changes the words of an answer in the only two ways people may: other words of the same source
/// version, or none. What comes out is checked like a draft before it is kept.
final class Wording {

    /// What came of it.
    sealed interface Reworded {
        record Fits(Answer answer) implements Reworded {}

        record Refused(String words) implements Reworded {}
    }

    private final Library library;
    private final Verification verification;

    Wording(Library library, Verification verification) {
        this.library = library;
        this.verification = verification;
    }

    /// Has a statement say other words of a source it cites.
    Reworded choose(Answer answer, String statement, String words) {
        Answer.Statement old = Contents.statements(answer).get(statement);
        if (old == null) {
            return new Reworded.Refused("There is no such statement.");
        }
        if (old.text().equals(words)) {
            return new Reworded.Refused("These are the words as they are.");
        }
        for (Answer.Citation citation : old.citations()) {
            Optional<Version> version =
                    library.version(new SourceId(citation.source()), citation.version());
            int at = version.map(one -> within(one, words, citation)).orElse(-1);
            if (at >= 0) {
                return checked(
                        verification.toldAgain(
                                Restated.of(answer, statement, said(old, citation, words, at))));
            }
        }
        return new Reworded.Refused(
                "These words do not stand so in the passage beside the claim. Choose a whole sentence of"
                        + " it, letter for letter.");
    }

    /// Leaves a statement out.
    Reworded leaveOut(Answer answer, String statement) {
        if (!Contents.statements(answer).containsKey(statement)) {
            return new Reworded.Refused("There is no such statement.");
        }
        Answer left = Verification.without(answer, Set.of(statement));
        if (Contents.statements(left).isEmpty()) {
            return new Reworded.Refused(
                    "It is the last statement: withdraw the page, or return the version.");
        }
        return checked(verification.toldAgain(left));
    }

    /// Every quote read again from the record, every statement checked as in a draft.
    Reworded checked(Answer answer) {
        Answer bare = answer.withReceipt(null);
        List<Problem> problems = verification.verifyChanged(bare);
        return problems.isEmpty()
                ? new Reworded.Fits(bare)
                : new Reworded.Refused(
                        "That does not hold: "
                                + problems.getFirst().words()
                                + " ("
                                + problems.getFirst().where()
                                + ").");
    }

    /// Where the words stand in the passage a claim was taken from, or -1. Another passage may speak of
    /// other people.
    private static int within(Version version, String words, Answer.Citation citation) {
        if (words.isBlank()) {
            return -1;
        }
        for (Passage passage : version.passages()) {
            if (passage.span().start() <= citation.start()
                    && citation.end() <= passage.span().end()) {
                int at = version.text().indexOf(words, passage.span().start());
                return at >= 0 && at + words.length() <= passage.span().end() ? at : -1;
            }
        }
        return -1;
    }

    private static Answer.Statement said(
            Answer.Statement old, Answer.Citation citation, String words, int at) {
        Answer.Citation moved =
                new Answer.Citation(
                        citation.mark(),
                        citation.work(),
                        citation.source(),
                        citation.version(),
                        at,
                        at + words.length(),
                        words,
                        AnswerJson.sha256(words),
                        citation.textKind(),
                        citation.label(),
                        citation.fit());
        return new Answer.Statement(
                old.id(),
                citation.textKind().startsWith("summary") ? "template" : "quote",
                words,
                List.of(new Answer.Part("span", words, citation.mark(), null)),
                old.strength(),
                old.certainty(),
                List.of(moved));
    }

    /// Puts one statement in the place of another, wherever that stands.
    record Restated(Map<String, Answer.Statement> by) {

        static Answer of(Answer answer, String id, Answer.Statement statement) {
            return new Restated(Map.of(id, statement)).in(answer);
        }

        private Answer in(Answer answer) {
            Answer.BottomLine line = answer.bottomLine();
            Answer.Card card = line.card();
            return new Answer(
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
                                            in(sign.statements())))
                            .toList(),
                    answer.premises(),
                    answer.outcome(),
                    new Answer.BottomLine(
                            in(line.lead()),
                            line.branches().stream()
                                    .map(branch ->
                                            new Answer.Branch(
                                                    branch.condition(), in(branch.statements())))
                                    .toList(),
                            new Answer.Card(
                                    in(card.benefit()),
                                    in(card.harm()),
                                    card.certainty(),
                                    card.certaintyReason(),
                                    card.fit(),
                                    in(card.decides()),
                                    card.unknown(),
                                    card.date())),
                    answer.sections().stream()
                            .map(one ->
                                    new Answer.Section(
                                            one.key(),
                                            one.heading(),
                                            in(one.statements()),
                                            one.notFound()))
                            .toList(),
                    in(answer.adultOrIndirect()),
                    answer.conflicts().stream()
                            .map(one ->
                                    new Answer.Conflict(
                                            one.outcome(),
                                            one.sides().stream()
                                                    .map(side ->
                                                            new Answer.Side(
                                                                    side.label(),
                                                                    in(side.statements())))
                                                    .toList()))
                            .toList(),
                    answer.notTold(),
                    answer.references(),
                    answer.direction(),
                    answer.confidence(),
                    answer.basis(),
                    answer.tellings(),
                    null,
                    null,
                    null,
                    null);
        }

        private List<Answer.Statement> in(List<Answer.Statement> statements) {
            return statements.stream().map(one -> by.getOrDefault(one.id(), one)).toList();
        }
    }
}
