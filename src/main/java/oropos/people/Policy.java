package oropos.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of the editorial policy.
///
/// @param number from 1; version 1 is what Oropos is shipped with
/// @param at since when it is in force, or null for what was shipped
/// @param text headings (`## `), paragraphs and lists (`* `), nothing else
/// @param note what changed and why, in one line
/// @param material whether articles approved under an earlier version are to be looked at again
/// @param by who published it, or null for what was shipped
public record Policy(
        int number,
        @Nullable Instant at,
        String text,
        String note,
        boolean material,
        @Nullable AccountId by) {

    /// Longest text, in UTF-16 units.
    public static final int LONGEST = 40_000;

    public Policy {
        if (number < 1) {
            throw new IllegalArgumentException("versions are numbered from 1, not " + number);
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a policy has 1 to " + LONGEST + " characters, but had " + text.length());
        }
        note = NewAccount.line("the note of a version", note);
    }
}
