package oropos.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of the records of an import.
///
/// @param added records new to the library
/// @param updated records whose text or fields changed
/// @param unchanged records already stored byte for byte; nothing was written for them
/// @param withdrawn records a file said no longer exist at their source
/// @param notices notices about publications from maps of retractions, new ones only
/// @param skipped records and files that could not be used
/// @param reasons why, counted
/// @param first the first [#SHOWN] of the skipped, "where: why"
/// @param perFormat records read, by form; entries of vocabularies
///     by their names ("mesh names")
/// @param truncations what readers cut or missed, counted
public record Tally(
        int added,
        int updated,
        int unchanged,
        int withdrawn,
        int notices,
        int skipped,
        SortedMap<String, Integer> reasons,
        List<String> first,
        SortedMap<String, Integer> perFormat,
        SortedMap<String, Integer> truncations) {

    /// How many skipped records are listed one by one.
    public static final int SHOWN = 20;

    public Tally {
        first = List.copyOf(first);
        reasons = sorted(reasons);
        perFormat = sorted(perFormat);
        truncations = sorted(truncations);
    }

    /// Records that were looked at.
    public int seen() {
        return added + updated + unchanged + withdrawn + skipped;
    }

    private static SortedMap<String, Integer> sorted(Map<String, Integer> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
