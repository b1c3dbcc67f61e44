package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Batches and pipes: one JSON object a line, as it is ready, however the line was written.
class PipeTests {

    private static final String QUESTION = "Should a 67-year-old woman be screened?";

    @TempDir static Path data;

    @BeforeAll
    static void fill() {
        assertThat(Typed.in("--data", data, "library", "status").exit()).isZero();
    }

    private static List<JsonNode> lines(Typed typed) {
        return typed.lines().stream().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void badLinesAreErrorsWithTheirIdAndTheOthersAreAnswered() {
        Typed typed =
                Typed.saying(
                        "\uFEFF"
                                + QUESTION
                                + "\n\n{\"id\":\"b\",\"question\":\""
                                + QUESTION
                                + "\"}\n{\"id\":\"c\"}\n{broken\n{\"id\":\"e\",\"question\":\"\"}\n"
                                + "{\"id\":\"f\",\"question\":\"\\ud800\\u0000<script>\"}\n",
                        "--data",
                        data,
                        "--no-vectors",
                        "ask",
                        "--batch",
                        "-");
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        List<JsonNode> lines = lines(typed);
        assertThat(lines.stream().map(line -> line.get("id").stringValue()))
                .containsExactly("1", "b", "c", "5", "e", "f");
        for (JsonNode line : List.of(lines.get(2), lines.get(3))) {
            assertThat(line.propertyNames()).containsExactlyInAnyOrder("id", "error");
            assertThat(line.get("error").propertyNames())
                    .containsExactlyInAnyOrder("code", "message");
            assertThat(line.at("/error/code").stringValue()).isEqualTo("badLine");
            Typed.assertNoJava(line.at("/error/message").stringValue());
        }
        assertThat(lines.get(4).at("/outcome/kind").stringValue()).isEqualTo("abstained");
        assertThat(lines.getFirst().get("asked")).isEqualTo(lines.get(1).get("asked"));
    }

    @Test
    void aBatchWithoutBadLinesIsDoneAndAnEmptyOneToo() {
        Object[] batch = {"--data", data, "--no-vectors", "ask", "--batch", "-"};
        Typed empty = Typed.saying("\n \n", batch);
        assertThat(empty.exit()).isZero();
        assertThat(empty.out()).isEmpty();
        assertThat(Typed.saying(QUESTION, batch).exit()).isZero();
    }

    @Test
    void aLineIsAnsweredAsTheQuestionAlone() {
        Typed alone = Typed.in("--data", data, "--no-vectors", "ask", "--json", QUESTION);
        Typed line = Typed.saying(QUESTION, "--data", data, "--no-vectors", "ask", "--batch", "-");
        assertThat(withoutItsName(line)).isEqualTo(withoutItsName(alone));
    }

    private static JsonNode withoutItsName(Typed typed) {
        ObjectNode answer = (ObjectNode) lines(typed).getFirst();
        return answer.without(List.of("id", "receipt"));
    }

    @Test
    void eachAnswerComesBeforeTheNextQuestionIsTyped() throws IOException {
        try (Program program = Program.run("--data", data, "--no-vectors", "ask", "--batch", "-");
                Writer typing = program.process().outputWriter(StandardCharsets.UTF_8)) {
            for (int asked = 1; asked <= 3; asked++) {
                typing.write(QUESTION + "\n");
                typing.flush();
                JsonNode answer = JsonMapper.shared().readTree(program.out().readLine());
                assertThat(answer.get("id").stringValue()).isEqualTo(Integer.toString(asked));
            }
        }
    }

    @Test
    void whereNobodyReadsOnItStopsAndDoesNotCallItDone() throws IOException {
        try (Program program = Program.run("--data", data, "--no-vectors", "ask", "--batch", "-")) {
            List<Integer> typed = new ArrayList<>();
            try (Writer typing = program.process().outputWriter(StandardCharsets.UTF_8)) {
                typing.write(QUESTION + "\n");
                typing.flush();
                assertThat(program.out().readLine()).startsWith("{");
                program.out().close();
                for (int more = 0; more < 100_000 && program.process().isAlive(); more++) {
                    typing.write(QUESTION + "\n");
                    typed.add(more);
                }
            } catch (IOException nobodyListens) {
                assertThat(typed).isNotEmpty();
            }
            assertThat(program.exit()).isEqualTo(Main.SOME_FAILED);
            assertThat(program.err()).contains("standard output");
            Typed.assertNoJava(program.err());
        }
    }

    @Test
    void whoAsksFirstMakesTheFolderAndWhoComesMeanwhileWaits(@TempDir Path folder)
            throws IOException {
        Object[] words = {
            "--data", folder.resolve("new"), "--no-vectors", "ask", "--json", QUESTION
        };
        try (Program first = Program.run(words);
                Program second = Program.run(words)) {
            assertThat(first.out().readLine()).as(first.err()).startsWith("{");
            assertThat(second.out().readLine()).as(second.err()).startsWith("{");
            assertThat(first.exit()).isZero();
            assertThat(second.exit()).isZero();
        }
    }

    @Test
    void progressStaysOutOfStandardOutput() {
        Typed typed = Typed.in("--data", data, "--no-vectors", "ask", "--json", QUESTION);
        assertThat(typed.lines()).hasSize(1);
        assertThat(typed.err().lines().map(line -> line.split(":")[0]))
                .containsExactly("understood", "searched", "weighed", "written", "checked");
    }
}
