package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortFormsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PID C5/6 with arm pain, 45M: surgery?",
                "My MRI shows PID L4/5, is it serious?",
                "My husband has PID, which painkiller?"
            })
    void aShortFormThatMayMeanADiscIsReadAsNothingAndShown(String text) {
        ClinicalQuestion question = Asking.question(text);
        assertThat(question.problems())
                .extracting(Finding::name)
                .doesNotContain("Pelvic Inflammatory Disease");
        assertThat(question.unknownWords()).contains("PID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Treatment of PID in a 24F?", "PID after coil insertion: antibiotics?"})
    void itIsReadWhereNothingSpeaksForTheOther(String text) {
        assertThat(Asking.question(text).problems())
                .extracting(Finding::name)
                .contains("Pelvic Inflammatory Disease");
    }

    @Test
    void ordinaryWordsAreNoDiseases() {
        assertThat(Asking.question("Can I use a heating pad for back pain?").problems())
                .extracting(Finding::name)
                .containsExactly("Back Pain");
        assertThat(Asking.question("I sob all night since the flu, what helps?").problems())
                .extracting(Finding::name)
                .doesNotContain("Dyspnea");
        assertThat(Asking.question("Known PAD and SOB: cilostazol?").problems())
                .extracting(Finding::name)
                .contains("Peripheral Arterial Disease", "Dyspnea");
    }

    @Test
    void aShortFormThatEndsInSIsNoPlural() {
        assertThat(Asking.question("Raised CRP of 80 in a 30-year-old, antibiotics?").problems())
                .extracting(Finding::name)
                .doesNotContain("Complex Regional Pain Syndromes");
        assertThat(Asking.question("Treatment of CRPS after a wrist fracture?").problems())
                .extracting(Finding::name)
                .contains("Complex Regional Pain Syndromes");
    }
}
