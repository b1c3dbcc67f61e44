package oropos.command;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.AnswerJson;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchJson;
import oropos.retrieval.SearchProblem;
import oropos.retrieval.SearchResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Searches the library for a searcher.
@Command(
        name = "search",
        description = {
            "Searches the library and says why each source was found (docs/search.md).",
            "Words as people write them, or a query in PubMed's syntax: osteoporosis[mh] AND random*[tiab]."
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "Words or a query.")
    List<String> words = List.of();

    @Option(
            names = "--filter",
            paramLabel = "FACET:VALUE",
            description =
                    "Narrow: design:randomised-trial, year:2015-2020, age:child, query:therapy-narrow ... May be given again.")
    List<String> filters = List.of();

    @Option(
            names = "--limit",
            defaultValue = "10",
            description = "Results shown, 1 to 100 (default: ${DEFAULT-VALUE}).")
    int limit = 10;

    @Option(
            names = "--from",
            defaultValue = "0",
            description = "Results before the first one shown (default: ${DEFAULT-VALUE}).")
    int from;

    @Option(
            names = "--syntax",
            defaultValue = "AUTO",
            description =
                    "How to read the text: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Enquiry.Syntax syntax = Enquiry.Syntax.AUTO;

    @Option(
            names = "--sort",
            defaultValue = "RELEVANCE",
            description = "Order: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Enquiry.Sort sort = Enquiry.Sort.RELEVANCE;

    @Option(names = "--json", description = "Print the results as JSON (docs/search.md).")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        if (limit < 1 || limit > Enquiry.MOST || from < 0) {
            throw Refusal.wrongUse(
                    "--limit is 1 to " + Enquiry.MOST + " and --from 0 or more; give such numbers");
        }
        Enquiry enquiry = new Enquiry(String.join(" ", words), syntax, filters, sort, from, limit);
        try (Rooms rooms = Rooms.toRead(main.data, main.vectors)) {
            SearchResults found = rooms.retrieval().search(enquiry);
            System.out.println(
                    json
                            ? AnswerJson.canonical(SearchJson.of(found))
                            : new PrintedSearch(found).text());
            return Main.DONE;
        } catch (SearchProblem problem) {
            if (json) {
                System.out.println(AnswerJson.canonical(SearchJson.of(problem)));
            }
            System.err.println(
                    (problem.at() < 0 ? "" : problem.pointed() + "\n")
                            + "oropos: "
                            + problem.getMessage());
            return Main.WRONG_USE;
        }
    }
}
