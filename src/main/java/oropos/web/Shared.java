package oropos.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.UnderstoodView;

/// An answer as it may be passed on: nothing in it was typed by anybody.
///
/// Identifiers are taken out of every question before it is kept; somebody's own words can still tell
/// more than a rule finds. So a copy that leaves its owner has the normalised title in their place, no
/// quotation of the question, and names of concepts in place of the words used. It is not signed: the
/// receipt is for the answer as it was asked.
final class Shared {

    private Shared() {}

    static Answer of(Answer answer) {
        UnderstoodView read = answer.understood();
        return new Answer(
                answer.schema(),
                null,
                answer.title(),
                answer.title(),
                new UnderstoodView(
                        read.patient(),
                        read.kind(),
                        read.reader(),
                        named(read.problems()),
                        named(read.drugs()),
                        named(read.procedures()),
                        named(read.tests()),
                        List.of(),
                        List.of(),
                        null,
                        others(read.others())),
                answer.urgent().stream()
                        .map(sign ->
                                new Answer.UrgentSign(
                                        sign.rule(),
                                        sign.severity(),
                                        sign.sign(),
                                        sign.action(),
                                        sign.more(),
                                        "",
                                        sign.reviewed(),
                                        sign.statements()))
                        .toList(),
                answer.premises().stream()
                        .map(premise ->
                                new Answer.FalsePremise(
                                        premise.rule(),
                                        premise.kind(),
                                        "",
                                        premise.correction(),
                                        premise.citations()))
                        .toList(),
                answer.outcome(),
                answer.bottomLine(),
                answer.sections(),
                answer.adultOrIndirect(),
                answer.conflicts(),
                answer.notTold(),
                answer.references(),
                answer.direction(),
                answer.confidence(),
                answer.basis(),
                answer.tellings(),
                answer.wording(),
                answer.parts() == null ? null : answer.parts().stream().map(Shared::of).toList(),
                null,
                null);
    }

    private static List<UnderstoodView.FindingView> named(
            List<UnderstoodView.FindingView> findings) {
        return findings.stream()
                .map(one ->
                        new UnderstoodView.FindingView(
                                one.id(),
                                one.name(),
                                one.name(),
                                one.assertion(),
                                one.levels(),
                                one.side()))
                .toList();
    }

    /// The others by what they are, not as somebody names them.
    private static @Nullable List<UnderstoodView.PersonView> others(
            @Nullable List<UnderstoodView.PersonView> others) {
        return others == null
                ? null
                : others.stream()
                        .map(one ->
                                new UnderstoodView.PersonView(
                                        one.relation(),
                                        one.relation(),
                                        one.patient(),
                                        named(one.findings())))
                        .toList();
    }
}
