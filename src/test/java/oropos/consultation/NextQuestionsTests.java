package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.question.FollowUp;
import oropos.question.Reader;

/// What is offered is answered.
class NextQuestionsTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(String text) {
        return HOUSE.ask(text);
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
        List<String> next = HOUSE.consultation().next(List.of(question), answer, Reader.PHYSICIAN);

        assertThat(next).isNotEmpty().doesNotHaveDuplicates();
        assertThat(next).hasSizeLessThanOrEqualTo(NextQuestions.MOST);
        for (String words : next) {
            FollowUp read = HOUSE.consultation().followUp(List.of(question), words);
            Answer follows = ask(((FollowUp.Question) read).text());
            assertThat(follows.outcome().kind()).as(words).isNotEqualTo("abstained");
            assertThat(follows.bottomLine().lead().size() + follows.bottomLine().branches().size())
                    .as(words)
                    .isPositive();
            assertThat(follows.bottomLine()).as(words).isNotEqualTo(answer.bottomLine());
        }
        assertThat(HOUSE.consultation().next(List.of(question), answer, Reader.PHYSICIAN))
                .isEqualTo(next);
    }

    @Test
    void whatIsNotKnownOfThePatientComesFirst() {
        assertThat(
                        HOUSE.consultation()
                                .next(List.of(FIRST), ask(FIRST), Reader.PHYSICIAN)
                                .getFirst())
                .startsWith("What if ");
    }

    @Test
    void patientsAndParentsAreOfferedPlainWords() {
        List<String> next = HOUSE.consultation().next(List.of(FIRST), ask(FIRST), Reader.CARER);
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
            assertThat(HOUSE.consultation().next(List.of(question), answer, Reader.PHYSICIAN))
                    .isEmpty();
        }
    }
}
