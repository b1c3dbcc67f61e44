package oropos.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import oropos.library.Passage;
import oropos.library.Source;
import oropos.library.Version;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchProblem;
import oropos.retrieval.SearchResults;
import oropos.retrieval.Searching;
import oropos.terminology.Listing;
import oropos.terminology.Span;

/// Sentences of the library an editor may choose from: whole ones, those that say most of the words first.
final class Choosing {

    /// Sources shown for one search.
    private static final int SOURCES = 10;

    /// Sentences shown of each.
    private static final int EACH = 6;

    private final Searching searching;
    private final ReadingRoom room;

    Choosing(Searching searching, ReadingRoom room) {
        this.searching = searching;
        this.room = room;
    }

    /// A source with sentences of it.
    record Offered(Source source, String design, List<String> sentences) {}

    List<Offered> sentences(String words) {
        try {
            return searching
                    .search(
                            new Enquiry(
                                    words,
                                    Enquiry.Syntax.AUTO,
                                    List.of(),
                                    Enquiry.Sort.RELEVANCE,
                                    0,
                                    SOURCES))
                    .results()
                    .stream()
                    .filter(one -> !one.source().isOverview())
                    .map(one -> offered(one, words))
                    .filter(one -> !one.sentences().isEmpty())
                    .toList();
        } catch (SearchProblem unreadable) {
            return List.of();
        }
    }

    private Offered offered(SearchResults.Result result, String words) {
        Set<String> wanted =
                Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(one -> one.length() > 2)
                        .collect(Collectors.toSet());
        record Near(String sentence, long words, int at) {}
        List<Near> all = new ArrayList<>();
        for (Version version : room.current(result.source().id())) {
            for (Passage passage : version.passages()) {
                for (String sentence : whole(passage)) {
                    String low = sentence.toLowerCase(Locale.ROOT);
                    all.add(
                            new Near(
                                    sentence,
                                    wanted.stream().filter(low::contains).count(),
                                    all.size()));
                }
            }
        }
        return new Offered(
                result.source(),
                result.study().design().words(),
                all.stream()
                        .sorted(
                                Comparator.comparingLong(Near::words)
                                        .reversed()
                                        .thenComparingInt(Near::at))
                        .limit(EACH)
                        .map(Near::sentence)
                        .distinct()
                        .toList());
    }

    /// What may be cited of a passage: its sentences; of a block with typed fields the whole.
    private static List<String> whole(Passage passage) {
        if (passage.role() == Passage.Role.TITLE || passage.role() == Passage.Role.QUESTION) {
            return List.of();
        }
        if (passage.claim() != null) {
            return List.of(passage.text().replaceAll("\\s+", " "));
        }
        return Listing.units(passage.text()).stream()
                .map((Span one) -> one.of(passage.text()).replaceAll("\\s+", " ").strip())
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
