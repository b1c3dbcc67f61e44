package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KidneyFunctionTests {

    private static @Nullable String rate(String text) {
        return Asking.question(text).patient().facts().get(KidneyFunction.FACT);
    }

    /// The child is the worked example of
    /// calculatorlib.com (82.6); the others were worked out from the equations by another program.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "55-year-old woman, creatinine 0.9 mg/dL: metformin? | 75",
                "8-year-old boy, height 100 cm, creatinine 0.5 mg/dL: gentamicin? | 83",
                "67-year-old man with creatinine 1.8 mg/dL: dabigatran? | 41",
                "67-year-old man with creatinine 159 µmol/L: dabigatran? | 41",
                "30-year-old woman, creatinine 0.6 mg/dL: contrast? | 124"
            })
    void aRateIsWorkedOutWithWhatWentIntoIt(String text, String rate) {
        assertThat(rate(text)).startsWith(rate + " mL/min/1.73 m2 (computed, ").contains("x ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Woman with creatinine 0.9 mg/dL: metformin?",
                "55-year-old with creatinine 0.9 mg/dL: metformin?",
                "8-year-old boy, creatinine 0.5 mg/dL: gentamicin?",
                "55-year-old woman, creatinine 0.9: metformin?",
                "55-year-old woman, creatinine 90 mg/dL: metformin?",
                "55-year-old woman, eGFR 40, creatinine 1.4 mg/dL: metformin?",
                "28-year-old pregnant woman, creatinine 0.9 mg/dL: enoxaparin?",
                "60-year-old man with acute kidney injury, creatinine 4.2 mg/dL: vancomycin?",
                "60-year-old man on haemodialysis, creatinine 7 mg/dL: gabapentin?",
                "55-year-old woman with normal creatinine: metformin?"
            })
    void nothingIsWorkedOutWhereSomethingItNeedsIsNotTold(String text) {
        assertThat(rate(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings =
                    "55-year-old woman, creatinine 0.9 mg/dL: metformin? [Corrected: has eGFR 40]")
    void aRateThatIsToldTakesItsPlace(String text) {
        assertThat(rate(text)).isNull();
        assertThat(Asking.question(text).patient().facts().get("egfr")).startsWith("40");
    }
}
