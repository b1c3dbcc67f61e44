package oropos.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.inference.Embedder;
import oropos.inference.Encoders;

class OnnxEmbedderTests {

    private static final List<String> TEXTS =
            List.of(
                    "Vertebral fractures in children",
                    "Intravenous bisphosphonates may be considered for children with vertebral"
                            + " fractures after minimal trauma.",
                    "Croup",
                    "");

    private static Embedder encoder;

    @BeforeAll
    static void open() {
        encoder = Encoders.builtIn();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void givesUnitVectorsOfTheNamedSize() {
        for (String text : TEXTS) {
            float[] vector = encoder.passage(text);
            assertThat(vector).hasSize(encoder.dimensions());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void givesTheSameBitsForTheSameTextAlsoFromManyThreads() throws Exception {
        List<float[]> alone = TEXTS.stream().map(encoder::passage).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 4; round++) {
                List<Future<float[]>> together =
                        TEXTS.stream()
                                .map(text -> threads.submit(() -> encoder.passage(text)))
                                .toList();
                for (int i = 0; i < TEXTS.size(); i++) {
                    assertThat(together.get(i).get()).containsExactly(alone.get(i));
                }
            }
        }
    }

    @Test
    void givesTheSameBitsAfterOpeningAgain() {
        try (Embedder again = Encoders.builtIn()) {
            assertThat(again.name()).isEqualTo(encoder.name());
            assertThat(again.passage(TEXTS.get(1))).containsExactly(encoder.passage(TEXTS.get(1)));
        }
    }

    @Test
    void putsAQuestionNearerToItsAnswerThanToAnotherText() {
        float[] question = encoder.question("What helps a child who broke a bone in the back?");
        double answer = cosine(question, encoder.passage(TEXTS.get(1)));
        double other =
                cosine(question, encoder.passage("Aspirin to prevent a first heart attack at 72"));

        assertThat(answer).isGreaterThan(other + .1);
    }

    @Test
    void readsAQuestionWithItsInstruction() {
        assertThat(encoder.question("croup")).isNotEqualTo(encoder.passage("croup"));
    }

    @Test
    void cutsATextBeyondItsWindowInsteadOfFailing() {
        String window = "bone ".repeat(600);

        assertThat(encoder.passage(window + "x".repeat(100_000)))
                .containsExactly(encoder.passage(window));
    }

    @Test
    void saysThatItIsClosed() {
        Embedder closed = Encoders.builtIn();
        closed.close();

        assertThatThrownBy(() -> closed.passage("bone"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    /// Builds of ONNX Runtime from 2026 on report their use to their maker: they read the command line
    /// of the process, in which a question may stand, keep a file in the home folder and call an
    /// address (microsoft/onnxruntime pull request 27379). The product promises that nothing leaves
    /// the machine, so a library that names such an address must not come in with an upgrade.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-x64/libonnxruntime.dylib",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void runsOnANativeLibraryThatCallsNobody(String library) throws IOException {
        try (InputStream bytes =
                OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assumeThat(bytes).as("a build for this system").isNotNull();
            String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text.contains("OrtGetApiBase")).as("read the right file").isTrue();
            for (String caller :
                    List.of("events.data.microsoft.com", "PosixTelemetry", "curl_easy_perform")) {
                assertThat(text.contains(caller)).as(library + " holds " + caller).isFalse();
            }
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
