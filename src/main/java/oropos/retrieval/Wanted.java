package oropos.retrieval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oropos.retrieval.lucene.Clause;

/// A question as it is put to the index.
///
/// @param clauses what is scored
/// @param units what the question is about, piece by piece, the weightiest first; coverage is
///     counted on these
/// @param words each stem searched with the word it was written as
/// @param meaning the words whose vector stands for the question
/// @param sought what it asks, to be compared with pairs of question and answer
/// @param particulars for each particular of the patient the stems that sources on it hold one of
record Wanted(
        List<Clause> clauses,
        List<Unit> units,
        Map<String, String> words,
        String meaning,
        Sought sought,
        List<Set<String>> particulars) {

    /// Not compared with what pairs are about.
    Wanted(List<Clause> clauses, List<Unit> units, Map<String, String> words, String meaning) {
        this(clauses, units, words, meaning, Sought.NOTHING);
    }

    /// About no particular patient.
    Wanted(
            List<Clause> clauses,
            List<Unit> units,
            Map<String, String> words,
            String meaning,
            Sought sought) {
        this(clauses, units, words, meaning, sought, List.of());
    }

    Wanted {
        clauses = List.copyOf(clauses);
        units = List.copyOf(units);
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        particulars = List.copyOf(particulars);
    }

    Wanted about(List<Set<String>> particulars) {
        return new Wanted(clauses, units, words, meaning, sought, particulars);
    }

    Wanted withoutSought() {
        return new Wanted(clauses, units, words, meaning).about(particulars);
    }

    /// One thing a source should speak of: a concept, or a word no concept was found for.
    ///
    /// @param shown in words a reader knows
    /// @param concept id, or empty where it is only words
    /// @param trees tree positions of the concept
    /// @param wordings each a list of stems that together say it
    /// @param weight how much it tells; see [Coverage]
    record Unit(
            String shown,
            String concept,
            List<String> trees,
            List<List<String>> wordings,
            double weight) {
        Unit {
            trees = List.copyOf(trees);
            wordings = List.copyOf(wordings);
        }
    }
}
