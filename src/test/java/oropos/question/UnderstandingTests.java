package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.terminology.Terminology;

class UnderstandingTests {

    private static final Understanding UNDERSTANDING = new Understanding(Terminology.builtIn());

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 (thoracic vertebra 12) and"
                    + " T11 (thoracic vertebra 11) compression fractures and borderline osteoporosis?";

    @Test
    void theFirstQuestionMeetsItsUrgentSignItsPremiseAndWhatWasNotTold() {
        Understood understood = UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, FIRST));

        assertThat(understood).isInstanceOf(Understood.NeedsDetail.class);
        Understood.NeedsDetail needs = (Understood.NeedsDetail) understood;
        assertThat(needs.missing()).extracting(ClinicalQuestion.Fact::key).contains("mechanism");
        assertThat(needs.question().urgent())
                .extracting(Urgent::rule)
                .containsExactly("child-vertebral-fracture");
        assertThat(needs.question().premises())
                .extracting(Premise::rule)
                .contains("borderline-child");
    }

    @Test
    void anUrgentSignIsFoundInARefusedQuestion() {
        Understood understood =
                UNDERSTANDING.of(
                        Asked.by(Reader.CARER, "Write me a prescription, I want to kill myself"));

        assertThat(understood).isInstanceOf(Understood.Refused.class);
        assertThat(((Understood.Refused) understood).urgent())
                .extracting(Urgent::rule)
                .contains("self-harm");
    }

    @Test
    void whatRunsInTheFamilyIsTheSubjectWhereThePatientHasNothing() {
        assertThat(Asking.question("My mother had breast cancer, should I be screened?").focus())
                .contains("breast", "cancer");
        assertThat(
                        Asking.question(
                                        "A man with asthma whose mother had breast cancer: which spray?")
                                .focus())
                .doesNotContain("cancer");
    }

    @Test
    void aDiseaseThatIsScreenedForIsTheSubjectAndNotSaidToBeThere() {
        for (String question :
                List.of(
                        "At what age should lung cancer screening stop?",
                        "Is lung cancer screening useful at 70?",
                        "What do the lung cancer guidelines advise at 70?")) {
            assertThat(Asking.question(question).problems())
                    .as(question)
                    .extracting(finding -> finding.name() + " " + finding.assertion())
                    .containsExactly("Lung Neoplasms POSSIBLE");
        }
        assertThat(Asking.question("Transfer to the stroke unit, is it useful?").problems())
                .isEmpty();
    }

    @Test
    void theWeekOfAPregnancyMayStandAtTheEnd() {
        assertThat(
                        Asking.question(
                                        "Should a pregnant woman be screened for gestational diabetes at 26 weeks?")
                                .patient()
                                .facts())
                .containsEntry("gestation", "26 weeks")
                .containsEntry("trimester", "2");
        assertThat(
                        Asking.question(
                                        "Is a baby seen at 6 weeks after birth weighed if the mother is not pregnant?")
                                .patient()
                                .facts())
                .doesNotContainKey("gestation");
    }

    @Test
    void whatAMotherHadIsNotTheAskersWhereHeAsksOfHisOwn() {
        ClinicalQuestion question =
                Asking.question("My mother had breast cancer, does my asthma need a spray?");

        assertThat(question.problems())
                .extracting(finding -> finding.name() + " " + finding.assertion())
                .containsExactly("Breast Neoplasms FAMILY", "Asthma PRESENT");
        assertThat(question.patient().sex()).isNull();
    }

    @Test
    void aNewcomerIsANeutralChipAndNeverAPremise() {
        ClinicalQuestion question = Asking.question("I am taking Mounjaro and feel sick");

        assertThat(question.unknownWords()).containsExactly("mounjaro");
        assertThat(question.premises()).isEmpty();
    }

    @Test
    void childrenInThePluralRaiseTheSignOfWhatTheySwallowed() {
        assertThat(Asking.signs("the kids swallowed button batteries")).contains("overdose");
        assertThat(Asking.signs("Two children ate rat poison")).contains("overdose");
    }
}
