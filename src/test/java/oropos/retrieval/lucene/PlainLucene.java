package oropos.retrieval.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// What indexing takes whoever uses Lucene as it comes: its analysers, its settings, one thread.
public final class PlainLucene {

    private PlainLucene() {}

    /// One field of text and an id.
    public static void oneField(List<Entry> entries) throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
            for (Entry entry : entries) {
                Document document = new Document();
                document.add(new StringField("id", entry.id(), Store.YES));
                document.add(new TextField("main", entry.main(), Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    /// Every text and id that our index holds, each text through the analyser of its field.
    public static void sameFields(List<Entry> entries) throws IOException {
        Map<String, Analyzer> analyzers = new TreeMap<>();
        for (Field field : Field.values()) {
            if (field.isInOrder()) {
                analyzers.put(field.key(), Words.analyzer());
            }
        }
        for (Field field : List.of(Field.MAIN, Field.ANSWER, Field.CONTEXT, Field.TITLE)) {
            analyzers.put(field.key(), new EnglishAnalyzer());
        }
        Analyzer analyzer = new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers);
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Entry entry : entries) {
                writer.addDocument(document(entry));
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new SortedDocValuesField("id", new BytesRef(entry.id())));
        document.add(new StringField("source", entry.source(), Store.NO));
        document.add(
                new BinaryDocValuesField(
                        "meaning", new BytesRef(GenerationWriter.hash(entry.meaning()))));
        text(document, Field.MAIN, entry.main());
        text(document, Field.ANSWER, entry.answer());
        text(document, Field.CONTEXT, entry.context());
        text(document, Field.TITLE, entry.title());
        text(document, Field.TEXT_WORDS, entry.text());
        ids(document, Field.CONCEPT, entry.concepts());
        ids(document, Field.TREE, entry.trees());
        ids(document, Field.AGE, entry.ages());
        if (entry.card() != null) {
            entry.card()
                    .words()
                    .forEach((field, texts) -> texts.forEach(text -> text(document, field, text)));
            entry.card().ids().forEach((field, ids) -> ids(document, field, ids));
        }
        return document;
    }

    private static void text(Document document, Field field, String text) {
        if (!text.isBlank()) {
            document.add(new TextField(field.key(), text, Store.NO));
        }
    }

    private static void ids(Document document, Field field, Iterable<String> ids) {
        ids.forEach(id -> document.add(new StringField(field.key(), id, Store.NO)));
    }
}
