package oropos.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import oropos.answer.Answer;
import oropos.answer.Composer;
import oropos.answer.Draft;
import oropos.answer.LayTellings;
import oropos.answer.PartsTogether;
import oropos.appraisal.Appraisal;
import oropos.appraisal.EvidenceTable;
import oropos.library.Held;
import oropos.library.Passage;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.terminology.Terminology;

/// Gives an answer a second time: the same words understood, the same candidates weighed, the same
/// statements chosen and checked. What differs was not said by Oropos.
///
/// Only the search is not repeated: its candidates are taken from the receipt.
final class Recomputation {

    /// What came of it.
    sealed interface Result {

        /// The question was answered again.
        record Again(Answer answer) implements Result {}

        /// It cannot be answered again, and why.
        record Impossible(String why) implements Result {}
    }

    private final Terminology terminology;
    private final Understanding understanding;
    private final Composer composer;

    Recomputation(Terminology terminology) {
        this.terminology = terminology;
        this.understanding = new Understanding(terminology);
        this.composer = new Composer(terminology);
    }

    /// @param check how a draft is checked
    Result of(Answer answer, OpenRecord record, Function<Draft, CheckedDraft> check) {
        LocalDate asOf;
        try {
            asOf = LocalDate.parse(answer.basis().asOf());
        } catch (DateTimeException e) {
            return new Result.Impossible("\"" + answer.basis().asOf() + "\" is not a day");
        }
        Optional<Reader> reader =
                Arrays.stream(Reader.values())
                        .filter(one -> one.code().equals(answer.understood().reader()))
                        .findFirst();
        if (reader.isEmpty()) {
            return new Result.Impossible(
                    "no reader is called \"" + answer.understood().reader() + "\"");
        }
        String rules = answer.basis().rules().get("question");
        if (rules != null && !rules.equals(understanding.rules())) {
            return otherRules("question", rules, understanding.rules());
        }
        if (answer.understood().removed().stream()
                .anyMatch(one -> Boolean.TRUE.equals(one.restored()))) {
            return new Result.Impossible(
                    "whoever asked restored words that had been taken out as identifiers; they were"
                            + " read and searched for, and are kept nowhere");
        }
        return switch (understanding.of(Asked.by(reader.get(), answer.asked()))) {
            case Understood.Refused refused ->
                    new Result.Again(composer.refuse(refused, asOf).withId(answer.id()));
            case Understood.Clear(ClinicalQuestion question) ->
                    again(answer, question, asOf, record, check);
            case Understood.NeedsDetail(ClinicalQuestion question, List<ClinicalQuestion.Fact> _) ->
                    again(answer, question, asOf, record, check);
        };
    }

    private Result again(
            Answer answer,
            ClinicalQuestion question,
            LocalDate asOf,
            OpenRecord record,
            Function<Draft, CheckedDraft> check) {
        List<Candidate> candidates = new ArrayList<>();
        Answer.Receipt receipt = answer.receipt();
        if (receipt != null) {
            for (Answer.RankedCandidate written : receipt.candidates()) {
                Candidates.read(written, candidates.size() + 1).ifPresent(candidates::add);
            }
        }
        Findings findings =
                new Findings(
                        candidates,
                        answer.basis().sourcesSearched(),
                        answer.basis().sourcesFound(),
                        receipt == null ? "" : receipt.generation(),
                        receipt == null ? "" : receipt.recipe());
        EvidenceTable table =
                new Appraisal(ids -> held(record, ids), terminology)
                        .weigh(redacted(question, answer), findings);
        Draft draft = composer.compose(table, asOf);
        for (var rule : draft.answer().basis().rules().entrySet()) {
            String other = answer.basis().rules().get(rule.getKey());
            if (other != null && !other.equals(rule.getValue())) {
                return otherRules(rule.getKey(), other, rule.getValue());
            }
        }
        Answer checked = check.apply(draft).answer();
        for (String rule : List.of(LayTellings.RULE, LayTellings.WORDINGS)) {
            String told = answer.basis().rules().get(rule);
            String tells = checked.basis().rules().get(rule);
            if (told != null && tells != null && !told.equals(tells)) {
                return otherRules(rule, told, tells);
            }
        }
        return withParts(answer, checked.withId(answer.id()), question);
    }

    /// The parts are verified one by one; here they must only be those the question has.
    private Result withParts(Answer answer, Answer again, ClinicalQuestion question) {
        List<String> asked = understanding.parts(question.asked());
        if (answer.parts() == null) {
            return asked.size() < 2
                    ? new Result.Again(again)
                    : new Result.Impossible("it does not answer the parts of the question");
        }
        if (asked.size() < 2
                || !answer.parts().stream().map(Answer::asked).toList().equals(redacted(asked))) {
            return new Result.Impossible("its parts are not those of the question");
        }
        return new Result.Again(PartsTogether.of(again, answer.parts()));
    }

    private List<String> redacted(List<String> parts) {
        return parts.stream()
                .map(part ->
                        switch (understanding.of(Asked.by(Reader.PHYSICIAN, part))) {
                            case Understood.Clear(ClinicalQuestion question) -> question.asked();
                            case Understood.NeedsDetail(ClinicalQuestion question, var _) ->
                                    question.asked();
                            case Understood.Refused refused -> refused.asked();
                        })
                .toList();
    }

    private static Result otherRules(String what, String other, String own) {
        return new Result.Impossible(
                "it was made under " + what + " rules " + other + ", this program has " + own);
    }

    private static List<Held> held(OpenRecord record, List<Passage.Id> ids) {
        return ids.stream().flatMap(id -> record.held(id).stream()).toList();
    }

    /// What was removed from a text cannot be found in it a second time.
    private static ClinicalQuestion redacted(ClinicalQuestion question, Answer answer) {
        return new ClinicalQuestion(
                question.asked(),
                question.title(),
                question.reader(),
                question.kind(),
                question.patient(),
                question.problems(),
                question.drugs(),
                question.procedures(),
                question.tests(),
                question.focus(),
                question.urgent(),
                question.premises(),
                question.unknownWords(),
                answer.understood().removed().stream()
                        .map(one ->
                                new ClinicalQuestion.Removed(
                                        one.kind(),
                                        one.replacement(),
                                        Boolean.TRUE.equals(one.restored())))
                        .toList(),
                question.unknownFacts(),
                question.rules(),
                question.words(),
                question.company());
    }
}
