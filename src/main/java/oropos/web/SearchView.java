package oropos.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import oropos.library.Source;
import oropos.library.Standing;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchResults;
import oropos.retrieval.SearchResults.Quote;
import oropos.retrieval.SearchResults.Result;

/// Search results laid out for reading, with an address for every step from here.
///
/// @param tooLong whether the text is too long for an address: then there are no steps
record SearchView(SearchResults found, Enquiry enquiry, boolean tooLong) {

    static String address(Enquiry enquiry) {
        StringBuilder address = new StringBuilder("/search?q=");
        address.append(encoded(enquiry.text()));
        enquiry.filters().forEach(filter -> address.append("&f=").append(encoded(filter)));
        if (enquiry.sort() == Enquiry.Sort.NEWEST) {
            address.append("&sort=newest");
        }
        if (enquiry.from() > 0) {
            address.append("&from=").append(enquiry.from());
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isNewest() {
        return enquiry.sort() == Enquiry.Sort.NEWEST;
    }

    public String sorted(String sort) {
        return address(
                new Enquiry(
                        enquiry.text(),
                        enquiry.syntax(),
                        enquiry.filters(),
                        sort.equals("newest") ? Enquiry.Sort.NEWEST : Enquiry.Sort.RELEVANCE,
                        0,
                        enquiry.limit()));
    }

    public String with(String filter) {
        List<String> filters = new ArrayList<>(enquiry.filters());
        filters.add(filter);
        return from(filters, 0);
    }

    public String without(String filter) {
        return from(enquiry.filters().stream().filter(one -> !one.equals(filter)).toList(), 0);
    }

    public String unfiltered() {
        return from(List.of(), 0);
    }

    public boolean has(String filter) {
        return enquiry.filters().contains(filter);
    }

    private String from(List<String> filters, int from) {
        return address(
                new Enquiry(
                        enquiry.text(),
                        enquiry.syntax(),
                        filters,
                        enquiry.sort(),
                        from,
                        enquiry.limit()));
    }

    public boolean hasBefore() {
        return !tooLong && enquiry.from() > 0;
    }

    public boolean hasAfter() {
        return !tooLong && last() < found.total();
    }

    public String before() {
        return from(enquiry.filters(), Math.max(0, enquiry.from() - enquiry.limit()));
    }

    public String after() {
        return from(enquiry.filters(), enquiry.from() + enquiry.limit());
    }

    public int first() {
        return found.results().isEmpty() ? 0 : found.from() + 1;
    }

    public int last() {
        return found.from() + found.results().size();
    }

    /// The source's page, with the quote marked in its text.
    public String source(Result result) {
        String page =
                "/source?id="
                        + encoded(result.source().id().value())
                        + "&v="
                        + encoded(result.version());
        Quote quote = result.quote();
        return quote == null
                ? page
                : page + "&at=" + quote.span().start() + "-" + quote.span().end() + "#passage";
    }

    /// Authors or issuer, then journal and year.
    public String published(Result result) {
        Source source = result.source();
        String names =
                source.authors().stream()
                                .limit(AnswerView.MOST_AUTHORS)
                                .collect(Collectors.joining(", "))
                        + (source.authors().size() > AnswerView.MOST_AUTHORS ? " et al." : "");
        if (names.isEmpty() && source.issuer() != null) {
            names = source.issuer();
        }
        String venue = source.venue() == null ? "" : source.venue();
        String year = source.year() == null ? "" : String.valueOf(source.year());
        String when = (venue + (venue.contains(year) ? "" : " " + year)).strip();
        String stop = names.endsWith(".") ? " " : ". ";
        return names.isEmpty() || when.isEmpty() ? names + when : names + stop + when;
    }

    public List<Links.Link> links(Result result) {
        Source source = result.source();
        return Links.of(source.pmid(), source.doi(), source.pmcid(), source.url());
    }

    public boolean isWithdrawn(Result result) {
        return result.source().standing() == Standing.RETRACTED;
    }
}
