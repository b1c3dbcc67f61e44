package oropos.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Answers as JSON: docs/answer-schema.json says which fields there are.
///
/// What is hashed and signed is the canonical form of RFC 8785 (JSON Canonicalization Scheme): keys
/// sorted, no white space, one way to write a number, so that two programs that mean the same answer
/// write the same bytes.
public final class AnswerJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private AnswerJson() {}

    /// Any part of an answer, in the canonical form.
    public static String canonical(Object part) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(part)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("a part of an answer could not be written as JSON", e);
        }
    }

    /// For people: indented.
    public static String pretty(Answer answer) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    /// Reads an answer back.
    ///
    /// @throws IllegalArgumentException where the text is not an answer of this schema, saying where
    public static Answer read(String json) {
        try {
            Answer answer = MAPPER.readValue(json, Answer.class);
            if (answer == null) {
                throw new IllegalArgumentException("the file holds no answer");
            }
            return answer;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "this is not an answer of schema "
                            + Answer.SCHEMA
                            + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /// SHA-256 of the canonical form, hexadecimal.
    public static String hash(Object part) {
        return Marks.sha256(canonical(part));
    }

    static byte[] bytes(Object part) {
        return canonical(part).getBytes(StandardCharsets.UTF_8);
    }
}
