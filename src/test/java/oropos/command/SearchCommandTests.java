package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command as a user meets it, on the starter library.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class SearchCommandTests {

    @TempDir static Path folder;

    /// What a run of the command said.
    private record Said(int exit, String out, String err) {}

    private static Said search(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of("search", "--no-vectors", "--data"));
            all.add(folder.toString());
            all.addAll(List.of(arguments));
            int exit = Main.run(all.toArray(String[]::new));
            return new Said(
                    exit,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void wordsGiveSourcesWithAQuoteAndReasons() {
        Said said = search("zoledronic acid in children", "--limit", "2");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("1. ", "2. ", "Found by ", "Narrow with --filter:", "More: --from 2")
                .doesNotContain("3. ");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= Printed.WIDTH);
    }

    @Test
    void aMistakeIsPointedAtOnStandardError() {
        Said said = search("bone[mh] AND (child[xyz])");

        assertThat(said.exit()).isEqualTo(Main.WRONG_USE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines().toList())
                .containsSequence("bone[mh] AND (child[xyz])", "                   ^");
        assertThat(said.err()).contains("There is no field tag [xyz]");
    }

    @Test
    void jsonHasTheDocumentedForm() {
        Said said =
                search("calcitonin[tiab] OR alendron*[tiab]", "--json", "--filter", "kind:starter");

        JsonNode json = JsonMapper.shared().readTree(said.out());
        assertThat(said.exit()).isZero();
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("syntax").asString()).isEqualTo("pubmed");
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(json.path("filters").get(0).path("filter").asString()).isEqualTo("kind:starter");
        JsonNode first = json.path("results").get(0);
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("why").get(0).asString()).startsWith("query: ");
        assertThat(first.path("quote").path("end").asInt())
                .isEqualTo(
                        first.path("quote").path("start").asInt()
                                + first.path("quote").path("text").asString().length());
    }

    @Test
    void aMistakeAsJson() {
        Said said = search("(bone[ti]", "--json");

        JsonNode error = JsonMapper.shared().readTree(said.out()).path("error");
        assertThat(said.exit()).isEqualTo(Main.WRONG_USE);
        assertThat(error.path("code").asString()).isEqualTo("badSearch");
        assertThat(error.path("at").asInt(-1)).isZero();
    }

    @Test
    void foolishInputIsAnsweredInWords() {
        assertThat(search("the").out()).contains("Not found", "no word in this");
        assertThat(search("骨").out()).contains("Not found");
        assertThat(search("987654321").out()).contains("Not found");
        assertThat(search("*[ti]").err()).contains("A star alone would find everything");
        assertThat(search("\"bone", "--syntax", "pubmed").err()).contains("never closed");
        assertThat(search("she said \"bone").exit()).isZero();
        assertThat(search("bone\u0000\u001b[31m density").out()).doesNotContain("\u001b");
        assertThat(search("bone", "--limit", "0").exit()).isEqualTo(Main.WRONG_USE);
        assertThat(search("bone", "--filter", "colour:red").err()).contains("There are design, ");
        assertThat(search("bone fracture ".repeat(5_000)).out()).contains("Only the first 12000");
    }
}
