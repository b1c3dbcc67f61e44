package oropos.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Times one step after another.
final class Stopwatch {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;
    private static final double NANOS_OF_A_SECOND = 1e9;

    private final String group;
    private final long begun = System.nanoTime();
    private final List<Figure> laps = new ArrayList<>();
    private long last = begun;

    Stopwatch(String group) {
        this.group = group;
    }

    /// Notes the time since the last lap, in ms.
    void lap(String name, String note) {
        long now = System.nanoTime();
        laps.add(new Figure(group, name, (now - last) / NANOS_OF_A_MILLISECOND, "ms", note));
        last = now;
    }

    /// The laps, and the time since the start.
    List<Figure> withTotal(String name) {
        List<Figure> all = new ArrayList<>(laps);
        all.add(new Figure(group, name, (last - begun) / NANOS_OF_A_MILLISECOND, "ms", ""));
        return all;
    }

    /// Seconds since the start, never 0.
    double seconds() {
        return Math.max(1, System.nanoTime() - begun) / NANOS_OF_A_SECOND;
    }
}
