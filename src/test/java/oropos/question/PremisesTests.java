package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PremisesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12-year-old with borderline osteoporosis: treatment? | borderline-child",
                "T-score of -2.6 in a 10-year-old: osteoporosis? | t-score-child",
                "My 15-year-old daughter has osteopenia, what can we do? | osteopenia-child",
                "Girl 14, low bone density, never broke a bone: alendronate? | density-alone-child",
                "Best drug for vertebral fracture in a 9-year-old? | cause-first-child",
                "Is intranasal calcitonin a good choice at 70? | calcitonin-nasal",
                "A 45-year-old man is pregnant: which antibiotic? | pregnant-male",
                "Which treatment for ovarian cancer in a 50-year-old man? | pregnant-male",
                "PSA of 8 in a 60-year-old woman: biopsy? | prostate-female",
                "61-year-old woman, pregnant, 20 weeks: which antihypertensive? | pregnant-over-55",
                "10-year-old with postmenopausal osteoporosis: zoledronate? | menopause-child",
                "9-year-old with BPH: tamsulosin? | bph-child",
                "11-year-old with Alzheimer's disease: donepezil? | alzheimer-child",
                "Which antibiotic is best for the flu? | antibiotic-cold",
                "9-year-old with vertebral fracture, normal blood count so no leukaemia? | normal-count-leukaemia",
                "Levothyroxine 100 mg daily at 40? | strength-unit",
                "Digoxin 125mg in heart failure? | strength-unit",
                "Fentanyl patch 25 mg for cancer pain? | fentanyl-patch-milligrams",
                "Fosamax or alendronate for osteoporosis? | same-drug"
            })
    void areSeen(String text, String rule) {
        assertThat(Asking.premises(text)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Borderline osteoporosis in a 55-year-old woman: treatment?",
                "T-score of -2.6 at 60: osteoporosis?",
                "Prostate cancer in a 70-year-old man: radiotherapy or surgery?",
                "32-year-old pregnant woman with a urinary infection: which antibiotic?",
                "My wife is pregnant, can I, a 35-year-old man, take finasteride?",
                "My husband has prostate cancer, I am 60: will our daughters get it?",
                "Man of 60 with cervical spine fracture: collar?",
                "Why do antibiotics not help against a cold?",
                "Haemophilus influenzae: which antibiotic?",
                "8-year-old who fell from a roof: best treatment of the L1 compression fracture?",
                "Nirsevimab, second season, 10 months?",
                "tirzepatide for a 12-year-old with obesity?",
                "Levothyroxine 100 mcg daily at 40?",
                "Digoxin 0.125 mg in heart failure?",
                "Is generic alendronate the same as Fosamax?",
                "Alendronate or zoledronate for osteoporosis?",
                "My grandmother has Alzheimer's, can my 10-year-old get it?"
            })
    void areNotSeenWhereNothingIsWrong(String text) {
        assertThat(Asking.premises(text)).isEmpty();
    }

    @Test
    void theCorrectionBeginsShortAndTheQuoteIsTheAskers() {
        String text = "Is \"borderline osteoporosis\" in my 8-year-old treated with drugs?";
        Premise premise = Asking.question(text).premises().getFirst();

        assertThat(premise.quote()).isEqualTo("borderline osteoporosis");
        assertThat(text).contains(premise.quote());
        assertThat(premise.correction().split("(?<=[.!?])\\s")[0])
                .hasSizeLessThanOrEqualTo(Premises.LONGEST_FIRST_SENTENCE);
        assertThat(premise.evidence()).isNotEmpty();
    }

    @Test
    void aSpecificAgeIsNeededForAChildsPremise() {
        assertThat(Asking.premises("Borderline osteoporosis: what does it mean?")).isEmpty();
    }
}
