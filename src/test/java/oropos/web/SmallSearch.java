package oropos.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import oropos.library.Version;
import oropos.question.Premise;
import oropos.question.Urgent;
import oropos.retrieval.Enquiry;
import oropos.retrieval.Facet;
import oropos.retrieval.SearchProblem;
import oropos.retrieval.SearchResults;
import oropos.retrieval.SearchResults.Count;
import oropos.retrieval.SearchResults.Filter;
import oropos.retrieval.SearchResults.Quote;
import oropos.retrieval.SearchResults.Result;
import oropos.retrieval.SearchResults.Value;
import oropos.retrieval.Searching;
import oropos.terminology.Span;

/// A search over [SmallRoom] that finds all of it, ten times over. Words choose what happens:
/// "nothing" finds nothing, "emergency" tells of danger, `[xyz]` cannot be read, "fail" fails; the
/// name Miller is taken out.
final class SmallSearch implements Searching {

    private final SmallRoom room;

    SmallSearch(SmallRoom room) {
        this.room = room;
    }

    @Override
    public String withoutIdentifiers(String text, Enquiry.Syntax syntax) {
        return text.replace("Miller", "[name]");
    }

    @Override
    public SearchResults search(Enquiry enquiry) {
        String text = withoutIdentifiers(enquiry.text(), enquiry.syntax());
        if (text.contains("[xyz]")) {
            throw new SearchProblem(
                    "There is no field tag [xyz] here.", text, text.indexOf("[xyz]"));
        }
        if (text.contains("fail")) {
            throw new IllegalStateException("the index has lost a page");
        }
        List<Filter> filters =
                enquiry.filters().stream()
                        .map(code -> new Filter(code, code.split(":", 2)[0], code.split(":", 2)[1]))
                        .toList();
        List<Result> all = new ArrayList<>();
        if (!text.contains("nothing")) {
            IntStream.range(0, 10)
                    .forEach(i ->
                            room.all()
                                    .forEach(version -> all.add(result(all.size() + 1, version))));
        }
        return new SearchResults(
                text,
                text.contains("[") ? Enquiry.Syntax.PUBMED : Enquiry.Syntax.WORDS,
                filters,
                all.size(),
                text.contains("["),
                enquiry.from(),
                all.stream().skip(enquiry.from()).limit(enquiry.limit()).toList(),
                all.isEmpty() ? List.of() : facets(enquiry),
                all.isEmpty() ? List.of("None of these words stands in this library.") : List.of(),
                text.contains("emergency")
                        ? List.of(
                                new Urgent(
                                        "r1",
                                        Urgent.Severity.NOW,
                                        "She cannot walk",
                                        "Call the emergency number now.",
                                        "",
                                        "cannot walk",
                                        false,
                                        List.of(),
                                        null))
                        : List.of(),
                List.of(
                        new Premise(
                                "p1", "category", "borderline B", "B is there or not.", List.of())),
                1286,
                "g0001-3",
                "made up");
    }

    private static List<Count> facets(Enquiry enquiry) {
        return List.of(
                new Count(
                        Facet.DESIGN, List.of(value("design:cohort", "cohort study", enquiry)), 2),
                new Count(Facet.KIND, List.of(value("kind:pubmed", "pubmed", enquiry)), 0),
                new Count(
                        Facet.ISSUER,
                        List.of(value("issuer:a-society", "<b>A Society</b>", enquiry)),
                        0));
    }

    private static Value value(String code, String words, Enquiry enquiry) {
        return new Value(code, words, 12, enquiry.filters().contains(code));
    }

    private static Result result(int rank, Version version) {
        Span words = version.passages().getFirst().span();
        Quote quote =
                version.source().linkOnly()
                        ? null
                        : new Quote(
                                version.passages().getFirst().id(),
                                words,
                                words.of(version.text()),
                                List.of());
        return new Result(
                rank,
                version.source(),
                version.hash(),
                version.study(),
                .5,
                quote,
                List.of("term: condition B", "meaning .71"));
    }
}
