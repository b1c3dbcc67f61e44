package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A thread is its asker's: taken away, passed on without the words typed, forgotten.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "oropos.quota=100000",
            "oropos.link-resolver=https://links.example/go",
            "oropos.keep=2h"
        })
class KeptThreadsTests {

    private static final String QUESTION = "What is best for an 8-year-old with borderline B?";

    @LocalServerPort int port;
    private Browserless owner;
    private Browserless stranger;

    @BeforeEach
    void open() {
        owner = new Browserless(port);
        stranger = new Browserless(port);
        stranger.get("/");
    }

    private String ask(String more) {
        return owner.ask(QUESTION, "text/html", more).uri().getPath();
    }

    private HttpResponse<String> send(Browserless who, String path) {
        String token =
                Browserless.page(who.get("/")).select("form.ask input[name=_csrf]").attr("value");
        return who.send(
                who.post(path, "_csrf=" + Browserless.encoded(token))
                        .header("Accept", "text/html"));
    }

    @Test
    void onlyWhoAskedMayTakeItAwayPassItOnOrHaveItForgotten() {
        String address = ask("");
        assertThat(Browserless.page(owner.get(address)).select("#yours")).hasSize(1);
        assertThat(Browserless.page(stranger.get(address)).select("#yours")).isEmpty();
        assertThat(stranger.get(address + "/thread.jsonl").statusCode()).isEqualTo(404);
        for (String what : List.of("/share", "/unshare", "/forget")) {
            assertThat(send(stranger, address + what).statusCode()).as(what).isEqualTo(404);
        }
        assertThat(owner.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void theFileHoldsTheThreadAndForgettingTakesAllOfIt() {
        String first = ask("");
        String second = ask("&follows=" + first.substring(3));
        String again = ask("&before=" + first.substring(3));
        HttpResponse<String> file = owner.get(again + "/thread.jsonl");
        assertThat(file.body().lines()).hasSizeGreaterThanOrEqualTo(2);

        send(owner, first + "/share");
        String copy = shared(first).attr("href");
        assertThat(stranger.get(copy).statusCode()).isEqualTo(200);
        HttpResponse<String> gone = send(owner, first + "/forget");
        assertThat(Browserless.page(gone).select(".note").text()).startsWith("Forgotten:");
        for (String address : List.of(first, again, copy)) {
            assertThat(owner.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(owner.get(address + "/next").statusCode()).isEqualTo(404);
        }
        assertThat(second).isNotEqualTo(first);
    }

    private Element shared(String address) {
        return Browserless.page(owner.get(address)).select("#yours p a").getFirst();
    }

    @Test
    void aCopyThatIsPassedOnHoldsNoWordThatWasTyped() {
        String address =
                owner.ask("Our neighbour Zebulon, 8, has borderline B. What is best?")
                        .uri()
                        .getPath();
        send(owner, address + "/share");
        String copy = shared(address).attr("href");
        HttpResponse<String> read = stranger.get(copy);
        Document page = Browserless.page(read);
        assertThat(read.body()).doesNotContain("Zebulon").doesNotContain("neighbour");
        assertThat(stranger.get("/api/answers" + copy.substring(2)).body())
                .doesNotContain("Zebulon")
                .doesNotContain("neighbour");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".status").text()).contains("a copy that was passed on");

        send(owner, address + "/unshare");
        assertThat(stranger.get(copy).statusCode()).isEqualTo(404);
        assertThat(owner.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheOperatorSetStandsOnThePage() {
        Document page = Browserless.page(owner.get(ask("")));
        assertThat(page.select("#yours .small").text()).contains("2 hours");
        assertThat(page.select(".refs a[href^=https://links.example/go?url_ver=Z39.88-2004]"))
                .isNotEmpty();
    }

    @Test
    void aHandoverIsMadeOfWhatWasUnderstoodAndHoldsNoWordThatWasTyped() {
        String address =
                owner.ask("Our neighbour Zebulon, 8, has borderline B. What is best?")
                        .uri()
                        .getPath();
        for (String form : List.of("sbar", "shift")) {
            Document page = Browserless.page(owner.get(address + "/handover?form=" + form));
            assertThat(page.select("#sheet").text())
                    .contains("Patient:", "[1]", "SOURCES", "Not reviewed by a person")
                    .doesNotContain("Zebulon");
            assertThat(
                            owner.get(
                                            "/api/answers"
                                                    + address.substring(2)
                                                    + "/handover?form="
                                                    + form)
                                    .body())
                    .contains("\"form\":\"" + form + "\"");
        }
        assertThat(owner.get(address + "/handover?form=poem").statusCode()).isEqualTo(400);
    }
}
