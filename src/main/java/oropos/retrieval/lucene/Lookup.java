package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Which sources of a generation hold something, as sets of [source numbers][Generation#source].
///
/// A set is of sources, not of passages: of two words joined by AND one may stand in the first
/// passage of an abstract and the other in the last.
public final class Lookup {

    /// Shorter stems have too many words that begin like them.
    private static final int SHORTEST_WRITTEN = 3;

    /// Most words looked at that begin like a stem.
    private static final int MOST_WRITTEN = 2_000;

    private final Generation index;
    private final @Nullable LeafReader leaf;
    private final IndexSearcher searcher;

    Lookup(Generation index, @Nullable LeafReader leaf, IndexSearcher searcher) {
        this.index = index;
        this.leaf = leaf;
        this.searcher = searcher;
    }

    /// Every source.
    public BitSet all() {
        BitSet all = new BitSet(index.sources());
        all.set(0, index.sources());
        return all;
    }

    /// Sources with a term in a field.
    public BitSet holding(Field field, String term) {
        BitSet sources = new BitSet();
        if (leaf == null) {
            return sources;
        }
        try {
            PostingsEnum postings = leaf.postings(new Term(field.key(), term), PostingsEnum.NONE);
            if (postings != null) {
                add(postings, sources);
            }
            return sources;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The terms of a field that begin so, in order; empty where they are more than `most`.
    public Optional<List<String>> beginning(Field field, String start, int most) {
        List<String> terms = new ArrayList<>();
        try {
            Terms of = leaf == null ? null : leaf.terms(field.key());
            if (of == null) {
                return Optional.of(terms);
            }
            BytesRef prefix = new BytesRef(start);
            TermsEnum each = of.iterator();
            TermsEnum.SeekStatus found = each.seekCeil(prefix);
            BytesRef term = found == TermsEnum.SeekStatus.END ? null : each.term();
            while (term != null && org.apache.lucene.util.StringHelper.startsWith(term, prefix)) {
                if (terms.size() == most) {
                    return Optional.empty();
                }
                terms.add(term.utf8ToString());
                term = each.next();
            }
            return Optional.of(terms);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The word that most sources write for a stem: "disease" for "diseas".
    public Optional<String> written(String stem) {
        if (leaf == null || stem.length() < SHORTEST_WRITTEN) {
            return Optional.empty();
        }
        // "therapi" is written "therapies"; "therapy" differs in its last letter
        String start = stem.substring(0, stem.length() - 1);
        Map<String, Integer> counts = new TreeMap<>();
        for (Field field : List.of(Field.ABSTRACT_WORDS, Field.TEXT_WORDS)) {
            for (String word : beginning(field, start, MOST_WRITTEN).orElse(List.of())) {
                if (Stems.of(word).equals(List.of(stem))) {
                    counts.merge(word, frequency(leaf, field, word), Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static int frequency(LeafReader leaf, Field field, String word) {
        try {
            return leaf.docFreq(new Term(field.key(), word));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Sources where words stand one after the other.
    ///
    /// @param phrase for each place the words that may stand there
    public BitSet phrase(Field field, List<List<String>> phrase) {
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        for (List<String> choices : phrase) {
            if (choices.isEmpty()) {
                return new BitSet();
            }
            query.add(
                    choices.stream().map(word -> new Term(field.key(), word)).toArray(Term[]::new));
        }
        return matching(query.build());
    }

    /// Sources published between two days, both included, written as [Card#dates] are.
    public BitSet published(int first, int last) {
        return first > last
                ? new BitSet()
                : matching(IntPoint.newRangeQuery(GenerationWriter.DATE, first, last));
    }

    private BitSet matching(Query query) {
        BitSet sources = new BitSet();
        if (leaf == null) {
            return sources;
        }
        try {
            Scorer scorer =
                    searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                            .scorer(leaf.getContext());
            if (scorer != null) {
                add(scorer.iterator(), sources);
            }
            return sources;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void add(DocIdSetIterator places, BitSet sources) throws IOException {
        for (int place = places.nextDoc();
                place != DocIdSetIterator.NO_MORE_DOCS;
                place = places.nextDoc()) {
            sources.set(index.source(place));
        }
    }

    /// How many of these sources have each value of [Field#FACET].
    public Map<String, Integer> facets(BitSet sources) {
        Map<String, Integer> counts = new TreeMap<>();
        if (leaf == null) {
            return counts;
        }
        try {
            SortedSetDocValues values =
                    DocValues.getSortedSet(leaf, GenerationWriter.values(Field.FACET));
            int[] of = new int[Math.toIntExact(values.getValueCount())];
            for (int place : firsts(sources)) {
                if (values.advanceExact(place)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        of[Math.toIntExact(values.nextOrd())]++;
                    }
                }
            }
            for (int value = 0; value < of.length; value++) {
                if (of[value] > 0) {
                    counts.put(values.lookupOrd(value).utf8ToString(), of[value]);
                }
            }
            return counts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// These sources, the newest first; of one year, and without one, in the order of their ids.
    public List<Integer> newest(BitSet sources) {
        TreeMap<Integer, List<Integer>> byYear = new TreeMap<>(java.util.Comparator.reverseOrder());
        if (leaf == null) {
            return List.of();
        }
        try {
            NumericDocValues year = DocValues.getNumeric(leaf, GenerationWriter.YEAR);
            for (int place : firsts(sources)) {
                int of = year.advanceExact(place) ? (int) year.longValue() : 0;
                byYear.computeIfAbsent(of, any -> new ArrayList<>()).add(index.source(place));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return byYear.values().stream().flatMap(List::stream).toList();
    }

    private int[] firsts(BitSet sources) {
        return sources.stream().map(index::first).sorted().toArray();
    }

    /// The ids of sources, by number.
    public String id(int source) {
        try {
            return DocValues.getSorted(
                            java.util.Objects.requireNonNull(leaf), GenerationWriter.SOURCE)
                    .lookupOrd(source)
                    .utf8ToString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
