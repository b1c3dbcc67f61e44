package oropos.command;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The records of a batch, a JSON object a line: `{id, title, abstract, types?, mesh?, question?}`.
final class RecordLines implements Closeable {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String FORM =
            "write {\"id\": \"a name\", \"title\": \"...\", \"abstract\": \"...\"}, and where known \"types\" and \"mesh\" as lists and \"question\"";

    private final TextLines lines;

    RecordLines(TextLines lines) {
        this.lines = lines;
    }

    /// A line of the file.
    sealed interface Line {
        /// As the line names itself, else its number.
        String id();
    }

    /// @param text the abstract; empty where the record has none
    /// @param types publication types as PubMed words them
    /// @param mesh MeSH headings as PubMed words them
    /// @param question what it is to be weighed for, or null
    record Given(
            String id,
            String title,
            String text,
            List<String> types,
            List<String> mesh,
            @Nullable String question)
            implements Line {}

    /// @param why one sentence: what is wrong with which line, and what to write
    record Unreadable(String id, String why) implements Line {}

    /// The next line that is not empty; null at the end.
    @Nullable Line next() throws IOException {
        TextLines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        return line.why() == null
                ? record(line.words(), line.place())
                : new Unreadable(line.place(), line.why());
    }

    private static Line record(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            return unreadable(place, place, "is not one JSON object");
        }
        if (!node.isObject()) {
            return unreadable(place, place, "is not one JSON object");
        }
        JsonNode named = node.get("id");
        if (named != null && !named.isNull() && !named.isString() && !named.isNumber()) {
            return unreadable(place, place, "has an \"id\" that is no text and no number");
        }
        String id = named == null || named.isNull() ? place : named.asString();
        for (String field : List.of("title", "abstract", "question")) {
            JsonNode text = node.get(field);
            if (text != null && !text.isNull() && !text.isString()) {
                return unreadable(id, place, "has a \"" + field + "\" that is no text");
            }
        }
        for (String field : List.of("types", "mesh")) {
            JsonNode list = node.get(field);
            if (list != null && !list.isNull() && !isTexts(list)) {
                return unreadable(id, place, "has \"" + field + "\" that is no list of texts");
            }
        }
        String title = text(node, "title");
        String words = text(node, "abstract");
        if (title.isBlank() && words.isBlank()) {
            return unreadable(id, place, "has neither a \"title\" nor an \"abstract\"");
        }
        String question = text(node, "question");
        return new Given(
                id,
                title,
                words,
                texts(node, "types"),
                texts(node, "mesh"),
                question.isBlank() ? null : question);
    }

    private static Unreadable unreadable(String id, String place, String what) {
        return new Unreadable(id, "line " + place + " " + what + ": " + FORM);
    }

    private static boolean isTexts(JsonNode list) {
        return list.isArray() && list.valueStream().allMatch(JsonNode::isString);
    }

    private static String text(JsonNode node, String field) {
        JsonNode text = node.get(field);
        return text == null || text.isNull() ? "" : text.stringValue();
    }

    private static List<String> texts(JsonNode node, String field) {
        JsonNode list = node.get(field);
        List<String> texts = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.valueStream().map(JsonNode::stringValue).forEach(texts::add);
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
