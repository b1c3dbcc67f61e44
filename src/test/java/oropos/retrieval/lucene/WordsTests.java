package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void areLowerCaseWithoutAccentsAndPossessivesAndNoneIsLeftOut() {
        assertThat(Words.of("The Alzheimer's \u00d6dem, follow-up of T\u2081\u2082"))
                .containsExactly("the", "alzheimer", "odem", "follow", "up", "of", "t12");
    }

    @Test
    void aKeyIsTheSameHoweverANameIsPunctuated() {
        assertThat(Words.key("Diagnosis, Differential"))
                .isEqualTo(Words.key("diagnosis,differential"));
        assertThat(Words.key("M\u00fcller A.")).isEqualTo("muller a");
    }
}
