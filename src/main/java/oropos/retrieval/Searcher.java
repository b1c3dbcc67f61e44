package oropos.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.Enquiry.Sort;
import oropos.retrieval.Enquiry.Syntax;
import oropos.retrieval.SearchResults.Filter;
import oropos.retrieval.SearchResults.Result;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Lookup;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Terminology;

/// Searches for a searcher: reads the text, narrows by query and filters, ranks, and tells of each
/// source on the page why it was found.
///
/// Words are understood as a question is and ranked by the same voices; only the best are listed. A
/// query lists every source that meets it, those ranked by its words first, the rest newest first.
final class Searcher {

    /// Most words of a text looked up for being in no source, and most told of.
    private static final int MOST_LOOKED_UP = 100;

    private static final int MOST_MISSING = 3;

    /// Most terms told of one source.
    private static final int MOST_TERMS = 8;

    private final Shelf shelf;
    private final Terminology terminology;
    private final EnquiryReader reader;

    Searcher(Shelf shelf, Terminology terminology) {
        this.shelf = shelf;
        this.terminology = terminology;
        this.reader = new EnquiryReader(terminology);
    }

    /// How passages are ranked for a question, among some sources or among all.
    interface Ranking {
        Ranked rank(ClinicalQuestion question, @Nullable BitSet allowed);
    }

    /// @param passages best first
    record Ranked(
            List<Fusion.Ranked> passages,
            Wanted wanted,
            Search voices,
            boolean complete,
            String recipe) {}

    SearchResults search(Enquiry enquiry, Generation index, Ranking ranking) {
        Lookup lookup = index.lookup();
        List<Filter> filters = Filters.read(enquiry.filters());
        EnquiryReader.Read read = reader.read(enquiry, lookup);
        BitSet allowed = Filters.passing(filters, lookup, terminology);
        if (read.matching() != null && allowed != null) {
            allowed.and(read.matching());
        } else if (read.matching() != null) {
            allowed = read.matching();
        }
        Ranked ranked = ranking.rank(read.question(), allowed);
        boolean anyWord = !ranked.wanted.clauses().isEmpty();
        Map<Integer, List<Fusion.Ranked>> found = new LinkedHashMap<>();
        if (anyWord) {
            for (Fusion.Ranked passage : ranked.passages) {
                found.computeIfAbsent(index.source(passage.place()), any -> new ArrayList<>())
                        .add(passage);
            }
        }
        List<Integer> order = order(enquiry, read, allowed, found.keySet(), lookup);
        Set<String> notes = new LinkedHashSet<>(read.notes());
        if (read.syntax() == Syntax.WORDS) {
            if (!anyWord) {
                notes.add(unknown(read.text()));
            }
            notes.addAll(missing(read.text(), index));
        }
        BitSet all = new BitSet();
        order.forEach(all::set);
        List<SearchResults.Count> facets = Counts.of(lookup.facets(all), filters);
        return new SearchResults(
                read.text(),
                read.syntax(),
                Counts.named(filters, facets),
                order.size(),
                read.syntax() == Syntax.PUBMED || ranked.complete,
                enquiry.from(),
                page(enquiry, read, order, found, ranked, index),
                facets,
                List.copyOf(notes),
                read.urgent(),
                read.premises(),
                index.sources(),
                index.name(),
                ranked.recipe);
    }

    private static List<Integer> order(
            Enquiry enquiry,
            EnquiryReader.Read read,
            @Nullable BitSet allowed,
            Set<Integer> found,
            Lookup lookup) {
        List<Integer> order = new ArrayList<>(found);
        if (read.matching() != null && allowed != null) {
            BitSet rest = (BitSet) allowed.clone();
            found.forEach(rest::clear);
            order.addAll(lookup.newest(rest));
        }
        if (enquiry.sort() == Sort.NEWEST) {
            BitSet all = new BitSet();
            order.forEach(all::set);
            return lookup.newest(all);
        }
        return order;
    }

