package oropos.command;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import oropos.library.SourceId;
import oropos.question.Asked;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions of a batch, one a line, as bare words or as JSON with `id` and `question`. A line
/// that cannot be read says why and harms no other; empty lines do not count.
final class QuestionLines implements Closeable {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String FORM =
            "write the question alone, or {\"id\": \"a name\", \"question\": \"its words\"}";

    private final TextLines lines;

    QuestionLines(TextLines lines) {
        this.lines = lines;
    }

    /// A line of the file.
    sealed interface Line {
        /// As the line names itself, else its number.
        String id();
    }

    /// @param sources ids of the sources to answer from, or null for the whole library
    /// @param restored words of the question that identify nobody
    record Question(String id, String words, @Nullable Set<SourceId> sources, Set<String> restored)
            implements Line {
        Question(String id, String words) {
            this(id, words, null, Set.of());
        }

        Question(String id, String words, @Nullable Set<SourceId> sources) {
            this(id, words, sources, Set.of());
        }
    }

    /// @param why one sentence: what is wrong with which line, and what to write
    record Unreadable(String id, String why) implements Line {}

    /// The next line that is not empty; null at the end.
    @Nullable Line next() throws IOException {
        TextLines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        if (line.why() != null) {
            return new Unreadable(line.place(), line.why());
        }
        return line.words().stripLeading().startsWith("{")
                ? object(line.words(), line.place())
                : new Question(line.place(), line.words());
    }

    private Line object(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            return new Unreadable(
                    place,
                    "line "
                            + place
                            + " is not one JSON object"
                            + (broken.getLocation() == null
                                    ? ""
                                    : " (at character " + broken.getLocation().getColumnNr() + ")")
                            + ": "
                            + FORM);
        }
        JsonNode named = node.get("id");
        if (named != null && !named.isNull() && !named.isString() && !named.isNumber()) {
            return new Unreadable(
                    place, "line " + place + " has an \"id\" that is no text and no number");
        }
        String id = named == null || named.isNull() ? place : named.asString();
        JsonNode question = node.get("question");
        if (question == null || !question.isString()) {
            return new Unreadable(
                    id, "line " + place + " has no \"question\" that is text: " + FORM);
        }
        Set<String> restored = new LinkedHashSet<>();
        JsonNode restore = node.get("restore");
        if (restore != null && !restore.isNull()) {
            for (JsonNode word : restore.isArray() ? restore : JSON.createArrayNode().addNull()) {
                if (!word.isString() || restored.size() == Asked.MOST_RESTORED) {
                    return new Unreadable(
                            id,
                            "line "
                                    + place
                                    + " has a \"restore\" that is no list of at most "
                                    + Asked.MOST_RESTORED
                                    + " words of the question");
                }
                restored.add(word.stringValue());
            }
        }
        JsonNode sources = node.get("sources");
        if (sources == null || sources.isNull()) {
            return new Question(id, question.stringValue(), null, restored);
        }
        Set<SourceId> only = new TreeSet<>();
        for (JsonNode source : sources.isArray() ? sources : JSON.createArrayNode().addNull()) {
            if (!source.isString() || !SourceId.isOne(source.stringValue())) {
                return new Unreadable(
                        id,
                        "line "
                                + place
                                + " has \"sources\" that are no list of source ids: write {\"sources\": [\"pmid:29504223\"]}, or leave them out");
            }
            only.add(new SourceId(source.stringValue()));
        }
        return new Question(id, question.stringValue(), only, restored);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
