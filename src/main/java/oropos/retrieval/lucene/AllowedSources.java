package oropos.retrieval.lucene;

import java.util.BitSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Passages of some sources of one generation, whatever stands in them.
final class AllowedSources extends Query {

    private final Generation index;
    private final BitSet allowed;

    AllowedSources(Generation index, BitSet allowed) {
        this.index = index;
        this.allowed = allowed;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                DocIdSetIterator every = DocIdSetIterator.all(leaf.reader().maxDoc());
                TwoPhaseIterator allowedOnly =
                        new TwoPhaseIterator(every) {
                            @Override
                            public boolean matches() {
                                return allowed.get(index.source(every.docID()));
                            }

                            @Override
                            public float matchCost() {
                                return 1;
                            }
                        };
                return new DefaultScorerSupplier(
                        new ConstantScoreScorer(score(), mode, allowedOnly));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "passages of " + allowed.cardinality() + " sources";
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
