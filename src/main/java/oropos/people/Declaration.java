package oropos.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person declared at one time. A later one for the same year or question takes its place;
/// the earlier one stays on file, because an approval pins the number it saw.
///
/// @param number from 1, in the order in which declarations were made
/// @param year which calendar year it is about
/// @param question of which article, or null where it is about the year as a whole
/// @param interests empty for "nothing to declare"
public record Declaration(
        long number,
        AccountId person,
        int year,
        @Nullable String question,
        Instant at,
        List<Interest> interests) {

    /// Most interests in one declaration.
    public static final int MOST = 50;

    /// Longest question, in UTF-16 units.
    static final int LONGEST_QUESTION = 1_000;

    public Declaration {
        if (year < 2000 || year > 2999) {
            throw new IllegalArgumentException("a declaration is about a year, not " + year);
        }
        if (question != null && (question.isBlank() || question.length() > LONGEST_QUESTION)) {
            throw new IllegalArgumentException(
                    "a question has 1 to " + LONGEST_QUESTION + " characters");
        }
        if (interests.size() > MOST) {
            throw new IllegalArgumentException(
                    "a declaration has at most "
                            + MOST
                            + " interests, but had "
                            + interests.size());
        }
        interests = List.copyOf(interests);
    }
}
