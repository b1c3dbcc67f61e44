package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the best treatment for gout? | THERAPY",
                "Alendronate for osteoporosis? | THERAPY",
                "How is leukaemia diagnosed? | DIAGNOSIS",
                "Could this rash be measles? | DIAGNOSIS",
                "Is there a test for celiac disease? | DIAGNOSIS",
                "What test is used for glaucoma? | DIAGNOSIS",
                "Is there a screening test for lung cancer? | PREVENTION",
                "Should I be tested for celiac disease? | PREVENTION",
                "What is the life expectancy with cirrhosis? | PROGNOSIS",
                "Will the vertebra grow back? | PROGNOSIS",
                "What causes osteoporosis in children? | CAUSE",
                "What are the side effects of methotrexate? | HARM",
                "Is metformin safe in kidney disease? | HARM",
                "Should a 67-year-old woman be screened for osteoporosis? | PREVENTION",
                "How can I prevent migraine? | PREVENTION",
                "How often should lithium levels be monitored? | MONITORING",
                "What is the dose of amoxicillin for otitis? | DOSE",
                "How much paracetamol can a toddler take? | DOSE",
                "Do warfarin and ibuprofen interact? | INTERACTION",
                "Can I take ibuprofen and aspirin together? | INTERACTION",
                "Surgery or not for a torn meniscus? | PROCEDURE",
                "What is osteoporosis? | DEFINITION",
                "Tell me about sarcoidosis | DEFINITION",
                "What does a TSH result of 6.2 mean? | TEST_INTERPRETATION"
            })
    void areTheTwelveOfTheContract(String text, QuestionKind kind) {
        assertThat(Asking.question(text).kind()).isEqualTo(kind);
    }

    @Test
    void aStoryBeforeTheQuestionDoesNotChooseTheKind() {
        String story =
                "My father had surgery last year and then a scan, a biopsy and an operation on his"
                        + " knee. He was monitored in hospital and had side effects of many drugs, and"
                        + " the dose was changed again and again until the surgeon was satisfied with"
                        + " how he walked and slept. ".repeat(2)
                        + "What causes gout?";

        assertThat(Asking.question(story).kind()).isEqualTo(QuestionKind.CAUSE);
    }
}
