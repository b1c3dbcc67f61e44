package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordClassesTests {

    private static WordClasses classes(Map<String, List<String>> words) {
        return WordClasses.of(new RuleFile.Row("test", new java.util.LinkedHashMap<>(words)));
    }

    private static final WordClasses LEGS =
            classes(Map.of("numb", List.of("numb|dead", "tingling"), "leg", List.of("leg|feet")));

    private static boolean isHeard(String notation, String text) {
        return LEGS.cues(notation, "here").stream().anyMatch(cue -> cue.isIn(Wording.of(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my leg has gone dead|true",
                "a dead feeling in both feet|true",
                "tingling of one leg|true",
                "my leg is sore. The battery is dead|false",
                "my leg is fine, no part of it is numb|false",
                "feet that after a very long day out are tingling|false",
            })
    void partsStandInAnyOrderNearEachOtherInOneSentence(String text, boolean heard) {
        assertThat(isHeard("<numb> &4 <leg>", text)).isEqualTo(heard);
    }

    @Test
    void aClassStandsAmongOtherWords() {
        assertThat(isHeard("my <leg>|arm", "my arm")).isTrue();
        assertThat(isHeard("my <leg>|arm", "my feet")).isTrue();
        assertThat(isHeard("my <leg>|arm", "my head")).isFalse();
    }

    @Test
    void threePartsMakeSixCuesAndFourAreRefused() {
        assertThat(LEGS.cues("a &3 b &3 c", "here")).hasSize(6);
        assertThatThrownBy(() -> LEGS.cues("a &3 b &3 c &3 d", "here"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a &3 b &3 c &3 d");
        assertThatThrownBy(() -> LEGS.cues("a &3 b &4 c", "here"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownClassAndAClassOfTwoWordsAreRefused() {
        assertThatThrownBy(() -> LEGS.cues("<arm> hurts", "here")).hasMessageContaining("<arm>");
        assertThatThrownBy(() -> classes(Map.of("numb", List.of("gone dead"))))
                .hasMessageContaining("gone dead");
    }
}
