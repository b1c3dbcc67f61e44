package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Terminology;

/// What a turn tells has happened since, and what changes nothing.
class HappenedSinceTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final FollowUps FOLLOW_UPS =
            new FollowUps(TERMINOLOGY, new Understanding(TERMINOLOGY));

    private static final String ASTHMA =
            "A 30-year-old woman, 12 weeks pregnant, has asthma. Is montelukast safe?";
    private static final String FEVER = "A 5-year-old girl has fever and a cough. Is ibuprofen ok?";
    private static final String WEIGHT =
            "A 6-year-old boy, 15 kg, has otitis. Dose of amoxicillin?";
    private static final String WARFARIN =
            "A 72-year-old man takes warfarin and has a knee injury. Is ibuprofen safe?";

    private static FollowUp.Question read(String... turns) {
        List<String> before = new ArrayList<>();
        FollowUp last = null;
        for (String turn : turns) {
            last = FOLLOW_UPS.read(before, turn);
            before.add(last instanceof FollowUp.Question question ? question.text() : turn);
        }
        return (FollowUp.Question) java.util.Objects.requireNonNull(last);
    }

    private static void isChanged(String first, String turn, String items) {
        assertThat(read(first, turn).text()).contains(" [Corrected: " + items + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "she delivered yesterday | not pregnant; no longer 12 weeks",
                "the baby was born last week | not pregnant; no longer 12 weeks",
                "she miscarried | not pregnant; no longer 12 weeks",
                "now 30 weeks | 30 weeks pregnant; no longer 12 weeks",
                "she's 34 weeks now | 34 weeks pregnant; no longer 12 weeks"
            })
    void aPregnancyGoesOnOrIsOver(String turn, String items) {
        isChanged(ASTHMA, turn, items);
    }

    @ParameterizedTest
    @CsvSource({
        "the fever has gone",
        "no fever now",
        "fever's gone",
        "her temperature is back to normal"
    })
    void aFeverThatIsGoneLeaves(String turn) {
        isChanged(FEVER, turn, "does not have fever");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "his weight is 18 kg, not 15 | no longer 15 kg; weight 18 kg",
                "what if he weighed 20 kg? | supposed no longer 15 kg; supposed weight 20 kg",
                "and at 20 kg? | no longer 15 kg; weight 20 kg"
            })
    void anotherWeightTakesThePlaceOfTheFirst(String turn, String items) {
        isChanged(WEIGHT, turn, items);
    }

    @ParameterizedTest
    @CsvSource({"he has stopped the warfarin", "he is off warfarin now", "warfarin was stopped"})
    void aDrugThatWasStoppedLeaves(String turn) {
        isChanged(WARFARIN, turn, "not about warfarin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                FEVER + " | the fever is a bit better",
                FEVER + " | the fever is gone with paracetamol",
                FEVER + " | the fever is gone but comes back at night",
                FEVER + " | the fever has not gone",
                FEVER + " | when has the fever gone?",
                WEIGHT + " | he was 12 kg last year",
                WEIGHT + " | he lost 2 kg",
                WEIGHT + " | the bottle says 20 kg and over",
                WEIGHT + " | I gave 20 mg/kg",
                WARFARIN + " | he has not stopped the warfarin",
                WARFARIN + " | should he stop the warfarin?",
                WARFARIN + " | he wants to stop the warfarin",
                ASTHMA + " | she has delivered two children before",
                ASTHMA + " | she miscarried in 2020",
                ASTHMA + " | she will deliver next month"
            })
    void whatIsBetterPlannedDeniedOrAnothersChangesNothing(String first, String turn) {
        assertThat(read(first, turn).text()).doesNotContain("[Corrected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                WEIGHT + " | his brother is 20 kg",
                WARFARIN + " | his brother stopped warfarin",
                ASTHMA + " | her sister delivered yesterday"
            })
    void whatIsToldOfAnotherIsAskedBack(String first, String turn) {
        assertThat(FOLLOW_UPS.read(List.of(first), turn))
                .isEqualTo(new FollowUp.Unclear(FollowUp.Unclear.What.PERSON));
    }

    @Test
    void aPressureThatIsNormalUnderATreatmentIsStillTheIllness() {
        assertThat(
                        read(
                                        "A man of 58 with hypertension. Is indapamide safe?",
                                        "his blood pressure is normal now")
                                .text())
                .doesNotContain("[Corrected");
    }

    @Test
    void whatWasUrgentStays() {
        FollowUp.Question now =
                read("A 3-year-old with fever and a stiff neck. Ibuprofen?", "no fever now");
        assertThat(now.text()).doesNotContain("does not have");
        assertThat(now.changed().getFirst()).startsWith("nothing: what was told before");
    }

    @Test
    void whatWasSupposedIsCarriedOnAsSupposedUntilItIsTold() {
        String first = "A 28-year-old woman with cystitis. Is ciprofloxacin safe?";
        String what = "what if she were pregnant?";
        assertThat(read(first, what, "and the dose?", "how long?").carried())
                .contains("supposed pregnant");
        assertThat(read(first, what, "she is not pregnant").text())
                .endsWith("[Corrected: not pregnant]");
        assertThat(read(first, what, "she really is pregnant").text())
                .endsWith("[Corrected: pregnant]");
    }

    @Test
    void aQuestionBehindWhatHappenedIsAskedOfTheCaseAsItIsThen() {
        assertThat(read(FEVER, "The fever has gone. Can she go to school?").text())
                .contains("Can she go to school?")
                .contains("does not have fever");
    }

    @Test
    void whatAnotherDoesNotHaveIsAskedBack() {
        assertThat(FOLLOW_UPS.read(List.of(FEVER), "her brother has no fever"))
                .isEqualTo(new FollowUp.Unclear(FollowUp.Unclear.What.PERSON));
    }

    @Test
    void theBabyOfWhoNursesIsNotThePatient() {
        String first = "I am breastfeeding and have mastitis. Is flucloxacillin safe?";
        assertThat(read(first, "and for the baby?", "how many days?").carried())
                .contains("breastfeeding")
                .doesNotContain("in baby");
    }

    @Test
    void whoIsMeantBeforeAnotherIsAskedBack() {
        List<String> before =
                List.of("My son is 8. Salbutamol?", "his sister is 3. Can she use it?");
        assertThat(FOLLOW_UPS.read(before, "and how often for him?"))
                .isEqualTo(new FollowUp.Unclear(FollowUp.Unclear.What.PERSON));
    }

    @Test
    void aWeightIsNoAge() {
        assertThat(read("My daughter, 5, 18 kg, fever. Dose?", "and for my son of 20 kg?").text())
                .doesNotContain("age 20");
    }

    @Test
    void aNameThatBeganASentenceIsCarriedSmall() {
        String first = "50-year-old man on warfarin with gout. What to give?";
        assertThat(read(first, "clindamycin?", "how long?").carried())
                .contains("about clindamycin");
    }

    @Test
    void everyRowIsHeardInItsExampleAndNotInItsLookAlike() {
        TakenAway away = new TakenAway(RuleFile.Table.read(TakenAway.FILE), TERMINOLOGY);
        assertThat(new HappenedSince(RuleFile.Table.read(HappenedSince.FILE), away).faults())
                .isEmpty();
    }

    /// Lines of somebody who had made none of the rules: each took a pregnancy or a drug out of the case, and
    /// with it signs of danger of the turns that followed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "she delivered a urine sample",
                "she delivered the message",
                "she had a baby shower today",
                "she had the baby checked yesterday",
                "she has had the baby blues",
                "we had a delivery yesterday, the crib",
                "the delivery was yesterday discussed",
                "she had a c-section in her first birth",
                "she had a baby at 19",
                "she delivered her second at home",
                "her child was born with a heart defect",
                "she lost the baby's ultrasound picture",
                "we lost the baby bag",
                "she had a termination at 18",
                "my puppy is 14 weeks now",
                "he is 8 weeks"
            })
    void whatOnlySoundsLikeABirthChangesNoPregnancy(String turn) {
        assertThat(FOLLOW_UPS.read(List.of(ASTHMA), turn))
                .satisfies(read -> {
                    if (read instanceof FollowUp.Question question) {
                        assertThat(question.text())
                                .doesNotContain("not pregnant")
                                .doesNotContain("8 weeks pregnant")
                                .doesNotContain("14 weeks pregnant");
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moved warfarin to bedtime",
                "he is not taking warfarin regularly",
                "he is not using warfarin as prescribed",
                "he is no longer on warfarin 5 mg but 3 mg",
                "he is not on warfarin alone but aspirin too",
                "warfarin was stopped and restarted",
                "he stopped warfarin last month but takes it again",
                "he came off warfarin for surgery and is back on it",
                "he finished warfarin tablets and needs more",
                "he changed warfarin for a lower dose",
                "his doctor has switched warfarin to the evening",
                "he did not say he stopped warfarin",
                "warfarin was stopped in the trial",
                "warfarin was withdrawn from the market",
                "I have stopped warfarin"
            })
    void whatOnlySoundsLikeStoppingKeepsTheDrug(String turn) {
        assertThat(FOLLOW_UPS.read(List.of(WARFARIN), turn))
                .satisfies(read -> {
                    if (read instanceof FollowUp.Question question) {
                        assertThat(question.text()).doesNotContain("not about warfarin");
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"I weigh 60 kg", "my weight is 80 kg", "she weighs 30 kg"})
    void anothersWeightIsNotTheChilds(String turn) {
        assertThat(FOLLOW_UPS.read(List.of(WEIGHT), turn))
                .satisfies(read -> {
                    if (read instanceof FollowUp.Question question) {
                        assertThat(question.text()).doesNotContain("no longer 15 kg");
                    }
                });
    }
}
