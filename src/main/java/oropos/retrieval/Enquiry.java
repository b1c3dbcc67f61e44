package oropos.retrieval;

import java.util.List;

/// What a searcher wants: words or a query, narrowed by filters, page by page.
///
/// @param text as typed
/// @param filters each `facet:value` as [SearchResults.Value#filter] gives them, a span of years
///     (`year:2010-2020`, either end may be missing) or `query:therapy-narrow`, a [ClinicalQuery].
///     Values of one facet are joined by OR, facets by AND
/// @param from how many results stand before this page
/// @param limit how many results a page has, at most [#MOST]
public record Enquiry(
        String text, Syntax syntax, List<String> filters, Sort sort, int from, int limit) {

    /// Most results on one page.
    public static final int MOST = 100;

    /// How the text is to be read.
    public enum Syntax {
        /// As a query of PubMed's syntax where it looks like one, else as words.
        AUTO,
        /// As people write: understood, with synonyms and meaning.
        WORDS,
        /// As a query: exactly what it asks for.
        PUBMED
    }

    /// The order of the results.
    public enum Sort {
        RELEVANCE,
        NEWEST
    }

    public Enquiry {
        filters = List.copyOf(filters);
        if (from < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "a page has 1 to "
                            + MOST
                            + " results from 0 on, not "
                            + limit
                            + " from "
                            + from);
        }
    }

    /// The first 20 results for a text.
    public static Enquiry of(String text) {
        return new Enquiry(text, Syntax.AUTO, List.of(), Sort.RELEVANCE, 0, 20);
    }

    public Enquiry with(List<String> filters) {
        return new Enquiry(text, syntax, filters, sort, from, limit);
    }

    public Enquiry read(Syntax syntax) {
        return new Enquiry(text, syntax, filters, sort, from, limit);
    }
}
