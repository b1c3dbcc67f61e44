package oropos.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oropos.retrieval.SearchResults.Count;
import oropos.retrieval.SearchResults.Filter;
import oropos.retrieval.SearchResults.Value;
import oropos.retrieval.lucene.Card;
import oropos.terminology.AgeGroups;

/// Counts results by facet, for narrowing.
final class Counts {

    /// Most values shown of one facet.
    static final int MOST = 15;

    /// Years counted together.
    static final int BAND = 5;

    private Counts() {}

    /// @param counts sources by value of the index, `design:cohort`
    static List<Count> of(Map<String, Integer> counts, List<Filter> filters) {
        Map<Facet, Map<String, Integer>> byFacet = new EnumMap<>(Facet.class);
        Map<String, String> names = new TreeMap<>();
        counts.forEach((counted, count) -> {
            String code = Card.term(counted);
            int colon = code.indexOf(':');
            if (code.length() < counted.length()) {
                names.putIfAbsent(code, counted.substring(code.length() + 1));
            }
            Facet.of(code.substring(0, colon))
                    .ifPresent(facet ->
                            byFacet.computeIfAbsent(facet, any -> new TreeMap<>())
                                    .merge(
                                            banded(facet, code.substring(colon + 1)),
                                            count,
                                            Integer::sum));
        });
        List<Count> facets = new ArrayList<>();
        byFacet.forEach((facet, values) -> facets.add(count(facet, values, names, filters)));
        return facets;
    }

    /// Filters with the names their values were counted under.
    static List<Filter> named(List<Filter> filters, List<Count> facets) {
        return filters.stream()
                .map(filter ->
                        facets.stream()
                                .flatMap(facet -> facet.values().stream())
                                .filter(value -> value.filter().equals(filter.code()))
                                .map(value ->
                                        new Filter(filter.code(), filter.facet(), value.words()))
                                .findFirst()
                                .orElse(filter))
                .toList();
    }

    /// A year as the span of five that it belongs to.
    private static String banded(Facet facet, String value) {
        if (facet != Facet.YEAR) {
            return value;
        }
        int year = Integer.parseInt(value);
        int first = year - year % BAND;
        return first + "-" + (first + BAND - 1);
    }

    private static Count count(
            Facet facet,
            Map<String, Integer> values,
            Map<String, String> names,
            List<Filter> filters) {
        List<Value> all = new ArrayList<>();
        values.forEach((value, count) -> {
            String code = facet.code() + ":" + value;
            all.add(
                    new Value(
                            code,
                            names.getOrDefault(code, Filters.words(facet, value)),
                            count,
                            filters.stream().anyMatch(filter -> filter.code().equals(code))));
        });
        all.sort(order(facet));
        int shown = Math.min(MOST, all.size());
        return new Count(facet, all.subList(0, shown), all.size() - shown);
    }

    private static Comparator<Value> order(Facet facet) {
        return switch (facet) {
            case YEAR -> Comparator.comparing(Value::filter).reversed();
            case AGE -> Comparator.comparingInt(value -> age(value.words()));
            default ->
                    Comparator.comparingInt(Value::count).reversed().thenComparing(Value::filter);
        };
    }

    private static int age(String name) {
        List<String> names = AgeGroups.all().stream().map(AgeGroups.Group::name).toList();
        int at = names.indexOf(name);
        return at < 0 ? names.size() : at;
    }
}
