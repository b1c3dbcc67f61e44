package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// The questions that must be understood on the first day.
class DayOneQuestionsTests {

    @Test
    void aFeverishNewbornIsAnEmergencyHoweverWellItLooks() {
        ClinicalQuestion question = Asking.question("6-week-old, 38.4, looks well: work-up?");

        assertThat(question.kind()).isEqualTo(QuestionKind.DIAGNOSIS);
        assertThat(question.urgent()).extracting(Urgent::rule).containsExactly("newborn-fever");
        assertThat(question.urgent().getFirst().severity()).isEqualTo(Urgent.Severity.NOW);
        assertThat(question.urgent().getFirst().quote()).isEqualTo("38.4");
        assertThat(question.focus()).contains("fever");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6-week-old, 37.2, looks well: work-up?",
                "4-month-old, 38.4: work-up?",
                "3-year-old with fever 39: work-up?"
            })
    void neitherAnOlderChildNorANormalTemperatureIsThatEmergency(String question) {
        assertThat(Asking.signs(question)).doesNotContain("newborn-fever");
    }

    @Test
    void aDoseQuestionWithoutAnAgeAsksForIt() {
        ClinicalQuestion question = Asking.question("Croup, 14 kg: dexamethasone dose?");

        assertThat(question.kind()).isEqualTo(QuestionKind.DOSE);
        assertThat(question.drugs()).extracting(Finding::name).containsExactly("Dexamethasone");
        assertThat(question.problems()).extracting(Finding::name).containsExactly("Croup");
        assertThat(question.patient().facts()).containsEntry("weight", "14 kg");
        assertThat(question.unknownFacts())
                .extracting(ClinicalQuestion.Fact::key)
                .contains("age")
                .doesNotContain("weight");
        assertThat(question.title()).isEqualTo("Dose of dexamethasone in croup");
        assertThat(question.premises()).isEmpty();
    }

    @Test
    void aLowCountAfterSteroidsRaisesTheLeukaemiaCardAndTheWarning() {
        String followed =
                "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                        + " fractures and borderline osteoporosis?\n\n"
                        + "Hb 82, three days of prednisolone from the GP";

        assertThat(Asking.signs(followed))
                .startsWith("child-low-count", "steroid-before-diagnosis");
        assertThat(Asking.question(followed).patient().facts())
                .containsEntry("glucocorticoids", "yes")
                .containsEntry("bloodCount", "abnormal");
        assertThat(Asking.untold(followed)).contains("mechanism").doesNotContain("bloodCount");
    }

    @Test
    void theSteroidWarningIsNotForCroupNorForLeukaemiaUnderTreatment() {
        assertThat(
                        Asking.signs(
                                "4-year-old with croup, pale, limping: dexamethasone or"
                                        + " prednisolone?"))
                .doesNotContain("steroid-before-diagnosis");
        assertThat(
                        Asking.signs(
                                "9-year-old with treated leukaemia on prednisolone, low platelets,"
                                        + " vertebral fracture: zoledronate?"))
                .doesNotContain("steroid-before-diagnosis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nirsevimab, second season, 10 months? | nirsevimab",
                "tirzepatide for a 12-year-old with obesity? | tirzepatide",
                "Is lecanemab safe at 70? | lecanemab"
            })
    void aNewDrugIsANeutralChipAndNeverAPremise(String text, String word) {
        ClinicalQuestion question = Asking.question(text);

        assertThat(question.unknownWords()).containsExactly(word);
        assertThat(question.premises()).isEmpty();
        assertThat(question.focus()).contains(word);
    }

    @Test
    void densityAloneIsNoDiagnosisInAGirl() {
        ClinicalQuestion question =
                Asking.question("Girl 14, Z-score -2.3, no fractures: alendronate?");

        assertThat(question.premises())
                .extracting(Premise::rule)
                .containsExactly("density-alone-child");
        assertThat(question.patient().age()).isEqualTo(Age.years(14));
        assertThat(question.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(question.drugs()).extracting(Finding::name).containsExactly("Alendronate");
        assertThat(question.focus()).doesNotContain("fractures");
        assertThat(question.title()).isEqualTo("Alendronate in a 14-year-old girl");
    }

    @Test
    void screeningOfAWomanAndOfAManAreTwoQuestions() {
        String both =
                "Should a 67-year-old woman be screened for osteoporosis? and a 45-year-old man?";

        assertThat(Asking.UNDERSTANDING.parts(both))
                .containsExactly(
                        "Should a 67-year-old woman be screened for osteoporosis?",
                        "Should a 45-year-old man be screened for osteoporosis?");
        ClinicalQuestion man =
                Asking.question("Should a 45-year-old man be screened for osteoporosis?");
        assertThat(man.kind()).isEqualTo(QuestionKind.PREVENTION);
        assertThat(man.patient().sex()).isEqualTo(Sex.MALE);
        assertThat(man.title()).isEqualTo("Screening for osteoporosis in a 45-year-old man");
    }

    @Test
    void aspirinAtSeventyTwoIsPreventionAndTellsThatItIsTheFirstAttack() {
        ClinicalQuestion question =
                Asking.question("Aspirin to prevent a first heart attack at 72?");

        assertThat(question.kind()).isEqualTo(QuestionKind.PREVENTION);
        assertThat(question.patient().age()).isEqualTo(Age.years(72));
        assertThat(question.patient().facts()).containsEntry("cardiovascularDisease", "no");
        assertThat(question.urgent()).isEmpty();
        assertThat(question.unknownFacts())
                .extracting(ClinicalQuestion.Fact::key)
                .contains("bleedingRisk");
    }

    @Test
    void calcitoninAtEightyOneIsNoPremiseButItsNasalFormIs() {
        assertThat(
                        Asking.premises(
                                "Is calcitonin useful for acute vertebral fracture pain in my"
                                        + " 81-year-old?"))
                .isEmpty();
        assertThat(Asking.premises("Is nasal calcitonin useful for fracture pain at 81?"))
                .containsExactly("calcitonin-nasal");
        assertThat(
                        Asking.question(
                                        "Is calcitonin useful for acute vertebral fracture pain in"
                                                + " my 81-year-old?")
                                .drugs())
                .extracting(Finding::name)
                .containsExactly("Calcitonin");
    }

    @Test
    void checksBeforeAnInfusionAreMonitoring() {
        ClinicalQuestion question =
                Asking.question(
                        "What must be checked before a first zoledronate infusion in a child?");

        assertThat(question.kind()).isEqualTo(QuestionKind.MONITORING);
        assertThat(question.patient().isChild()).isTrue();
        assertThat(question.drugs()).extracting(Finding::name).containsExactly("Zoledronic Acid");
    }

    @Test
    void anAdultDoseForAChildIsADoseQuestionAboutAChild() {
        ClinicalQuestion question = Asking.question("Alendronate 70 mg weekly for an 8-year-old?");

        assertThat(question.kind()).isEqualTo(QuestionKind.DOSE);
        assertThat(question.patient().ages()).isEqualTo(AgeRange.of(Age.years(8)));
        assertThat(question.unknownFacts())
                .extracting(ClinicalQuestion.Fact::key)
                .contains("weight");
    }

    @Test
    void aParentIsToldThatTheCauseMustBeFoundAndNeverTheSixteenPercent() {
        Urgent sign = Asking.urgent("Two broken back bones. Is it cancer?").getFirst();

        assertThat(sign.severity()).isEqualTo(Urgent.Severity.SAME_DAY);
        assertThat(sign.action()).contains("Go now if");
        assertThat(sign.sign() + sign.action() + sign.more()).doesNotContain("16%").contains("32%");
        assertThat(Asking.question("Two broken back bones. Is it cancer?").title())
                .isEqualTo("Diagnosis of broken back bones (cancer?)");
    }

    @Test
    void stumblingAndWettingSinceThisMorningIsAnEmergency() {
        Urgent sign = Asking.urgent("Since this morning she stumbles and wets herself").getFirst();

        assertThat(sign.severity()).isEqualTo(Urgent.Severity.NOW);
        assertThat(sign.quote()).isEqualTo("stumbles and wets herself");
        assertThat(sign.action()).contains("now");
    }

    @Test
    void aParentAskedAboutHarmIsNeitherAccusedNorRefused() {
        ClinicalQuestion question = Asking.question("They asked whether we hurt him. Why?");

        assertThat(question.urgent()).isEmpty();
        assertThat(question.premises()).isEmpty();
        assertThat(question.focus()).contains("non-accidental injury");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "School, sport, trampoline? | THERAPY",
                "They want to give a zoledronate drip. Side effects? | HARM"
            })
    void everydayQuestionsOfParentsAreTakenOn(String text, QuestionKind kind) {
        assertThat(Asking.question(text).kind()).isEqualTo(kind);
        assertThat(Asking.question(text).urgent()).isEmpty();
    }

    @Test
    void aPastedLetterLosesItsIdentifiersAndKeepsItsQuestion() {
        String letter =
                "Patient name: Emily Watson\nDOB: 03/04/2018\nMRN: 00456789\n\nDear Dr. Miller,\n\n"
                        + "Emily was admitted on 12 May 2026 to St Mary's Hospital, Portland, OR after"
                        + " two weeks of back pain. MRI shows compression fractures of T11 and T12."
                        + " There is no fever and no weight loss. Her mother had breast cancer. Blood"
                        + " count was normal. She had asthma as a toddler. Vitamin D was 38 nmol/L and"
                        + " she takes cholecalciferol. Contact: 503-555-0142, watson@example.org.\n\n"
                        + "Should this 8-year-old girl receive zoledronate?";
        ClinicalQuestion question = Asking.question(letter);

        assertThat(question.asked())
                .doesNotContain("Emily", "Watson", "Miller", "03/04/2018", "00456789", "12 May")
                .doesNotContain("Portland", "503-555-0142", "example.org", "St Mary")
                .contains("Should this 8-year-old girl receive zoledronate?");
        assertThat(question.removed())
                .extracting(ClinicalQuestion.Removed::kind)
                .contains("name", "date of birth", "record number", "telephone number", "place");
        assertThat(question.title()).doesNotContain("Emily").contains("8-year-old girl");
        assertThat(question.focus())
                .contains("zoledronate")
                .noneMatch(word -> word.contains("breast") || word.contains("fever"));
        assertThat(question.patient().sex()).isEqualTo(Sex.FEMALE);
    }
}
