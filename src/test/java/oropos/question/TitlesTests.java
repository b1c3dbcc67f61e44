package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is osteoporosis? | About osteoporosis",
                "What is the prognosis of sepsis in an 81-year-old man? | Outlook of sepsis in an 81-year-old man",
                "What causes gout? | Causes of gout",
                "Is ibuprofen safe in pregnancy? | Harms of ibuprofen in pregnancy",
                "Can I take ibuprofen while breastfeeding? | Harms of ibuprofen while breastfeeding",
                "Is ibuprofen safe for a 30-year-old who is breastfeeding? | Harms of ibuprofen in a breastfeeding 30-year-old woman",
                "Treatment of asthma in adults? | Treatment of asthma in adults",
                "Do warfarin and ibuprofen interact? | Interaction of warfarin and ibuprofen",
                "Vaccination of a 70-year-old against pneumonia? | Vaccination against pneumonia in a 70-year-old",
                "Does vitamin D prevent falls in older adults? | Prevention of accidental falls with vitamin D (older adults)",
                "Which tests are needed before denosumab? | Which tests are needed before denosumab",
                "Do statins prevent stroke in people with diabetes? | Prevention of stroke with statins in diabetes",
                "Left knee pain in a 40-year-old: treatment? | Treatment of left knee pain in a 40-year-old",
                "How often should INR be checked with warfarin? | Monitoring of warfarin",
                "Vertebroplasty for osteoporotic vertebral fracture at 75? | Vertebroplasty for osteoporotic vertebral fracture in a 75-year-old"
            })
    void areMadeOfIntentProblemAndPatient(String text, String title) {
        assertThat(Asking.question(text).title()).isEqualTo(title);
    }

    /// As people write to a clinic: a story, a heading, capitals, a relative's illness.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My dad had colon cancer. Should I be screened? | Screening for colon cancer (in the family)",
                "SUBJECT: wooden spoons MESSAGE: Hello, which of them is better for health? | Wooden spoons",
                "MESSAGE: We have a clinic at home. It is often open. Which spoon is best for a left hander? | Which spoon is best for a left hander",
                "MESSAGE: Dear Sir, I am a nurse. Our clinic has lost its keys. | Our clinic has lost its keys",
                "SUBJECT: Need help! MESSAGE: We have a clinic at home. Which spoon is best for a left hander? | Which spoon is best for a left hander",
                "ClinicalTrials.gov - Suggestion. Which spoon is best for a left hander? | Which spoon is best for a left hander",
                "What is the treatment of PAIN? | Treatment of pain",
                "SUBJECT: ? MESSAGE: We keep spoons in the clinic | We keep spoons in the clinic",
                "They asked whether we hurt him. Why? | They asked whether we hurt him. Why",
                "CURE FOR PNEUMONIA? | Treatment of pneumonia",
                "Is NIFEDIPINE safe in pregnancy? | Harms of nifedipine in pregnancy",
                "Is my COPD caused by smoking? | Causes of COPD",
                "My daughter is 12 and obese. What treatment helps? | Treatment of obesity in a 12-year-old girl",
                "Where is genetic testing done? | Where is genetic testing done",
                "I was diagnosed with gout. What treatment helps? | Treatment of gout",
                "How is gout diagnosed? | Diagnosis of gout"
            })
    void areWhatWasAskedHoweverItWasWritten(String text, String title) {
        assertThat(Asking.question(text).title()).isEqualTo(title);
    }

    @Test
    void aQualifierIsQuotedWhereNothingElseIsLeft() {
        assertThat(
                        Asking.question("How is borderline osteoporosis treated in a 9-year-old?")
                                .title())
                .isEqualTo("Treatment of “borderline osteoporosis” in a 9-year-old");
    }

    @Test
    void areNeverLongerThanTheirLimit() {
        String text =
                "What helps " + "someone who is unhappy about pain and ".repeat(30) + "tired?";

        assertThat(Asking.question(text).title()).hasSizeLessThanOrEqualTo(Titles.LONGEST + 1);
    }
}
