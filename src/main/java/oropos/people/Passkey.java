package oropos.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A passkey of somebody: of its pair of keys the public one is here.
///
/// @param number names it in lists
/// @param credential its id, in base64url
/// @param label what its person calls it
/// @param record what the next sign-in is checked against, as whoever made it wrote it
public record Passkey(
        long number,
        AccountId account,
        String credential,
        String label,
        String record,
        Instant added,
        @Nullable Instant used) {

    public LocalDate addedOn() {
        return LocalDate.ofInstant(added, ZoneOffset.UTC);
    }

    public @Nullable LocalDate usedOn() {
        return used == null ? null : LocalDate.ofInstant(used, ZoneOffset.UTC);
    }
}
