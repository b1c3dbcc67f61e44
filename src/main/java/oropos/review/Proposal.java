package oropos.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An explanation of a term for patients and carers that somebody wrote, and what became of it.
///
/// @param forms other ways a new term is written; empty for a term the glossary has
/// @param by account of who wrote it
/// @param decidedBy account of who accepted or refused it, or null while it is open
/// @param reason why, in the words of whoever decided, or null while it is open
/// @param accepted its number among the accepted ones, from 1; null where it is open or refused
public record Proposal(
        long id,
        String term,
        List<String> forms,
        String meaning,
        String source,
        String by,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Integer accepted) {

    public Proposal {
        forms = List.copyOf(forms);
    }

    public boolean isOpen() {
        return decidedBy == null;
    }
}
