package oropos.people;

/// Why somebody may not approve an article. Commenting stays open to them.
public sealed interface Conflict {

    /// In one sentence, to show beside the refusal.
    String reason();

    /// Nothing was declared for the year.
    record UndeclaredYear(int year) implements Conflict {
        @Override
        public String reason() {
            return "Interests for " + year + " are not declared yet.";
        }
    }

    /// Nothing was declared for the question of the article.
    record UndeclaredQuestion() implements Conflict {
        @Override
        public String reason() {
            return "Interests in this question are not declared yet.";
        }
    }

    /// A relevant interest within the window.
    ///
    /// @param declaration the number of the declaration it stands in
    record Relevant(long declaration, int year, Interest interest) implements Conflict {
        @Override
        public String reason() {
            return "Declared for %d: %s, %s (%s)."
                    .formatted(year, interest.kind().words(), interest.with(), interest.words());
        }
    }
}
