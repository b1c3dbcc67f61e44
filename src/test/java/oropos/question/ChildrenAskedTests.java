package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Mention;

/// Whom a question is about that names a child, its parents' illness or an ill visitor (decision 108).
class ChildrenAskedTests {

    private static ClinicalQuestion question(String text) {
        return switch (Asking.understood(text)) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail needs -> needs.question();
            case Understood.Refused _ -> throw new AssertionError(text);
        };
    }

    private static boolean isRight(String whom, ClinicalQuestion read) {
        Patient patient = read.patient();
        boolean child = patient.ages() != null && patient.ages().oldest().inYears() < 18;
        boolean pregnant = Boolean.TRUE.equals(patient.pregnant());
        boolean ill =
                read.problems().stream()
                        .anyMatch(one -> one.assertion() == Mention.Assertion.PRESENT);
        return switch (whom) {
            case "heir" -> !pregnant && !ill && read.tellsOnlyOthersIll();
            case "unborn" -> pregnant && !child;
            case "contact" -> !child && !pregnant && ill;
            default -> !pregnant;
        };
    }

    @Test
    void aChildIsThePatientOnlyWhereItIsAskedAbout() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : Labelled.rows("children-asked.tsv")) {
            if (!isRight(row.getFirst(), question(row.getLast()))) {
                wrong.add(row.getFirst() + " | " + row.getLast());
            }
        }
        System.out.println("children asked, wrong: " + wrong.size());
        Labelled.write("children-asked", wrong);

        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My husband has cystic fibrosis, can our children get it? | Is cystic fibrosis inherited?",
                "My wife has achondroplasia, what is the risk for our baby? | Is achondroplasia inherited?",
                "I have type 1 diabetes, will my baby inherit it? | Is type 1 diabetes inherited?",
                "I have type 1 diabetes, will my baby have it too? | -",
                "My husband has pink eye, can our baby get it? | -",
                "My husband has gastroenteritis, can our baby get it? | -",
                "My husband has meningitis, can our baby get it? | -",
                "My husband has encephalitis, can our baby get it? | -",
                "My husband has hepatitis, can our baby get it? | -",
                "My husband has food poisoning, can our baby get it? | -",
                "My husband has a rash, can our baby get it? | -",
                "My husband has a cough, can our baby get it? | -",
                "My wife takes lithium, will our baby have it too? | -",
                "My wife has gout, can our children eat it? | -",
                "My wife has gout, what can she eat? | -",
                "I have had the flu jab, when can my children get it? | -",
                "My husband has hepatitis B and HIV, can our children get it? | -",
                "My husband has hepatitis B, can our children get it? | -",
                "My wife has postpartum depression, what is the risk for our baby? | -",
                "My wife has diabetes, what are the risks for our baby? | -",
                "My father has tuberculosis, can our children get it? | -",
                "My husband had a vasectomy, can our children get it? | -"
            })
    void whatARelativeHasIsAskedOfInheritance(String text, String plain) {
        assertThat(question(text).words()).isEqualTo(plain.equals("-") ? text : plain);
        assertThat(question(text).asked()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am pregnant and my baby is not moving",
                "My wife is pregnant, her waters broke and the baby's cord hangs out",
                "My grandmother has shingles and crushing chest pain, can she hold the baby?",
                "I am 34 weeks pregnant, bad headache and flashing lights, will my baby be harmed?"
            })
    void noSignIsLostWithTheChild(String text) {
        assertThat(Asking.urgent(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am pregnant. How much ibuprofen can I give to my child? | -",
                "I am pregnant. How much ibuprofen can I give to my child, 15 kg? | -",
                "My wife is pregnant; how much paracetamol for our child? | -",
                "I'm pregnant. Is aspirin safe for my child? | -",
                "I'm pregnant and there are vertebral fractures in my child. What should we do? | child-vertebral-fracture",
                "I'm pregnant. A limp and fever in our child, what now? | child-limb-fever",
                "I'm pregnant. Vomiting and back pain with fever in my child, what should I do? | child-back-pain",
                "My wife is pregnant. Our child, 4, swallowed a battery | overdose",
                "I took vitamin D during my pregnancy. How much vitamin D for my baby? | -",
                "I had HIV during my pregnancy. Which drugs for the baby? | -",
                "During pregnancy I took iron. How much iron should I give my baby? | -",
                "My sister is pregnant and has chickenpox. Can our children catch it from her? | -",
                "My sister is pregnant and has chickenpox. Will our baby be infected? | -",
                "I took valproate in pregnancy, my child with autism, help? | -",
                "I'm pregnant, amoxicillin dose for my child with otitis? | -",
                "I'm pregnant. Is bleach harmful to my baby? He drank it | -",
                "I was 12 weeks pregnant when I had rubella. Will my baby be affected? | -",
                "My friend is pregnant and has flu. Is she dangerous for our baby? | -",
                "I'm pregnant. Can honey harm my child? | -"
            })
    void aBornChildOfWhoIsPregnantStaysThePatient(String text, String sign) {
        assertThat(question(text).patient().ages()).isNotNull();
        if (!sign.equals("-")) {
            assertThat(Asking.signs(text)).contains(sign);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have epilepsy and am pregnant, will my baby be harmed by valproate?",
                "I'm 12 weeks pregnant and take lithium, is it bad for the baby?",
                "I am pregnant and take lithium. Does it affect my unborn child?",
                "I am pregnant and have lupus. What is the risk for my baby?",
                "Will lithium harm the unborn baby?"
            })
    void whatMayHarmTheUnbornIsAskedOfThePregnant(String text) {
        assertThat(question(text).patient().pregnant()).isTrue();
        assertThat(question(text).patient().ages()).isNull();
    }
}
