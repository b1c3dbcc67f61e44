package oropos.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much the library holds and how current it is.
///
/// @param date the day up to which the library was filled
/// @param forms sources by the form they came in (`pubmed`, `guideline`, ...)
record Holdings(LocalDate date, int sources, int passages, SortedMap<String, Integer> forms) {
    Holdings {
        forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
    }
}
