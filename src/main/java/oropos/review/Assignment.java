package oropos.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version that somebody was asked to look at, and by when.
///
/// @param account whom was asked
/// @param by account of who asked
/// @param reminded when they were last reminded, or null
/// @param ended when it was taken back, or null
public record Assignment(
        long id,
        Address address,
        int number,
        String account,
        LocalDate due,
        String by,
        Instant at,
        @Nullable Instant reminded,
        @Nullable Instant ended) {

    public boolean isLate(LocalDate today) {
        return due.isBefore(today);
    }
}
