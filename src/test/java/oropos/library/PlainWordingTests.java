package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordingTests {

    private static final String WORDS =
            "Of 78 children aged 4 to 13 years given placebo, 8% did not improve and 12 may have got worse"
                    + " (randomised trial, 2018).";

    private static final String PLAIN =
            "78 children were in the study. They were aged 4 to 13 years. They had placebo. 8 of every 100 did not"
                    + " get better. 12 may have got worse.";

    @Test
    void freeWordsThatKeepEveryFactHold() {
        assertThat(PlainWording.fault(WORDS, PLAIN)).isEmpty();
        assertThat(PlainWording.aside(WORDS)).containsExactly("randomised trial, 2018");
    }

    @ParameterizedTest
    @CsvSource({
        "78 children, 79 children, numbers",
        "'8 of every 100', '9 of every 100', numbers",
        "4 to 13 years, 4 to 13 months, numbers",
        "78 children were in the study. , '', numbers",
        "did not get better, got no better and did not die, denials",
        "did not get better, got better, denials",
        "may have got worse, got worse, reservations",
        "78 children, 78 adults, meanings",
        "had placebo, had ibuprofen, drugs",
        "had placebo, had a cure, meanings",
        "12 may, 12 at increased risk may, meanings",
        "did not get better, were not cured, meanings",
        "They had placebo, They safely had placebo, meanings",
    })
    @DisplayName(
            "P9 a number, drug, denial, reservation or group of people lost on the way is named")
    void whatWasLostIsNamed(String from, String to, String named) {
        assertThat(PLAIN).contains(from);
        assertThat(PlainWording.fault(WORDS, PLAIN.replace(from, to == null ? "" : to)))
                .get()
                .asString()
                .startsWith("its " + named);
    }

    @Test
    void twoFiguresThatChangedPlacesAreSeen() {
        assertThat(
                        PlainWording.fault(
                                "Fractures occurred in 15 of 18 on A and 12 of 16 on B.",
                                "Bones broke in 12 of 16 on A and 15 of 18 on B."))
                .isPresent();
    }

    @Test
    void aDoseIsToldAsItStands() {
        assertThat(
                        PlainWording.fault(
                                "Children were given 0.05 mg/kg every 6 months.",
                                "Children had 0.05 mg/kg every 6 months."))
                .get()
                .asString()
                .contains("as they stand");
    }

    @Test
    void onlyBracketsThatSayNoFigureOfTheStudyStayOut() {
        assertThat(
                        PlainWording.aside(
                                "In 16 of 19 (84%) it healed (odds ratio 4.7) in the spine (lumbar) (review, 2015)."))
                .isEqualTo(List.of("odds ratio 4.7", "lumbar", "review, 2015"));
    }

    @Test
    @DisplayName("P9 a bracket that says for whom, or not, is worded like the rest")
    void aBracketThatHoldsAFactIsWorded() {
        String words = "In children, a brace is advised (not in pregnancy) (review, 2015).";
        assertThat(PlainWording.aside(words)).containsExactly("review, 2015");
        assertThat(PlainWording.fault(words, "A brace is advised for children.")).isPresent();
        assertThat(
                        PlainWording.fault(
                                words, "A brace is advised for children, but not in pregnancy."))
                .isEmpty();
    }

    @Test
    void aFileWhoseWordingDiffersIsRefusedWithItsLine() {
        String file =
                """
                ---
                title: A
                issuer: B
                design: practice guideline
                ---
                ::: recommendation
                section: drugs
                plain: Children are advised to have ibuprofen.
                ---
                In children, ibuprofen is not recommended.
                :::
                """;
        assertThatThrownBy(() ->
                        GuidelineText.parts(
                                "a.md", GuidelineText.split("a.md", file), Population.UNSTATED))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("a.md, line 8")
                .hasMessageContaining("denials");
    }
}
