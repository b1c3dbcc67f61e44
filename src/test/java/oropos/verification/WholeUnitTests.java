package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeUnitTests {

    /// `|` marks the place asked about.
    private static boolean ends(String marked) {
        int at = marked.indexOf('|');
        return WholeUnit.endsSentence(marked.replace("|", ""), at);
    }

    @ParameterizedTest
    @DisplayName("P1 a sentence ends at its full stop")
    @ValueSource(
            strings = {
                "It helped.| It may harm.",
                "It helped.|",
                "It helped (grade B).| It may harm.",
                "He said \"stop.\"| Then it ended.",
                "Measure 25-hydroxyvitamin D.| The level matters.",
                "Was it safe?| It was.",
                "No stop at the end of a paragraph|\n\nNext paragraph.",
                "Fractures fell by 41%.| The interval was wide."
            })
    void aSentenceEndsAtItsFullStop(String text) {
        assertThat(ends(text)).isTrue();
    }

    @ParameterizedTest
    @DisplayName(
            "P1 a full stop of an abbreviation, an initial, a number or inside brackets ends none")
    @ValueSource(
            strings = {
                "Given vs.| Placebo it helped.",
                "As shown by Adler et al.| The effect was small.",
                "As Dr.| Braun wrote.",
                "By J.| R. Braun.",
                "By J. R.| Braun and others.",
                "Given i.v.| Zoledronate helped.",
                "It helped (in one trial.| In another it did not).",
                "It helped approx.| Half of them.",
                "It helped.| and then it did not.",
                "a value of 0.|41 was seen.",
                "It helped| But not always.",
                "It helped,| But not always."
            })
    void otherStopsEndNone(String text) {
        assertThat(ends(text)).isFalse();
    }
}
