package oropos.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.library.Passage;
import oropos.library.Source;
import oropos.library.Study;
import oropos.question.Premise;
import oropos.question.Urgent;
import oropos.terminology.Span;

/// What a search found, page by page.
///
/// @param text what was searched, identifiers already removed
/// @param syntax how it was read, never AUTO
/// @param filters the filters passed, in the order given
/// @param total sources found
/// @param complete whether these are all there are; false where words were searched, of which only
///     the best are ranked
/// @param from how many results stand before this page
/// @param results the page, best first, equals by source id
/// @param facets what all results found (not this page alone) can be narrowed by
/// @param notes what the searcher should know, a sentence each
/// @param urgent signs of danger in the text; shown before anything else
/// @param premises false premises in the text
/// @param sourcesSearched sources in the index
/// @param generation name of the closed index generation that was searched
/// @param recipe the settings of the search
public record SearchResults(
        String text,
        Enquiry.Syntax syntax,
        List<Filter> filters,
        int total,
        boolean complete,
        int from,
        List<Result> results,
        List<Count> facets,
        List<String> notes,
        List<Urgent> urgent,
        List<Premise> premises,
        int sourcesSearched,
        String generation,
        String recipe) {

    public SearchResults {
        filters = List.copyOf(filters);
        results = List.copyOf(results);
        facets = List.copyOf(facets);
        notes = List.copyOf(notes);
        urgent = List.copyOf(urgent);
        premises = List.copyOf(premises);
    }

    /// A filter that was passed.
    ///
    /// @param code as it was given: `design:cohort`
    /// @param facet `design`, or `query` for a [ClinicalQuery]
    /// @param words for a reader: "cohort study"
    public record Filter(String code, String facet, String words) {}

    /// A facet with its values.
    ///
    /// @param more values left out, the rarest
    public record Count(Facet facet, List<Value> values, int more) {
        public Count {
            values = List.copyOf(values);
        }
    }

    /// A value of a facet.
    ///
    /// @param filter what to pass to narrow to it
    /// @param words for a reader; of a [Facet#KIND] the code of the form
    /// @param selected whether it is among the filters already
    public record Value(String filter, String words, int count, boolean selected) {}

    /// A source found.
    ///
    /// @param rank from 1
    /// @param version hash of the version that was read
    /// @param score rounded, comparable within one search only; 0 where it was not scored
    /// @param quote the sentence that says most of what was searched, or null where the source has no
    ///     text to quote
    /// @param why it was found: terms, concepts, meaning, each in words
    public record Result(
            int rank,
            Source source,
            String version,
            Study study,
            double score,
            @Nullable Quote quote,
            List<String> why) {
        public Result {
            why = List.copyOf(why);
        }
    }

    /// An exact stretch of a version's text.
    ///
    /// @param span where it stands in the version's text
    /// @param headings the headings above it, outermost first
    public record Quote(Passage.Id passage, Span span, String text, List<String> headings) {
        public Quote {
            headings = List.copyOf(headings);
        }
    }
}
