package oropos.retrieval.pubmed;

/// What a query asks for.
public sealed interface Expression {

    /// Both.
    record And(Expression left, Expression right) implements Expression {}

    /// Either.
    record Or(Expression left, Expression right) implements Expression {}

    /// The first without the second.
    record Not(Expression left, Expression right) implements Expression {}

    /// Whatever there is: what a query that begins with NOT takes away from.
    record Everything() implements Expression {}

    /// Words in a field.
    ///
    /// @param words as written, without quotation marks, tag and star
    /// @param quoted whether they are to be found exactly so
    /// @param truncation whether more letters, or more words, may follow
    /// @param at where it begins in the query, in UTF-16 units
    record Term(String words, boolean quoted, Truncation truncation, Tag tag, int at)
            implements Expression {

        Term tagged(Tag other) {
            return new Term(words, quoted, truncation, other, at);
        }

        public boolean isTruncated() {
            return truncation != Truncation.NONE;
        }
    }

    /// What a star at the end of a term stands for.
    enum Truncation {
        NONE,
        /// `random*`: the word goes on.
        LETTERS,
        /// `diagnostic *`: words follow.
        WORDS
    }

    /// Published from one date to another, both included.
    ///
    /// @param first as written: `2010`, `2010/06` or `2010/06/15`
    record Dates(String first, String last, int at) implements Expression {}
}
