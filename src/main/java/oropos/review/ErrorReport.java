package oropos.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An error that a reader reported on a claim. Nothing about the reader is kept.
///
/// @param claim number of the claim, or 0 for the whole page
/// @param reply what the board answered, public in the change log, or null while it is open
public record ErrorReport(
        long id,
        Address address,
        int claim,
        String words,
        Instant at,
        @Nullable String reply,
        @Nullable Instant repliedAt) {}