    /// Words that stand in no source, where others like them are searched in their place.
    private static List<String> missing(String text, Generation index) {
        List<String> notes = new ArrayList<>();
        for (String word : text.split("\\s+", MOST_LOOKED_UP)) {
            List<String> stems = Stems.of(word);
            if (stems.size() == 1
                    && notes.size() < MOST_MISSING
                    && index.frequency(Field.MAIN, stems.getFirst()) == 0
                    && index.frequency(Field.ANSWER, stems.getFirst()) == 0) {
                index.nearest(Field.MAIN, stems.getFirst())
                        .ifPresent(near -> notes.add(instead(word, near, index)));
            }
        }
        return notes;
    }

    /// @param near a stem of the index, told as the word that is written for it
    private static String instead(String word, String near, Generation index) {
        return index.lookup()
                .written(near)
                .map(meant ->
                        "“" + word + "” stands in no source; “" + meant + "” was searched instead.")
                .orElseGet(() ->
                        "“"
                                + word
                                + "” stands in no source; words that begin with “"
                                + near
                                + "” were searched instead.");
    }

    private static String unknown(String text) {
        return Stems.of(text).isEmpty()
                ? "There is no word in this that could be searched for. Say what it is about."
                : "None of these words stands in this library.";
    }

    private List<Result> page(
            Enquiry enquiry,
            EnquiryReader.Read read,
            List<Integer> order,
            Map<Integer, List<Fusion.Ranked>> found,
            Ranked ranked,
            Generation index) {
        List<Integer> page = order.stream().skip(enquiry.from()).limit(enquiry.limit()).toList();
        int[] places =
                page.stream().mapToInt(source -> place(source, found, index)).sorted().toArray();
        Coverage coverage = new Coverage(index, ranked.wanted, places);
        Quotes quotes = new Quotes(index, read.stems());
        List<Result> results = new ArrayList<>();
        int rank = enquiry.from();
        for (int source : page) {
            rank++;
            List<Fusion.Ranked> passages = found.getOrDefault(source, List.of());
            int place = place(source, found, index);
            List<String> why =
                    read.syntax() == Syntax.PUBMED
                            ? met(source, read)
                            : new ArrayList<>(
                                    coverage.why(java.util.Arrays.binarySearch(places, place)));
            if (ranked.voices.isMeaningHeard() && found.containsKey(source)) {
                why.add(Retrieval.meaning(Fusion.rounded(ranked.voices.cosine(place))));
            }
            Result result = result(rank, source, passages, why, quotes, index);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static int place(
            int source, Map<Integer, List<Fusion.Ranked>> found, Generation index) {
        List<Fusion.Ranked> passages = found.getOrDefault(source, List.of());
        return passages.isEmpty() ? index.first(source) : passages.getFirst().place();
    }

    private static List<String> met(int source, EnquiryReader.Read read) {
        List<String> why = new ArrayList<>();
        read.met().stream()
                .filter(term -> term.sources().get(source))
                .map(term -> "query: " + term.shown())
                .distinct()
                .limit(MOST_TERMS)
                .forEach(why::add);
        if (why.isEmpty()) {
            why.add("query: nothing in it that the query leaves out");
        }
        return why;
    }

    /// Null where the source left the library between two glances.
    private @Nullable Result result(
            int rank,
            int source,
            List<Fusion.Ranked> passages,
            List<String> why,
            Quotes quotes,
            Generation index) {
        int first = passages.isEmpty() ? index.first(source) : passages.getFirst().place();
        Passage.Id best = Cataloguer.id(index.ids(new int[] {first}).getFirst());
        List<Integer> ordinals =
                passages.stream()
                        .limit(Cataloguer.MOST_PASSAGES)
                        .map(Fusion.Ranked::place)
                        .map(place -> Cataloguer.id(index.ids(new int[] {place}).getFirst()))
                        .filter(id -> id.version().equals(best.version()))
                        .map(Passage.Id::ordinal)
                        .toList();
        SourceId id = best.source();
        Version version =
                shelf.current(id).stream()
                        .filter(one -> one.hash().equals(best.version()))
                        .findFirst()
                        .orElse(null);
        return version == null
                ? null
                : new Result(
                        rank,
                        version.source(),
                        version.hash(),
                        version.study(),
                        passages.isEmpty() ? 0 : passages.getFirst().score(),
                        quotes.best(version, ordinals),
                        why);
    }

    String withoutIdentifiers(String text, Syntax syntax) {
        return reader.withoutIdentifiers(text, syntax);
    }
}
