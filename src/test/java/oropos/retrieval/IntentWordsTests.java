package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.retrieval.lucene.Stems;

class IntentWordsTests {

    private static final String COLUMNS = "word\tkind\tsource";

    @Test
    void knowsTheFormsOfAWordByItsStem() {
        for (String word : List.of("treatment", "treating", "managed", "doses", "monitoring")) {
            assertThat(IntentWords.builtIn().has(Stems.of(word).getFirst())).as(word).isTrue();
        }
    }

    @Test
    void takesNoSubjectForAnIntent() {
        for (String word :
                List.of("fracture", "bisphosphonate", "pain", "child", "screening", "vaccine")) {
            assertThat(IntentWords.builtIn().has(Stems.of(word).getFirst())).as(word).isFalse();
        }
    }

    @Test
    void statesItsVersion() {
        assertThat(IntentWords.builtIn().version()).isNotBlank();
    }

    @Test
    void refusesAWordWithoutASourceAndSaysWhere() {
        assertThatThrownBy(
                        () -> IntentWords.read(List.of("# version: 1", COLUMNS, "dose\tdose\t ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> IntentWords.read(List.of(COLUMNS))).hasMessageContaining("line 1");
        assertThatThrownBy(() -> IntentWords.read(List.of("# version: 1", "word")))
                .hasMessageContaining("line 2");
    }
}
