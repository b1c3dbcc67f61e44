package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks whether or when to have a test asks about screening for what it looks for; who has a
/// complaint, or asks what the test does, does not.
class ScreeningTestsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Should my father, 72, have a PSA test? | Screening for prostate cancer in a 72-year-old man | Prostatic Neoplasms",
                "Should a 50-year-old have a colonoscopy? | Screening for colorectal cancer in a 50-year-old | Colorectal Neoplasms",
                "When should a woman start mammograms? | Screening for breast cancer (female patient) | Breast Neoplasms",
                "Is a Pap smear still needed at 70? | Screening for cervical cancer in a 70-year-old woman | Uterine Cervical Neoplasms",
                "Hepatitis C test for a 40-year-old who never used drugs? | Screening for Hepatitis C in a 40-year-old | Hepatitis C",
                "Do I need an HIV test if I'm married? 40F | Screening for HIV in a 40-year-old woman | HIV Infections",
                "Hearing test at 70, no complaints? | Screening for hearing loss in a 70-year-old | Hearing Loss",
                "55-year-old, 30 pack-years, quit 5 years ago: CT scan? | Screening for lung cancer in a 55-year-old | Lung Neoplasms",
                "Does a healthy 68-year-old man need an ultrasound of the aorta? | Screening for abdominal aortic aneurysm in a 68-year-old man | Aortic Aneurysm, Abdominal",
            })
    void theTestStandsForWhatItLooksFor(String asked, String title, String problem) {
        ClinicalQuestion question = Asking.question(asked);
        assertThat(question.title()).isEqualTo(title);
        assertThat(question.kind()).isEqualTo(QuestionKind.PREVENTION);
        assertThat(question.problems()).extracting(Finding::name).containsExactly(problem);
        assertThat(question.problems().getFirst().isSearched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She found a lump in her breast. Should she have a mammogram?",
                "There is blood in his stool. Does he need a colonoscopy?",
                "What are the risks of a colonoscopy?",
                "What does an abnormal Pap smear mean?",
                "How is a colonoscopy performed?",
                "My stools have been black for a week. Should I have a colonoscopy at 52?",
                "I am 50 and constipated. Do I need a colonoscopy?",
                "There is a change in my breast skin. When should I have a mammogram?",
                "My nipple is turned in. Should I have a mammogram? I am 55.",
                "My mother had colon cancer at 45. When should I start colonoscopies?",
                "I had polyps removed last year. When is my next colonoscopy due?",
                "How often should a diabetic have an HbA1c test?",
                "He has hepatitis C. Test for him?",
                "My partner has HIV. Do I need an HIV test?",
                "My thyroid test is low. 40F",
                "Depression questionnaire said I have it. What next?",
                "Is my blood pressure check of 190/120 worth worrying about?",
            })
    void aComplaintOrAQuestionOnTheTestItselfIsNoScreening(String asked) {
        ClinicalQuestion question = Asking.question(asked);
        assertThat(question.tests()).extracting(Finding::name).doesNotContain("Mass Screening");
        assertThat(question.problems())
                .extracting(Finding::name)
                .doesNotContain(
                        "Breast Neoplasms", "Colorectal Neoplasms", "Uterine Cervical Neoplasms");
    }
}
