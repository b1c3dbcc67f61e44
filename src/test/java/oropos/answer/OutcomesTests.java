package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Standing;
import oropos.library.TextKind;

/// What kind of answer it is, and which honest refusal.
@DisplayName(
        "P7 where the library cannot answer, the answer says so, and why, and what would be needed")
class OutcomesTests {

    private static final String CONTAGIOUS = "Is scabies contagious?";

    private static Answer.Outcome outcome(WeighedTexts texts, String question) {
        return texts.answer(question).outcome();
    }

    @Test
    void anEmptyLibraryHoldsNothing() {
        Answer.Outcome outcome = outcome(new WeighedTexts(), CONTAGIOUS);

        assertThat(outcome.kind()).isEqualTo("abstained");
        assertThat(outcome.reason()).isEqualTo("nothingInLibrary");
        assertThat(outcome.nearest()).isEmpty();
        assertThat(outcome.words()).contains("would be needed");
    }

    @Test
    void whatIsOnAnotherSubjectIsNotNear() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .coverage(0.3)
                                .page(
                                        "medquad:a/1#1",
                                        "What is (are) Gout ?",
                                        "Gout is a painful disease of the joints."),
                        CONTAGIOUS);

        assertThat(outcome.reason()).isEqualTo("nothingInLibrary");
        assertThat(outcome.nearest()).isEmpty();
    }

    @Test
    void aPageWithoutTextIsLinked() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .linkOnly()
                                .page("medquad:a/1#1", "What is (are) Scabies ?", "Removed."),
                        CONTAGIOUS);

        assertThat(outcome.reason()).isEqualTo("linkOnly");
        assertThat(outcome.nearest()).singleElement().asString().contains("https://example.org/0");
    }

    @Test
    void textsOnTheSubjectThatDoNotTellItAreNamed() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .page(
                                        "medquad:a/1#1",
                                        "What are the treatments for Scabies ?",
                                        "Permethrin cream is used to treat scabies in most homes."),
                        "How common is scabies?");

        assertThat(outcome.reason()).isEqualTo("notTold");
        assertThat(outcome.nearest()).containsExactly("What are the treatments for Scabies ?");
    }

    @Test
    void onlySummariesOnTheSubjectAreSaidToBeSecondHand() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .kind(TextKind.SUMMARY_OF_SECONDARY)
                                .page(
                                        "medquad:a/1#1",
                                        "What are the treatments for Scabies ?",
                                        "Permethrin cream is used to treat scabies in most homes."),
                        "How common is scabies?");

        assertThat(outcome.reason()).isEqualTo("onlySecondHand");
    }

    @Test
    void evidenceFromOthersAloneIsNoAnswerForThisPatient() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .block(
                                        "guideline:a/1",
                                        "Scabies care",
                                        Design.PRACTICE_GUIDELINE,
                                        WeighedTexts.ADULTS,
                                        WeighedTexts.claim(
                                                Claim.Kind.RECOMMENDATION,
                                                "drugs",
                                                "ivermectin",
                                                Claim.Direction.FAVOURS),
                                        "Ivermectin is recommended for scabies in adults."),
                        "What is the best treatment for a 6-year-old with scabies?");

        assertThat(outcome.reason()).isEqualTo("onlyOtherPopulation");
    }

    @Test
    @DisplayName("P4 a retracted source is not even near")
    void aRetractedSourceIsNotNear() {
        Answer.Outcome outcome =
                outcome(
                        new WeighedTexts()
                                .standing(Standing.RETRACTED)
                                .page(
                                        "medquad:a/1#1",
                                        "What is (are) Scabies ?",
                                        "Scabies spreads from person to person by touch."),
                        CONTAGIOUS);

        assertThat(outcome.kind()).isEqualTo("abstained");
        assertThat(outcome.nearest()).isEmpty();
    }

    @Test
    void aWordNoVocabularyKnowsIsNamedInTheRefusal() {
        Answer.Outcome outcome =
                outcome(new WeighedTexts(), "What is the dose of zorbatinib for adults?");

        assertThat(outcome.reason()).isEqualTo("unknownSubject");
        assertThat(outcome.words()).contains("zorbatinib");
    }

    @Test
    void confidenceIsWhatTheBestMeetsTimesHowNearItsPeopleAre() {
        Answer answer =
                new WeighedTexts()
                        .coverage(0.9)
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch.")
                        .answer(CONTAGIOUS);

        assertThat(answer.confidence()).isEqualTo(0.81);
    }

    @Test
    void relatedSentencesBelowTheLeastConfidenceAreNotShown() {
        String title = "What are the treatments for Scabies ?";
        String text = "Most people recover within four weeks after one treatment.";
        Answer far =
                new WeighedTexts()
                        .coverage(0.6)
                        .page("medquad:a/1#1", title, text)
                        .answer("How long does scabies last?");
        Answer near =
                new WeighedTexts()
                        .page("medquad:a/1#1", title, text)
                        .answer("How long does scabies last?");

        assertThat(far.outcome().reason()).isEqualTo("notTold");
        assertThat(WeighedTexts.sections(far)).isEmpty();
        assertThat(far.confidence()).isLessThan(Outcomes.LEAST_CONFIDENCE);
        assertThat(WeighedTexts.sections(near)).containsExactly("[Scabies] " + text);
    }
}
