package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions that follow an answer, from the command line.
class AskAfterTests {

    @TempDir Path folder;
    private Path first;

    private Typed ask(Object... words) {
        Object[] all = new Object[words.length + 5];
        System.arraycopy(
                new Object[] {"--data", folder.resolve("data"), "--no-vectors", "ask", "--json"},
                0,
                all,
                0,
                5);
        System.arraycopy(words, 0, all, 5, words.length);
        return Typed.in(all);
    }

    private static JsonNode read(Typed typed) {
        assertThat(typed.exit()).as(typed.err()).isZero();
        return JsonMapper.builder().build().readTree(typed.out());
    }

    @BeforeEach
    void askFirst() throws IOException {
        Typed typed =
                ask(
                        "Is calcitonin useful for acute vertebral fracture pain in an 81-year-old woman?");
        assertThat(typed.exit()).as(typed.err()).isZero();
        first = Files.writeString(folder.resolve("first.json"), typed.out());
    }

    @Test
    void theCaseIsCarriedOverAndTheAnswerVerifies() throws IOException {
        Typed typed = ask("--after", first, "What if she were 8?");
        assertThat(typed.err()).contains("carried over: sex female; about vertebral fracture");
        JsonNode second = read(typed);
        assertThat(second.get("understood").get("patient").get("age").get("value").asDouble())
                .isEqualTo(8);
        Path file = Files.writeString(folder.resolve("second.json"), typed.out());
        Typed verified = Typed.in("--data", folder.resolve("data"), "verify", file);
        assertThat(verified.exit()).as(verified.out()).isZero();

        Path thread =
                Files.writeString(
                        folder.resolve("thread.jsonl"), Files.readString(first) + typed.out());
        JsonNode third = read(ask("--after", thread, "And alendronate?"));
        assertThat(third.get("asked").stringValue()).contains("And alendronate?").contains("age 8");
        assertThat(third.get("title").stringValue()).containsIgnoringCase("alendronate");
    }

    @Test
    void aReferenceAnswersAlone() {
        JsonNode answer = read(ask("--after", first, "What does reference 1 say about pain?"));
        assertThat(answer.get("basis").get("sourcesSearched").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotClearIsSaid() {
        ask("--after", first, "Which study was that?").isRefused(Main.WRONG_USE);
        ask("--after", first, "What did reference 99 find?").isRefused(Main.WRONG_USE);
        ask("--after", folder.resolve("none.json"), "And?").isRefused(Main.WRONG_USE);
    }
}
