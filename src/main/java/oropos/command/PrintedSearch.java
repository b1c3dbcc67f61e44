package oropos.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Source;
import oropos.library.Standing;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchResults;
import oropos.retrieval.SearchResults.Quote;
import oropos.retrieval.SearchResults.Result;

/// Enquiry results for the terminal: plain text, 88 columns, a quote and the reasons below each title.
final class PrintedSearch {

    /// Names written out before "et al.".
    private static final int MOST_AUTHORS = 3;

    /// Values shown of one facet.
    private static final int MOST_VALUES = 6;

    private final SearchResults found;
    private final StringBuilder out = new StringBuilder();

    PrintedSearch(SearchResults found) {
        this.found = found;
    }

    String text() {
        found.urgent().forEach(sign -> line("!! ", sign.sign() + ": " + sign.action()));
        found.premises()
                .forEach(premise ->
                        line("! ", "\"" + premise.quote() + "\": " + premise.correction()));
        String read = found.syntax() == Enquiry.Syntax.PUBMED ? "query" : "words";
        line(
                "",
                (found.total() == 0
                                ? "Not found in this library"
                                : (found.complete() ? "" : "The best ")
                                        + found.total()
                                        + (found.total() == 1 ? " source" : " sources"))
                        + " of "
                        + found.sourcesSearched()
                        + ", searched as "
                        + read
                        + (found.filters().isEmpty()
                                ? "."
                                : ", only "
                                        + found.filters().stream()
                                                .map(filter ->
                                                        filter.facet() + ": " + filter.words())
                                                .collect(Collectors.joining("; "))
                                        + "."));
        found.notes().forEach(note -> line("", note));
        found.results().forEach(this::result);
        if (!found.results().isEmpty()) {
            facets();
            int last = found.from() + found.results().size();
            if (last < found.total()) {
                line("", "");
                line("", "More: --from " + last);
            }
        }
        return out.toString().stripTrailing();
    }

    private void result(Result result) {
        Source source = result.source();
        line("", "");
        String gone = source.standing() == Standing.CURRENT ? "" : standing(source);
        line(result.rank() + ". ", gone + source.title());
        line("   ", about(result));
        Quote quote = result.quote();
        if (quote != null) {
            line(
                    "   ",
                    source.textKind().isSummary()
                            ? "Oropos's summary: " + quote.text()
                            : "“" + quote.text() + "”");
        }
        line("   ", "Found by " + String.join("; ", result.why()));
    }

    private static String standing(Source source) {
        return source.standing().code().toUpperCase(java.util.Locale.ROOT)
                + (source.standingNote() == null ? "" : " (" + source.standingNote() + ")")
                + ": ";
    }

    private static String about(Result result) {
        Source source = result.source();
        List<String> names = source.authors();
        String authors =
                names.stream().limit(MOST_AUTHORS).collect(Collectors.joining(", "))
                        + (names.size() > MOST_AUTHORS ? " et al." : "");
        String year = source.year() == null ? null : String.valueOf(source.year());
        return Stream.of(
                        authors,
                        authors.isEmpty() ? source.issuer() : null,
                        source.venue(),
                        source.venue() != null && year != null && source.venue().contains(year)
                                ? null
                                : year,
                        result.study().design().words()
                                + (result.study().designCertain() ? "" : " (uncertain)"),
                        result.study().population().words(),
                        source.id().value())
                .filter(PrintedSearch::isSaid)
                .collect(Collectors.joining(" · "));
    }

    private static boolean isSaid(@Nullable String words) {
        return words != null && !words.isBlank();
    }

    private void facets() {
        line("", "");
        line("", "Narrow with --filter:");
        for (SearchResults.Count count : found.facets()) {
            String values =
                    count.values().stream()
                            .limit(MOST_VALUES)
                            .map(value -> value.filter() + " (" + value.count() + ")")
                            .collect(Collectors.joining(", "));
            int more = count.more() + Math.max(0, count.values().size() - MOST_VALUES);
            line("  ", values + (more > 0 ? ", " + more + " more" : ""));
        }
    }

    private void line(String start, String words) {
        Printed.line(out, start, words);
    }
}
