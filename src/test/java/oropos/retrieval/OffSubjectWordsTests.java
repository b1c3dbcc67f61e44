package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.retrieval.lucene.Stems;

class OffSubjectWordsTests {

    private static final String COLUMNS = "word\tkind\tsource";

    @Test
    void knowsTheFormsOfAWordByItsStem() {
        for (String word : List.of("treatment", "treating", "managed", "doses", "monitoring")) {
            assertThat(OffSubjectWords.builtIn().has(Stems.of(word).getFirst())).as(word).isTrue();
        }
    }

    @Test
    void takesNoSubjectForABesideWord() {
        for (String word :
                List.of("fracture", "bisphosphonate", "pain", "T12", "screening", "vaccine")) {
            assertThat(OffSubjectWords.builtIn().has(Stems.of(word).getFirst())).as(word).isFalse();
        }
    }

    @Test
    void takesPeopleMeasuresAndNumbersForNoSubject() {
        for (String word : List.of("child", "woman", "kg", "72", "2.3", "10,000")) {
            assertThat(OffSubjectWords.builtIn().has(Stems.of(word).getFirst())).as(word).isTrue();
        }
    }

    @Test
    void knowsWhatLettersAreFullOfAndNoDisease() {
        for (String word : List.of("my", "please", "doctor", "wondering", "sir")) {
            assertThat(OffSubjectWords.ofLetters().has(Stems.of(word).getFirst()))
                    .as(word)
                    .isTrue();
        }
        for (String word : List.of("lupus", "pain", "cancer", "vaccine", "kidney")) {
            assertThat(OffSubjectWords.ofLetters().has(Stems.of(word).getFirst()))
                    .as(word)
                    .isFalse();
        }
    }

    @Test
    void statesItsVersion() {
        assertThat(OffSubjectWords.builtIn().version()).isNotBlank();
    }

    @Test
    void refusesAWordWithoutASourceAndSaysWhere() {
        assertThatThrownBy(() ->
                        OffSubjectWords.read(List.of("# version: 1", COLUMNS, "dose\tdose\t ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> OffSubjectWords.read(List.of(COLUMNS)))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> OffSubjectWords.read(List.of("# version: 1", "word")))
                .hasMessageContaining("line 2");
    }
}
