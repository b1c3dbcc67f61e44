package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadabilityTests {

    @Test
    void theFormulasAreThoseOfTheLiterature() {
        // 10 words, 10 syllables, 30 letters, 1 sentence
        Readability easy = Readability.of("The cat sat on the mat and the dog ran.");
        assertThat(easy.fleschKincaid()).isCloseTo(11.8 + 3.9 - 15.59, within(0.01));
        assertThat(easy.highest()).isCloseTo(4.0, within(0.01));
        assertThat(easy.lowest()).isCloseTo(4.71 * 2.9 + 5 - 21.43, within(0.5));
    }

    @Test
    void longSentencesAndLongWordsAreHarder() {
        assertThat(
                        Readability.of("Osteoporosis necessitates multidisciplinary evaluation.")
                                .middle())
                .isGreaterThan(Readability.of("Weak bones need care. Ask the team.").middle());
    }

    @Test
    void syllablesAreCountedByTheirVowels() {
        assertThat(List.of("bone", "fracture", "table", "treated", "walked", "placebo", "32"))
                .extracting(Readability::syllables)
                .containsExactly(1, 2, 2, 2, 1, 3, 1);
    }

    @Test
    void aTextWithoutWordsHasNoGrade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Readability.of(" ... "));
    }
}
