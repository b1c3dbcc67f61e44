package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyWordsTests {

    @ParameterizedTest
    @CsvSource({
        "Harm is extremely rare., extremely rare",
        "RARELY it breaks., rarely",
        "Fractures are common in an 8-year-old., common",
        "It was often seen in 1998., often",
        "Most children recover., most children",
        "Almost never does it return., almost never",
        "It is uncommon., uncommon"
    })
    void withoutANumberAreFound(String text, String word) {
        assertThat(FrequencyWords.unnumbered(text)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is rare: 3 of 60 had it.",
                "Common (12%) in adults.",
                "It happened in 5 children.",
                "The commonwealth of Boston.",
                "Mostyn wrote of softening.",
                ""
            })
    void withANumberOrNoneAtAllAreNot(String text) {
        assertThat(FrequencyWords.unnumbered(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Common underlying causes of hypokalemia include diarrhea.",
                "The tumor grows most commonly in the stomach.",
                "Loperamide is often used for diarrhea.",
                "The condition is usually inherited.",
                "Treatment usually involves surgery to insert a shunt.",
                "Tetanus causes painful tightening of the muscles, usually all over the body.",
                "The main symptom is pain in the abdomen, often on the right side.",
                "Symptoms include blood in your urine, a frequent urge to urinate and pain.",
                "Reye syndrome is a rare illness that can affect the blood, liver, and brain.",
                "It is a rare, inherited blood disorder characterized by low counts."
            })
    void whatNamesOrTellsAUseIsNoFrequency(String text) {
        assertThat(FrequencyWords.unnumbered(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It most often goes away on its own.",
                "It is common in children with known causes.",
                "The disease is usually harmless.",
                "It is rarely caused by cancer.",
                "Infections are frequent after it.",
                "Anaphylaxis is a rare condition.",
                "This is a rare complication that goes away.",
                "Bleeding is a rare problem which needs no treatment.",
                "More frequent infections are rare.",
                "A rare reaction that passes.",
                "It usually resolves in the first year.",
                "Surgery is usually successful."
            })
    void whatComfortsIsOne(String text) {
        assertThat(FrequencyWords.unnumbered(text)).isPresent();
    }
}
