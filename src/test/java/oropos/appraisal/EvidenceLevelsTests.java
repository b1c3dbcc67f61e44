package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.appraisal.Bench.asking;
import static oropos.appraisal.Bench.row;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Design;
import oropos.question.QuestionKind;

class EvidenceLevelsTests {

    private static Evidence weighed(QuestionKind kind, Bench.Row row) {
        return Bench.one(asking().kind(kind).years(40).ask(), row.ages(18, 80));
    }

    @ParameterizedTest
    @CsvSource({
        "THERAPY, RANDOMISED_TRIAL, 2",
        "PREVENTION, CONTROLLED_TRIAL, 3",
        "DOSE, CASE_SERIES, 4",
        "THERAPY, LABORATORY, 5",
        "HARM, COHORT, 3",
        "PROGNOSIS, COHORT, 3",
        "CAUSE, RANDOMISED_TRIAL, 3",
        "DIAGNOSIS, DIAGNOSTIC, 2",
        "TEST_INTERPRETATION, CASE_CONTROL, 4"
    })
    void eachKindOfQuestionHasItsColumn(QuestionKind kind, Design design, int level) {
        assertThat(weighed(kind, row("A", design)).level()).isEqualTo(level);
    }

    @Test
    void guidelinesLabelsAndDefinitionsHaveNoLevelAndSaySo() {
        assertThat(weighed(QuestionKind.THERAPY, row("A", Design.PRACTICE_GUIDELINE)).level())
                .isNull();
        assertThat(weighed(QuestionKind.THERAPY, row("A", Design.DRUG_LABEL)).levelReason())
                .contains("no level for this (drug label)");
        assertThat(
                        weighed(QuestionKind.DEFINITION, row("A", Design.RANDOMISED_TRIAL))
                                .levelReason())
                .isEqualTo("OCEBM 2011 has no levels for definitions");
    }

    @Test
    void aReviewOfTrialsIsLevelOneAndOneThatDoesNotSayIsNot() {
        assertThat(
                        weighed(
                                        QuestionKind.THERAPY,
                                        row("A", Design.SYSTEMATIC_REVIEW)
                                                .text("We included 14 randomised trials."))
                                .level())
                .isEqualTo(1);
        assertThat(
                        weighed(
                                        QuestionKind.THERAPY,
                                        row("A", Design.SYSTEMATIC_REVIEW)
                                                .text("We included non-randomised studies."))
                                .level())
                .isEqualTo(3);
        assertThat(weighed(QuestionKind.THERAPY, row("A", Design.SYSTEMATIC_REVIEW)).level())
                .isEqualTo(3);
    }

    @Test
    void anInceptionCohortIsLevelTwoForPrognosis() {
        assertThat(
                        weighed(
                                        QuestionKind.PROGNOSIS,
                                        row("A", Design.COHORT)
                                                .text("186 newly diagnosed children."))
                                .level())
                .isEqualTo(2);
    }

    @Test
    void theSchemeIsNamedAndAnUncertainDesignIsSaid() {
        assertThat(weighed(QuestionKind.THERAPY, row("A", Design.COHORT).uncertain()).levelReason())
                .isEqualTo(
                        "OCEBM 2011, rule-based, treatment: cohort study; design uncertain: stated"
                                + " by the document");
    }

    @Test
    void everyDesignHasAStartOfCertainty() {
        assertThat(Arrays.stream(Design.values()))
                .allSatisfy(design ->
                        assertThat(
                                        weighed(QuestionKind.THERAPY, row("A", design))
                                                .certainty()
                                                .reasons())
                                .isNotEmpty());
    }
}
