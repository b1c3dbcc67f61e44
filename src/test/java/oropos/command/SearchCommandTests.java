package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        List<String> all = new ArrayList<>(List.of("search", "--no-vectors", "--data"));
        all.add(folder.toString());
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(arguments);
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

    /// What an operator does to read a newer MeSH: add it, start again.
    @Test
    void anImportedVocabularyExplodesHeadingsFromTheNextStartOn(@TempDir Path other)
            throws IOException {
        Path mesh = other.resolve("desc2031.xml");
        Files.writeString(
                mesh,
                """
                <?xml version="1.0"?>
                <DescriptorRecordSet>
                <DescriptorRecord><DescriptorUI>D900001</DescriptorUI><DescriptorName><String>Quarry Diseases</String></DescriptorName><TreeNumberList><TreeNumber>C99</TreeNumber></TreeNumberList>
                <ConceptList><Concept><TermList><Term><String>Quarry Diseases</String></Term><Term><String>Stonecutter Diseases</String></Term></TermList></Concept></ConceptList></DescriptorRecord>
                <DescriptorRecord><DescriptorUI>D900002</DescriptorUI><DescriptorName><String>Quarry Lung</String></DescriptorName><TreeNumberList><TreeNumber>C99.100</TreeNumber></TreeNumberList>
                <ConceptList><Concept><TermList><Term><String>Quarry Lung</String></Term></TermList></Concept></ConceptList></DescriptorRecord>
                </DescriptorRecordSet>
                """);
        Path record = other.resolve("record.txt");
        Files.writeString(
                record,
                """
                PMID- 90000001
                TI  - Breathing among masons.
                AB  - Dust was measured.
                PT  - Journal Article
                MH  - Quarry Lung/etiology
                DP  - 2031
                """);
        Path data = other.resolve("data");
        String query = "stonecutter diseases[mh]";

        run("library", "add", "--no-vectors", "--data", data.toString(), record.toString());
        assertThat(run("search", "--no-vectors", "--data", data.toString(), query).out())
                .contains("Not found", "No MeSH heading is called");
        Said added =
                run("library", "add", "--no-vectors", "--data", data.toString(), mesh.toString());

        assertThat(added.out()).contains("read from the next start on");
        assertThat(run("search", "--no-vectors", "--data", data.toString(), query).out())
                .contains("Breathing among masons");
        assertThat(run("search", "--json", "--no-vectors", "--data", data.toString(), query).out())
                .contains("imported MeSH ");
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
