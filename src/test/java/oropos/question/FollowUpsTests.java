package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Terminology;

class FollowUpsTests {

    private static final String FIRST =
            "Is calcitonin useful for acute vertebral fracture pain in an 81-year-old woman?";

    private final FollowUps followUps = new FollowUps(Terminology.builtIn());

    private String text(String first, String words) {
        return switch (followUps.read(List.of(first), words)) {
            case FollowUp.Question question -> question.text();
            case FollowUp.OfReference(int mark, var _) -> "reference " + mark;
            case FollowUp.OfStatement(int number) -> "statement " + number;
            case FollowUp.Unclear(FollowUp.Unclear.What what) -> what.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "And if she were pregnant? | supposed pregnant",
                "What if she were not pregnant? | supposed not pregnant",
                "And in children? | in children; sex not told",
                "And a 45-year-old man? | age 45 years; sex male",
                "What if he were a man of 60? | supposed age 60 years; supposed sex male",
                "And after the age of 90? | age 90 years",
                "What if she had kidney failure? | supposed has kidney failure"
            })
    void aConditionCorrectsTheQuestionBefore(String words, String items) {
        assertThat(text(FIRST, words)).isEqualTo(FIRST + " [Corrected: " + items + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50-year-old man on warfarin with gout. What to give? | ibuprofen? | warfarin",
                "50-year-old man allergic to penicillin with cellulitis. Which antibiotic? | clindamycin? | allergic to penicillin",
                "75-year-old with atrial fibrillation, eGFR 20. Which anticoagulant? | dabigatran? | eGFR 20"
            })
    void whatIsTakenTheAllergyAndTheKidneysStayWhereAnotherDrugIsAskedAbout(
            String first, String second, String stays) {
        String then = text(first, second);
        assertThat(then).contains(stays);
        assertThat(text(then, "and for how long?")).contains(stays);
        assertThat(text(then, "apixaban?")).contains(stays);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Would your answer change if she were 48? | supposed age 48 years",
                "Ok and if she's pregnant? | supposed pregnant",
                "In a 25-year-old athlete? | age 25 years",
                "Same question for a man of 70. | age 70 years; sex male",
                "And under 40? | in people under 40 years",
                "What if it is under 2? | supposed in people under 2 years"
            })
    void aConditionIsReadWhereverItStands(String words, String items) {
        assertThat(text(FIRST, words)).isEqualTo(FIRST + " [Corrected: " + items + "]");
    }

    @Test
    void aNumberThatIsNoAgeChangesNoAge() {
        assertThat(text(FIRST, "What if the creatinine is 30?")).doesNotContain("age 30");
        assertThat(text(FIRST, "Her creatinine clearance is 30.")).doesNotContain("age 30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, her creatinine is 130.",
                "Sorry, her eGFR is 25.",
                "Actually, the haemoglobin was 70",
                "Sorry, her weight is 42.",
                "My mistake, potassium was 6, and urea is 12.",
                "Actually her T-score, 3, was wrong",
                "And my sister, her creatinine is 130, can she take it too?",
                "My mother has it too, her weight is 60.",
            })
    void aMeasuredNumberIsNobodysAge(String words) {
        assertThat(text(FIRST, words)).doesNotContainPattern("age \\d+ years\\b(?<!age 81 years)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Actually she is 68. | age 68 years",
                "Sorry, she's 6 months, not 6 years. | age 6 months",
                "I meant my son, sorry. | sex male; age 81 years"
            })
    void whatIsCalledWrongIsReplacedAndStillRead(String words, String items) {
        assertThat(text(FIRST, words))
                .isEqualTo(FIRST + " " + words + " [Corrected: " + items + "]");
    }

    @Test
    void whatIsToldBesideAQuestionAddsToTheCase() {
        assertThat(text("Which drug prevents migraine?", "Is propranolol ok? She has asthma."))
                .contains("asthma")
                .contains("about migraine");
    }

    @Test
    void itIsTheDrugBefore() {
        String first = "Should my 6-year-old son with a fever take ibuprofen?";
        assertThat(text(first, "Can I give it together with paracetamol?"))
                .contains("about ibuprofen");
        assertThat(text(first, "Is it better to give paracetamol?"))
                .doesNotContain("about ibuprofen");
        assertThat(text(first, "When do we have to see a doctor?"))
                .contains("about fever")
                .doesNotContain("about ibuprofen");
    }

    @Test
    void oneThingCarriedStandsInPlaceOfTheWordForIt() {
        assertThat(text("What is the outlook of cystic fibrosis?", "is it inherited?"))
                .isEqualTo("is cystic fibrosis inherited?");
        assertThat(text("How is gout treated with colchicine?", "what causes it?"))
                .contains("what causes it?");
        assertThat(text("What is the outlook of cystic fibrosis?", "Is it better to wait?"))
                .contains("Is it better to wait?");
        assertThat(
                        text(
                                "What is the outlook of cystic fibrosis?",
                                "what's it like when it gets worse?"))
                .contains("what's it like when it gets worse?");
    }

    /// What may be a cry for help stands as it was typed, whatever was asked before.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I can't take it any more, what should I do?",
                "how do I end it?",
                "What if I just ended it all?",
                "why should I go on with it?",
                "can I take all of it at once?",
                "how can it stop, I want to end it"
            })
    void nothingIsPutInPlaceOfWordsThatMayBeACryForHelp(String words) {
        assertThat(text("What is the outlook of depression?", words)).contains(words);
    }

    @Test
    void whoeverAsksForHimselfGetsNothingOfTheOther() {
        assertThat(
                        text(
                                "My mother is 82 and has dementia. Does memantine help?",
                                "Now about me: I am 55, can I be tested?"))
                .contains("about dementia")
                .doesNotContain("82")
                .doesNotContain("memantine")
                .doesNotContain("sex");
    }

    @Test
    void howManyOthersComeIsNobodysAge() {
        assertThat(text(FIRST, "May my sister and 2 friends visit her?")).doesNotContain("age 2");
    }

    @Test
    void anAllergyIsNotWhatIsAskedAbout() {
        assertThat(
                        text(
                                "She is allergic to penicillin. Does a child with otitis need antibiotics?",
                                "For how long?"))
                .doesNotContain("about penicillin");
    }

    @Test
    void whereNothingCanBeNamedTheQuestionBeforeIsKept() {
        assertThat(text("Should I see somebody every year?", "Until what age?"))
                .isEqualTo("Should I see somebody every year? Until what age?");
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
                "Was the second study randomised? | reference 2",
                "Explain 3 | statement 3",
                "Which study was the largest? | REFERENCE",
                "Does the mother need it as well? | PERSON",
                "Which study was that? | REFERENCE",
                "Is it good for his wife too? | PERSON",
                "Should her pregnant sister take alendronate? | PERSON",
                "And her husband? | PERSON"
            })
    void whatIsMeantIsReadOrAskedBack(String words, String meant) {
        assertThat(text(FIRST, words)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "ok great, that's really helpful",
                "Thank you so much, you've put my mind at rest",
                "Perfect, thanks for explaining that",
                "thanks, bye"
            })
    void whatAsksNothingIsAskedBack(String words) {
        assertThat(text(FIRST, words)).isEqualTo("QUESTION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, she is bleeding",
                "That's all she eats",
                "I see double",
                "goodbye everyone",
                "ok she is 60",
                "great pain now",
                "thanks, how long?"
            })
    void whatOnlyBeginsPolitelyIsRead(String words) {
        assertThat(text(FIRST, words)).contains("calcitonin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I don't get no. 2 | statement 2",
                "expand on point 4 please | statement 4",
                "number 3 in plain English? | statement 3",
                "who wrote that? | REFERENCE",
                "What's the source for this? | REFERENCE",
                "which study showed that? | REFERENCE",
                "And her younger sister? | PERSON"
            })
    void whatIsPointedAtIsNoQuestionOnTheCase(String words, String is) {
        assertThat(text(FIRST, words)).isEqualTo(is);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She can't get 2 tablets down, what now?",
                "What is the evidence for that?",
                "And after 6 weeks?"
            })
    void whatLooksLikePointingAsksOfTheCase(String words) {
        assertThat(text(FIRST, words)).contains("81 years");
    }

    @Test
    void anotherChildHasNothingOfTheFirstOnesAgeAndSex() {
        assertThat(text("My daughter (7) has chickenpox. Can she swim?", "my other child is 3"))
                .isEqualTo(
                        "my other child is 3 [Carried over: about chickenpox] [Corrected: age 3 years]");
        assertThat(
                        text(
                                "Is gout in my husband, 58, cured?",
                                "I have a bladder infection. What helps?"))
                .doesNotContain("58");
        assertThat(
                        text(
                                "Is gout in my husband, 58, cured?",
                                "I have to lift him. Is gout painful?"))
                .contains("58");
    }

    @Test
    void whoWasMeantIsReadWithoutWhoWasNot() {
        assertThat(text("My aunt is 77. Is a mammogram useful?", "not her, my uncle"))
                .contains("sex male");
        assertThat(text("90F, pressure ulcer. Best dressing?", "35M paraplegic instead"))
                .contains("age 35 years")
                .contains("sex male");
        assertThat(text("90F, pressure ulcer. Best dressing?", "she takes ibuprofen instead"))
                .doesNotContain("Corrected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My son (3) has a cold. Can he swim? | and his teacher? | PERSON",
                "My son (3) has a cold. Can he swim? | does she need a test | PERSON",
                "My son (3) has a cold. Can he swim? | his teacher has asthma, would it help her too? | would it help her too?",
                "Is aspirin safe for a man of 60? | and if his father had a stroke | a man of 60? and if his father had a stroke.",
                "Is aspirin safe for a man of 60? | 29F UTI symptoms, dip positive | 29F UTI symptoms, dip positive",
                "Is aspirin safe for a man of 60? | next pt: 29F, UTI, trimethoprim? | 29F, UTI, trimethoprim?",
                "Is it safe for a boy of 7? | sorry 6 not 7 | Is it safe for a boy of 6?",
                "Is it safe to fly at 34 weeks pregnant? | my mistake, 24 weeks | Is it safe to fly at 24 weeks pregnant?",
                "My dad, 77, has shingles and my girl is 4 months old. Is it contagious? | can she catch it | age 4 months",
                "Is iron safe for a boy of 2? | and for a pregnant woman? | age not told",
                "Is iron safe for a girl of 13? | same for boys? | sex male",
                "Can a boy with acne swim? | Should his siblings be tested? | about acne"
            })
    void whoIsMeantIsNobodyElse(String first, String words, String is) {
        assertThat(text(first, words)).contains(is);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Should she be given 20 mg? | 2 tablets, not 3 times a day?",
                "Should she take 20 mg in 20 days? | sorry 30 not 20",
                "Should she take 20 mg? | Sorry, it's 6 months, not 20 years."
            })
    void aNumberIsPutRightOnlyWhereItIsPlain(String first, String words) {
        assertThat(text(first, words)).contains("20 mg");
    }

    @Test
    void everyCueIsHeardInItsExampleAndNotInItsLookAlike() {
        for (var row : RuleFile.Table.read(TurnCue.FILE).rows()) {
            TurnCue cue =
                    TurnCue.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(cue.isIn(row.get(2))).as(row.toString()).isTrue();
            assertThat(cue.isIn(row.get(3))).as(row.toString()).isFalse();
        }
    }
}
