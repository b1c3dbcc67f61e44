package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages in another language: the interface's words change, those of sources do not and say so.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"oropos.quota=100000", "oropos.language=de"})
class LanguageTests {

    private static final String QUESTION = "What is best for an 8-year-old with borderline B?";

    /// What places by left and right: a page from right to left would be wrong by it.
    private static final Pattern PHYSICAL =
            Pattern.compile(
                    "(?:margin|padding|border)-(?:left|right)\\b|[;{ ](?:left|right):|text-align: *(?:left|right)|float: *(?:left|right)");

    @LocalServerPort int port;

    @Test
    void wordsOfThePageAreGermanAndWordsOfSourcesStayEnglishAndSaySo() {
        Browserless reader = new Browserless(port);
        Document page = Browserless.page(reader.ask(QUESTION));
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("#bottom-line").text()).isEqualTo("Das Wichtigste");
        assertThat(page.select(".status").text()).startsWith("Von keinem Menschen geprüft.");
        assertThat(page.select("h1").attr("lang")).isEqualTo("en");
        assertThat(page.select(".lead .span, .lead .quote, .lead span[class]"))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words.attr("lang")).isEqualTo("en"));
        assertThat(page.select("#section-drugs h2").attr("lang")).isEqualTo("en");
        assertThat(page.text()).doesNotContain("??");
        Document front = Browserless.page(reader.get("/"));
        assertThat(front.select(".held p").text())
                .contains("Evidenz bis 21. November 2026")
                .doesNotContain("??");
    }

    @Test
    void nothingIsPlacedByLeftAndRight() throws IOException {
        String style = Files.readString(Path.of("src/main/resources/static/oropos.css"));
        assertThat(PHYSICAL.matcher(style).results().map(one -> one.group()).toList()).isEmpty();
    }
}
