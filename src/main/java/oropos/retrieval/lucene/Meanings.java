package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
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
            this.codes = new long[Math.multiplyExact(rows.length, OneBit.words(dimensions))];
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
        for (int place = 0; place < rows.length; place++) {
            file.read(rows[place], vector);
            scales[place] = OneBit.encode(vector, mean, into, place * words);
            set[place] = (short) OneBit.set(into, place * words, words);
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

        private Heard(float[] question) {
            this.question = question;
        }

        /// The cosine of question and passage.
        public float cosine(int place) {
            return cosines.computeIfAbsent(place, missing -> exact(missing, new float[dimensions]));
        }

        private float exact(int place, float[] passage) {
            file.read(rows[place], passage);
            return VectorUtil.dotProduct(question, passage);
        }

        /// The places of the highest cosines, ascending; among equals the smaller place.
        public int[] nearest(int depth) {
            float[] passage = new float[dimensions];
            Best best = new Best(Math.min(depth, rows.length));
            if (codes == null) {
                for (int place = 0; place < rows.length; place++) {
                    best.add(exact(place, passage), place);
                }
            } else {
                for (int place :
                        likely(
                                codes,
                                Math.min(
                                        rows.length,
                                        Math.max(LEAST_FETCHED, OVER_FETCH * depth)))) {
                    best.add(exact(place, passage), place);
                }
            }
            best.each(cosines::put);
            return best.places();
        }

        private int[] likely(long[] codes, int depth) {
            OneBit.Asked asked = new OneBit.Asked(question, mean);
            int words = OneBit.words(dimensions);
            Best best = new Best(depth);
            for (int place = 0; place < rows.length; place++) {
                best.add(asked.product(codes, place * words, scales[place], set[place]), place);
            }
            return best.places();
        }
    }

    /// The highest scores of many; among equals the smaller place.
    private static final class Best {

        private static final long LOW = 0xFFFF_FFFFL;

        private final LongHeap heap;

        Best(int most) {
            this.heap = new LongHeap(most, Long.MIN_VALUE);
        }

        void add(float score, int place) {
            long key =
                    ((long) NumericUtils.floatToSortableInt(score) << Integer.SIZE)
                            | (Integer.MAX_VALUE - place);
            if (key > heap.top()) {
                heap.updateTop(key);
            }
        }

        void each(BiConsumer<Integer, Float> told) {
            for (int i = 1; i <= heap.size(); i++) {
                long key = heap.get(i);
                told.accept(
                        place(key), NumericUtils.sortableIntToFloat((int) (key >> Integer.SIZE)));
            }
        }

        int[] places() {
            return IntStream.rangeClosed(1, heap.size())
                    .map(i -> place(heap.get(i)))
                    .sorted()
                    .toArray();
        }

        private static int place(long key) {
            return Integer.MAX_VALUE - (int) (key & LOW);
        }
    }
}
