package oropos.command;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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

    record Question(String id, String words) implements Line {}

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
        if (node.has("sources")) {
            return new Unreadable(
                    id,
                    "line "
                            + place
                            + " names \"sources\": a question is asked of the whole library, so leave them out");
        }
        return new Question(id, question.stringValue());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
