package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Design;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Mention.Assertion;

/// Doubts that stand in a text as numbers, each with the words it stands in.
class StatedDoubtsTests {

    private static final ClinicalQuestion CHILD =
            Bench.asking()
                    .years(8)
                    .problem("D016103", "compression fractures")
                    .problem("D010024", "osteoporosis", Assertion.POSSIBLE)
                    .ask();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New fractures occurred in 0/18 versus 2/16 children. | 2 events | 0/18 versus 2/16",
                "Death was seen in 1 of 40 and in 0 of 41 patients. | 1 event | 1 of 40 and in 0 of 41",
                "Relapse: 23/120 versus 41/118. | | ",
                "Of those asked, 8 of 34 declined. | | ",
                "Falls 2/50 v 3/51. Fractures 12/50 v 9/51. | | "
            })
    void fewEventsCountWhereTwoGroupsAreCounted(String text, String words, String quote) {
        StatedDoubts.Ground found = StatedDoubts.in(text).fewEvents();
        assertThat(found == null ? null : found.words()).isEqualTo(words);
        assertThat(found == null ? null : found.span().of(text)).isEqualTo(quote);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There was heterogeneity (I2 = 71%). | I\u00b2 71%",
                "Pooled estimates varied (I\u00b2=12%; later I\u00b2 = 83.4%). | I\u00b2 83%",
                "The I-squared statistic was 64%. | I\u00b2 64%",
                "Heterogeneity was low (I(2) = 8%). | ",
                "I2 of 0.77 in all trials. | I\u00b2 77%",
                "Vitamin B12 rose by 71%. | "
            })
    void heterogeneityAboveHalfCounts(String text, String words) {
        StatedDoubts.Ground found = StatedDoubts.in(text).heterogeneity();
        assertThat(found == null ? null : found.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In all, 27% were lost to follow-up. | 27% lost to follow-up",
                "Loss to follow-up was 9%. | ",
                "The follow-up rate was 64%. | only 64% followed up",
                "Follow-up was complete in 96% of patients. | ",
                "Mortality at follow-up was 12%. | ",
                "After follow-up of 5 years 31% had died. | "
            })
    void manyLostToFollowUpCount(String text, String words) {
        StatedDoubts.Ground found = StatedDoubts.in(text).lost();
        assertThat(found == null ? null : found.words()).isEqualTo(words);
    }

    @Test
    void anIntervalAwayFromNoEffectAnywhereLeavesNoDoubt() {
        assertThat(
                        StatedDoubts.in(
                                        "OR 0.91 (95% CI 0.70 to 1.19); hazard ratio was 0.52, 0.40 to 0.70.")
                                .noEffect())
                .isNull();
    }

    @Test
    void everyStepReadFromNumbersNamesItsWords() {
        Evidence row =
                Bench.one(
                        CHILD,
                        Bench.row("A", Design.RANDOMISED_TRIAL)
                                .ages(5, 17)
                                .text(
                                        "Vertebral fractures occurred in 0/18 versus 2/16 children."));

        assertThat(row.certainty().reasons()).contains("-2 imprecision: 34 people, 2 events");
        assertThat(row.certainty().grounds())
                .containsExactly(
                        new Certainty.Ground(
                                "imprecision",
                                "2 events",
                                "0/18 versus 2/16",
                                row.certainty().grounds().getFirst().span()));
    }
}
