package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8-year-old fell from a tree, L1 fracture: brace? | highEnergy",
                "Vertebral fractures after a car crash in a 10-year-old: treatment? | highEnergy",
                "10-year-old, road traffic accident, T12 fracture: brace? | highEnergy",
                "8-year-old with T12 compression fracture, no trauma: treatment? | lowEnergy",
                "Atraumatic vertebral fracture in an 8-year-old: treatment? | lowEnergy",
                "Vertebral fracture after a trivial fall at 9 years: treatment? | lowEnergy",
                "Fragility fracture of the spine at 70: drug? | lowEnergy",
                "T12 fracture in an 8-year-old, did not fall from any height: treatment? | lowEnergy",
                "T12 fracture in an 8-year-old: treatment? |",
                "My 10 year old has vertebral fractures. He fell from a tree. What should we do? | highEnergy",
                "My mother of 81 fell off a ladder and broke T12. Drug? | highEnergy",
                "My 10 year old has vertebral fractures. His father fell off a ladder. What now? |",
                "My 10 year old has vertebral fractures. His friend fell from a tree. What now? |",
                "My 10 year old has vertebral fractures. The neighbour had a car accident. What now? |",
                "My 10 year old has vertebral fractures. They asked if he fell from a horse. What now? |",
                "My 10 year old has vertebral fractures. He might have been in a car crash. What now? |",
                "My 10 year old has vertebral fractures as if after a car crash. What now? |",
                "My 10 year old has vertebral fractures. I am a trauma nurse for car crash victims. |",
                "My 8 year old with a vertebral fracture fell off the bunk bed, treat? |",
                "My 8 year old with a vertebral fracture fell out of bed, treat? | lowEnergy",
                "My daughter, 8, broke two bones in her back falling off a swing: brace? |",
                "My daughter, 8, broke two bones in her back falling off a roof: brace? | highEnergy",
                "My daughter, 8, broke two bones in her back falling off a trampoline: brace? |",
                "8-year-old with vertebral fractures, fell on the trampoline: brace? |"
            })
    void readHowItHappened(String text, @Nullable String mechanism) {
        assertThat(Asking.question(text).patient().facts().get("mechanism")).isEqualTo(mechanism);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8-year-old with vertebral fractures after a car crash: brace? | vertebral fractures brace leukaemia",
                "8-year-old with vertebral fractures, fell off a swing: brace? | vertebral fractures brace leukaemia",
                "8-year-old with vertebral fractures, fell off a trampoline: brace? | vertebral fractures brace leukaemia",
                "Low-energy vertebral fracture in an 8-year-old: brace? | low energy vertebral fracture brace leukaemia",
                "Fragility fracture of the spine at 70: drug? | fragility fracture spine drug fragility fracture of the spine",
                "How can falls from bed be prevented in older adults? | falls bed prevented",
                "Injuries in a car crash: which tests? | injuries car crash tests"
            })
    void searchForNoWordThatTellsHowItHappened(String text, String searched) {
        assertThat(String.join(" ", Asking.question(text).focus())).isEqualTo(searched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8-year-old with T12 fracture on prednisolone: zoledronate? | glucocorticoids | yes",
                "8-year-old with T12 fracture, never had steroids: zoledronate? | glucocorticoids | no",
                "8-year-old with T12 fracture, no neurological deficit: brace? | neurology | no",
                "8-year-old with T12 fracture, Z-score of -3.1: drug? | zScore | Z-score of -3.1",
                "50-year-old woman with osteoporosis, premenopausal: drug? | menopause | no",
                "52-year-old postmenopausal woman with hip fracture: drug? | menopause | yes",
                "12-year-old with T12 fracture and leukaemia: drug? | cause | known",
                "30-year-old with a transplant and a cough: antibiotic? | immunosuppression | yes",
                "40-year-old allergic to penicillin with sinusitis: antibiotic? | allergies | yes",
                "40-year-old with sinusitis, no known drug allergies: antibiotic? | allergies | no",
                "My husband does not have diabetes, he has gout: allopurinol? | diabetes | no",
                "My husband has gout and diabetes: allopurinol? | diabetes | yes"
            })
    void readWhatIsTold(String text, String key, String value) {
        assertThat(Asking.question(text).patient().facts()).containsEntry(key, value);
    }

    @Test
    void anAllergyOfSomebodyElseIsNotThePatients() {
        for (String text :
                List.of(
                        "His brother is allergic to penicillin. Can my 5-year-old have amoxicillin?",
                        "Her husband is allergic to penicillin. She is 40 with sinusitis: antibiotic?")) {
            assertThat(Asking.question(text).patient().facts())
                    .as(text)
                    .doesNotContainKeys("allergies", "allergy");
        }
    }

    @Test
    void aFactOfBonesIsNotReadOutOfALetterAboutTheLungs() {
        assertThat(
                        Asking.question(
                                        "60-year-old with pneumonia and fever who walks to the"
                                                + " shops: antibiotic?")
                                .patient()
                                .facts())
                .doesNotContainKeys("symptoms", "mobility", "neurology");
    }

    @Test
    void noFactIsAskedForWhereAWordIsToBeExplained() {
        assertThat(Asking.untold("What is osteoporosis?")).isEmpty();
    }

    @Test
    void aWeightIsAskedForAChildsDoseOnly() {
        assertThat(Asking.untold("Dose of amoxicillin for otitis in a 5-year-old?"))
                .contains("weight");
        assertThat(Asking.untold("Dose of amoxicillin for otitis at 50 years?"))
                .doesNotContain("weight");
    }

    @Test
    void everyConditionBeginsABranch() {
        RuleFile.read(Facts.FILE).content().rows("facts").stream()
                .flatMap(row -> row.rows("values").stream())
                .forEach(value -> assertThat(value.text("condition")).matches("(If|For) .*"));
    }
}
