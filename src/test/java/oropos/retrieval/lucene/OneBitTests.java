package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OneBitTests {

    private static float[] unit(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        double squares = 0;
        for (int k = 0; k < dimensions; k++) {
            vector[k] = (float) random.nextGaussian();
            squares += vector[k] * vector[k];
        }
        for (int k = 0; k < dimensions; k++) {
            vector[k] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static float product(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Test
    void aVectorOfEqualStepsIsKeptExactly() {
        float[] mean = {.1f, .1f, .1f, .1f};
        float[] vector = {.3f, -.1f, .3f, -.1f};
        long[] codes = new long[1];

        float scale = OneBit.encode(vector, mean, codes, 0);

        assertThat(codes[0]).isEqualTo(0b0101);
        assertThat(scale).isCloseTo(.2f, within(1e-6f));
        float[] question = {1, 0, 0, 1};
        assertThat(new OneBit.Asked(question, mean).product(codes, 0, scale))
                .isCloseTo(product(question, vector), within(1e-5f));
    }

    @Test
    void estimatedProductsFollowTrueOnes() {
        Random random = new Random(7);
        float[] mean = new float[384];
        float[] question = unit(random, 384);
        OneBit.Asked asked = new OneBit.Asked(question, mean);
        for (int i = 0; i < 200; i++) {
            float[] other = unit(random, 384);
            float[] near = new float[384];
            for (int k = 0; k < 384; k++) {
                near[k] = (question[k] + other[k]) / (float) Math.sqrt(2);
            }
            long[] codes = new long[OneBit.words(384)];
            float scale = OneBit.encode(near, mean, codes, 0);

            assertThat(asked.product(codes, 0, scale))
                    .isCloseTo(product(question, near), within(.13f));
        }
    }

    @Test
    void anEmptyDirectionHasNoScale() {
        long[] codes = {-1};

        assertThat(OneBit.encode(new float[4], new float[4], codes, 0)).isZero();
        assertThat(codes[0]).isZero();
        assertThat(new OneBit.Asked(new float[4], new float[4]).product(codes, 0, 0)).isZero();
    }
}
