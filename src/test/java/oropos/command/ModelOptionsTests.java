package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.inference.ModelServer;
import oropos.inference.ModelServer.Heard;
import oropos.inference.ModelServer.Manner;
import oropos.inference.ModelSettings.Protocol;
import tools.jackson.databind.JsonNode;

/// A model named on the command line, from the first refusal to the ledger and the receipt.
class ModelOptionsTests {

    private static final String QUESTION =
            "Should a 67-year-old woman be screened for osteoporosis?";

    @TempDir Path folder;

    private Typed ask(Object... more) {
        Object[] all = new Object[more.length + 5];
        all[0] = "--data";
        all[1] = folder.resolve("data");
        all[2] = "--no-vectors";
        all[3] = "ask";
        System.arraycopy(more, 0, all, 4, more.length);
        all[all.length - 1] = QUESTION;
        return Typed.in(all);
    }

    /// Tells every statement as it stands.
    private static String asItStands(Heard heard) {
        List<Map<String, Object>> sentences = new java.util.ArrayList<>();
        for (JsonNode place : heard.json().get("places")) {
            for (JsonNode one : place.get("statements")) {
                sentences.add(
                        Map.of(
                                "place", place.get("place").stringValue(),
                                "statements", List.of(one.get("id").stringValue()),
                                "text", one.get("text").stringValue().replaceAll("\\s+", " ")));
            }
        }
        return ModelServer.JSON.writeValueAsString(Map.of("sentences", sentences));
    }

    @Test
    void halfOfWhatIsNeededIsWrongUse() {
        for (Object[] half :
                List.<Object[]>of(
                        new Object[] {"--model", "small-1"},
                        new Object[] {"--model-url", "http://localhost:1/v1"},
                        new Object[] {"--model-url", "http://example.org/v1", "--model", "small-1"},
                        new Object[] {
                            "--model-url",
                            "https://example.org/v1",
                            "--model",
                            "m",
                            "--model-tokens",
                            "1,2"
                        },
                        new Object[] {
                            "--model-url",
                            "https://example.org/v1",
                            "--model",
                            "m",
                            "--model-price",
                            "-1"
                        })) {
            Typed typed = ask(half);
            assertThat(typed.exit()).as(List.of(half).toString()).isEqualTo(Main.WRONG_USE);
            Typed.assertNoJava(typed.err());
        }
    }

    @Test
    @DisplayName("P10 P11 a model's wording, its bytes, its receipt and its lines in the ledger")
    void aModelsWordingItsBytesItsReceiptAndItsLines() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret-key\n");
        try (ModelServer server = new ModelServer(new Manner.Says(ModelOptionsTests::asItStands))) {
            Object[] options = {
                "--json",
                "--model-url",
                server.url(Protocol.OPENAI),
                "--model",
                "small-1",
                "--model-key-file",
                key,
                "--model-patience",
                "20"
            };
            Typed first = ask(options);
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(first.out() + first.err()).doesNotContain("secret-key");
            Answer answer = AnswerJson.read(first.out().strip());
            Answer.Wording wording = java.util.Objects.requireNonNull(answer.wording());
            assertThat(wording.status()).as(wording.toString()).isEqualTo("worded");
            assertThat(server.heard().getFirst().key()).isEqualTo("Bearer secret-key");

            assertThat(ask(options).out()).isEqualTo(first.out());
            assertThat(server.heard()).hasSize(1);

            Path file = Files.writeString(folder.resolve("answer.json"), first.out().strip());
            Typed verified = Typed.in("--data", folder.resolve("data"), "verify", file);
            assertThat(verified.exit()).as(verified.out()).isZero();

            Typed ledger =
                    Typed.in(
                            "--data",
                            folder.resolve("data"),
                            "ledger",
                            "--subject",
                            String.valueOf(wording.request()));
            assertThat(ledger.exit()).isZero();
            assertThat(ledger.out().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("\"what\":\"model.asked\"", "statements");
            assertThat(ledger.err()).contains("The chain holds.");
            assertThat(ledger.out()).doesNotContain("osteoporosis");

            Typed printed = ask("--model-url", server.url(Protocol.OPENAI), "--model", "small-1");
            assertThat(printed.out())
                    .containsIgnoringCase("In the words of small-1 at 127.0.0.1")
                    .contains("statements were sent there");
        }
    }

    @Test
    void aBackupHoldsTheLedger() throws IOException {
        try (ModelServer server = new ModelServer(new Manner.Says(ModelOptionsTests::asItStands))) {
            ask(
                    "--model-url",
                    server.url(Protocol.OPENAI),
                    "--model",
                    "m",
                    "--model-patience",
                    "20");
        }
        Path zip = folder.resolve("b.zip");
        Path restored = folder.resolve("restored");
        assertThat(Typed.in("--data", folder.resolve("data"), "backup", zip).exit()).isZero();
        assertThat(Typed.in("--data", restored, "restore", zip).exit()).isZero();
        String before = Typed.in("--data", folder.resolve("data"), "ledger").out();
        assertThat(before.lines()).hasSize(2);
        assertThat(Typed.in("--data", restored, "ledger").out()).isEqualTo(before);
    }
}
