package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.inference.Embedder;
import oropos.inference.Encoded;

class QuestionEncoderTests {

    private final List<String> encoded = new ArrayList<>();
    private final QuestionEncoder questions = new QuestionEncoder(new Counting());

    @Test
    void theSecondSearchOfAnAnswerEncodesNothing() {
        Encoded first = questions.encoded("rickets");
        assertThat(questions.encoded("rickets")).isSameAs(first);
        assertThat(encoded).containsExactly("rickets");
    }

    @Test
    void whatWasAskedLongAgoIsForgotten() {
        questions.encoded("rickets");
        for (int i = 0; i < QuestionEncoder.KEPT; i++) {
            questions.encoded("another " + i);
        }
        questions.encoded("rickets");
        assertThat(encoded).hasSize(QuestionEncoder.KEPT + 2);
    }

    private final class Counting implements Embedder {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] passage(String text) {
            return new float[] {1};
        }

        @Override
        public float[] question(String text) {
            encoded.add(text);
            return passage(text);
        }

        @Override
        public void close() {}
    }
}
