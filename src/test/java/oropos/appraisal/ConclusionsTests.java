package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.appraisal.Conclusion.Basis;
import oropos.appraisal.Conclusion.Direction;

/// What a conclusion says to a question. The sentences are made up; how often real ones are read right
/// is measured in [ConclusionLearningTests].
class ConclusionsTests {

    private final Conclusions conclusions = Conclusions.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Does vitamin D reduce falls? | Vitamin D significantly reduced falls. | SUPPORTS",
                "Does vitamin D reduce falls? | Vitamin D did not reduce falls. | OPPOSES",
                "Is the new test accurate? | The new test was accurate and reliable. | SUPPORTS",
                "Is the new test accurate? | The new test had poor accuracy. | OPPOSES",
                "Does obesity affect survival? | Survival was not associated with obesity. | OPPOSES",
                "Does obesity affect survival? | Obesity was associated with shorter survival. | SUPPORTS",
                "Is drainage necessary? | Drainage is unnecessary and may be omitted. | OPPOSES",
                "Is drainage necessary? | Drainage is necessary in all patients. | SUPPORTS",
                "Does smoking affect healing? | Smokers healed more slowly than those who had never smoked. | SUPPORTS",
                "Does smoking affect healing? | Smokers did not heal more slowly than those who had never smoked. | OPPOSES",
                "Is stenting effective? | Although it did not relieve pain at once, stenting was effective after a month. | SUPPORTS",
                "Is stenting effective? | Although it was safe and well tolerated, stenting was not effective. | OPPOSES",
                "Is stenting effective? | Stenting was effective and safe, although it did not shorten the stay. | SUPPORTS",
                "Are clinical predictors adequate? | Clinical predictors appear inadequate. | OPPOSES"
            })
    void aConclusionIsHeldAgainstWhatWasAsked(String question, String words, Direction direction) {
        assertThat(conclusions.read(question, "CONCLUSIONS: " + words).orElseThrow().direction())
                .isEqualTo(direction);
    }

    @Test
    void aCallForMoreResearchIsNotTheAnswer() {
        assertThat(
                        conclusions
                                .read(
                                        "Is drainage necessary?",
                                        "CONCLUSIONS: Drainage is unnecessary. Further studies of drainage are needed.")
                                .orElseThrow()
                                .direction())
                .isEqualTo(Direction.OPPOSES);
    }

    @Test
    void aClaimIsNeverReadSurely() {
        assertThat(
                        conclusions
                                .read(
                                        "Vitamin D increases falls.",
                                        "CONCLUSIONS: Vitamin D significantly reduced falls.")
                                .orElseThrow()
                                .sure())
                .isLessThanOrEqualTo(Conclusions.CLAIM_SURE);
    }

    @Test
    void theSentenceItRestsOnIsAnExactStretch() {
        String text =
                "RESULTS: Falls were counted in 40 people (20%). CONCLUSIONS: Vitamin D did not reduce falls.";
        Conclusion read = conclusions.read("Does vitamin D reduce falls?", text).orElseThrow();
        assertThat(read.span().of(text)).isEqualTo("Vitamin D did not reduce falls.");
        assertThat(read.basis()).isEqualTo(Basis.CONCLUSION);
    }

    @Test
    void aRecordThatEndsWithFiguresHasResultsAndNoConclusion() {
        Conclusion read =
                conclusions
                        .read(
                                "Does vitamin D reduce falls?",
                                "We counted falls. They were fewer with vitamin D (12% against 20%, p = 0.01).")
                        .orElseThrow();
        assertThat(read.basis()).isEqualTo(Basis.RESULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "What is the best treatment of osteoporosis?",
        "Treatment of osteoporosis in an 8-year-old?",
        "Which drug prevents fractures?"
    })
    void aQuestionForAThingHasNoDirection(String question) {
        assertThat(conclusions.read(question, "CONCLUSIONS: Alendronate is effective.")).isEmpty();
    }
}
