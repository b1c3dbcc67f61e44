package oropos.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import oropos.inference.Embedder;
import oropos.inference.Encoders;
import oropos.inference.PieceMean;

/// The mean that ships is that of the texts that ship, under the encoder that ships. With
/// `-Doropos.mean=write` it is written anew: then every library computes its vectors again.
class ShippedMeanTests {

    private static final Path FILE =
            Path.of("src/main/resources/oropos/inference/onnx", ShippedMean.FILE);

    /// Far below what changes a bit that says something; above what another processor changes.
    private static final float NEAR = .003f;

    @Test
    void belongsToTheEncoderAndTheTextsThatShip() throws IOException {
        try (Embedder encoder = Encoders.builtIn()) {
            float[] computed = PieceMean.of(encoder);
            if ("write".equals(System.getProperty("oropos.mean"))) {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, ShippedMean.written(encoder.name(), computed));
            }
            String file = Files.readString(FILE);
            ShippedMean shipped =
                    Objects.requireNonNull(ShippedMean.read(file, encoder.name()), "of another");
            assertThat(shipped.numbers()).hasSize(encoder.dimensions());
            for (int k = 0; k < computed.length; k++) {
                assertThat(shipped.numbers()[k]).isCloseTo(computed[k], within(NEAR));
            }
            assertThat(ShippedMean.written(encoder.name(), shipped.numbers())).isEqualTo(file);
        }
    }

    @Test
    void isUsedByTheEncoderThatShipsAndHandedOutAsACopy() throws IOException {
        try (Embedder encoder = Encoders.builtIn()) {
            ShippedMean shipped = Objects.requireNonNull(ShippedMean.of(encoder.name()));
            assertThat(encoder.meanName()).isEqualTo(shipped.name()).startsWith("mean-");
            assertThat(encoder.mean()).containsExactly(shipped.numbers());
            Arrays.fill(encoder.mean(), 9);
            assertThat(encoder.mean()).containsExactly(shipped.numbers());
        }
    }

    @Test
    void isNotUsedForAnotherEncoderOrOtherTexts() {
        String file = ShippedMean.written("mine@1", new float[] {.25f, -.5f});

        ShippedMean read = Objects.requireNonNull(ShippedMean.read(file, "mine@1"));
        assertThat(read.numbers()).containsExactly(.25f, -.5f);
        assertThat(ShippedMean.read(file, "mine@2")).isNull();
        assertThat(ShippedMean.read(file.replace(PieceMean.NAME, "texts-0"), "mine@1")).isNull();
        assertThat(ShippedMean.read("", "mine@1")).isNull();
        assertThat(
                        Objects.requireNonNull(
                                        ShippedMean.read(file.replace(".25", ".26"), "mine@1"))
                                .name())
                .as("another number, another name")
                .isNotEqualTo(read.name());
    }

    @Test
    void textsAreManyAndEachStandsOnce() {
        assertThat(PieceMean.TEXTS).hasSizeGreaterThan(200);
        assertThat(
                        Collections.max(
                                PieceMean.TEXTS.stream()
                                        .map(t -> Collections.frequency(PieceMean.TEXTS, t))
                                        .toList()))
                .isEqualTo(1);
    }
}
