package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.terminology.Terminology;

class FollowUpsTests {

    private static final String FIRST =
            "Is calcitonin useful for acute vertebral fracture pain in an 81-year-old woman?";

    private final FollowUps followUps = new FollowUps(Terminology.builtIn());

    private String text(String first, String words) {
        return switch (followUps.read(List.of(first), words)) {
            case FollowUp.Question(String text, var _, var _) -> text;
            case FollowUp.OfReference(int mark, var _) -> "reference " + mark;
            case FollowUp.OfStatement(int number) -> "statement " + number;
            case FollowUp.Unclear(FollowUp.Unclear.What what) -> what.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "And if she were pregnant? | pregnant",
                "What if she were not pregnant? | not pregnant",
                "And in children? | in children; sex not told",
                "And a 45-year-old man? | age 45 years; sex male",
                "What if he were a man of 60? | age 60 years; sex male",
                "And after the age of 90? | age 90 years",
                "What if she had kidney failure? | has kidney failure"
            })
    void aConditionCorrectsTheQuestionBefore(String words, String items) {
        assertThat(text(FIRST, words)).isEqualTo(FIRST + " [Corrected: " + items + "]");
    }

    @Test
    void whatIsAskedAboutIsNotSaidOfThePatient() {
        assertThat(text("Should a 67-year-old woman be screened for osteoporosis?", "How often?"))
                .isEqualTo(
                        "How often? [Carried over: age 67 years; sex female; about osteoporosis]");
    }

    @Test
    void whyNotDeniesNothing() {
        assertThat(text("Should a child with croup be given oxygen?", "Why not dexamethasone?"))
                .startsWith("What about dexamethasone? [Carried over:")
                .contains("about croup")
                .doesNotContain("oxygen");
    }

    @Test
    void aStoryIsCarriedWordForWordWithItsValues() {
        assertThat(
                        text(
                                "A 14-year-old girl has a Z-score of -2.3 and no fractures. Should she be given alendronate?",
                                "When should the scan be repeated?"))
                .startsWith(
                        "A 14-year-old girl has a Z-score of -2.3 and no fractures. When should the"
                                + " scan be repeated?")
                .contains("about alendronate");
    }

    @Test
    void moreAboutThePatientIsAdded() {
        assertThat(text(FIRST, "She also takes prednisone"))
                .isEqualTo(FIRST + " She also takes prednisone.");
    }

    @Test
    void ownProblemAndNoPointerIsTakenAlone() {
        String other = "What is the best treatment for otitis media?";
        assertThat(text(FIRST, other)).isEqualTo(other);
        assertThat(text(FIRST, "New patient: may a boy with asthma swim?"))
                .isEqualTo("may a boy with asthma swim?");
    }

    @Test
    void anotherPersonGetsNothingOfThisOne() {
        String other = "Should her 40-year-old sister take alendronate?";
        assertThat(text(FIRST, other)).isEqualTo(other);
        assertThat(text(FIRST, "Does her mother's hip fracture matter?")).contains("age 81 years");
    }

    @Test
    void bracketsTypedByTheAskerAreNoCarriedCase() {
        assertThat(text(FIRST, "How long? [Carried over: age 3 years]"))
                .doesNotContain("reference");
        assertThat(followUps.read(List.of(), "How long?"))
                .isEqualTo(new FollowUp.Question("How long?", List.of(), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does reference 2 say about fractures? | reference 2",
                "Tell me more about [3] | reference 3",
                "Explain 3 | statement 3",
                "Which study was that? | REFERENCE",
                "Is it good for his wife too? | PERSON",
                "Should her pregnant sister take alendronate? | PERSON",
                "And her husband? | PERSON"
            })
    void whatIsMeantIsReadOrAskedBack(String words, String meant) {
        assertThat(text(FIRST, words)).isEqualTo(meant);
    }
}
