package oropos.retrieval.lucene;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The catalogue card of a source: what can be asked of it as a whole, whichever of its passages
/// answers.
///
/// @param words texts for the fields that hold plain words; a phrase never runs from one text into
///     the next
/// @param ids terms for the fields that hold ids, as they are looked up; one of [Field#FACET] may be
///     followed by [#NAMED] and a name that is counted with it and not looked up
/// @param dates days of publication as `yyyymmdd`, and `yyyy0000` where only the year is known
/// @param year of publication, 0 where not stated
public record Card(
        Map<Field, List<String>> words,
        Map<Field, SortedSet<String>> ids,
        SortedSet<Integer> dates,
        int year) {

    /// Parts a facet's value from its name.
    public static final char NAMED = '|';

    /// The part of a facet's value that is looked up.
    public static String term(String value) {
        int at = value.indexOf(NAMED);
        return at < 0 ? value : value.substring(0, at);
    }

    public Card {
        Map<Field, List<String>> texts = new EnumMap<>(Field.class);
        words.forEach((field, of) -> texts.put(field, List.copyOf(of)));
        Map<Field, SortedSet<String>> terms = new EnumMap<>(Field.class);
        ids.forEach((field, of) -> terms.put(field, new TreeSet<>(of)));
        if (!texts.keySet().stream().allMatch(Field::isInOrder)
                || terms.keySet().stream().anyMatch(Field::isInOrder)) {
            throw new IllegalArgumentException("words and ids in each other's fields");
        }
        words = Collections.unmodifiableMap(texts);
        ids = Collections.unmodifiableMap(terms);
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
    }
}
