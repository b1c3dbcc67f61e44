package oropos.evaluation;

import java.util.Arrays;

/// How long the answers to a list of questions took.
final class Durations {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final long[] sorted;

    Durations(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was timed");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /// The time within which a share of the answers was there, by nearest rank: a time that was
    /// measured, never one between two.
    ///
    /// @param percent above 0, at most 100
    /// @return milliseconds
    double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "a percentile is above 0 and at most 100: " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[rank - 1] / NANOS_OF_A_MILLISECOND;
    }

    int count() {
        return sorted.length;
    }
}
