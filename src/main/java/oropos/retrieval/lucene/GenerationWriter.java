package oropos.retrieval.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Writes one generation. [#add] may be called from several threads at once; the order of calls
/// leaves no trace, because the index is sorted by id and merged to one segment when it is closed.
public final class GenerationWriter implements Closeable {

    /// BM25 as in Anserini's published runs.
    static final Similarity BM25 = new BM25Similarity(.9f, .4f);

    static final String ID = "id";
    static final String SOURCE = "source";
    static final String MOST = "most";
    static final String MEANING = "meaning";
    static final String DATE = "date";
    static final String YEAR = "year";

    /// Bytes of the hash by which a text finds its vector.
    static final int HASH = 16;

    /// Memory for words not yet written, in megabytes.
    private static final double BUFFER = 48;

    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, true, false);
    private static final FieldType NAMED = type(IndexOptions.DOCS, true, true);
    private static final FieldType EXACT = type(IndexOptions.DOCS, false, true);
    private static final FieldType IN_ORDER =
            type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, true);

    /// Stems for what a question's words are scored on, plain words for what is asked for word by
    /// word.
    private static final Analyzer ANALYZER =
            new PerFieldAnalyzerWrapper(
                    Stems.analyzer(),
                    Stream.of(Field.values())
                            .filter(Field::isInOrder)
                            .collect(Collectors.toMap(Field::key, field -> Words.analyzer())));

    private final IndexWriter writer;

    GenerationWriter(Directory directory) throws IOException {
        IndexWriterConfig settings = new IndexWriterConfig(ANALYZER);
        settings.setSimilarity(BM25);
        settings.setIndexSort(new Sort(new SortField(ID, SortField.Type.STRING)));
        settings.setRAMBufferSizeMB(BUFFER);
        settings.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        settings.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, settings);
    }

    private static FieldType type(IndexOptions options, boolean words, boolean withoutLength) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(words);
        type.setOmitNorms(withoutLength);
        type.freeze();
        return type;
    }

    /// Starts from what another generation holds.
    void takeOver(Directory older) throws IOException {
        writer.addIndexes(older);
    }

    /// Leaves out every passage of a source that was taken over or added before.
    public void remove(String source) {
        try {
            writer.deleteDocuments(new Term(SOURCE, source));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void add(Entry entry) {
        Document document = new Document();
        document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
        document.add(new StringField(SOURCE, entry.source(), StringField.Store.NO));
        document.add(new SortedDocValuesField(SOURCE, new BytesRef(entry.source())));
        document.add(new NumericDocValuesField(MOST, entry.most()));
        document.add(new BinaryDocValuesField(MEANING, new BytesRef(hash(entry.meaning()))));
        words(document, Field.MAIN, entry.main(), SCORED);
        words(document, Field.ANSWER, entry.answer(), SCORED);
        words(document, Field.CONTEXT, entry.context(), SCORED);
        words(document, Field.TITLE, entry.title(), NAMED);
        exact(document, Field.CONCEPT, entry.concepts());
        exact(document, Field.TREE, entry.trees());
        exact(document, Field.AGE, entry.ages());
        words(document, Field.TEXT_WORDS, entry.text(), IN_ORDER);
        if (entry.pair() != null) {
            exact(document, Field.SUBJECT, entry.pair().subjects());
            exact(document, Field.ASPECT, entry.pair().aspects());
        }
        if (entry.card() != null) {
            card(document, entry.card());
        }
        try {
            writer.addDocument(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void card(Document document, Card card) {
        card.words()
                .forEach((field, texts) ->
                        texts.forEach(text -> words(document, field, text, IN_ORDER)));
        card.ids()
                .forEach((field, ids) ->
                        exact(
                                document,
                                field,
                                field == Field.FACET
                                        ? ids.stream().map(Card::term).toList()
                                        : ids));
        for (String value : card.ids().getOrDefault(Field.FACET, EMPTY)) {
            document.add(new SortedSetDocValuesField(values(Field.FACET), new BytesRef(value)));
        }
        card.dates().forEach(date -> document.add(new IntPoint(DATE, date)));
        if (card.year() > 0) {
            document.add(new NumericDocValuesField(YEAR, card.year()));
        }
    }

    private static final SortedSet<String> EMPTY = Collections.emptySortedSet();

    /// The column in which the ids of a field can be counted.
    static String values(Field field) {
        return field.key() + " values";
    }

    private static void words(Document document, Field field, String text, FieldType type) {
        if (!text.isBlank()) {
            document.add(
                    new org.apache.lucene.document.Field(field.key(), Stems.folded(text), type));
        }
    }

    private static void exact(Document document, Field field, Iterable<String> ids) {
        for (String id : ids) {
            document.add(new org.apache.lucene.document.Field(field.key(), id, EXACT));
        }
    }

    /// The name under which a text's vector is kept.
    static byte[] hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Merges and makes durable what was added. Without this call nothing was written.
    public void finish() {
        try {
            writer.forceMerge(1);
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
