package oropos.retrieval.lucene;

import java.util.SortedSet;
import java.util.TreeSet;

/// What a pair of question and answer is about, to be compared with what somebody asks.
///
/// @param subjects each name of its subject, as one term
/// @param aspects what of the subject its question asks
public record Pair(SortedSet<String> subjects, SortedSet<String> aspects) {

    /// Stands in [Field#ASPECT] with every pair.
    public static final String ANY = "*";

    public Pair {
        subjects = new TreeSet<>(subjects);
        aspects = new TreeSet<>(aspects);
        aspects.add(ANY);
    }
}
