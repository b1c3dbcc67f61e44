package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "'  \n\t ' | empty",
                "asdf | notClinical",
                "What is the capital of France? | notClinical",
                "Who won the match yesterday? | notClinical",
                "Write me a prescription | order",
                "Please prescribe me some antibiotics | order",
                "Could you book an appointment for me? | order",
                "Refill my prescription for metformin | order",
                "I need a prescription for amoxicillin | order",
                "Order a CT of the head | order",
                "Was ist die beste Behandlung für ein Kind mit Asthma? | notEnglish",
                "Quel est le meilleur traitement pour un enfant avec une fracture? | notEnglish",
                "¿Cuál es el mejor tratamiento para la osteoporosis en una mujer de 70 años? | notEnglish",
                "Какое лечение лучше при астме? | notEnglish",
                "骨粗鬆症の治療は何ですか | notEnglish"
            })
    void areGivenWithTheirReason(String text, String reason) {
        Understood.Refused refused = Asking.refused(text);

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.words()).endsWith(".").doesNotContain("{");
        assertThat(refused.words().split("(?<=[.!?])\\s")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was ist die beste Behandlung für ein Kind mit Asthma? | German",
                "Quel est le meilleur traitement pour un enfant avec une fracture? | French",
                "骨粗鬆症の治療は何ですか | Japanese"
            })
    void theLanguageIsNamedWhereItIsSure(String text, String language) {
        assertThat(Asking.refused(text).words()).contains(language);
    }

    @Test
    void theLanguageIsNotNamedWhereManyShareTheScript() {
        assertThat(Asking.refused("Какое лечение лучше при астме?").words())
                .contains("not seem to be in English;")
                .doesNotContain("but in");
    }

    @Test
    void aTextThatIsTooLongIsToldItsLength() {
        Understood.Refused refused = Asking.refused("asthma ".repeat(2_000));

        assertThat(refused.reason()).isEqualTo("tooLong");
        assertThat(refused.words()).contains("13,999").contains("12,000");
        assertThat(refused.asked()).hasSizeLessThanOrEqualTo(301);
    }

    @Test
    void theLongestTextIsRead() {
        String text = "Asthma treatment? ".repeat(700).substring(0, Asked.LONGEST - 1);

        assertThat(Asking.question(text).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does a ferritin of 9 ng/mL mean?",
                "Is a haemoglobin of 6.9 low?",
                "What should I prescribe for gout in a 60-year-old?",
                "Can I prescribe aspirin to a 55-year-old man with atrial fibrillation?",
                "When should a CT be ordered after a head injury?",
                "Do I need a prescription for omeprazole?",
                "Should I refer a child with a limp?",
                "Die ersten Stunden: sepsis bundle",
                "paracetamol 1 g?",
                "Is gluten bad in coeliac disease? Por favor.",
                "How much melatonin should I take at night?",
                "How can falls be prevented?",
                "How do I stop my father from falling?",
                "Does acupuncture help?",
                "Can I eat before the blood test?"
            })
    void areNotGivenToQuestionsAboutHealth(String text) {
        assertThat(Asking.understood(text)).isNotInstanceOf(Understood.Refused.class);
    }
}
