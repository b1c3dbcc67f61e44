package oropos.retrieval.lucene;

/// One thing to look for in one field.
///
/// @param term a stem (see [Stems]) or an id
/// @param weight factor on its BM25 score, above 0
public record Clause(Field field, String term, double weight) {
    public Clause {
        if (!(weight > 0) || weight > 100) {
            throw new IllegalArgumentException(
                    "a weight lies above 0 and is at most 100, but was " + weight);
        }
    }
}
