package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpansionsTests {

    private static final String PASSAGE =
            "A urinary tract infection (UTI) is common. UTIs heal in days. The XYZ is not told.";

    @Test
    void anAbbreviationIsWrittenOutAsItsOwnPassageDoes() {
        assertThat(Expansions.in("UTIs heal in days.", PASSAGE))
                .containsExactly(java.util.Map.entry("UTI", "urinary tract infection"));
    }

    @Test
    void whatTheSentenceWritesOutItselfNeedsNothing() {
        assertThat(Expansions.in("A urinary tract infection (UTI) is common.", PASSAGE)).isEmpty();
    }

    @Test
    void nothingIsGuessed() {
        assertThat(Expansions.in("The XYZ is not told.", PASSAGE)).isEmpty();
        assertThat(Expansions.longForm("ALL", "Take all of it (ALL) at once")).isEmpty();
    }

    @Test
    void onlyTheOwnPassageVouchesForAnExpansion() {
        assertThat(
                        Expansions.holds(
                                " [UTI: urinary tract infection]", "UTIs heal in days.", PASSAGE))
                .isTrue();
        assertThat(Expansions.holds(" [UTI: upper tract infection]", "UTIs heal in days.", PASSAGE))
                .isFalse();
        assertThat(
                        Expansions.holds(
                                " [UTI: urinary tract infection]",
                                "UTIs heal in days.",
                                "UTIs heal."))
                .isFalse();
    }
}
