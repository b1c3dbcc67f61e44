package oropos.people;

import java.time.Duration;
import java.time.Instant;

/// How long somebody waits who did not get in. A few slips cost nothing; then the wait doubles up to a
/// quarter of an hour, so that guessing is slow and no stranger can lock a person out for good.
record BackOff(int failures, Instant last, Instant free) {

    /// Failures that cost nothing.
    static final int SLIPS = 4;

    static final Duration FIRST = Duration.ofSeconds(30);

    static final Duration LONGEST = Duration.ofMinutes(15);

    /// After so long without a failure they are forgotten.
    static final Duration FORGOTTEN = Duration.ofHours(24);

    static final BackOff NONE = new BackOff(0, Instant.EPOCH, Instant.EPOCH);

    BackOff failed(Instant now) {
        int count = now.isAfter(last.plus(FORGOTTEN)) ? 1 : failures + 1;
        return new BackOff(count, now, now.plus(wait(count)));
    }

    static Duration wait(int failures) {
        if (failures <= SLIPS) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - SLIPS - 1, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /// How long from now nothing is tried, zero where something may be.
    Duration left(Instant now) {
        return now.isBefore(free) ? Duration.between(now, free) : Duration.ZERO;
    }
}
