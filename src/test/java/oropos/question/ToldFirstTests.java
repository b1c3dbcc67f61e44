package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldFirstTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My wife has gout, what can she eat? | What can my wife eat with gout?",
                "My wife has gout. What can she eat? | What can my wife eat with gout?",
                "My uncle has Parkinson's disease, does it get worse? | Does Parkinson's disease get worse?",
                "I have psoriasis; is it contagious? | Is psoriasis contagious?",
                "My mother, 72, takes warfarin: which foods should she avoid? | Which foods should my mother avoid with warfarin?",
                "My dad had a heart attack, when can he go back to work? | When can my dad go back to work after a heart attack?",
                "I have gallstones - do I need surgery? | Do I need surgery for gallstones?",
                "My husband has hepatitis C, can I catch it? | Can I catch hepatitis C?"
            })
    void whatIsToldFirstIsAskedInOneGo(String typed, String asked) {
        assertThat(ToldFirst.in(typed)).isEqualTo(asked);
        assertThat(Asking.question(typed).inOneGo()).isEqualTo(asked);
    }

    /// A word of any length is read once, not in all ways it may be cut.
    @ParameterizedTest
    @ValueSource(
            strings = {"I have pain aaaa", "What works for pain aaaa", "My wife has pain aa-aa"})
    void aWordWithoutAnEndCostsNothing(String begins) {
        String typed = begins + "a".repeat(130);
        assertThat(
                        assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> Asking.question(typed).inOneGo()))
                .endsWith(
                        typed.substring(begins.length()) + (begins.startsWith("What") ? "?" : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My wife has no gout, what can she eat?",
                "My wife has gout and diabetes, what can she eat?",
                "My wife has gout, what can she eat, and what can she drink?",
                "My wife has gout, what can she eat and should she take allopurinol?",
                "My wife has gout. She is 60. What can she eat?",
                "My son fell, what should I do?",
                "Gout, what can I eat?",
                "I have to go to work, what can I take?",
                "My wife has gout, the doctor gave her allopurinol"
            })
    void whatTellsOrAsksMoreIsLeftAsItStands(String typed) {
        assertThat(ToldFirst.in(typed)).isEqualTo(typed);
    }
}
