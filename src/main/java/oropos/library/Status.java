package oropos.library;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the library holds, counted over current sources.
///
/// @param works publications; several sources may be one
/// @param versions texts ever stored, current ones included
/// @param forms sources by form, and so on for each of the other counts by its code
/// @param designs sources by the words of their design
/// @param years sources by year of publication, "" where none is known
/// @param noticed publications that maps of retractions speak of, held or not
/// @param skipped records that could not be used, each counted once
/// @param truncations what readers cut or missed, in words, with the number of sources
public record Status(
        Snapshot snapshot,
        int works,
        int versions,
        SortedMap<String, Integer> forms,
        SortedMap<String, Integer> textKinds,
        SortedMap<String, Integer> standings,
        SortedMap<String, Integer> languages,
        SortedMap<String, Integer> designs,
        SortedMap<String, Integer> years,
        int noticed,
        int skipped,
        SortedMap<String, Integer> truncations) {

    public Status {
        forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
        textKinds = Collections.unmodifiableSortedMap(new TreeMap<>(textKinds));
        standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
        languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
        designs = Collections.unmodifiableSortedMap(new TreeMap<>(designs));
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        truncations = Collections.unmodifiableSortedMap(new TreeMap<>(truncations));
    }
}
