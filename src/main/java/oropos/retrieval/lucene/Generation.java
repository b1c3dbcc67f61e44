package oropos.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A closed index, open for reading. Passages are spoken of by their place, which is their place in
/// the order of ids, so a smaller place wins among equals.
///
/// Whoever searches calls [#retain] before and [#release] after; the last to release after [#close]
/// frees the files.
public final class Generation implements AutoCloseable {

    /// Words shorter or longer are never corrected.
    private static final int SHORTEST_CORRECTED = 5;

    private static final int LONGEST_CORRECTED = 40;

    private static final TermQuery PAIRS = new TermQuery(new Term(Field.ASPECT.key(), Pair.ANY));

    private final String name;
    private final Directory directory;
    private final DirectoryReader reader;
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean freed = new AtomicBoolean();
    private final IndexSearcher searcher;
    private final @Nullable LeafReader leaf;
    private final int[] sources;
    private final int[] firsts;
    private final byte[] most;
    private final int sourceCount;

    Generation(String name, Directory directory, Runnable afterwards) throws IOException {
        this.name = name;
        this.directory = directory;
        this.afterwards = afterwards;
        this.reader = DirectoryReader.open(directory);
        List<LeafReaderContext> leaves = reader.leaves();
        if (leaves.size() > 1 || reader.hasDeletions()) {
            reader.close();
            throw new IOException("the index " + name + " was not merged");
        }
        this.leaf = leaves.isEmpty() ? null : leaves.getFirst().reader();
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(GenerationWriter.BM25);
        this.searcher.setQueryCache(null);
        this.sources = new int[reader.maxDoc()];
        this.most = new byte[reader.maxDoc()];
        this.sourceCount = leaf == null ? 0 : readSources(leaf);
        this.firsts = new int[sourceCount];
        for (int place = sources.length - 1; place >= 0; place--) {
            firsts[sources[place]] = place;
        }
    }

    private int readSources(LeafReader passages) throws IOException {
        SortedDocValues source = DocValues.getSorted(passages, GenerationWriter.SOURCE);
        NumericDocValues limit = DocValues.getNumeric(passages, GenerationWriter.MOST);
        for (int place = 0; place < sources.length; place++) {
            if (!source.advanceExact(place) || !limit.advanceExact(place)) {
                throw new IOException("the index " + name + " lacks the source of a passage");
            }
            sources[place] = source.ordValue();
            most[place] = (byte) Math.min(Byte.MAX_VALUE, limit.longValue());
        }
        return source.getValueCount();
    }

    /// Its name, as receipts name it.
    public String name() {
        return name;
    }

    /// How many passages it holds.
    public int passages() {
        return reader.maxDoc();
    }

    /// How many sources it holds.
    public int sources() {
        return sourceCount;
    }

    /// A number for the source of a passage, the same for all its passages.
    public int source(int place) {
        return sources[place];
    }

    /// The place of the first passage of a source.
    public int first(int source) {
        return firsts[source];
    }

    /// Which sources hold something.
    public Lookup lookup() {
        return new Lookup(this, leaf, searcher);
    }

