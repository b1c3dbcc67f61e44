package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.TextKind;

/// What may head an answer, and what may not.
class BottomLinesTests {

    private static final String ADULT =
            "What is the best treatment for a 40-year-old with scabies?";

    private static Claim drug(String name, Claim.Direction direction) {
        return WeighedTexts.claim(Claim.Kind.RECOMMENDATION, "drugs", name, direction);
    }

    @Test
    void aRecommendationForSuchPeopleHeads() {
        Answer answer =
                new WeighedTexts()
                        .block(
                                "guideline:a/1",
                                "Scabies care",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("permethrin", Claim.Direction.FAVOURS),
                                "Permethrin is recommended for scabies in adults.")
                        .answer(ADULT);

        assertThat(WeighedTexts.lead(answer))
                .containsExactly("Permethrin is recommended for scabies in adults.");
    }

    @Test
    @DisplayName("P3 adult evidence carries no bottom line of a child under 13")
    void adultEvidenceDoesNotHeadForAChild() {
        Answer answer =
                new WeighedTexts()
                        .block(
                                "guideline:a/1",
                                "Scabies care",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("ivermectin", Claim.Direction.FAVOURS),
                                "Ivermectin is recommended for scabies in adults.")
                        .answer("What is the best treatment for a 6-year-old with scabies?");

        assertThat(WeighedTexts.lead(answer)).isEmpty();
        assertThat(answer.adultOrIndirect()).hasSize(1);
    }

    @Test
    void ofTwoMedicinesTakenTogetherOnlyWhatNamesBothHeads() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the drug interactions of Warfarin ?",
                                "Warfarin has many drug interactions. Warfarin taken with amiodarone"
                                        + " together has an increased effect.");

        assertThat(WeighedTexts.lead(texts.answer("Can warfarin be taken with amiodarone?")))
                .singleElement()
                .asString()
                .contains("Warfarin taken with amiodarone");
        assertThat(WeighedTexts.lead(texts.answer("Can warfarin be taken with fluconazole?")))
                .isEmpty();
        assertThat(texts.answer("Can warfarin be taken with amiodarone?").direction())
                .isEqualTo("unknown");
    }

    @Test
    void whatANewerDocumentSpeaksAgainstDoesNotHead() {
        Answer answer =
                new WeighedTexts()
                        .year(2010)
                        .block(
                                "guideline:a/1",
                                "Scabies care",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("lindane", Claim.Direction.FAVOURS),
                                "Lindane is recommended for scabies in adults.")
                        .year(2022)
                        .block(
                                "guideline:a/2",
                                "Scabies safety",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("lindane", Claim.Direction.AGAINST),
                                "Lindane should not be used for scabies in adults.")
                        .answer(ADULT);

        assertThat(WeighedTexts.lead(answer))
                .noneMatch(text -> text.startsWith("Lindane is recommended"));
    }

    @Test
    void aSummaryOfASecondaryPageDoesNotHeadAlone() {
        Answer answer =
                new WeighedTexts()
                        .kind(TextKind.SUMMARY_OF_SECONDARY)
                        .block(
                                "guideline:a/1",
                                "Scabies care",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("permethrin", Claim.Direction.FAVOURS),
                                "Permethrin is recommended for scabies in adults.")
                        .answer(ADULT);

        assertThat(WeighedTexts.lead(answer)).isEmpty();
    }

    @Test
    void whatWasSeenInChildrenDoesNotHeadForSomebodyWhoTellsOfNoChild() {
        Answer answer =
                new WeighedTexts()
                        .block(
                                "pmid:1",
                                "Back pain and leukaemia",
                                Design.CASE_SERIES,
                                WeighedTexts.CHILDREN,
                                WeighedTexts.claim(Claim.Kind.FINDING, "cause", null, null),
                                "In 3 children back pain was caused by leukaemia.")
                        .answer("Can back pain be caused by my period?");

        assertThat(WeighedTexts.lead(answer)).isEmpty();
    }

    @Test
    void aSentenceThatDoesNotTellWhatWasAskedDoesNotHead() {
        Answer answer =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies is a skin disease with much itching at night.")
                        .answer("How long does scabies last?");

        assertThat(WeighedTexts.lead(answer)).isEmpty();
    }

    @Test
    void aSentenceThatTellsItHeadsAndSaysThatItsPeopleAreNotStated() {
        Answer answer =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch.")
                        .answer("Is scabies contagious?");

        assertThat(WeighedTexts.lead(answer))
                .containsExactly(
                        "Population not stated: Scabies spreads from person to person by touch.");
        assertThat(answer.outcome().kind()).isEqualTo("partly");
    }

    @Test
    void theLeadHasAtMost45Words() {
        String words =
                "Permethrin cream is recommended as the first treatment for scabies in adults who have"
                        + " no allergy to it, on all skin from the neck down, washed off after eight"
                        + " hours, and once again after one week has passed for all of the household, children"
                        + " and guests included.";
        Answer answer =
                new WeighedTexts()
                        .block(
                                "guideline:a/1",
                                "Scabies care",
                                Design.PRACTICE_GUIDELINE,
                                WeighedTexts.ADULTS,
                                drug("permethrin", Claim.Direction.FAVOURS),
                                words)
                        .answer(ADULT);

        assertThat(WeighedTexts.lead(answer)).isEmpty();
        assertThat(WeighedTexts.sections(answer)).contains(words);
    }
}
