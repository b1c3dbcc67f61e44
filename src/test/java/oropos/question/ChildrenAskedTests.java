package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "I have type 1 diabetes, will my baby have it too? | Is type 1 diabetes inherited?",
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
}
