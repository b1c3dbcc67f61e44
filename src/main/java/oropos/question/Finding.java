package oropos.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention.Assertion;

/// A problem, drug, test or procedure the question speaks of.
///
/// @param id concept id
/// @param name preferred name
/// @param words as written
/// @param assertion what is said of it
/// @param levels vertebral levels (`T11`), empty where none
/// @param side left, right or both, or null
/// @param detail cause, severity or mechanism as written, or null
/// @param synonyms other names, for searching
public record Finding(
        String id,
        String name,
        String words,
        Assertion assertion,
        List<String> levels,
        @Nullable String side,
        @Nullable String detail,
        List<String> synonyms) {
    public Finding {
        levels = List.copyOf(levels);
        synonyms = List.copyOf(synonyms);
    }

    /// Whether it is said of this patient, now or possibly.
    public boolean isSearched() {
        return assertion == Assertion.PRESENT || assertion == Assertion.POSSIBLE;
    }
}
