package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;

/// The page of terms: read by everybody, changed by two people, without script.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class GlossaryPageTests {

    @Autowired People people;
    @LocalServerPort int port;
    private Browserless browser;

    @BeforeEach
    void open() {
        browser = new Browserless(port);
    }

    private void be(String name, Role role) {
        Account added =
                people.add(
                        new NewAccount(
                                name + System.nanoTime(),
                                "Dr " + name,
                                null,
                                "Bone",
                                true,
                                "no " + System.nanoTime()),
                        AccountId.OPERATOR);
        Account with = people.setRoles(added.id(), Set.of(role), AccountId.OPERATOR);
        browser.cookie("stay", people.signIns().begin(with.id(), true, "test").secret());
    }

    private HttpResponse<String> send(String action, String... values) {
        Document page = Browserless.page(browser.get("/glossary/edit?term=osteoporosis"));
        Element form = page.expectFirst("form[action=" + action + "]");
        StringBuilder body = new StringBuilder();
        for (Element field : form.select("input[type=hidden]")) {
            body.append('&').append(field.attr("name")).append('=');
            body.append(Browserless.encoded(field.attr("value")));
        }
        for (int i = 0; i < values.length; i += 2) {
            body.append('&').append(values[i]).append('=');
            body.append(Browserless.encoded(values[i + 1]));
        }
        return browser.send(browser.post(action, body.substring(1)).header("Accept", "text/html"));
    }

    @Test
    void everybodyFindsATermAndWhatItMeans() {
        Document page = Browserless.page(browser.get("/glossary?q=OSTEOPOROSIS"));
        assertThat(page.select("dl.glossary dt").eachText()).contains("osteoporosis");
        assertThat(page.select("dl.glossary dd").eachText()).allMatch(one -> !one.isBlank());
        assertThat(Browserless.page(browser.get("/glossary?q=zzzz")).select(".none").text())
                .isNotBlank();
        assertThat(Browserless.page(browser.get("/glossary/edit")).select("#meaning")).isEmpty();
    }

    @Test
    void onePersonWritesAnotherAcceptsAndThenItIsInUse() {
        be("writer", Role.EVIDENCE_EDITOR);
        assertThat(send("/glossary/edit", "term", "", "meaning", "x", "source", "y").statusCode())
                .isEqualTo(422);
        assertThat(
                        send(
                                        "/glossary/edit",
                                        "term",
                                        "osteoporosis",
                                        "meaning",
                                        "bones that break easily, as <b>told</b> here",
                                        "source",
                                        "a page")
                                .statusCode())
                .isEqualTo(200);
        Document mine = Browserless.page(browser.get("/glossary/edit"));
        assertThat(mine.select("form[action=/glossary/decide]")).isEmpty();
        assertThat(mine.select("#waiting ~ ol").text()).contains("somebody else decides");
        be("second", Role.LAY_REVIEWER);
        assertThat(
                        send("/glossary/decide", "accept", "true", "why", "Plain and right.")
                                .statusCode())
                .isEqualTo(200);
        Document page = Browserless.page(browser.get("/glossary?q=osteoporosis"));
        assertThat(page.select("dl.glossary dd").eachText())
                .anySatisfy(one ->
                        assertThat(one).startsWith("bones that break easily, as <b>told</b> here"));
        assertThat(page.text()).contains("+1");
    }
}
