package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oropos.library.Claim;
import oropos.library.Design;

/// Which way an answer to a yes/no question goes, in its first line.
class DirectionWordsTests {

    private static Answer asked(Claim.Direction direction, String question) {
        return new WeighedTexts()
                .block(
                        "guideline:a/one",
                        "Aspirin in adults with heart disease",
                        Design.PRACTICE_GUIDELINE,
                        WeighedTexts.ADULTS,
                        WeighedTexts.claim(
                                Claim.Kind.RECOMMENDATION, "prevention", "aspirin", direction),
                        "The panel spoke on aspirin to prevent a heart attack in adults.")
                .answer(question);
    }

    @Test
    void aRecommendationThatHeadsSaysWhichWayItGoes() {
        String question = "Should a 60-year-old take aspirin to prevent a heart attack?";

        assertThat(DirectionWords.of(asked(Claim.Direction.FAVOURS, question)))
                .startsWith("Probably yes");
        assertThat(DirectionWords.of(asked(Claim.Direction.AGAINST, question)))
                .startsWith("Probably no");
        assertThat(DirectionWords.of(asked(Claim.Direction.INSUFFICIENT, question))).isNull();
    }

    @Test
    void whatIsNoYesNoQuestionHasNone() {
        assertThat(
                        DirectionWords.of(
                                asked(
                                        Claim.Direction.FAVOURS,
                                        "How can a 60-year-old prevent a heart attack with"
                                                + " aspirin?")))
                .isNull();
    }
}
