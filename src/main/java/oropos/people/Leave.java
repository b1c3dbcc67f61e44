package oropos.people;

import java.time.LocalDate;

/// Days on which somebody is away.
///
/// @param number names it in lists
/// @param last the last day away, included
public record Leave(long number, AccountId account, LocalDate first, LocalDate last) {

    /// Longest leave that is taken down at once, in days.
    public static final int LONGEST = 366;

    public Leave {
        if (last.isBefore(first) || first.plusDays(LONGEST).isBefore(last)) {
            throw new IllegalArgumentException(
                    "A leave lasts 1 to %d days, but was from %s to %s."
                            .formatted(LONGEST, first, last));
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
