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

    /// Words of the usual number of dimensions, 384.
    private static final int SIX = 6;

    private static final int STEPS = (1 << PLANES) - 1;

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

        /// The estimated product with the vector whose code stands at `at`.
        float product(long[] codes, int at, float scale) {
            return product(codes, at, scale, set(codes, at, words));
        }

        /// @param set how many bits of the code are set, where that was counted before
        float product(long[] codes, int at, float scale, int set) {
            int common = words == SIX ? commonOfSix(codes, at) : common(codes, at);
            return withMean + scale * (2 * (least * set + step * common) - sum);
        }

        private int common(long[] codes, int at) {
            int common = 0;
            for (int word = 0; word < words; word++) {
                long code = codes[at + word];
                common +=
                        Long.bitCount(code & planes[word])
                                + (Long.bitCount(code & planes[words + word]) << 1)
                                + (Long.bitCount(code & planes[2 * words + word]) << 2)
                                + (Long.bitCount(code & planes[3 * words + word]) << 3);
            }
            return common;
        }

        /// The same for 384 dimensions, the size of small encoders, written out: a scan of a million
        /// codes takes two thirds of the time.
        private int commonOfSix(long[] codes, int at) {
            long a = codes[at];
            long b = codes[at + 1];
            long c = codes[at + 2];
            long d = codes[at + 3];
            long e = codes[at + 4];
            long f = codes[at + 5];
            return bits(a, b, c, d, e, f, 0)
                    + (bits(a, b, c, d, e, f, SIX) << 1)
                    + (bits(a, b, c, d, e, f, 2 * SIX) << 2)
                    + (bits(a, b, c, d, e, f, 3 * SIX) << 3);
        }

        private int bits(long a, long b, long c, long d, long e, long f, int plane) {
            return Long.bitCount(a & planes[plane])
                    + Long.bitCount(b & planes[plane + 1])
                    + Long.bitCount(c & planes[plane + 2])
                    + Long.bitCount(d & planes[plane + 3])
                    + Long.bitCount(e & planes[plane + 4])
                    + Long.bitCount(f & planes[plane + 5]);
        }
    }
}
