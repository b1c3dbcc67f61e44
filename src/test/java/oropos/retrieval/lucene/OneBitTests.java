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
        assertThat(new OneBit.Asked(question, mean).product(codes, scale))
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

            assertThat(asked.product(codes, scale))
                    .isCloseTo(product(question, near), within(.13f));
        }
    }

    @Test
    void anEmptyDirectionHasNoScale() {
        long[] codes = {-1};

        assertThat(OneBit.encode(new float[4], new float[4], codes, 0)).isZero();
        assertThat(codes[0]).isZero();
        assertThat(new OneBit.Asked(new float[4], new float[4]).product(codes, 0)).isZero();
    }

    @Test
    void manyCodesInColumnsAreCountedAsOneByOne() {
        Random random = new Random(9);
        for (int dimensions : new int[] {4, 64, 100, 384, 768}) {
            int words = OneBit.words(dimensions);
            int count = 1 + random.nextInt(70);
            int apart = count + random.nextInt(3);
            float[] mean = unit(random, dimensions);
            OneBit.Asked asked = new OneBit.Asked(unit(random, dimensions), mean);
            long[] columns = new long[5 + words * apart];
            float[] alone = new float[count];
            int[] set = new int[count];
            float[] scales = new float[count];
            for (int i = 0; i < count; i++) {
                long[] code = new long[words];
                scales[i] = OneBit.encode(unit(random, dimensions), mean, code, 0);
                set[i] = OneBit.set(code, 0, words);
                alone[i] = asked.product(code, scales[i]);
                for (int word = 0; word < words; word++) {
                    columns[5 + word * apart + i] = code[word];
                }
            }

            int[] common = new int[count];
            asked.common(columns, 5, apart, common, count);

            for (int i = 0; i < count; i++) {
                assertThat(asked.product(common[i], scales[i], set[i])).isEqualTo(alone[i]);
            }
        }
    }

    @Test
    void aBlockIsComparedAsItsCodesOneByOne() {
        Random random = new Random(11);
        for (int dimensions : new int[] {4, 100, 384, 768}) {
            int words = OneBit.words(dimensions);
            float[] mean = unit(random, dimensions);
            OneBit.Asked asked = new OneBit.Asked(unit(random, dimensions), mean);
            int first = OneBit.BLOCK; // the second block
            long[] columns = new long[2 * OneBit.BLOCK * words];
            float[] scales = new float[2 * OneBit.BLOCK];
            short[] set = new short[2 * OneBit.BLOCK];
            float[] alone = new float[OneBit.BLOCK];
            for (int i = 0; i < OneBit.BLOCK; i++) {
                long[] code = new long[words];
                scales[first + i] = OneBit.encode(unit(random, dimensions), mean, code, 0);
                set[first + i] = (short) OneBit.set(code, 0, words);
                alone[i] = asked.product(code, scales[first + i]);
                for (int word = 0; word < words; word++) {
                    columns[first * words + word * OneBit.BLOCK + i] = code[word];
                }
            }

            float[] together = new float[OneBit.BLOCK];
            asked.block(columns, scales, set, first, new int[OneBit.BLOCK], together);

            assertThat(together).isEqualTo(alone);
        }
    }
}
