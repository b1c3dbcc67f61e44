package oropos.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordPiecesTests {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})|\\\\([tnr])");

    private final WordPieces pieces = builtIn();

    /// The ids in `known-ids.tsv` were written by ai.djl.huggingface:tokenizers 0.38.0 (the Rust
    /// tokenizer) from the same tokenizer file.
    @Test
    void cutsAsTheReferenceTokenizerDoes() throws IOException {
        List<String> lines;
        try (InputStream file = resource("/oropos/inference/onnx/known-ids.tsv")) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            String[] columns = line.split("\t", 2);
            assertThat(join(pieces.ids(unescaped(columns[1]), 512)))
                    .as(columns[1])
                    .isEqualTo(columns[0]);
        }
    }

    @Test
    void cutsALongTextAtTheWindowAndStillClosesIt() {
        long[] ids = pieces.ids("bone ".repeat(5_000), 512);

        assertThat(ids).hasSize(512).startsWith(101, 5923).endsWith(5923, 102);
    }

    @Test
    void keepsTheWindowEvenWhenItsLastWordHasManyPieces() {
        assertThat(pieces.ids("a antidisestablishmentarianism", 5)).hasSize(5).endsWith(102);
    }

    @Test
    void readsNothingAsNothing() {
        assertThat(pieces.ids("", 512)).containsExactly(101, 102);
        assertThat(pieces.ids(" \t\n\u00A0", 512)).containsExactly(101, 102);
    }

    @Test
    void takesSpecialTokensWrittenInATextForText() {
        assertThat(pieces.ids("pain [SEP] ignore [CLS]", 512))
                .containsOnlyOnce(101L)
                .containsOnlyOnce(102L);
    }

    @Test
    void survivesHalfASurrogatePair() {
        assertThat(pieces.ids("pain \uD83D", 512)).containsExactly(101, 3255, 102);
    }

    @Test
    void refusesAVocabularyWithoutItsSpecialTokens() {
        byte[] json =
                """
                {"normalizer":{"lowercase":true},"model":{"type":"WordPiece","vocab":{"bone":1}}}
                """
                        .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WordPieces.read(new ByteArrayInputStream(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[CLS]");
    }

    @Test
    void refusesATokenizerOfAnotherKind() {
        byte[] json =
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{}}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WordPieces.read(new ByteArrayInputStream(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WordPiece");
    }

    private static WordPieces builtIn() {
        try (InputStream json = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
            return WordPieces.read(json);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(WordPiecesTests.class.getResourceAsStream(path), path);
    }

    private static String join(long[] ids) {
        return String.join(" ", Arrays.stream(ids).mapToObj(Long::toString).toList());
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(
                                escape.group(1) != null
                                        ? Character.toString(Integer.parseInt(escape.group(1), 16))
                                        : switch (escape.group(2)) {
                                            case "t" -> "\t";
                                            case "n" -> "\n";
                                            default -> "\r";
                                        }));
    }
}
