package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;

/// What is offered is answered.
class NextQuestionsTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    @TempDir static Path folder;

    private static Library library;
    private static Retrieval retrieval;
    private static Consultation consultation;

    @BeforeAll
    static void open() {
        library =
                Library.open(
                        folder,
                        Library.Access.WRITE,
                        Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC));
        library.addStarter();
        Terminology terminology = Terminology.builtIn();
        retrieval = Retrieval.open(folder, library, terminology, null);
        retrieval.refresh(Progress.none());
        consultation = new Consultation(library, terminology, retrieval, ServerKey.passing());
    }

    @AfterAll
    static void close() {
        retrieval.close();
        library.close();
    }

    private static Answer ask(String text) {
        return consultation.ask(Asked.by(Reader.PHYSICIAN, text), stage -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIRST,
                "Should a 67-year-old woman be screened for osteoporosis?",
                "Does vertebroplasty help adults with painful osteoporotic fractures?"
            })
    void eachOfThemIsAnsweredAndSaysSomethingNew(String question) {
        Answer answer = ask(question);
        List<String> next = consultation.next(List.of(question), answer, Reader.PHYSICIAN);

        assertThat(next).isNotEmpty().doesNotHaveDuplicates();
        assertThat(next).hasSizeLessThanOrEqualTo(NextQuestions.MOST);
        for (String words : next) {
            FollowUp read = consultation.followUp(List.of(question), words);
            Answer follows = ask(((FollowUp.Question) read).text());
            assertThat(follows.outcome().kind()).as(words).isNotEqualTo("abstained");
            assertThat(follows.bottomLine().lead().size() + follows.bottomLine().branches().size())
                    .as(words)
                    .isPositive();
            assertThat(follows.bottomLine()).as(words).isNotEqualTo(answer.bottomLine());
        }
        assertThat(consultation.next(List.of(question), answer, Reader.PHYSICIAN)).isEqualTo(next);
    }

    @Test
    void whatIsNotKnownOfThePatientComesFirst() {
        assertThat(consultation.next(List.of(FIRST), ask(FIRST), Reader.PHYSICIAN).getFirst())
                .startsWith("What if ");
    }

    @Test
    void patientsAndParentsAreOfferedPlainWords() {
        List<String> next = consultation.next(List.of(FIRST), ask(FIRST), Reader.CARER);
        assertThat(next)
                .anyMatch(words -> words.startsWith("What are the side effects of "))
                .noneMatch(words -> words.startsWith("What are the harms of "));
    }

    @Test
    void nothingIsOfferedAfterARefusalOrAnEmergency() {
        for (String question :
                List.of(
                        "What is the capital of France?",
                        "My son of 8 cannot feel his legs and has lost control of his bladder after a"
                                + " fall. What should I do?")) {
            Answer answer = ask(question);
            assertThat(consultation.next(List.of(question), answer, Reader.PHYSICIAN)).isEmpty();
        }
    }
}
