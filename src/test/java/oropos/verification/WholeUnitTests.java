package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.terminology.Span;

class WholeUnitTests {

    /// `|` marks the place asked about.
    private static boolean ends(String marked) {
        int at = marked.indexOf('|');
        return WholeUnit.endsSentence(marked.replace("|", ""), at);
    }

    private static final String LISTED =
            "It hurts. Do not take it if you: \u2022 Have an ulcer. \u2022 Bleed easily\n\nAsk a doctor.";

    private static boolean isWhole(String quote) {
        Passage passage =
                new Passage(
                        new Passage.Id(new SourceId("starter:made-up"), "a".repeat(64), 0),
                        Passage.Role.BODY,
                        new Span(7, 7 + LISTED.length()),
                        LISTED,
                        List.of(),
                        null);
        int at = LISTED.indexOf(quote);
        return WholeUnit.holds(passage, new Span(7 + at, 7 + at + quote.length()));
    }

    @Test
    @DisplayName(
            "P1 a list is whole with the words that announce it and all its items, and never less")
    void aListIsWholeWithItsLeadInAndAllItsItems() {
        String list = LISTED.substring(LISTED.indexOf("Do not"), LISTED.indexOf("\n\n"));
        assertThat(isWhole(list)).isTrue();
        assertThat(isWhole("It hurts. " + list)).isTrue();
        assertThat(isWhole("It hurts.")).isTrue();
        assertThat(isWhole("Ask a doctor.")).isTrue();
        for (String cut :
                List.of(
                        "Do not take it if you:",
                        "Do not take it if you: \u2022 Have an ulcer.",
                        "It hurts. Do not take it if you:",
                        "Have an ulcer.",
                        "\u2022 Have an ulcer.",
                        "Have an ulcer. \u2022 Bleed easily",
                        "Bleed easily",
                        "Bleed easily\n\nAsk a doctor.")) {
            assertThat(isWhole(cut)).as(cut).isFalse();
        }
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
