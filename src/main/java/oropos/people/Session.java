package oropos.people;

import java.time.Duration;
import java.time.Instant;

/// A stay of somebody who signed in, kept on the server; the browser holds a secret for it, of which
/// only a hash stands in the file.
///
/// @param number names it in lists, without giving anything away
/// @param seen when it was last used, to the minute
/// @param confirmed when its person last showed who they are
/// @param factor whether they did so with a second factor too
/// @param agent the browser, as it calls itself
public record Session(
        long number,
        AccountId account,
        Instant begun,
        Instant seen,
        Instant confirmed,
        boolean factor,
        String agent) {

    /// Ends after so long without use.
    public static final Duration IDLE = Duration.ofHours(1);

    /// Ends after so long in any case: a working day.
    public static final Duration LONGEST = Duration.ofHours(12);

    /// For so long after showing who they are, somebody may sign or change what guards the account.
    public static final Duration FRESH = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return now.isAfter(seen.plus(IDLE)) || now.isAfter(begun.plus(LONGEST));
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(confirmed.plus(FRESH));
    }
}
