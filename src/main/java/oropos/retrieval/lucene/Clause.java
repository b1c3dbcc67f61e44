package oropos.retrieval.lucene;

/// One thing to look for in one field.
///
/// @param term a stem (see [Stems]) or an id
/// @param weight factor on its BM25 score, above 0
/// @param inPairs the factor in pairs of question and answer (see [Pair]), above 0 and at most `weight`
public record Clause(Field field, String term, double weight, double inPairs) {
    public Clause {
        if (!(weight > 0) || weight > 100) {
            throw new IllegalArgumentException(
                    "a weight lies above 0 and is at most 100, but was " + weight);
        }
        if (!(inPairs > 0) || inPairs > weight) {
            throw new IllegalArgumentException(
                    "a weight in pairs lies above 0 and is at most "
                            + weight
                            + ", but was "
                            + inPairs);
        }
    }

    /// Weighs the same everywhere.
    public Clause(Field field, String term, double weight) {
        this(field, term, weight, weight);
    }
}
