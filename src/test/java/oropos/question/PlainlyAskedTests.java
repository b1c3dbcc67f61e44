package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainlyAskedTests {

    private static final PlainlyAsked PLAINLY =
            new PlainlyAsked(
                    RuleFile.Table.read(PlainlyAsked.FILE),
                    oropos.terminology.Terminology.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What sets off a migraine?                       | What triggers migraine?
                    What brings on an attack of gout?               | What triggers gout?
                    Which germ is behind Lyme disease?              | Which germ causes Lyme disease?
                    How do they find out whether it is sarcoidosis? | How is sarcoidosis diagnosed?
                    What can be done about restless legs?           | What is the treatment for restless legs?
                    How can I keep from getting malaria?            | How can malaria be prevented?
                    Which people get gout?                          | Who gets gout?
                    May I drink beer on metronidazole?              | Can I drink alcohol with metronidazole?
                    What gets rid of warts?                         | What is the treatment for warts?
                    Can pressure sores be prevented?                | How can pressure sores be prevented?
                    Is gout preventable?                            | How can gout be prevented?
                    Is cystinosis treatable?                        | How is cystinosis treated?
                    Where can I find information on cystinosis?     | What is cystinosis?
                    gout diet                                       | What should people with gout eat?
                    diet for phenylketonuria                        | What should people with phenylketonuria eat?
                    alcohol and hepatitis C                         | May people with hepatitis C drink alcohol?
                    gout and beer                                   | May people with gout drink alcohol?
                    alcohol and disulfiram                          | Can I drink alcohol with disulfiram?
                    metformin and alcohol                           | Can I drink alcohol with metformin?
                    surgery for gallstones                          | Is surgery needed for gallstones?
                    hepatitis A how long                            | How long does hepatitis A last?
                    warts contagious?                               | Is warts contagious?
                    kidney stones when to see a doctor              | When should I see a doctor for kidney stones?
                    prognosis of Reye's syndrome                    | What is the prognosis for Reye's syndrome?
                    asthma in pregnancy                             | How is asthma in pregnancy?
                    What do I do for a bee sting?                   | What should I do for a bee sting?
                    """)
    void whatIsAskedInEverydayWordsIsSearchedForInPlainOnes(String asked, String plain) {
        assertThat(PLAINLY.in(asked)).isEqualTo(plain);
    }

    /// A second clause or sentence, a denial, another thing done, or something that only begins alike.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What works for gout besides tablets?",
                "What works for gout if I cannot take ibuprofen?",
                "What does not work for gout?",
                "What can be done to prevent gout?",
                "Which people get a flu shot?",
                "Is HIV passed on from mother to child?",
                "How do I get rid of warts?",
                "Where does melanoma appear?",
                "Can gout not be prevented?",
                "Can I be prevented from working?",
                "Can gout be prevented if I stop drinking?",
                "Where can I find information on gout and how it is treated?",
                "Where can I find information that is not about gout?",
                "Are there any shots for migraine?",
                "How bad is smoking for you?",
                "Does an inguinal hernia need surgery?",
                "gout not contagious",
                "gallbladder surgery",
                "heart attack, what can I do?",
                "I have a stroke, what can I do?",
                "I have pulmonary embolism what can I do",
                "retinal detachment what helps",
                "I have gout, what can I do?",
                "medicine for ADHD",
                "cure for psoriasis",
                "vaccine for rabies",
                "can I exercise with heart failure",
                "no diet for gout",
                "diet after a heart attack",
                "how long until gout is gone",
                "how long is chickenpox contagious",
                "vaccine for children",
                "smoking and pregnancy",
                "What triggers migraine?",
                "My father has gout.",
                "My son has warts. What gets rid of warts?",
                "What sets off gout and what gets rid of warts?",
                "Is tetracycline all right for children and in pregnancy?"
            })
    void whatSaysMoreOrSomethingElseIsLeftAsItIs(String asked) {
        assertThat(PLAINLY.in(asked)).isEqualTo(asked);
    }

    @Test
    void theQuestionStaysAsTypedAndIsSearchedByThePlainWords() {
        ClinicalQuestion question = Asking.question("What sets off a migraine?");
        assertThat(question.asked()).isEqualTo("What sets off a migraine?");
        assertThat(question.words()).isEqualTo("What triggers migraine?");
        assertThat(question.focus()).contains("migraine", "triggers").doesNotContain("sets");
    }

    @Test
    void whatWasAddedToASearchBesideTheWordsStays() {
        assertThat(
                        PlainlyAsked.focus(
                                List.of("sets", "migraine", "headache"),
                                "What sets off migraine?",
                                "What triggers migraine?"))
                .containsExactly("migraine", "headache", "triggers");
    }
}
