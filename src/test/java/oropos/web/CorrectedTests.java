package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectedTests {

    private static final String ASKED = "Girl of 8 with osteoporosis: treatment?";

    @Test
    void aFormLeftAsItWasChangesNothing() {
        assertThat(
                        Corrected.text(
                                ASKED,
                                Map.of(
                                        "edit.age", "",
                                        "edit.ageUnit", "a",
                                        "edit.sex", "",
                                        "finding.osteoporosis", "",
                                        "question", ASKED)))
                .isEqualTo(ASKED);
    }

    @Test
    void everyFieldBecomesACorrectionInTheText() {
        assertThat(
                        Corrected.text(
                                ASKED,
                                Map.of(
                                        "edit.age", "18",
                                        "edit.ageUnit", "mo",
                                        "edit.sex", "male",
                                        "edit.kind", "harm",
                                        "finding.osteoporosis", "does not have",
                                        "edit.also", "asthma, prednisolone")))
                .isEqualTo(
                        ASKED
                                + " [Corrected: age 18 months; sex male; question about harm; does not"
                                + " have osteoporosis; has asthma; has prednisolone]");
    }

    @Test
    void theButtonOfAChipTakesItOut() {
        assertThat(Corrected.text(ASKED, Map.of("edit.drop", "not about osteoporosis")))
                .isEqualTo(ASKED + " [Corrected: not about osteoporosis]");
    }

    @Test
    void whatTheFormDoesNotOfferIsNotTaken() {
        assertThat(
                        Corrected.text(
                                ASKED,
                                Map.of(
                                        "edit.age", "drop table",
                                        "edit.sex", "neither]",
                                        "finding.osteoporosis", "maybe")))
                .isEqualTo(ASKED);
    }
}
