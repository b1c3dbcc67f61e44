package oropos.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.inference.Embedder;
import oropos.inference.EncoderUnavailable;
import oropos.inference.Encoders;

/// An encoder that an operator put in the place of the one shipped: here the same weights from a folder.
class EncoderFilesTests {

    @TempDir Path folder;

    @BeforeEach
    void copy() throws IOException {
        copy("/bge-small-en-v1.5-q.onnx", "model.onnx");
        copy("/bge-small-en-v1.5-q-tokenizer.json", "tokenizer.json");
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(EncoderFilesTests.class.getResourceAsStream(resource))) {
            Files.copy(bytes, folder.resolve(name));
        }
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("encoder.properties"), text);
    }

    @Test
    void usedAsTheShippedOneItGivesTheSameVectorsUnderANameOfItsOwn() throws IOException {
        settings(
                "name=mine\nquestion=Represent this sentence for searching relevant passages:\\u0020\n");
        try (Embedder own = Encoders.of(folder);
                Embedder shipped = Encoders.builtIn()) {
            assertThat(own.name()).matches("mine@[0-9a-f]{12}").isNotEqualTo(shipped.name());
            assertThat(own.dimensions()).isEqualTo(shipped.dimensions());
            assertThat(own.question("croup")).containsExactly(shipped.question("croup"));
            assertThat(own.encodedPassage("croup in infants").pieces())
                    .containsExactly(shipped.encodedPassage("croup in infants").pieces());
        }
    }

    @Test
    void howItIsUsedChangesVectorsAndName() throws IOException {
        try (Embedder plain = Encoders.of(folder)) {
            settings("pooling=mean\npassage=passage:\\u0020\n");
            try (Embedder mean = Encoders.of(folder)) {
                assertThat(mean.name()).isNotEqualTo(plain.name());
                assertThat(mean.passage("croup")).isNotEqualTo(plain.passage("croup"));
                assertThat(mean.passage("croup")).isNotEqualTo(mean.question("croup"));
                assertThat(mean.encodedPassage("croup").pieces())
                        .as("without those of the prefix")
                        .containsExactly(mean.encodedQuestion("croup").pieces());
            }
        }
    }

    @Test
    void withoutAModelTheShippedOneRuns() throws IOException {
        Files.delete(folder.resolve("model.onnx"));
        try (Embedder encoder = Encoders.of(folder)) {
            assertThat(encoder.name()).startsWith("bge-small-en-v1.5-q@");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoder.properties|pooling=max|pooling is first or mean",
                "encoder.properties|window=9000|window is a number from 16 to 512",
                "encoder.properties|pool=mean|known are",
                "encoder.properties|name=a/b|a name has",
                "tokenizer.json|{}|uncased word pieces",
                "tokenizer.json|no|no JSON",
                "model.onnx|no model|cannot run"
            })
    void whatIsWrongWithItIsSaidAndTheShippedOneDoesNotStepIn(String name, String text, String said)
            throws IOException {
        Files.writeString(folder.resolve(name), text);

        assertThatThrownBy(() -> Encoders.of(folder))
                .isInstanceOf(EncoderUnavailable.class)
                .hasMessageContaining(said)
                .hasMessageContaining("words only");
    }

    @Test
    void aTokenizerMustBeThere() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));

        assertThatThrownBy(() -> Encoders.of(folder))
                .isInstanceOf(EncoderUnavailable.class)
                .hasMessageContaining("tokenizer.json");
    }
}
