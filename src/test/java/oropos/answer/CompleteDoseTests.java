package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Population;
import oropos.terminology.AgeRange;
import oropos.terminology.Terminology;

class CompleteDoseTests {

    private static final Population ADULTS =
            new Population(
                    "adults", AgeRange.years(18, 80), null, null, List.of(), List.of(), false);

    @ParameterizedTest
    @DisplayName("P6 a dose lacks its drug, route, frequency or people, and is said to")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Give 5 mg by mouth once daily. | a dose without its drug
                    Prednisolone 5 mg once daily. | a dose without its route
                    Prednisolone 5 mg by mouth. | a dose without its frequency
                    Prednisolone 5 mg by mouth once daily, then 10 mg by mouth. | a dose without its frequency
                    """)
    void namesWhatIsMissing(String text, String missing) {
        assertThat(CompleteDose.missing(Terminology.builtIn(), text, ADULTS)).contains(missing);
    }

    @Test
    void namesMissingPeople() {
        assertThat(
                        CompleteDose.missing(
                                Terminology.builtIn(),
                                "Prednisolone 5 mg by mouth once daily.",
                                Population.UNSTATED))
                .contains("a dose without its population");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prednisolone 5 mg by mouth once daily.",
                "Prednisolone is recommended.",
                "Glucose was 90 mg/dL and weight 14 kg.",
                ""
            })
    void isContentWithWholeDosesAndWithNone(String text) {
        assertThat(CompleteDose.missing(Terminology.builtIn(), text, ADULTS)).isEmpty();
    }

    @Test
    void knowsWhetherAMaximumIsNamed() {
        assertThat(CompleteDose.lacksMaximum("Prednisolone 5 mg by mouth once daily.")).isTrue();
        assertThat(CompleteDose.lacksMaximum("5 mg by mouth once daily, maximum 20 mg.")).isFalse();
        assertThat(CompleteDose.lacksMaximum("5 mg by mouth, not to exceed 20 mg daily."))
                .isFalse();
        assertThat(CompleteDose.lacksMaximum("No dose is named.")).isFalse();
    }
}
