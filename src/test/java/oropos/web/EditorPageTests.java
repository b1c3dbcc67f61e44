package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.answer.Answer;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.Moved;
import oropos.review.NumberedClaim;
import oropos.review.Person;
import oropos.review.Reviews;
import oropos.review.Terms;

/// The managing editor's desk and a reviewer's days away, without script.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class EditorPageTests {

    private static final String GOOD = "violin harbour thimble acorn";

    @Autowired People people;
    @Autowired Reviews reviews;
    @Autowired SmallRoom room;
    @LocalServerPort int port;
    private Browserless browser;
    private Account editor;
    private Account reviewer;
    private ArticleVersion version;

    @BeforeEach
    void open() {
        browser = new Browserless(port);
        editor = member("editor", "Endocrinology", Role.MANAGING_EDITOR);
        reviewer = member("reviewer", "Paediatric bone", Role.CLINICAL_REVIEWER);
        version = submitted(reviews, room, "Question " + System.nanoTime() + " about a child");
    }

    static ArticleVersion submitted(Reviews reviews, SmallRoom room, String question) {
        Moved moved =
                reviews.submit(
                        new SmallAnswer(room).titled(question, question),
                        "paediatric bone",
                        new Person("writer", Set.of(Role.AUTHOR), false, null),
                        new Terms("1", ""));
        assertThat(moved).isInstanceOf(Moved.Done.class);
        return ((Moved.Done) moved).version();
    }

    private Account member(String name, String specialty, Role... roles) {
        Account added =
                people.add(
                        new NewAccount(
                                name + System.nanoTime(),
                                "Dr " + name,
                                null,
                                specialty,
                                true,
                                "no " + System.nanoTime()),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private void be(Account account) {
        browser.cookie("stay", people.signIns().begin(account.id(), true, "test").secret());
    }

    private HttpResponse<String> send(String from, String action, String... values) {
        Document page = Browserless.page(browser.get(from));
        Element form = page.expectFirst("form[action=" + action + "]");
        StringBuilder body = new StringBuilder();
        for (Element field : form.select("input[type=hidden]")) {
            body.append('&')
                    .append(field.attr("name"))
                    .append('=')
                    .append(Browserless.encoded(field.attr("value")));
        }
        for (int i = 0; i < values.length; i += 2) {
            assertThat(form.select("[name=" + values[i] + "]")).as(values[i]).isNotEmpty();
            body.append('&')
                    .append(values[i])
                    .append('=')
                    .append(Browserless.encoded(values[i + 1]));
        }
        return browser.send(browser.post(action, body.substring(1)).header("Accept", "text/html"));
    }

    private Element waiting() {
        return Browserless.page(browser.get("/editor"))
                .expectFirst("li[id=" + version.address() + "]");
    }

    @Test
    void aReviewIsHandedOutBySpecialtyRemindedAndTakenBack() {
        be(editor);
        String address = "/editor/" + version.address();
        assertThat(waiting().select("optgroup[label=In paediatric bone] option").eachText())
                .anyMatch(line -> line.startsWith("Dr reviewer, Paediatric bone"));
        String due = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
        HttpResponse<String> asked =
                send("/editor", address + "/assign", "person", reviewer.id().text(), "due", due);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(waiting().select(".given b").text()).isEqualTo("Dr reviewer");
        assertThat(waiting().select("option[value=" + reviewer.id().text() + "]")).isEmpty();
        assertThat(reviews.assignments().openOf(reviewer.id())).hasSize(1);
        long id = reviews.assignments().openOf(reviewer.id()).getFirst().id();
        send("/editor", address + "/remind/" + id);
        assertThat(waiting().select(".given").text()).contains("reminded");
        send("/editor", address + "/end/" + id);
        assertThat(reviews.assignments().openOf(reviewer.id())).isEmpty();
        assertThat(waiting().text()).contains("Nobody was asked yet.");
    }

    @Test
    void whoIsAwayIsShownAndNotAskedForTheseDays() {
        be(reviewer);
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        send("/me", "/me/leave", "first", today.toString(), "last", today.plusDays(20).toString());
        assertThat(Browserless.page(browser.get("/me")).select("#leave ~ ul li").first())
                .isNotNull();
        be(editor);
        assertThat(waiting().select("option[value=" + reviewer.id().text() + "]").text())
                .contains("away until " + today.plusDays(20));
        HttpResponse<String> refused =
                send(
                        "/editor",
                        "/editor/" + version.address() + "/assign",
                        "person",
                        reviewer.id().text(),
                        "due",
                        today.plusDays(5).toString());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browserless.page(refused).select(".problem").text()).contains("is away until");
        be(reviewer);
        long number = people.leaves().of(reviewer.id(), today).getFirst().number();
        send("/me", "/me/leave/" + number + "/cancel");
        assertThat(people.leaves().of(reviewer.id(), today)).isEmpty();
    }

    @Test
    void aGuestComesByALinkAndSeesOneArticleAlone() {
        ArticleVersion other =
                submitted(reviews, room, "Another " + System.nanoTime() + " question");
        be(editor);
        HttpResponse<String> invited =
                send(
                        "/editor",
                        "/editor/" + version.address() + "/guest",
                        "shown",
                        "Dr From Outside",
                        "email",
                        "outside@example.org",
                        "specialty",
                        "Radiology",
                        "registration",
                        "GMC 9",
                        "days",
                        "5");
        assertThat(invited.statusCode()).isEqualTo(200);
        String link = Browserless.page(invited).select("main code").text();
        browser = new Browserless(port);
        String path = link.substring(link.indexOf("/join/"));
        send(path, "/join", "password", GOOD);
        assertThat(Browserless.page(browser.get("/me")).select("h1").text())
                .isEqualTo("Dr From Outside");
        Document queue = Browserless.page(browser.get("/review"));
        assertThat(queue.select(".waiting a").eachAttr("href"))
                .isEqualTo(List.of("/review/" + version.address() + "/1"));
        assertThat(browser.get("/review/" + version.address() + "/1").statusCode()).isEqualTo(200);
        assertThat(browser.get("/review/" + other.address() + "/1").statusCode()).isEqualTo(404);
        assertThat(browser.get("/editor").statusCode()).isEqualTo(403);
        Account guest =
                people.all().stream()
                        .filter(one -> version.address().value().equals(one.guestOf()))
                        .findFirst()
                        .orElseThrow();
        assertThat(reviews.assignments().openOf(guest.id())).hasSize(1);
    }

    @Test
    void whoWasAskedFindsItInTheInboxAndWhoWatchesSeesThePageThere() {
        be(editor);
        send(
                "/editor",
                "/editor/" + version.address() + "/assign",
                "person",
                reviewer.id().text(),
                "due",
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString());
        be(reviewer);
        Document inbox = Browserless.page(browser.get("/inbox"));
        assertThat(inbox.select(".notices li").text()).contains("You were asked to review it");
        assertThat(inbox.select("nav.own").text()).contains("Inbox (1 new)");
        String open = inbox.expectFirst(".notices form").attr("action");
        assertThat(send("/inbox", open).uri().getPath())
                .isEqualTo("/review/" + version.address() + "/1");
        assertThat(Browserless.page(browser.get("/inbox")).select("nav.own").text())
                .contains("Inbox")
                .doesNotContain("new");
        HttpResponse<String> watched =
                send("/articles/" + version.address(), "/articles/" + version.address() + "/watch");
        assertThat(Browserless.page(watched).select("#watched ~ ul a").eachAttr("href"))
                .containsExactly("/articles/" + version.address());
        HttpResponse<String> not = send("/inbox", "/articles/" + version.address() + "/watch");
        assertThat(Browserless.page(not).select("#watched ~ ul")).isEmpty();
    }

    @Test
    void anAuditorReadsAndChangesNothing() {
        be(member("auditor", "Audit", Role.AUDITOR));
        Document page = Browserless.page(browser.get("/editor"));
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void whatAClaimSaidAndSaysStandSideBySideUnderItsNumber() {
        Map<String, Answer.Statement> said = new LinkedHashMap<>();
        reviews.answer(version.address(), 1)
                .orElseThrow()
                .statements()
                .forEach(one -> said.put(one.id(), one));
        List<NumberedClaim> claims = version.content().claims();
        Map<String, Answer.Statement> says = new LinkedHashMap<>(said);
        Answer.Statement gone = Objects.requireNonNull(says.remove(claims.getFirst().statement()));
        Answer.Statement old = Objects.requireNonNull(says.get(claims.getLast().statement()));
        says.put(
                old.id(),
                new Answer.Statement(
                        old.id(),
                        old.kind(),
                        "Other words.",
                        old.parts(),
                        old.strength(),
                        old.certainty(),
                        old.citations()));
        assertThat(Difference.between(version, said, version, says))
                .containsExactlyInAnyOrder(
                        new Difference(claims.getFirst().number(), gone.text(), null),
                        new Difference(claims.getLast().number(), old.text(), "Other words."));
        assertThat(Difference.between(version, said, version, said)).isEmpty();
    }
}
