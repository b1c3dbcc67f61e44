package oropos.ledger;

import org.jspecify.annotations.Nullable;

/// Something that was done, as whoever did it tells the ledger.
///
/// @param who an account's id, or `oropos` where the program acted by itself
/// @param what a code: `model.asked`
/// @param subject the id of what it was done to; [Ledger#of] finds it by this
/// @param why in a few words
/// @param old what stood there before, or null
/// @param now what stands there since, or null
public record Act(
        String who,
        String what,
        String subject,
        String why,
        @Nullable String old,
        @Nullable String now) {

    /// Longest field, in UTF-16 units. A ledger holds ids and counts; a text does not fit, on purpose.
    public static final int LONGEST = 500;

    public Act {
        check("who", who);
        check("what", what);
        check("subject", subject);
        check("why", why);
        if (old != null) {
            check("old", old);
        }
        if (now != null) {
            check("now", now);
        }
    }

    private static void check(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "%s has 1 to %d characters, but had %d"
                            .formatted(field, LONGEST, value.length()));
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7F) {
                throw new IllegalArgumentException(field + " has control characters");
            }
        }
    }
}
