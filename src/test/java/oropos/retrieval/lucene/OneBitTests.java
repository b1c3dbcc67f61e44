package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    void aGlancePassesOverMostAndOverNoneOfTheNearerHalf() {
        Random random = new Random(11);
        int count = 20_000;
        float[] question = unit(random, 384);
        question[7] = .6f;
        float[] mean = new float[384];
        OneBit.Asked asked = new OneBit.Asked(question, mean);
        OneBit.Asked.Glance glance = asked.new Glance();
        int words = OneBit.words(384);
        long[] codes = new long[count * words];
        float[] scales = new float[count];
        float[] products = new float[count];
        for (int i = 0; i < count; i++) {
            scales[i] = OneBit.encode(unit(random, 384), mean, codes, i * words);
            products[i] = asked.product(codes, i * words, scales[i]);
        }
        float[] sorted = products.clone();
        Arrays.sort(sorted);
        float bar = sorted[count - 100];
        float nearerHalf = sorted[count - 50];

        int passedOver = 0;
        for (int i = 0; i < count; i++) {
            int set = OneBit.set(codes, i * words, words);
            boolean stays = glance.staysBelow(bar, codes, i * words, scales[i], set);
            assertThat(stays && products[i] >= nearerHalf).isFalse();
            passedOver += stays ? 1 : 0;
        }
        assertThat(passedOver).isGreaterThan(count / 2);
    }

    @Test
    void nothingIsPassedOverWhileThereIsRoom() {
        float[] question = unit(new Random(12), 64);
        OneBit.Asked asked = new OneBit.Asked(question, new float[64]);

        assertThat(asked.new Glance().staysBelow(Float.NEGATIVE_INFINITY, new long[1], 0, .1f, 0))
                .isFalse();
        assertThat(asked.new Glance().staysBelow(1, new long[1], 0, 0, 0)).isFalse();
    }

    @Test
    void anEmptyDirectionHasNoScale() {
        long[] codes = {-1};

        assertThat(OneBit.encode(new float[4], new float[4], codes, 0)).isZero();
        assertThat(codes[0]).isZero();
        assertThat(new OneBit.Asked(new float[4], new float[4]).product(codes, 0, 0)).isZero();
    }
}
