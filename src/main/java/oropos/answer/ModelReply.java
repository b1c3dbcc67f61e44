package oropos.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// What a language model proposes: sentences, and which statements each tells. It is read strictly; a
/// reply that is not exactly of this form is no reply.
///
/// @param sentences in the order proposed; nothing in them has been looked at yet
public record ModelReply(List<Sentence> sentences) {

    /// Most sentences read. An answer has at most some 60 statements.
    public static final int MOST_SENTENCES = 200;

    /// Longest sentence read, in UTF-16 units: several statements, joined.
    public static final int LONGEST_SENTENCE = 8_000;

    /// Most statements one sentence may tell.
    public static final int MOST_JOINED = 3;

    /// Longest reply, in UTF-16 units.
    static final int LONGEST = 400_000;

    /// Models like to put JSON between marks of their own; one pair is taken off.
    private static final Pattern FENCED =
            Pattern.compile("\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxDocumentLength(LONGEST)
                                                    .maxStringLength(LONGEST_SENTENCE)
                                                    .maxNestingDepth(6)
                                                    .maxNumberLength(20)
                                                    .maxNameLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            texts -> {
                                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                            })
                    .build();

    /// @param place as the task named it
    /// @param statements ids, in the order told
    public record Sentence(String place, List<String> statements, String text) {
        public Sentence {
            statements = List.copyOf(statements);
        }
    }

    public ModelReply {
        sentences = List.copyOf(sentences);
    }

    /// The reply in a text, or empty where it is not in the form it was asked for.
    public static Optional<ModelReply> read(String said) {
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher fenced = FENCED.matcher(said);
        try {
            ModelReply reply =
                    MAPPER.readValue(fenced.matches() ? fenced.group(1) : said, ModelReply.class);
            return reply == null
                            || WholeRecord.missing(reply).isPresent()
                            || reply.sentences().size() > MOST_SENTENCES
                    ? Optional.empty()
                    : Optional.of(reply);
        } catch (JacksonException | NullPointerException notTheForm) {
            // a list that is null, or holds a null, ends in the record's own check
            return Optional.empty();
        }
    }
}
