package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExamplesTests {

    @Test
    void theShippedFileHoldsThreeQuestions() {
        assertThat(Examples.shipped()).hasSize(3).allMatch(question -> question.endsWith("?"));
    }

    @Test
    void aFileWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> Examples.read("What now?"))
                .hasMessageContaining("begins with \"# version N\"");
    }
}
