package oropos.retrieval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.library.Source;
import oropos.library.Study;
import oropos.retrieval.SearchResults.Quote;
import oropos.retrieval.SearchResults.Result;

/// Enquiry results as the plain maps and lists that become JSON. The form is documented in
/// `docs/search.md`; another form is another [#SCHEMA].
public final class SearchJson {

    /// Number of the form.
    public static final int SCHEMA = 1;

    private SearchJson() {}

    public static Map<String, Object> of(SearchResults found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("text", found.text());
        json.put("syntax", found.syntax() == Enquiry.Syntax.PUBMED ? "pubmed" : "words");
        json.put("total", found.total());
        json.put("complete", found.complete());
        json.put("from", found.from());
        json.put(
                "urgent",
                found.urgent().stream()
                        .map(sign ->
                                Map.of(
                                        "severity",
                                        sign.severity().code(),
                                        "sign",
                                        sign.sign(),
                                        "action",
                                        sign.action(),
                                        "quote",
                                        sign.quote(),
                                        "reviewed",
                                        sign.reviewed()))
                        .toList());
        json.put(
                "premises",
                found.premises().stream()
                        .map(premise ->
                                Map.of(
                                        "quote",
                                        premise.quote(),
                                        "correction",
                                        premise.correction()))
                        .toList());
        json.put("notes", found.notes());
        json.put(
                "filters",
                found.filters().stream()
                        .map(filter ->
                                Map.of(
                                        "filter",
                                        filter.code(),
                                        "facet",
                                        filter.facet(),
                                        "words",
                                        filter.words()))
                        .toList());
        json.put("facets", found.facets().stream().map(SearchJson::facet).toList());
        json.put("results", found.results().stream().map(SearchJson::result).toList());
        json.put("sourcesSearched", found.sourcesSearched());
        json.put("generation", found.generation());
        json.put("recipe", found.recipe());
        return json;
    }

    private static Map<String, Object> facet(SearchResults.Count count) {
        return Map.of(
                "facet",
                count.facet().code(),
                "more",
                count.more(),
                "values",
                count.values().stream()
                        .map(value ->
                                Map.of(
                                        "filter",
                                        value.filter(),
                                        "words",
                                        value.words(),
                                        "count",
                                        value.count(),
                                        "selected",
                                        value.selected()))
                        .toList());
    }

    private static Map<String, Object> result(Result result) {
        Source source = result.source();
        Study study = result.study();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rank", result.rank());
        json.put("source", source.id().value());
        json.put("work", source.work().value());
        json.put("version", result.version());
        json.put("form", source.form());
        json.put("title", source.title());
        json.put("authors", source.authors());
        put(json, "issuer", source.issuer());
        put(json, "venue", source.venue());
        put(json, "year", source.year());
        put(json, "pmid", source.pmid());
        put(json, "doi", source.doi());
        put(json, "pmcid", source.pmcid());
        put(json, "url", source.url());
        json.put("language", source.language());
        json.put("design", study.design().words());
        json.put("designCertain", study.designCertain());
        json.put("population", study.population().words());
        put(json, "n", study.n());
        json.put("standing", source.standing().code());
        put(json, "standingNote", source.standingNote());
        json.put("textKind", source.textKind().code());
        json.put("score", result.score());
        Quote quote = result.quote();
        if (quote != null) {
            json.put(
                    "quote",
                    Map.of(
                            "passage",
                            quote.passage().ordinal(),
                            "start",
                            quote.span().start(),
                            "end",
                            quote.span().end(),
                            "text",
                            quote.text(),
                            "headings",
                            quote.headings()));
        }
        json.put("why", List.copyOf(result.why()));
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /// `{error {code, message, at?, line?}}`: what is wrong with a search, as other errors are told.
    public static Map<String, Object> of(SearchProblem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "badSearch");
        error.put("message", String.valueOf(problem.getMessage()));
        if (problem.at() >= 0) {
            error.put("at", problem.at());
            error.put("line", problem.line());
            error.put("column", problem.column());
        }
        return Map.of("error", error);
    }
}
