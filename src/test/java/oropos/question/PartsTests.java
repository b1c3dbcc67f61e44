package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "What is asthma? And what is COPD in a 70-year-old?",
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
}
