package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
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

    /// Codes that stand in columns together (see [OneBit.Asked#common]).
    private static final int BLOCK = 256;

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
            int blocks = Math.ceilDiv(rows.length, BLOCK);
            this.codes = new long[Math.multiplyExact(blocks * BLOCK, OneBit.words(dimensions))];
            this.scales = new float[rows.length];
            this.set = new short[rows.length];
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
        private final Map<Integer, Float> cosines = new HashMap<>();
        private final float[] passage = new float[dimensions];

        private Heard(float[] question) {
            this.question = question;
        }

        /// The cosine of question and passage.
        public float cosine(int place) {
            return cosines.computeIfAbsent(place, this::exact);
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
                for (int place :
                        likely(
                                codes,
                                Math.min(
                                        rows.length,
                                        Math.max(LEAST_FETCHED, OVER_FETCH * depth)))) {
                    best.add(exact(place), place);
                }
            }
            best.each(cosines::put);
            return best.places();
        }

        private int[] likely(long[] codes, int depth) {
            OneBit.Asked asked = new OneBit.Asked(question, mean);
            int words = OneBit.words(dimensions);
            Best best = new Best(depth);
            int[] common = new int[BLOCK];
            float[] products = new float[BLOCK];
            for (int first = 0; first < rows.length; first += BLOCK) {
                int count = Math.min(BLOCK, rows.length - first);
                asked.common(codes, first * words, BLOCK, common, count);
                asked.products(common, scales, set, first, products, count);
                best.add(products, first, count);
            }
            return best.places();
        }
    }

    /// The highest scores of many; among equals the smaller place.
    ///
    /// What may be among them is gathered until there is no more room, then all but the highest are
    /// dropped: a heap would be put into order at each.
    private static final class Best {

        private static final long LOW = 0xFFFF_FFFFL;

        /// How many times as many as wanted are gathered.
        private static final int ROOM = 4;

        private final int most;
        private final long[] keys;
        private int held;
        private float least = Float.NEGATIVE_INFINITY;

        Best(int most) {
            this.most = most;
            this.keys = new long[Math.multiplyExact(most, ROOM)];
        }

        /// Adds the scores of neighbours.
        void add(float[] scores, int first, int count) {
            float low = least;
            for (int i = 0; i < count; i++) {
                if (scores[i] >= low) {
                    add(scores[i], first + i);
                    low = least;
                }
            }
        }

        void add(float score, int place) {
            if (score >= least) {
                keys[held++] =
                        ((long) NumericUtils.floatToSortableInt(score) << Integer.SIZE)
                                | (Integer.MAX_VALUE - place);
                if (held == keys.length) {
                    drop();
                    least = score(keys[0]);
                }
            }
        }

        private void drop() {
            Arrays.sort(keys, 0, held);
            int kept = Math.min(most, held);
            System.arraycopy(keys, held - kept, keys, 0, kept);
            held = kept;
        }

        void each(BiConsumer<Integer, Float> told) {
            drop();
            for (int i = 0; i < held; i++) {
                told.accept(place(keys[i]), score(keys[i]));
            }
        }

        int[] places() {
            drop();
            return Arrays.stream(keys, 0, held).mapToInt(Best::place).sorted().toArray();
        }

        private static int place(long key) {
            return Integer.MAX_VALUE - (int) (key & LOW);
        }

        private static float score(long key) {
            return NumericUtils.sortableIntToFloat((int) (key >> Integer.SIZE));
        }
    }
}
