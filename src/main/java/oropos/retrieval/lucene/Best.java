package oropos.retrieval.lucene;

import java.util.Arrays;
import org.apache.lucene.util.NumericUtils;

/// The highest scores of many and their places; among equals the smaller place.
///
/// What may be among them is gathered until there is no more room, then all but the highest are
/// dropped: a heap would be put into order at each. They are told apart without being sorted.
final class Best {

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

    /// Keeps the highest, the least of them first.
    private void drop() {
        if (held <= most) {
            return;
        }
        int from = held - most;
        part(from);
        System.arraycopy(keys, from, keys, 0, most);
        held = most;
    }

    /// Moves keys until the one at `at` is the one that sorting would put there, with none higher before
    /// and none lower behind it.
    private void part(int at) {
        int low = 0;
        int high = held - 1;
        while (low < high) {
            long middle = median(keys[low], keys[(low + high) >>> 1], keys[high]);
            int up = low;
            int down = high;
            while (up <= down) {
                while (keys[up] < middle) {
                    up++;
                }
                while (keys[down] > middle) {
                    down--;
                }
                if (up <= down) {
                    long key = keys[up];
                    keys[up++] = keys[down];
                    keys[down--] = key;
                }
            }
            if (at <= down) {
                high = down;
            } else if (at >= up) {
                low = up;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /// The places, ascending.
    int[] places() {
        return Arrays.stream(byPlace()).mapToInt(key -> (int) (key >> Integer.SIZE)).toArray();
    }

    /// The scores of [#places], in their order.
    float[] scores() {
        long[] ascending = byPlace();
        float[] scores = new float[ascending.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = NumericUtils.sortableIntToFloat((int) ascending[i]);
        }
        return scores;
    }

    private long[] byPlace() {
        drop();
        long[] ascending = new long[held];
        for (int i = 0; i < held; i++) {
            ascending[i] =
                    ((Integer.MAX_VALUE - (keys[i] & LOW)) << Integer.SIZE)
                            | (keys[i] >>> Integer.SIZE);
        }
        Arrays.sort(ascending);
        return ascending;
    }

    private static float score(long key) {
        return NumericUtils.sortableIntToFloat((int) (key >> Integer.SIZE));
    }
}
