package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page on which every rule can be read.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class RulesPageTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /// Not rules an editor owns: settings, examples, vocabularies of others, what was learned.
    private static final Set<String> NO_RULES =
            Set.of(
                    "application.yaml",
                    "web/examples.tsv",
                    "web/rulebook.tsv",
                    "oropos/appraisal/conclusion-weights.tsv",
                    "oropos/library/likely-groups.tsv");

    @LocalServerPort int port;
    private Browserless reader;

    @BeforeEach
    void open() {
        reader = new Browserless(port);
    }

    @Test
    void everyRuleFileIsListed() throws IOException {
        Set<String> files;
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            files =
                    all.map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> file.endsWith(".yaml") || file.endsWith(".tsv"))
                            .filter(file -> !NO_RULES.contains(file))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> listed =
                Files.readAllLines(RESOURCES.resolve("web/rulebook.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t")[0])
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(files);
    }

    @Test
    void everyFileHasAPageWithVersionAndEveryRow() {
        Document page = Browserless.page(reader.get("/rules"));
        List<String> links = page.select("tbody a").eachAttr("href");

        assertThat(links).hasSizeGreaterThan(35);
        assertThat(page.select("tbody tr td:nth-child(3)").eachText())
                .allSatisfy(version -> assertThat(version).isNotBlank());
        for (int at = 0; at < links.size(); at++) {
            Document file = Browserless.page(reader.get(links.get(at)));
            assertThat(file.select(".rule-rows > li"))
                    .as(links.get(at))
                    .hasSize(
                            Integer.parseInt(
                                    page.select("tbody tr td:nth-child(2)").get(at).text()));
        }
    }

    @Test
    void anUrgentSignShowsItsWordsItsSourceAndThatNobodySignedIt() {
        Document page =
                Browserless.page(reader.get("/rules/file?name=question%2Furgent-signs.yaml"));

        assertThat(page.select(".rule-rows > li:has(h2:containsOwn(self-harm))").text())
                .contains("Thoughts of ending one's life")
                .contains("Source editorial rule")
                .contains("Signed by a clinician not yet");
    }

    @Test
    void theFooterAndTheBasisLeadThere() {
        Document answer =
                Browserless.page(reader.ask("What is best for an 8-year-old with borderline B?"));

        assertThat(answer.select("footer a[href=/rules]")).hasSize(1);
        assertThat(answer.select(".basis a[href=/rules]")).hasSize(1);
    }

    @Test
    void anotherFileOfTheMachineIsNotShown() {
        assertThat(reader.get("/rules/file?name=..%2Fapplication.yaml").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/rules/file?name=application.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileWithoutAVersionStopsTheStart() {
        assertThatThrownBy(() -> RuleBook.of("question/x.yaml", "X", "rules:\n  - id: a\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("question/x.yaml needs a version");
    }
}
