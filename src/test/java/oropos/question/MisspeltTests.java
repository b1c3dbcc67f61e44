package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTests {

    private static final Misspelt MISSPELT =
            new Misspelt(
                    List.of(
                            "pain",
                            "speech",
                            "suddenly",
                            "fever",
                            "stroke",
                            "breathing",
                            "bleeding",
                            "unconscious"),
                    List.of("mening"));

    private static String mended(String typed) {
        return MISSPELT.mended(Wording.of(typed)).words().getFirst().text();
    }

    @ParameterizedTest
    @CsvSource({
        "pian, pain",
        "speach, speech",
        "suddenley, suddenly",
        "feever, fever",
        "unconcious, unconscious",
        "breatking, breathing"
    })
    void oneSlipIsMended(String typed, String meant) {
        assertThat(mended(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"breeding", "rain", "stroker", "peach", "pin", "meningitis", "12"})
    void whatMayBeAnotherWordIsLeft(String typed) {
        assertThat(mended(typed)).isEqualTo(typed);
    }

    @Test
    void whatIsShownStaysAsTyped() {
        assertThat(Asking.urgent("Since an hour his face is drooping and his speach is slurred"))
                .isNotEmpty()
                .allSatisfy(urgent -> assertThat(urgent.quote()).doesNotContain("speech"));
    }
}
