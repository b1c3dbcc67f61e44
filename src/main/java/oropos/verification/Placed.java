package oropos.verification;

import oropos.answer.Answer;

/// A statement where it stands. One that stands in several places is judged in each.
///
/// @param at the place within its kind: `lead`, `branch 1`, `card harm`, `section drugs`
record Placed(Place place, String at, Answer.Statement statement) {

    /// The kinds of places, by what they claim.
    enum Place {
        URGENT,
        LEAD,
        BRANCH,
        BENEFIT,
        HARM,
        DECIDES,
        SECTION,
        OTHERS,
        CONFLICT,
        /// Beside a question that it does not answer.
        NEAR;

        /// Whether a reader in a hurry acts on what stands here.
        boolean leads() {
            return this == LEAD || this == BRANCH;
        }

        /// Whether it belongs to the bottom line.
        boolean isBottomLine() {
            return leads() || this == BENEFIT || this == HARM || this == DECIDES;
        }
    }

    /// For messages: "statement s3 in the lead".
    String where() {
        return "statement " + statement.id() + " in " + at;
    }
}
