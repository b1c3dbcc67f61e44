package oropos.retrieval;

import java.util.List;
import oropos.library.Passage;
import oropos.library.SourceId;

/// Sources in order, each once, by its best passage.
///
/// @param sources best first, ties by id
/// @param recipe the settings of the search
public record Ranking(List<Found> sources, String recipe) {

    public Ranking {
        sources = List.copyOf(sources);
    }

    /// @param passage the best of its source
    /// @param score comparable within one search only
    public record Found(Passage.Id passage, double score) {

        public SourceId source() {
            return passage.source();
        }
    }
}
