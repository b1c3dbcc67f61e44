package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The search page as a browser without script meets it, and its JSON.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class SearchPageTests {

    @LocalServerPort int port;
    private Browserless reader;

    @BeforeEach
    void open() {
        reader = new Browserless(port);
    }

    private Document search(String text, String more) {
        return Browserless.page(
                reader.get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more));
    }

    @Test
    void everyPageLeadsHere() {
        assertThat(Browserless.page(reader.get("/")).select("nav a[href=/search]").text())
                .isEqualTo("Search");
    }

    @Test
    void theEmptyPageExplainsItselfAndOffersExamples() {
        Document page = Browserless.page(reader.get("/search"));

        assertThat(page.select(".examples a")).hasSize(3);
        assertThat(page.select(".syntax").text())
                .contains("[mh]", "random*[tiab]", "2010:2020[dp]");
        assertThat(page.select("#found, #narrow")).isEmpty();
    }

    @Test
    void whatIsTypedStandsInTheAddressWithoutNames() {
        HttpResponse<String> found = reader.search("condition B of Mrs Miller");

        assertThat(found.uri().toString())
                .contains("/search?q=condition%20B%20of%20Mrs%20%5Bname%5D");
        assertThat(found.body()).doesNotContain("Miller");
    }

    @Test
    void aTextTooLongForAnAddressIsAnsweredAtOnce() {
        HttpResponse<String> found = reader.search("bone ".repeat(2_000));

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.uri().getQuery()).isNull();
        Document page = Browserless.page(found);
        assertThat(page.select(".hits > li")).hasSize(40);
        assertThat(page.select("#narrow, .pages")).isEmpty();
        assertThat(page.text()).contains("too long to stand in an address");
    }

    @Test
    void eachResultHasItsQuoteItsStandingAndItsReasons() {
        Document page = search("condition B", "");
        Element first = page.expectFirst(".hits > li");

        assertThat(page.select("#count").text()).isEqualTo("1 to 20 of the best 40 sources");
        assertThat(first.select("blockquote").text()).startsWith("We compared what is known.");
        assertThat(first.select(".why").text())
                .isEqualTo("Found by term: condition B; meaning .71");
        assertThat(first.select(".pills").text()).contains("practice guideline", "children");
        Element removed = page.select(".hits > li").get(3);
        assertThat(removed.select("h3 a").hasClass("struck")).isTrue();
        assertThat(removed.expectFirst(".pill").text()).isEqualTo("retracted");
        assertThat(removed.text()).contains("text of this source is not kept here");
        assertThat(page.body().html()).doesNotContain("<script>alert");
    }

    @Test
    void aSummaryIsNotSetAsAQuotation() {
        Element summary = search("condition B", "").select(".hits > li").get(1);

        assertThat(summary.select("blockquote")).isEmpty();
        assertThat(summary.select(".said").text()).startsWith("Summary by Oropos");
    }

    @Test
    void aResultLeadsToItsQuoteInTheSource() {
        String address = search("condition B", "").expectFirst(".hits h3 a").attr("href");

        Document source = Browserless.page(reader.get(address.substring(0, address.indexOf('#'))));
        assertThat(source.select("mark").text()).startsWith("We compared what is known.");
    }

    @Test
    void facetsNarrowAndChipsAreTakenAway() {
        Document page = search("condition B", "");
        Element cohort = page.expectFirst(".narrow a");
        assertThat(cohort.text()).isEqualTo("cohort study");
        assertThat(page.select(".narrow").text())
                .contains("2 more values", "PubMed records", "<b>A Society</b>", "therapy, narrow");

        Document narrowed = Browserless.page(reader.get(cohort.attr("href")));
        assertThat(narrowed.select(".filters li").text()).startsWith("Design cohort");
        assertThat(narrowed.select(".narrow a[aria-current]").text()).isEqualTo("cohort study");
        Element away = narrowed.expectFirst(".filters a");
        assertThat(away.attr("aria-label")).isEqualTo("Remove the filter: cohort");
        assertThat(Browserless.page(reader.get(away.attr("href"))).select(".filters")).isEmpty();
        assertThat(narrowed.select("input[name=f]").attr("value")).isEqualTo("design:cohort");
    }

    @Test
    void pagesFollowEachOther() {
        Document page = search("condition B", "");
        assertThat(page.select(".pages a")).hasSize(1);

        Document next = Browserless.page(reader.get(page.select(".pages a").attr("href")));
        assertThat(next.select("#count").text()).startsWith("21 to 40");
        assertThat(next.select(".hits").attr("start")).isEqualTo("21");
        assertThat(next.select(".pages a").attr("rel")).isEqualTo("prev");
        assertThat(search("condition B", "&from=-7").select("#count").text()).startsWith("1 to 20");
    }

    @Test
    void aMistakeIsPointedAtAndTheTextStays() {
        HttpResponse<String> response = reader.get("/search?q=bone%5Bxyz%5D");
        Document page = Browserless.page(response);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(page.expectFirst("#problem pre").wholeText()).isEqualTo("bone[xyz]\n    ^");
        assertThat(page.select("#problem").text()).contains("There is no field tag [xyz] here.");
        assertThat(page.expectFirst("#q").wholeText()).isEqualTo("bone[xyz]");
        assertThat(page.select("#q").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void nothingFoundIsSaidInTheLibrarysTerms() {
        Document page = search("nothing", "");

        assertThat(page.select("#count").text()).isEqualTo("Not found in this library");
        assertThat(page.select(".hint").text()).contains("None of these words");
    }

    @Test
    void dangerAndFalsePremisesStandBeforeTheResults() {
        String page = search("emergency", "").html();

        assertThat(page)
                .containsSubsequence(
                        "line care now",
                        "Call the emergency number now.",
                        "line premise",
                        "id=\"count\"");
    }

    @Test
    void foolishRequestsAreAnswered() {
        assertThat(reader.get("/search?q=%00%07bone").statusCode()).isEqualTo(200);
        assertThat(reader.get("/search?q=").statusCode()).isEqualTo(200);
        assertThat(reader.get("/search?q=bone&from=x").statusCode()).isEqualTo(400);
        assertThat(reader.get("/search?q=bone&sort=x").statusCode()).isEqualTo(200);
        assertThat(reader.get("/search?q=fail").statusCode()).isEqualTo(500);
        assertThat(reader.get("/search?q=fail").body()).doesNotContain("lost a page");
    }

    @Test
    void jsonByGetAndByPostIsTheSame() {
        String got = reader.get("/api/search?q=condition+B&limit=2&filter=design:cohort").body();
        String posted =
                reader.postJson(
                                "/api/search",
                                "{\"q\":\"condition B\",\"limit\":2,\"filter\":[\"design:cohort\"]}")
                        .body();
        JsonNode json = JsonMapper.shared().readTree(got);

        assertThat(posted).isEqualTo(got);
        assertThat(json.path("results").size()).isEqualTo(2);
        assertThat(json.path("total").asInt()).isEqualTo(40);
        assertThat(json.path("filters").get(0).path("filter").asString())
                .isEqualTo("design:cohort");
    }

    @Test
    void jsonRefusesInWords() {
        assertThat(reader.get("/api/search").body()).contains("the field \\\"q\\\" is missing");
        assertThat(reader.get("/api/search?q=a&limit=5000").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/search?q=a&syntax=sql").body())
                .contains("[auto, words, pubmed]");
        HttpResponse<String> mistake = reader.get("/api/search?q=bone%5Bxyz%5D");
        assertThat(mistake.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(mistake.body()).path("error").path("at").asInt())
                .isEqualTo(4);
    }
}
