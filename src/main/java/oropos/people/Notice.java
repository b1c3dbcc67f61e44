package oropos.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// One piece of news for one person. It holds a title and an address of this server, and what happened
/// in words of the program: nothing that somebody typed.
///
/// @param number names it in lists
/// @param about what happened, so that it is told once: `flag:ADDRESS/1/...`
/// @param link a path of this server
/// @param seen when its person looked at it, or null
/// @param mailed when it went out by mail, or null
public record Notice(
        long number,
        AccountId account,
        String about,
        Urgency urgency,
        String words,
        String title,
        String link,
        Instant at,
        @Nullable Instant seen,
        @Nullable Instant mailed) {

    /// How soon somebody has to know, so that nobody drowns.
    public enum Urgency {
        /// Safety: a source was retracted, a page withdrawn. By mail at once.
        AT_ONCE("at once"),
        /// What one has to do, and what is material. By mail once a day, all in one.
        DAILY("once a day"),
        /// By mail once the quarter is over.
        QUARTERLY("once a quarter");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Notice {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException(
                    "news leads to a page of this server, not to " + link);
        }
    }

    /// News that was not told yet.
    public static Notice of(
            AccountId account,
            String about,
            Urgency urgency,
            String words,
            String title,
            String link,
            Instant at) {
        return new Notice(0, account, about, urgency, words, title, link, at, null, null);
    }

    /// The day it happened, in UTC.
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    public boolean isUnseen() {
        return seen == null;
    }
}
