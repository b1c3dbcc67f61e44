package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ugly lines that earlier forms of the readers of notes, drugs, allergies and names took wrongly.
class MisreadTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hives with cetirizine not helping",
                "urticaria with omalizumab, does it help?",
                "does amoxicillin give children a rash?",
                "if penicillin gave her a rash, can she take cefalexin?",
                "aciclovir gave her relief from the blisters",
                "her sister had a rash with penicillin",
                "amoxicillin: rash?",
                "penicillin gave my husband hives so I avoid it. Can I have it?",
                "penicillin gave my mother a rash. Can I have it?"
            })
    void whatADrugIsOnlyAskedOrGivenForIsNoAllergy(String text) {
        assertThat(Asking.question(text).patient().facts()).doesNotContainKey("allergy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'm not allergic to penicillin but amoxicillin gave me a rash | amoxicillin",
                "his face swelled up after lisinopril | lisinopril",
                "penicillin - rash, needs antibiotics for UTI | penicillin"
            })
    void whatHappenedIsAnAllergy(String text, String drug) {
        assertThat(Asking.question(text).patient().facts())
                .containsEntry("allergy", drug)
                .doesNotContainEntry("allergies", "no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how is morphine switched to oxycodone? |",
                "I want to be switched from citalopram to sertraline |",
                "should ramipril be stopped? |",
                "ramipril stopped working |",
                "no data on apixaban in dialysis |",
                "never had a bleed on rivaroxaban | current",
                "no longer on warfarin, bruises |",
                "she had not started apixaban, had a stroke |",
                "the bleeding stopped, on apixaban, can he continue | current",
                "his nosebleed stopped on warfarin | current",
                "never stopped taking lithium, now ibuprofen for back | current",
                "weaned off ventilator, clonidine continued |",
                "went from warfarin 3 mg to 5 mg, INR 6 |"
            })
    void whatIsAskedOrSupposedIsNotTaken(String text, String use) {
        assertThat(
                        Asking.UNDERSTANDING.particulars(Asking.question(text)).drugs().stream()
                                .map(Particulars.Drug::use)
                                .filter(one -> one != null)
                                .distinct()
                                .toList())
                .isEqualTo(use == null ? java.util.List.of() : java.util.List.of(use));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eGFR 90 last year, now 44 |",
                "diagnosed with CKD at 40, eGFR now 44 | 40 years",
                "50M sprint left me with calf pain |",
                "fever 98 F and a cough |",
                "she is 24 and 36 weeks pregnant | 24 years",
                "Menarche at 11, menopause at 50, age 67: breast cancer risk? | 67 years",
                "48F nausea, jaw pain | 48 years",
                "7M pregnant on ramipril |",
                "6M warfarin after PE, stop? |",
                "60M sperm count normal? |",
                "Baby born prematurely, now 36, with apnoea and fever |",
                "12F catheter in a 3 week old with fever 38.5 | 3 weeks",
                "thermometer reads 99 F, in my 5 month old | 5 months"
            })
    void aNumberIsAnAgeOnlyWhereNothingIsMeasured(String text, String age) {
        assertThat(String.valueOf(Asking.question(text).patient().age()))
                .isEqualTo(age == null ? "null" : age);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ms flare, methylprednisolone?",
                "patient brown urine for a week, bladder infection?",
                "my son mark has a rash",
                "patient name: unknown, asthma",
                "look at nhs dot uk for asthma",
                "1 in 10 street drugs users have hepatitis c?",
                "re wilson disease and pregnancy",
                "patient martin bell palsy steroids?",
                "30 percent crescent glomerulonephritis, cyclophosphamide?"
            })
    void everydayWordsAreNoNames(String text) {
        assertThat(Asking.asked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NKDA, UTI, trimethoprim? | no",
                "NKDA apart from septrin rash, UTI, trimethoprim? | yes",
                "no known drug allergies except penicillin, cellulitis | yes",
                "PEN ALLERGY, flucloxacillin charted | yes"
            })
    void anAllergyBesideADenialIsOne(String text, String allergies) {
        assertThat(Asking.question(text).patient().facts()).containsEntry("allergies", allergies);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eGFR 65 in 2023, now 28, can I take metformin | 28",
                "eGFR 90 last year, now 44, metformin? | 44",
                "eGFR 90 in 2023, metformin now? | 90"
            })
    void theValueOfNowIsTheValue(String text, String egfr) {
        assertThat(Asking.question(text).patient().facts().get("egfr")).startsWith(egfr + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65F 9 stone 4, enoxaparin dose? | 59 kg (9 st 4 lb)",
                "child of 6, 44 lb, ibuprofen dose? | 20 kg (44 lb)",
                "my baby weighs 9 lb 4 oz, paracetamol? | 4.2 kg (9 lb 4 oz)",
                "she lost weight and is now 45 kg, osteoporosis? | 45 kg",
                "lost about 2 stone, cancer? |",
                "weight loss (20 lb), sweating |",
                "I lift 40 lb boxes and my back hurts |",
                "got his 1st dose of vaccine, fever |",
                "baby was 7 lb 8 oz at birth, now 3 weeks, jaundice |"
            })
    void aWeightIsOfABody(String text, String weight) {
        assertThat(Asking.question(text).patient().facts().get("weight")).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no cough today, chest pain instead | PRESENT",
                "no rash, no fever, just chest pain | PRESENT",
                "no fever. chest pain since Monday | PRESENT",
                "no cough, fever or chest pain | NEGATED",
                "denies fever, cough and chest pain, has headache | NEGATED",
                "no fever, just cough or chest pain | NEGATED",
                "chest pain resolved, now vertigo | PAST"
            })
    void whatIsToldInsteadIsThere(String text, String assertion) {
        assertThat(
                        Asking.question(text).problems().stream()
                                .filter(one -> one.name().equals("Chest Pain"))
                                .map(one -> one.assertion().name()))
                .containsExactly(assertion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "john smith af on apixaban | [name] af on apixaban",
                "MARY JONES COPD, STEROIDS? | [name] COPD, STEROIDS?",
                "charles bonnet syndrome treatment | charles bonnet syndrome treatment",
                "martin bell syndrome in a boy | martin bell syndrome in a boy",
                "james taylor criteria for asthma | james taylor criteria for asthma",
                "adam stokes attack, pacemaker? | adam stokes attack, pacemaker?"
            })
    void aGivenNameBeforeAFamilyNameGoes(String text, String kept) {
        assertThat(Asking.asked(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NKDA except codeine, renal colic | codeine",
                "no allergies but trimethoprim gives her hives, UTI | trimethoprim",
                "NKDA but on warfarin, UTI |",
                "NKDA, all well except ramipril cough |",
                "no allergies, except her mother to penicillin, sore throat |"
            })
    void whatIsExceptedFromNoAllergiesIsOne(String text, String allergy) {
        assertThat(Asking.question(text).patient().facts().get("allergy")).isEqualTo(allergy);
    }
}
