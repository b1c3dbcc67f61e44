package oropos.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Answers as JSON: docs/answer-schema.json says which fields there are.
///
/// What is hashed and signed is the canonical form of RFC 8785 (JSON Canonicalization Scheme): keys
/// sorted, no white space, one way to write a number, so that two programs that mean the same answer
/// write the same bytes. Reading is strict: what an answer would not write is refused, so nothing in
/// a file escapes the hashes.
public final class AnswerJson {

    /// Longest file read, in bytes. The longest answers measured are under 200,000.
    public static final int LONGEST = 4_000_000;

    /// Longest text within it, in UTF-16 units.
    static final int LONGEST_TEXT = 200_000;

    /// Deepest nesting within it; an answer has 12.
    static final int DEEPEST = 40;

    /// Words of a fault that come out of a file are cut here.
    private static final int FAULT_WORDS = 300;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxDocumentLength(LONGEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(40)
                                                    .maxNameLength(1_000)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            texts -> {
                                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                            })
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

    /// What an answer has, each field in the canonical form, by its name: what is hashed in several
    /// groups of fields is written once.
    public static SortedMap<String, String> fields(Answer answer) {
        SortedMap<String, String> fields = new TreeMap<>();
        MAPPER.valueToTree(answer)
                .properties()
                .forEach(field -> fields.put(field.getKey(), canonicalValue(field.getValue())));
        return fields;
    }

    /// The canonical form of any value, also of a text or a number, which are no JSON document here.
    public static String canonicalValue(Object value) {
        String listed = canonical(List.of(value));
        return listed.substring(1, listed.length() - 1);
    }

    /// The canonical form of an object that has these fields, in canonical form themselves, and no others.
    public static String canonicalOf(SortedMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> canonicalValue(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// For people: indented.
    public static String pretty(Answer answer) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    /// Reads an answer from a stream, and no more of it than an answer may have.
    ///
    /// @throws IllegalArgumentException one sentence, where the file is no answer of this schema
    /// @throws IOException where it cannot be read
    public static Answer read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "it is longer than an answer may be: " + LONGEST + " bytes");
        }
        String json;
        try {
            json =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not text in UTF-8", e);
        }
        return read(json);
    }

    /// Reads an answer back.
    ///
    /// @throws IllegalArgumentException one sentence saying where the text is no answer of this
    ///     schema
    public static Answer read(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the text is longer than an answer may be: " + LONGEST + " characters");
        }
        Answer answer;
        try {
            answer = MAPPER.readValue(json, Answer.class);
        } catch (JacksonException e) {
            throw notAnAnswer(JsonFault.words(e), e);
        }
        if (answer == null) {
            throw notAnAnswer("the file holds nothing", null);
        }
        WholeRecord.missing(answer)
                .ifPresent(field -> {
                    throw notAnAnswer("\"" + field + "\" is missing", null);
                });
        try {
            if (!new JsonCanonicalizer(json).getEncodedString().equals(canonical(answer))) {
                throw notAnAnswer("it says something in a way no answer is written", null);
            }
        } catch (IOException e) {
            throw notAnAnswer("it says something in a way no answer is written", e);
        }
        return answer;
    }

    private static IllegalArgumentException notAnAnswer(
            String why, @org.jspecify.annotations.Nullable Exception cause) {
        String line = why.replaceAll("\\s+", " ").strip();
        return new IllegalArgumentException(
                "this is not an answer of schema "
                        + Answer.SCHEMA
                        + ": "
                        + (line.length() > FAULT_WORDS
                                ? line.substring(0, FAULT_WORDS) + "..."
                                : line),
                cause);
    }

    /// SHA-256 of the canonical form, hexadecimal.
    public static String hash(Object part) {
        return sha256(canonical(part));
    }

    /// SHA-256 of a text's UTF-8, hexadecimal.
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
