package oropos.command;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions of a batch, one a line, as bare words or as JSON with `id` and `question`. A line
/// that cannot be read says why and harms no other; empty lines do not count.
final class QuestionLines implements Closeable {

    /// Longest line read, in bytes: 80 times the longest question. More is no line of questions.
    static final int LONGEST = 1_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String FORM =
            "write the question alone, or {\"id\": \"a name\", \"question\": \"its words\"}";

    private final InputStream in;
    private int number;

    QuestionLines(InputStream in) {
        this.in = in;
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
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = line(bytes);
            if (length < 0) {
                return null;
            }
            number++;
            String id = Integer.toString(number);
            if (length > LONGEST) {
                return new Unreadable(
                        id,
                        "line "
                                + number
                                + " has "
                                + length
                                + " bytes, and "
                                + LONGEST
                                + " are read at most");
            }
            String words;
            try {
                words = StandardCharsets.UTF_8.newDecoder().decode(wrapped(bytes)).toString();
            } catch (CharacterCodingException notText) {
                return new Unreadable(
                        id, "line " + number + " is not text in UTF-8: save the file so");
            }
            if (number == 1 && words.startsWith("\uFEFF")) {
                words = words.substring(1);
            }
            if (!words.isBlank()) {
                return words.stripLeading().startsWith("{")
                        ? object(words, id)
                        : new Question(id, words);
            }
        }
    }

    private static ByteBuffer wrapped(ByteArrayOutputStream bytes) {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /// Its length in bytes without its end, of which at most [#LONGEST] are kept; -1 after the last.
    private long line(ByteArrayOutputStream kept) throws IOException {
        long length = 0;
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                return length == 0 ? -1 : length;
            }
            if (++length <= LONGEST) {
                kept.write(one);
            }
        }
        return length;
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
                            + " is not one JSON object (at character "
                            + broken.getLocation().getColumnNr()
                            + "): "
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
        in.close();
    }
}
