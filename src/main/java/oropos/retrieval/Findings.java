package oropos.retrieval;

import java.util.List;

/// What a search found.
///
/// @param candidates best first, ties by passage id
/// @param sourcesSearched sources in the index
/// @param sourcesFound sources with at least one candidate
/// @param generation name of the closed index generation that was searched
/// @param recipe the settings of the search, as named in receipts
public record Findings(
        List<Candidate> candidates,
        int sourcesSearched,
        int sourcesFound,
        String generation,
        String recipe) {
    public Findings {
        candidates = List.copyOf(candidates);
    }
}
