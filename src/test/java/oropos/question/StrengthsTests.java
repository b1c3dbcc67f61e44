package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liothyronine 25 mg daily in hypothyroidism?",
                "Is 50 milligrams of levothyroxine too much?",
                "Metformin 850 micrograms twice daily in diabetes?",
                "Misoprostol 400 mg for miscarriage?"
            })
    void aSlipOfTheUnitIsHeard(String text) {
        assertThat(Asking.premises(text)).contains("strength-unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Levothyroxine 50 micrograms daily in hypothyroidism?",
                "Methylprednisolone 1 g daily for three days in optic neuritis?",
                "Dopamine 5 mcg/kg/min in shock trials: which outcome?",
                "Fentanyl 50 mcg and midazolam 2 mg for sedation in adults?",
                "Vancomycin 1 g with a trough of 15 mcg/ml in sepsis trials?",
                "Aspirin 81 mg or 325 mg after a stent?"
            })
    void anAmountAsMadeIsNot(String text) {
        assertThat(Asking.premises(text)).isEmpty();
    }

    @Test
    void theCorrectionNamesTheStrengthsAndNoDose() {
        Premise premise =
                Asking.question("Misoprostol 400 mg for miscarriage?").premises().getFirst();

        assertThat(premise.quote()).isEqualTo("Misoprostol 400 mg");
        assertThat(premise.correction())
                .startsWith("Misoprostol is made in strengths of 0.1 to 0.2 mg.")
                .contains("400 mg would be about a thousand times more");
    }
}