    /// Numbers of the sources whose ids begin so.
    public BitSet sourcesFrom(String beginning) {
        BitSet from = new BitSet();
        if (leaf == null) {
            return from;
        }
        try {
            SortedDocValues ids = DocValues.getSorted(leaf, GenerationWriter.SOURCE);
            int at = ids.lookupTerm(new BytesRef(beginning));
            for (int i = at < 0 ? -at - 1 : at;
                    i < ids.getValueCount()
                            && ids.lookupOrd(i).utf8ToString().startsWith(beginning);
                    i++) {
                from.set(i);
            }
            return from;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Numbers of the sources with these ids; ids the index does not hold are left out.
    public BitSet sources(Collection<String> ids) {
        BitSet numbers = new BitSet();
        if (leaf == null) {
            return numbers;
        }
        try {
            SortedDocValues source = DocValues.getSorted(leaf, GenerationWriter.SOURCE);
            for (String id : ids) {
                int number = source.lookupTerm(new BytesRef(id));
                if (number >= 0) {
                    numbers.set(number);
                }
            }
            return numbers;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// How many passages a search may give of the source of this one.
    public int most(int place) {
        return most[place];
    }

    /// In how many passages a term stands.
    public int frequency(Field field, String term) {
        try {
            return reader.docFreq(new Term(field.key(), term));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The term of a field that a misspelt one most likely stands for: the fewest letters away, then in
    /// the most passages; up to 7 letters one letter may differ, from 8 on two; the first only where nothing else is near.
    public Optional<String> nearest(Field field, String term) {
        int letters = term.codePointCount(0, term.length());
        if (leaf == null || letters < SHORTEST_CORRECTED || letters > LONGEST_CORRECTED) {
            return Optional.empty();
        }
        String near = nearest(leaf, field, term, letters < 8 ? 1 : 2, 1);
        return Optional.ofNullable(near == null ? nearest(leaf, field, term, 1, 0) : near);
    }

    private static @Nullable String nearest(
            LeafReader leaf, Field field, String term, int edits, int same) {
        try {
            Terms terms = leaf.terms(field.key());
            if (terms == null) {
                return null;
            }
            FuzzyTermsEnum near =
                    new FuzzyTermsEnum(terms, new Term(field.key(), term), edits, same, true);
            BoostAttribute closeness = near.attributes().addAttribute(BoostAttribute.class);
            String best = null;
            float closest = 0;
            int most = 0;
            for (BytesRef found = near.next(); found != null; found = near.next()) {
                int frequency = near.docFreq();
                float close = closeness.getBoost();
                if (close > closest || close == closest && frequency > most) {
                    best = found.utf8ToString();
                    closest = close;
                    most = frequency;
                }
            }
            return best;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// How much a term that stands in `frequency` passages tells: the idf of BM25, natural logarithm.
    public double idf(int frequency) {
        return Math.log(1 + (passages() - frequency + .5) / (frequency + .5));
    }

    /// The best passages for these clauses together, best first, equals by place.
    ///
    /// @param depth at most so many
    public List<Hit> search(List<Clause> clauses, int depth) {
        return search(clauses, depth, null);
    }

    /// The best passages of some sources for these clauses together, best first, equals by place.
    ///
    /// @param depth at most so many
    /// @param allowed numbers of the sources, or null for all
    public List<Hit> search(List<Clause> clauses, int depth, @Nullable BitSet allowed) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (allowed != null) {
            query.add(new AllowedSources(this, allowed), BooleanClause.Occur.FILTER);
            query.setMinimumNumberShouldMatch(1);
        }
        for (Clause clause : clauses) {
            TermQuery term = new TermQuery(new Term(clause.field().key(), clause.term()));
            query.add(new BoostQuery(term, (float) clause.inPairs()), BooleanClause.Occur.SHOULD);
            if (clause.inPairs() < clause.weight()) {
                query.add(
                        new BoostQuery(
                                new BooleanQuery.Builder()
                                        .add(term, BooleanClause.Occur.MUST)
                                        .add(PAIRS, BooleanClause.Occur.MUST_NOT)
                                        .build(),
                                (float) (clause.weight() - clause.inPairs())),
                        BooleanClause.Occur.SHOULD);
            }
        }
        if (leaf == null || clauses.isEmpty()) {
            return List.of();
        }
        try {
            List<Hit> hits = new ArrayList<>();
            ScoreDoc[] best =
                    searcher.search(
                                    query.build(),
                                    new TopScoreDocCollectorManager(
                                            Math.min(depth, passages()), depth))
                            .scoreDocs;
            for (ScoreDoc hit : best) {
                hits.add(new Hit(hit.doc, hit.score));
            }
            return hits;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A passage found by words.
    public record Hit(int place, double score) {}

    /// Which of these passages hold a term: bits over the indices of `places`, which must ascend.
    public BitSet holding(Field field, String term, int[] places) {
        BitSet held = new BitSet(places.length);
        if (leaf == null) {
            return held;
        }
        try {
            PostingsEnum postings = leaf.postings(new Term(field.key(), term), PostingsEnum.NONE);
            if (postings == null) {
                return held;
            }
            int at = -1;
            for (int i = 0; i < places.length && at != PostingsEnum.NO_MORE_DOCS; i++) {
                if (at < places[i]) {
                    at = postings.advance(places[i]);
                }
                if (at == places[i]) {
                    held.set(i);
                }
            }
            return held;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The ids of these passages, which must ascend.
    public List<String> ids(int[] places) {
        List<String> ids = new ArrayList<>(places.length);
        if (leaf == null) {
            return ids;
        }
        try {
            SortedDocValues id = DocValues.getSorted(leaf, GenerationWriter.ID);
            for (int place : places) {
                if (!id.advanceExact(place)) {
                    throw new IOException("the index " + name + " lacks an id");
                }
                ids.add(id.lookupOrd(id.ordValue()).utf8ToString());
            }
            return ids;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// For each passage the hash of the text whose vector stands for it.
    List<BytesRef> meanings() throws IOException {
        List<BytesRef> hashes = new ArrayList<>(passages());
        if (leaf != null) {
            BinaryDocValues hash = DocValues.getBinary(leaf, GenerationWriter.MEANING);
            while (hash.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
                hashes.add(BytesRef.deepCopyOf(hash.binaryValue()));
            }
        }
        return hashes;
    }

    /// The hash of the text whose vector stands for each of these passages, which must ascend.
    List<BytesRef> meanings(int[] places) {
        List<BytesRef> hashes = new ArrayList<>(places.length);
        if (leaf == null) {
            return hashes;
        }
        try {
            BinaryDocValues hash = DocValues.getBinary(leaf, GenerationWriter.MEANING);
            for (int place : places) {
                if (!hash.advanceExact(place)) {
                    throw new IOException("the index " + name + " lacks the hash of a text");
                }
                hashes.add(BytesRef.deepCopyOf(hash.binaryValue()));
            }
            return hashes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Directory directory() {
        return directory;
    }

    /// Keeps the files while a search runs; false where they are already freed.
    public boolean retain() {
        return reader.tryIncRef();
    }

    public void release() {
        try {
            reader.decRef();
            if (reader.getRefCount() <= 0 && freed.compareAndSet(false, true)) {
                directory.close();
                afterwards.run();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release();
        }
    }
}
