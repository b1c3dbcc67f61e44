package oropos.retrieval.pubmed;

/// Something in a query that cannot be read.
public final class SyntaxProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int at;

    /// @param what what is wrong and what to do, in words for the searcher
    /// @param at where, in UTF-16 units
    public SyntaxProblem(String what, int at) {
        super(what);
        this.at = at;
    }

    public int at() {
        return at;
    }
}
