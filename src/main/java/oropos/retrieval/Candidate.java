package oropos.retrieval;

import java.util.List;
import oropos.library.Passage;

/// A passage that may answer the question.
///
/// @param rank from 1
/// @param score rounded to four decimals, comparable within one search only
/// @param coverage share of the question's weighted concepts this passage's source holds, 0 to 1;
///     comparable across searches
/// @param cosine raw cosine of question and passage, or NaN where vectors are off
/// @param why the terms, concepts and voices that found it, in words
public record Candidate(
        Passage.Id passage,
        int rank,
        double score,
        double coverage,
        double cosine,
        List<String> why) {
    public Candidate {
        why = List.copyOf(why);
    }
}
