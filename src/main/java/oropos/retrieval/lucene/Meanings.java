package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// The vectors of every passage of one generation, compared with a question.
///
/// Up to [#EXACT] passages each vector is read. Above, the mean vector is taken away and a bit of
/// each dimension kept in memory ([OneBit], 54 bytes a passage); all are compared so, and the best
/// [#OVER_FETCH] times as many as wanted are compared again with their whole vectors. Every cosine
/// that is told is exact.
public final class Meanings {

    /// From so many passages on, the bits are compared first.
    static final int EXACT = 10_000;

    /// How many times more than wanted, and how many at least, are compared exactly.
    static final int OVER_FETCH = 2;

    static final int LEAST_FETCHED = 1_000;

    private static final int BLOCK = OneBit.BLOCK;

    /// Vectors whose memory is fetched together.
    private static final int AT_ONCE = 16;

    private final VectorFile file;
    private final int[] rows;
    private final int dimensions;
    private final float[] mean;
    private final long @Nullable [] codes;
    private final float[] scales;
    private final short[] set;

    private Meanings(VectorFile file, int[] rows, int dimensions, int exact) {
        this.file = file;
        this.rows = rows;
        this.dimensions = dimensions;
        this.mean = new float[dimensions];
        if (rows.length <= exact) {
            this.codes = null;
            this.scales = new float[0];
            this.set = new short[0];
        } else {
            // whole blocks; what stands behind the last code is counted and not looked at
            int room = Math.ceilDiv(rows.length, BLOCK) * BLOCK;
            this.codes = new long[Math.multiplyExact(room, OneBit.words(dimensions))];
            this.scales = new float[room];
            this.set = new short[room];
            encode(codes);
        }
    }

    private void encode(long[] into) {
        double[] sums = new double[dimensions];
        float[] vector = new float[dimensions];
        for (int row : rows) {
            file.read(row, vector);
            for (int k = 0; k < dimensions; k++) {
                sums[k] += vector[k];
            }
        }
        for (int k = 0; k < dimensions; k++) {
            mean[k] = (float) (sums[k] / rows.length);
        }
        int words = OneBit.words(dimensions);
        long[] code = new long[words];
        for (int place = 0; place < rows.length; place++) {
            file.read(rows[place], vector);
            scales[place] = OneBit.encode(vector, mean, code, 0);
            set[place] = (short) OneBit.set(code, 0, words);
            int column = place % BLOCK;
            int block = (place - column) * words;
            for (int word = 0; word < words; word++) {
                into[block + word * BLOCK + column] = code[word];
            }
        }
    }

    /// The vectors of a generation; empty where it holds no passage, or one whose vector is not kept:
    /// half a collection ranked by meaning would hide the other half.
    public static Optional<Meanings> of(Generation generation, VectorFile file, int dimensions)
            throws IOException {
        return of(generation, file, dimensions, EXACT);
    }

    static Optional<Meanings> of(Generation generation, VectorFile file, int dimensions, int exact)
            throws IOException {
        if (generation.passages() == 0) {
            return Optional.empty();
        }
        List<BytesRef> hashes = generation.meanings();
        int[] rows = new int[hashes.size()];
        for (int place = 0; place < rows.length; place++) {
            OptionalInt row = file.row(hashes.get(place));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows[place] = row.getAsInt();
        }
        return Optional.of(new Meanings(file, rows, dimensions, exact));
    }

    /// Compares a question, given as its unit vector, with every passage.
    public Heard hear(float[] question) {
        return new Heard(question);
    }

    /// What one question means to the passages. Not for use by two threads at once.
    public final class Heard {

        private final float[] question;
        private final float[] passage = new float[dimensions];

        /// The nearest places, ascending, and their cosines.
        private int[] places = new int[0];

        private float[] cosines = new float[0];

        /// What [VectorFile#touch] gave: told nowhere, or the machine would leave the reading out.
        private int touched;

        private Heard(float[] question) {
            this.question = question;
        }

        /// The cosine of question and passage.
        public float cosine(int place) {
            int at = Arrays.binarySearch(places, place);
            return at >= 0 ? cosines[at] : exact(place);
        }

        /// The cosines of question and passages.
        public float[] cosines(int[] asked) {
            float[] told = new float[asked.length];
            int[] unread = new int[asked.length];
            int count = 0;
            for (int i = 0; i < asked.length; i++) {
                int at = Arrays.binarySearch(places, asked[i]);
                if (at >= 0) {
                    told[i] = cosines[at];
                } else {
                    unread[count++] = i;
                }
            }
            for (int first = 0; first < count; first += AT_ONCE) {
                int end = Math.min(count, first + AT_ONCE);
                for (int i = first; i < end; i++) {
                    touched += file.touch(rows[asked[unread[i]]]);
                }
                for (int i = first; i < end; i++) {
                    told[unread[i]] = exact(asked[unread[i]]);
                }
            }
            return told;
        }

        private float exact(int place) {
            file.read(rows[place], passage);
            return VectorUtil.dotProduct(question, passage);
        }

        /// The places of the highest cosines, ascending; among equals the smaller place.
        public int[] nearest(int depth) {
            Best best = new Best(Math.min(depth, rows.length));
            if (codes == null) {
                for (int place = 0; place < rows.length; place++) {
                    best.add(exact(place), place);
                }
            } else {
                add(
                        best,
                        likely(
                                codes,
                                Math.min(
                                        rows.length, Math.max(LEAST_FETCHED, OVER_FETCH * depth))));
            }
            places = best.places();
            cosines = best.scores();
            return places.clone();
        }

        /// The places of the highest cosines among some, ascending; among equals the smaller place.
        public int[] nearest(int depth, int[] among) {
            Best best = new Best(Math.min(depth, among.length));
            add(best, among);
            places = best.places();
            cosines = best.scores();
            return places.clone();
        }

        private void add(Best best, int[] among) {
            float[] exact = cosines(among);
            for (int i = 0; i < among.length; i++) {
                best.add(exact[i], among[i]);
            }
        }

        private int[] likely(long[] codes, int depth) {
            OneBit.Asked asked = new OneBit.Asked(question, mean);
            Best best = new Best(depth);
            int[] common = new int[BLOCK];
            float[] products = new float[BLOCK];
            for (int first = 0; first < rows.length; first += BLOCK) {
                asked.block(codes, scales, set, first, common, products);
                best.add(products, first, Math.min(BLOCK, rows.length - first));
            }
            return best.places();
        }
    }
}
