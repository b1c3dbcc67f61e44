package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.terminology.Age;
import oropos.terminology.Mention.Assertion;

/// The first question, at the age it was asked for and at others: same words, another patient.
class FirstQuestionTests {

    private static String first(String age) {
        return "What is the best treatment for an "
                + age
                + "-year-old patient with T12 (thoracic vertebra 12) and T11 (thoracic vertebra 11)"
                + " compression fractures and borderline osteoporosis?";
    }

    @Test
    void readsThePatientTheTwoLevelsAndTheDoubtfulDiagnosis() {
        ClinicalQuestion question = Asking.question(first("8"));

        assertThat(question.kind()).isEqualTo(QuestionKind.THERAPY);
        assertThat(question.patient().age()).isEqualTo(Age.years(8));
        assertThat(question.patient().isBelowAdultEvidence()).isTrue();
        assertThat(question.patient().sex()).isNull();
        assertThat(question.patient().facts()).isEmpty();
        assertThat(question.problems()).hasSize(2);
        assertThat(question.problems().getFirst().levels()).containsExactly("T11", "T12");
        assertThat(question.problems().getFirst().assertion()).isEqualTo(Assertion.PRESENT);
        assertThat(question.problems().getLast().name()).isEqualTo("Osteoporosis");
        assertThat(question.problems().getLast().detail()).isEqualTo("borderline");
    }

    @Test
    void theTitleDropsTheDoubtfulQualifierOfAChildAndReplacesNothing() {
        assertThat(Asking.question(first("8")).title())
                .isEqualTo("Treatment of T11 and T12 compression fractures in an 8-year-old");
    }

    @Test
    void theTitleOfAnAdultKeepsTheQualifier() {
        assertThat(Asking.question(first("80")).title())
                .isEqualTo(
                        "Treatment of T11 and T12 compression fractures and borderline osteoporosis"
                                + " in an 80-year-old");
    }

    @ParameterizedTest
    @CsvSource({
        "8, true",
        "14, true",
        "17, true",
        "19, true",
        "20, false",
        "48, false",
        "80, false"
    })
    void borderlineOsteoporosisIsAFalsePremiseBelowTwentyOnly(String age, boolean isPremise) {
        assertThat(Asking.premises(first(age)).contains("borderline-child")).isEqualTo(isPremise);
    }

    @ParameterizedTest
    @CsvSource({"8, true", "14, true", "17, true", "18, false", "48, false", "80, false"})
    void theCauseComesFirstInAChildOnly(String age, boolean isUrgent) {
        assertThat(Asking.signs(first(age)).contains("child-vertebral-fracture"))
                .isEqualTo(isUrgent);
    }

    @Test
    void theUrgentSignCarriesTheNumberForThisChildAndNotTheOneOfLeukaemia() {
        Urgent sign = Asking.urgent(first("8")).getFirst();

        assertThat(sign.severity()).isEqualTo(Urgent.Severity.SAME_DAY);
        assertThat(sign.more()).contains("181").contains("32%");
        assertThat(sign.sign() + sign.action() + sign.more()).doesNotContain("16%");
        assertThat(sign.evidence()).startsWith("pmid:40433341", "starter:REDFLAGS");
        assertThat(sign.reviewed()).isFalse();
    }

    @Test
    void whatWasNotToldIsListedForTheChild() {
        assertThat(Asking.untold(first("8")))
                .containsExactly(
                        "mechanism",
                        "neurology",
                        "bloodCount",
                        "glucocorticoids",
                        "cause",
                        "zScore",
                        "height",
                        "collapse",
                        "diet",
                        "mobility",
                        "familyHistory",
                        "symptoms");
    }

    @Test
    void howItHappenedIsAskedBackWithBothBranches() {
        Understood understood = Asking.understood(first("8"));

        assertThat(understood).isInstanceOf(Understood.NeedsDetail.class);
        ClinicalQuestion.Fact asked = ((Understood.NeedsDetail) understood).missing().getFirst();
        assertThat(asked.key()).isEqualTo("mechanism");
        assertThat(asked.values())
                .extracting(ClinicalQuestion.Fact.Value::code)
                .containsExactlyInAnyOrder("highEnergy", "lowEnergy");
        assertThat(asked.values())
                .extracting(ClinicalQuestion.Fact.Value::condition)
                .allSatisfy(condition -> assertThat(condition).startsWith("If "));
    }

    @Test
    void atFortyEightSexAndMenopauseAreAskedFor() {
        Understood understood = Asking.understood(first("48"));

        assertThat(((Understood.NeedsDetail) understood).missing())
                .extracting(ClinicalQuestion.Fact::key)
                .contains("sexTold", "menopause");
    }

    @Test
    void menopauseIsNotAskedOfAManNorOfAnOldWoman() {
        assertThat(Asking.untold("48-year-old man with T12 compression fracture: which treatment?"))
                .doesNotContain("menopause", "sexTold");
        assertThat(Asking.untold("80-year-old woman with T12 compression fracture: treatment?"))
                .doesNotContain("menopause", "sexTold");
    }

    @Test
    void whatIsToldIsNotAskedAgain() {
        String told =
                "8-year-old girl fell from a tree: T11 and T12 compression fractures, neurologically"
                        + " intact, blood count normal, no steroids. Treatment?";

        assertThat(Asking.question(told).patient().facts())
                .containsEntry("mechanism", "highEnergy")
                .containsEntry("neurology", "no")
                .containsEntry("bloodCount", "normal")
                .containsEntry("glucocorticoids", "no");
        assertThat(Asking.untold(told))
                .doesNotContain("mechanism", "neurology", "bloodCount", "glucocorticoids");
    }

    @Test
    void theSameWordsAndRulesGiveTheSameUnderstanding() {
        List<String> rules = List.of(Asking.question(first("8")).rules());

        assertThat(Asking.question(first("8"))).isEqualTo(Asking.question(first("8")));
        assertThat(rules.getFirst()).matches("[0-9a-f]{12}");
        assertThat(Asking.UNDERSTANDING.rules()).isEqualTo(rules.getFirst());
    }
}
