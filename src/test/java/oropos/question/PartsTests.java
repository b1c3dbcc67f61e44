package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTests {

    @Test
    void aSecondPatientMakesASecondQuestion() {
        assertThat(
                        Asking.UNDERSTANDING.parts(
                                "Is zoledronate safe in a 70-year-old woman? What about a 9-year-old"
                                        + " girl?"))
                .containsExactly(
                        "Is zoledronate safe in a 70-year-old woman?",
                        "Is zoledronate safe in a 9-year-old girl?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should a 67-year-old woman be screened for osteoporosis? Why?",
                "Should a 67-year-old woman take calcium? And vitamin D?",
                "Two broken back bones. Is it cancer?",
                "What helps? And my son?",
                "??",
                ""
            })
    void everythingElseStaysOne(String text) {
        assertThat(Asking.UNDERSTANDING.parts(text)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What is the dose of dexamethasone in a child of 14 kg and can it be given with ibuprofen? | What is the dose of dexamethasone in a child of 14 kg? | Can dexamethasone be given with ibuprofen? Asked about: child, 14 kg.
                    What is asthma? And what is COPD in a 70-year-old? | What is asthma? | What is COPD in a 70-year-old?
                    How is sciatica treated and how long does it last? | How is sciatica treated? | How long does sciatica last?
                    Should I stop aspirin and how long before surgery? | Should I stop aspirin? | How long before surgery? Asked about: aspirin.
                    What is the dose of amoxicillin and what is the capital of France? | What is the dose of amoxicillin? | What is the capital of France?
                    I am 34 and pregnant. Which vaccines may I have? Is paracetamol safe? | I am 34 and pregnant. Which vaccines may I have? | I am 34 and pregnant. Is paracetamol safe?
                    """)
    void severalQuestionsAreTakenApartAndEachStandsForItself(
            String text, String first, String second) {
        assertThat(Asking.UNDERSTANDING.parts(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have asthma and can I take ibuprofen?",
                "How and when is osteoporosis treated?",
                "What are the risks and benefits of statins?",
                "What is it? What is asthma? How is it treated? Does it end?",
                "How is asthma treated in children? How do you treat asthma in children?"
            })
    void whatIsOneQuestionIsNotTakenApart(String text) {
        assertThat(Asking.UNDERSTANDING.parts(text)).containsExactly(text);
    }
}
