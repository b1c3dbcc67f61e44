package oropos.retrieval.lucene;

import java.util.Arrays;

/// Vectors kept as one bit a dimension and one scale.
///
/// With m a mean vector and z = x - m for a vector x, what is kept is b_k = [z_k > 0] and
/// s = sum z_k^2 / sum |z_k|. Then for a question q
///
///     x.q  is about  m.q + s (2 sum over set bits of q_k - sum q_k).
///
/// The question is cut to 4 bits a dimension, so that the sum is four counts of common bits. Taking
/// the mean away first matters: encoders of this family have dimensions that are large in every text.
final class OneBit {

    /// Bits in a word of the code.
    private static final int WORD = Long.SIZE;

    /// Steps of a question's dimension: 4 bits.
    private static final int PLANES = 4;

    private static final int STEPS = (1 << PLANES) - 1;

    /// Codes of a block, which stand in columns together.
    static final int BLOCK = 256;

    private OneBit() {}

    /// How many longs hold the bits of a vector.
    static int words(int dimensions) {
        return (dimensions + WORD - 1) / WORD;
    }

    /// How many bits of a code are set.
    static int set(long[] codes, int at, int words) {
        int set = 0;
        for (int word = 0; word < words; word++) {
            set += Long.bitCount(codes[at + word]);
        }
        return set;
    }

    /// Writes the bits of a vector and returns its scale.
    static float encode(float[] vector, float[] mean, long[] into, int at) {
        Arrays.fill(into, at, at + words(vector.length), 0);
        double squares = 0;
        double sizes = 0;
        for (int k = 0; k < vector.length; k++) {
            float z = vector[k] - mean[k];
            squares += (double) z * z;
            sizes += Math.abs(z);
            if (z > 0) {
                into[at + k / WORD] |= 1L << (k % WORD);
            }
        }
        return sizes == 0 ? 0 : (float) (squares / sizes);
    }

    /// A question, ready to be compared with many codes.
    static final class Asked {

        private final int words;
        private final long[] planes;
        private final float least;
        private final float step;
        private final float withMean;
        private final float sum;

        Asked(float[] question, float[] mean) {
            this.words = words(question.length);
            this.planes = new long[PLANES * words];
            float low = Float.MAX_VALUE;
            float high = -Float.MAX_VALUE;
            double product = 0;
            double total = 0;
            for (int k = 0; k < question.length; k++) {
                low = Math.min(low, question[k]);
                high = Math.max(high, question[k]);
                product += (double) question[k] * mean[k];
                total += question[k];
            }
            this.least = low;
            this.step = high > low ? (high - low) / STEPS : 1;
            this.withMean = (float) product;
            this.sum = (float) total;
            for (int k = 0; k < question.length; k++) {
                int value = Math.clamp(Math.round((question[k] - low) / step), 0, STEPS);
                for (int plane = 0; plane < PLANES; plane++) {
                    if ((value >> plane & 1) != 0) {
                        planes[plane * words + k / WORD] |= 1L << (k % WORD);
                    }
                }
            }
        }

        /// The estimated product with one vector, whose code stands by itself.
        float product(long[] code, float scale) {
            int[] common = new int[1];
            common(code, 0, 1, common, 1);
            return product(common[0], scale, set(code, 0, words));
        }

        /// @param common what [#common] counted
        /// @param set how many bits of the code are set
        float product(int common, float scale, int set) {
            return withMean + scale * (2 * (least * set + step * common) - sum);
        }

        /// The same for a block of codes that stand in columns (see [#common]).
        ///
        /// Always a whole block, so that the loop has a fixed length and its compiled form does not hang on
        /// the few codes of one text that `common` counts.
        ///
        /// @param first the first code of the block; its first word stands at `first` times the words of a
        ///     code
        /// @param common room for a block
        /// @param into filled for the whole block
        void block(
                long[] codes, float[] scales, short[] set, int first, int[] common, float[] into) {
            Arrays.fill(common, 0, BLOCK, 0);
            for (int word = 0; word < words; word++) {
                long one = planes[word];
                long two = planes[words + word];
                long three = planes[2 * words + word];
                long four = planes[3 * words + word];
                int column = first * words + word * BLOCK;
                for (int i = 0; i < BLOCK; i++) {
                    long code = codes[column + i];
                    common[i] +=
                            Long.bitCount(code & one)
                                    + (Long.bitCount(code & two) << 1)
                                    + (Long.bitCount(code & three) << 2)
                                    + (Long.bitCount(code & four) << 3);
                }
            }
            for (int i = 0; i < BLOCK; i++) {
                into[i] =
                        withMean
                                + scales[first + i]
                                        * (2 * (least * set[first + i] + step * common[i]) - sum);
            }
        }

        /// Counts the common bits, each weighed by its step of the question, of many codes at once.
        ///
        /// The codes stand in columns: first the first word of each, then the second of each. So one
        /// step of the loop does the same to neighbours in memory, and the machine counts eight at a
        /// time where it can: a million codes take a third of the time that one after another take.
        ///
        /// @param at where the first word of the first code stands
        /// @param apart how far words of one code stand apart
        /// @param into filled for the first `count` codes
        void common(long[] codes, int at, int apart, int[] into, int count) {
            Arrays.fill(into, 0, count, 0);
            for (int word = 0; word < words; word++) {
                long first = planes[word];
                long second = planes[words + word];
                long third = planes[2 * words + word];
                long fourth = planes[3 * words + word];
                int column = at + word * apart;
                for (int i = 0; i < count; i++) {
                    long code = codes[column + i];
                    into[i] +=
                            Long.bitCount(code & first)
                                    + (Long.bitCount(code & second) << 1)
                                    + (Long.bitCount(code & third) << 2)
                                    + (Long.bitCount(code & fourth) << 3);
                }
            }
        }
    }
}
