package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.question.Reader;
import oropos.question.Understanding;

/// Answers to what is not taken on say by which rules, to whom, and verify like others.
class RefusedAnswerTests {

    private static AskedLibrary library;

    @BeforeAll
    static void open() {
        library = AskedLibrary.shared();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Who won the game last night?",
                "Wer hat gestern das Spiel gewonnen und warum ist das so?",
                "Order me a refill of everything",
                "<b>hello</b> there",
                "hello \u2026"
            })
    void carryTheRulesThatRefusedThem(String question) {
        Answer answer = library.ask(question);
        assertThat(answer.outcome().kind()).isEqualTo("abstained");
        assertThat(answer.basis().rules())
                .containsExactly(
                        Map.entry("question", new Understanding(AskedLibrary.TERMINOLOGY).rules()));
        assertThat(library.verification.verdict(answer, library.key).notes())
                .contains("given the same candidates, the same answer came again");
        assertThat(library.verification.verify(answer)).isEmpty();
    }

    @Test
    void keepTheirReader() {
        Answer answer = library.ask(Reader.CARER, "Who won the game last night?");
        assertThat(answer.understood().reader()).isEqualTo("carer");
        assertThat(library.verification.verify(answer)).isEmpty();
    }

    @Test
    void sayWhatWasTakenOutAndStillVerifyWhereTheyWereSigned() {
        Answer answer =
                library.ask(
                        "Call Dr. Emily Watson on 555-201-8876, email emily.watson@example.org");
        assertThat(answer.outcome().reason()).isEqualTo("notClinical");
        assertThat(answer.understood().removed()).isNotEmpty();
        assertThat(answer.asked()).doesNotContain("Watson", "8876");
        assertThat(library.verification.verdict(answer, library.key).problems()).isEmpty();
    }

    @Test
    void aTextThatWasCutVerifiesWhereItWasSignedAndIsVouchedForByNobodyElse() {
        Answer answer = library.ask("Should osteoporosis be treated in a child? ".repeat(400));
        assertThat(answer.outcome().reason()).isEqualTo("tooLong");
        Verdict here = library.verification.verdict(answer, library.key);
        assertThat(here.problems()).isEmpty();
        assertThat(here.notes()).anyMatch(note -> note.contains("only the beginning"));
        assertThat(library.verification.verdict(answer, ServerKey.passing()).problems())
                .extracting(Problem::code)
                .containsExactly("notRecomputed");
    }

    @Test
    void anAnswerCannotBeTurnedIntoARefusal() {
        Answer refused = library.ask("Who won the game last night?");
        Answer answered = library.ask("Should a 67-year-old woman be screened for osteoporosis?");
        Answer forged =
                Receipts.sign(
                        new Answer(
                                refused.schema(),
                                refused.id(),
                                answered.asked(),
                                refused.title(),
                                refused.understood(),
                                refused.urgent(),
                                refused.premises(),
                                refused.outcome(),
                                refused.bottomLine(),
                                refused.sections(),
                                refused.adultOrIndirect(),
                                refused.conflicts(),
                                refused.notTold(),
                                refused.references(),
                                refused.direction(),
                                refused.confidence(),
                                refused.basis(),
                                null),
                        new oropos.retrieval.Findings(List.of(), 0, 0, "g0001-1", "not searched"),
                        library.key);
        assertThat(library.verification.verdict(forged, library.key).problems())
                .extracting(Problem::where)
                .contains("basis.rules.appraisal");
    }
}
