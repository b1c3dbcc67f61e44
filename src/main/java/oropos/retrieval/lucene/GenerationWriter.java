package oropos.retrieval.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
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
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Writes one generation. [#read] and [#add] may be called from several threads at once; the order of
/// calls leaves no trace, because the index is sorted by id and merged to one segment when it is closed.
/// Sorting costs nothing where entries come in the order of their ids.
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
    private static final double BUFFER = 96;

    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType NAMED = type(IndexOptions.DOCS, true);
    private static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    private final IndexWriter writer;

    /// Texts are read side by side and taken in one after another: Lucene would begin a segment for
    /// each thread, and merging them costs more than waiting.
    private final ReentrantLock turn = new ReentrantLock();

    private final ThreadLocal<WordReader> readers = ThreadLocal.withInitial(WordReader::new);

    /// Terms of entries that were taken in, to be used again.
    private final Queue<WordReader.Sheet> sheets = new ConcurrentLinkedQueue<>();

    /// An entry read into words, which may be taken in once.
    public static final class Read {
        private final Document document;
        private final WordReader.Sheet sheet;

        private Read(Document document, WordReader.Sheet sheet) {
            this.document = document;
            this.sheet = sheet;
        }
    }

    GenerationWriter(Directory directory) throws IOException {
        // texts come as words already: of the analyser only the gap between two texts counts
        IndexWriterConfig settings = new IndexWriterConfig(Words.analyzer());
        settings.setSimilarity(BM25);
        settings.setIndexSort(new Sort(new SortField(ID, SortField.Type.STRING)));
        settings.setRAMBufferSizeMB(BUFFER);
        settings.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        settings.setCommitOnClose(false);
        // one file for all of a segment would be written by copying everything once more
        settings.setUseCompoundFile(false);
        settings.getMergePolicy().setNoCFSRatio(0);
        this.writer = new IndexWriter(directory, settings);
    }

    private static FieldType type(IndexOptions options, boolean withoutLength) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
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
        add(read(entry));
    }

    /// Reads an entry into words, the larger part of the work, from any thread and in any order.
    public Read read(Entry entry) {
        WordReader reader = readers.get();
        WordReader.Sheet free = sheets.poll();
        WordReader.Sheet sheet = free == null ? new WordReader.Sheet() : free;
        reader.begin(sheet);
        Document document = new Document();
        document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
        document.add(new StringField(SOURCE, entry.source(), StringField.Store.NO));
        document.add(new SortedDocValuesField(SOURCE, new BytesRef(entry.source())));
        document.add(new NumericDocValuesField(MOST, entry.most()));
        document.add(new BinaryDocValuesField(MEANING, new BytesRef(hash(entry.meaning()))));
        add(document, Field.MAIN, reader.stems(entry.main()), SCORED);
        add(document, Field.ANSWER, reader.stems(entry.answer()), SCORED);
        add(document, Field.CONTEXT, reader.stems(entry.context()), SCORED);
        add(document, Field.TITLE, reader.uncounted(entry.title()), NAMED);
        add(document, Field.CONCEPT, reader.exactly(entry.concepts()), NAMED);
        add(document, Field.TREE, reader.exactly(entry.trees()), NAMED);
        add(document, Field.AGE, reader.exactly(entry.ages()), NAMED);
        add(document, Field.TEXT_WORDS, reader.words(entry.text()), IN_ORDER);
        if (entry.pair() != null) {
            add(document, Field.SUBJECT, reader.exactly(entry.pair().subjects()), NAMED);
            add(document, Field.ASPECT, reader.exactly(entry.pair().aspects()), NAMED);
        }
        if (entry.card() != null) {
            card(document, entry.card(), reader);
        }
        return new Read(document, sheet);
    }

    public void add(Read entry) {
        turn.lock();
        try {
            writer.addDocument(entry.document);
            sheets.add(entry.sheet);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (AlreadyClosedException failedBefore) {
            throw new UncheckedIOException(new IOException(failedBefore));
        } finally {
            turn.unlock();
        }
    }

    private static void card(Document document, Card card, WordReader reader) {
        card.words()
                .forEach((field, texts) ->
                        texts.forEach(text -> add(document, field, reader.words(text), IN_ORDER)));
        card.ids()
                .forEach((field, ids) ->
                        add(
                                document,
                                field,
                                reader.exactly(
                                        field == Field.FACET
                                                ? ids.stream().map(Card::term).toList()
                                                : ids),
                                NAMED));
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

    private static void add(Document document, Field field, Terms terms, FieldType type) {
        if (terms.count() > 0) {
            document.add(new org.apache.lucene.document.Field(field.key(), terms, type));
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
    ///
    /// @throws UncheckedIOException here and in [#add] where it cannot be written: a full disk
    public void finish() {
        try {
            writer.forceMerge(1);
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (AlreadyClosedException failedBefore) {
            throw new UncheckedIOException(new IOException(failedBefore));
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
