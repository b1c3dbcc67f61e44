package oropos.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Design;
import oropos.retrieval.SearchResults.Filter;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Lookup;
import oropos.terminology.AgeGroups;
import oropos.terminology.Terminology;

/// Reads filters, puts them to the index and names them.
final class Filters {

    /// Before the code of a [ClinicalQuery].
    static final String QUERY = "query";

    /// Most filters of one search.
    static final int MOST = 50;

    private static final Pattern WRITTEN = Pattern.compile("([a-z]+):(.{1,200})");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})?(-)?(\\d{4})?");
    private static final int LAST_YEAR = 9_999;

    private Filters() {}

    /// @throws SearchProblem where one cannot be read
    static List<Filter> read(List<String> codes) {
        if (codes.size() > MOST) {
            throw new SearchProblem("There are more than " + MOST + " filters. Take some away.");
        }
        return codes.stream().map(String::strip).distinct().map(Filters::read).toList();
    }

    private static Filter read(String code) {
        Matcher written = WRITTEN.matcher(code);
        if (!written.matches()) {
            throw new SearchProblem(
                    "A filter is written as design:cohort-study, not “"
                            + code.replaceAll("\\p{Cntrl}", " ")
                            + "”.");
        }
        String name = written.group(1);
        String value = written.group(2);
        if (name.equals(QUERY)) {
            ClinicalQuery query =
                    ClinicalQuery.of(value)
                            .orElseThrow(() ->
                                    new SearchProblem(
                                            "There is no filter query:"
                                                    + value
                                                    + ". There are "
                                                    + String.join(
                                                            ", ",
                                                            ClinicalQuery.all().stream()
                                                                    .map(ClinicalQuery::code)
                                                                    .toList())
                                                    + "."));
            return new Filter(code, QUERY, query.words());
        }
        Facet facet =
                Facet.of(name)
                        .orElseThrow(() ->
                                new SearchProblem(
                                        "There is no filter called “"
                                                + name
                                                + "”. There are "
                                                + String.join(
                                                        ", ",
                                                        Stream.concat(
                                                                        Stream.of(Facet.values())
                                                                                .map(Facet::code),
                                                                        Stream.of(QUERY))
                                                                .toList())
                                                + "."));
        if (facet == Facet.YEAR) {
            years(value);
        }
        return new Filter(code, name, words(facet, value));
    }

    private static int[] years(String value) {
        Matcher years = YEARS.matcher(value);
        if (!years.matches() || years.group(1) == null && years.group(3) == null) {
            throw new SearchProblem(
                    "Years are written as year:2015, year:2010-2020, year:2010- or year:-2020.");
        }
        int first = years.group(1) == null ? 0 : Integer.parseInt(years.group(1));
        int last =
                years.group(3) != null
                        ? Integer.parseInt(years.group(3))
                        : years.group(2) == null ? first : LAST_YEAR;
        if (first > last) {
            throw new SearchProblem(
                    "These years run backwards. Write the earlier one first: year:2010-2020.");
        }
        return new int[] {first, last};
    }

    /// The sources that pass, or null where there is no filter.
    static @Nullable BitSet passing(List<Filter> filters, Lookup index, Terminology terminology) {
        Map<Facet, BitSet> byFacet = new EnumMap<>(Facet.class);
        List<BitSet> all = new ArrayList<>();
        for (Filter filter : filters) {
            String value = filter.code().substring(filter.code().indexOf(':') + 1);
            Optional<Facet> facet = Facet.of(filter.facet());
            if (facet.isEmpty()) {
                ClinicalQuery query = ClinicalQuery.of(value).orElseThrow();
                all.add(new Conditions(index, terminology).of(query.expression()));
                continue;
            }
            BitSet sources;
            if (facet.get() == Facet.YEAR) {
                int[] years = years(value);
                sources = PublicationDates.years(years[0], years[1], index);
            } else {
                sources = index.holding(Field.FACET, facet.get().value(value));
            }
            byFacet.merge(
                    facet.get(),
                    sources,
                    (one, other) -> {
                        one.or(other);
                        return one;
                    });
        }
        all.addAll(byFacet.values());
        return all.stream()
                .reduce((one, other) -> {
                    one.and(other);
                    return one;
                })
                .orElse(null);
    }

    /// A value in words: "cohort study" for `cohort`, "2015 to 2019" for `2015-2019`.
    static String words(Facet facet, String value) {
        String word = facet == Facet.YEAR ? value : Facet.word(value);
        return switch (facet) {
            case DESIGN ->
                    Stream.of(Design.values())
                            .filter(design -> Facet.word(design.name()).equals(word))
                            .map(Design::words)
                            .findFirst()
                            .orElse(word);
            case AGE ->
                    AgeGroups.all().stream()
                            .map(AgeGroups.Group::name)
                            .filter(name -> Facet.word(name).equals(word))
                            .findFirst()
                            .orElse(word);
            case YEAR ->
                    word.startsWith("-")
                            ? "until " + word.substring(1)
                            : word.endsWith("-")
                                    ? "since " + word.substring(0, word.length() - 1)
                                    : word.replace("-", " to ");
            case PREGNANCY -> word.equals("only") ? "pregnant only" : "pregnant " + word;
            case ISSUER -> word.replace('-', ' ');
            case SEX, KIND, STANDING -> word;
        };
    }
}
