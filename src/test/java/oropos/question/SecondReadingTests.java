package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Mention.Assertion;

/// What another reader found wrong in values of now, in what is over, in weights and in urgent signs
/// (decision 100) stays mended.
class SecondReadingTests {

    @ParameterizedTest
    @CsvFileSource(resources = "second-reading.tsv", delimiter = '\t', quoteCharacter = '\0')
    void signsAreHeardOrQuiet(String rule, String text) {
        if (rule.startsWith("!")) {
            assertThat(Asking.signs(text)).doesNotContain(rule.substring(1));
        } else {
            assertThat(Asking.signs(text)).contains(rule);
        }
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "second-reading-premises.tsv",
            delimiter = '\t',
            quoteCharacter = '\0')
    void premisesAreFoundOrQuiet(String rule, String text) {
        if (rule.startsWith("!")) {
            assertThat(Asking.premises(text)).doesNotContain(rule.substring(1));
        } else {
            assertThat(Asking.premises(text)).contains(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52F had breast cancer in 2015, now hot flushes. Is HRT safe?",
                "Had a DVT last year and now wants the combined pill, safe?",
                "had a stroke in January, now knee pain, ibuprofen?",
                "had a heart attack last year and now has knee pain, diclofenac safe?",
                "had a peptic ulcer in 2019, now back pain, naproxen ok?",
                "had pancreatitis in 2020, now diabetic, exenatide safe?",
                "had pre-eclampsia last year and now pregnant again, aspirin?",
                "had gestational diabetes last year and now pregnant again",
                "had a PE in March, now flying, enoxaparin?",
                "cancer at 40, now 44, hrt?",
                "AF settled but now dizzy, on apixaban",
                "gout settled and still on allopurinol",
                "seizure stopped, now another one",
                "seizure stopped, now on levetiracetam, driving?",
                "nosebleed stopped but now black stools on warfarin"
            })
    void whatDecidesAnAnswerStaysInTheCase(String text) {
        assertThat(Asking.question(text).problems())
                .noneMatch(problem -> problem.assertion() == Assertion.PAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "his diarrhoea settled but now he is constipated",
                "bronchitis cleared up, sinusitis now",
                "appendicitis at 12, now 40 with cough",
                "had tonsillitis in May, now a rash"
            })
    void whatPassesIsOver(String text) {
        assertThat(Asking.question(text).problems())
                .anyMatch(problem -> problem.assertion() == Assertion.PAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "she used to weigh 18 stone, now 12",
                "dropped from 18 stone to 12 stone",
                "he weighed 150 pounds, weighs 130 now",
                "he is 15st, I am 9st 7, dalteparin dose for me",
                "spent 50 pounds on vitamins",
                "she has 3 stone in kidney",
                "bag of 40 lb fell on foot",
                "tumour 5 pounds removed",
                "eats 2 lb of sugar",
                "I want to weigh 9 stone"
            })
    void whatIsNobodysWeightOfNowIsNone(String text) {
        assertThat(facts(text)).doesNotContainKey("weight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "she weighs 12 stone, enoxaparin dose? | 76.2 kg (12 st)",
                "60M weighed 70 kg last week, gentamicin dose? | 70 kg",
                "she weighs 60 kg of body weight, gentamicin dose? | 60 kg"
            })
    void aWeightOfNowIsRead(String text, String weight) {
        assertThat(facts(text)).containsEntry("weight", weight);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no allergies but amoxicillin gives my wife a rash",
                "no allergies but statins give me cramps"
            })
    void anothersReactionAndCrampsAreNoAllergy(String text) {
        assertThat(facts(text))
                .doesNotContainKey("allergy")
                .doesNotContainEntry("allergies", "yes");
    }

    private static Map<String, String> facts(String text) {
        return switch (Asking.understood(text)) {
            case Understood.Clear clear -> clear.question().patient().facts();
            case Understood.NeedsDetail needs -> needs.question().patient().facts();
            case Understood.Refused _ -> Map.of();
        };
    }
}
