package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.ledger.Act;
import oropos.ledger.Ledger;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;

/// Without script, as a reader with a plain browser: links, signing in, the own page, the
/// administrator's pages, the board and the policy.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"oropos.quota=1000000", "oropos.second-factor=true"})
class SignInPageTests {

    private static final String GOOD = "violin harbour thimble acorn";

    @Autowired People people;
    @Autowired Ledger ledger;
    @LocalServerPort int port;
    private Browserless browser;
    private String name = "";

    @BeforeEach
    void open() {
        browser = new Browserless(port);
        name = "p" + System.nanoTime();
    }

    private Account person(Role... roles) {
        Account added = people.add(NewAccount.of(name, "Dr Test"), AccountId.OPERATOR);
        people.signIns().setPassword(added.id(), GOOD, 0, AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    /// Fills a form of a page and sends it as it stands.
    private HttpResponse<String> fill(Document page, String action, String... values) {
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

    private Document page(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Browserless.page(response);
    }

    private HttpResponse<String> signIn(String password) {
        return fill(page("/sign-in"), "/sign-in", "name", name, "password", password);
    }

    @Test
    void whoSignsInSeesTheirPageAndWhoSignsOutNoLonger() {
        person();
        HttpResponse<String> in = signIn(GOOD);
        assertThat(in.uri().getPath()).isEqualTo("/me");
        assertThat(in.body()).contains("Dr Test", name);
        HttpResponse<String> out = fill(page("/me"), "/sign-out");
        assertThat(out.uri().getPath()).isEqualTo("/");
        assertThat(out.previousResponse().orElseThrow().headers().firstValue("Clear-Site-Data"))
                .hasValue("\"cache\", \"storage\"");
        assertThat(browser.get("/me").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldAlike() {
        person();
        HttpResponse<String> wrong = signIn("another good sentence");
        name = "nobody" + System.nanoTime();
        HttpResponse<String> nobody = signIn(GOOD);
        assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode()).isEqualTo(401);
        assertThat(Browserless.page(wrong).select(".problem").text())
                .isEqualTo(Browserless.page(nobody).select(".problem").text())
                .contains("Nobody signed in");
    }

    @Test
    void theCookieIsReadByNoScriptAndNotSentFromOtherSites() {
        person();
        HttpResponse<String> in = signIn(GOOD);
        assertThat(in.previousResponse().orElseThrow().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("stay=")
                                .contains("HttpOnly", "SameSite=Lax", "Path=/"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("form=;").contains("Max-Age=0"));
        assertThat(in.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/me\r\nX: y",
                "javascript:alert(1)",
                "/sign-out"
            })
    void noLinkLeadsElsewhereAfterSigningIn(String to) {
        assertThat(Gate.local(to, "/me")).isEqualTo("/me");
    }

    @Test
    void whoWasSentToSignInComesBack() {
        person();
        HttpResponse<String> form = browser.get("/me/interests?year=2026");
        assertThat(form.uri().getPath()).isEqualTo("/sign-in");
        HttpResponse<String> in =
                fill(Browserless.page(form), "/sign-in", "name", name, "password", GOOD);
        assertThat(in.uri().toString()).endsWith("/me/interests?year=2026");
    }

    @Test
    void whoIsRefusedStandsInTheLedger() {
        Account author = person(Role.AUTHOR);
        signIn(GOOD);
        HttpResponse<String> refused = browser.get("/people?x=secret");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page is for others");
        assertThat(ledger.of(author.id().text()).getLast().act())
                .isEqualTo(
                        new Act(
                                author.id().text(),
                                "access.refused",
                                author.id().text(),
                                "GET /people",
                                null,
                                null));
    }

    @Test
    void anInvitationSetsAPasswordOnce() {
        Account added = people.add(NewAccount.of(name, "Dr New"), AccountId.OPERATOR);
        String path = "/join/" + people.links().invite(added.id(), AccountId.OPERATOR);
        HttpResponse<String> weak = fill(page(path), "/join", "password", "password12345");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("would be guessed soon");
        assertThat(fill(Browserless.page(weak), "/join", "password", GOOD).uri().getPath())
                .isEqualTo("/me");
        assertThat(page(path).text()).contains("This link was used");
    }

    @Test
    void aRoleThatDecidesNeedsAnAuthenticatorApp() {
        person(Role.ADMINISTRATOR);
        signIn(GOOD);
        HttpResponse<String> sent = browser.get("/people");
        assertThat(sent.uri().getPath()).isEqualTo("/me/app");
        Document app = Browserless.page(sent);
        assertThat(app.select("svg.qr path").attr("d")).startsWith("M4 4h1v1h-1z");
        assertThat(app.select(".secret").text().replace(" ", "")).matches("[A-Z2-7]{32}");
        assertThat(fill(app, "/me/app", "code", "000000").statusCode()).isEqualTo(422);
    }

    @Test
    void anAdministratorAddsSomebodyGivesRolesAndALink() {
        Account root = person(Role.ADMINISTRATOR);
        String secret = people.signIns().begin(root.id(), true, "").secret();
        name = "q" + name;
        HttpResponse<String> added =
                as(secret, "/people", "/people", "name", name, "shown", "Dr Q", "role", "approver");
        assertThat(Browserless.page(added).select("code").text()).contains("/join/");
        Account made = people.named(name).orElseThrow();
        assertThat(made.roles()).containsExactly(Role.APPROVER);
        String page = "/people/" + made.id();
        HttpResponse<String> refused =
                as(secret, page, page, "shown", "Dr Q", "clinician", "true", "registration", "");
        assertThat(refused.body()).contains("registration number");
        as(secret, page, page, "shown", "Dr Q", "clinician", "true", "registration", "GMC 7654321");
        assertThat(people.find(made.id()).orElseThrow().clinician()).isTrue();
        as(secret, page, page + "/active", "why", "left");
        assertThat(people.find(made.id()).orElseThrow().active()).isFalse();
        assertThat(page("/board/" + made.id()).text())
                .contains("Dr Q", "No longer a member")
                .doesNotContain("GMC", "7654321", name);
    }

    /// Opens a page and sends one of its forms, as who holds the secret.
    private HttpResponse<String> as(String secret, String at, String action, String... values) {
        browser.cookie("stay", secret);
        return fill(page(at), action, values);
    }

    @Test
    void interestsAreDeclaredAndShownOnTheBoard() {
        Account member = person(Role.CLINICAL_REVIEWER);
        signIn(GOOD);
        HttpResponse<String> empty = fill(page("/me/interests"), "/me/interests");
        assertThat(empty.body()).contains("or say that there is nothing to declare");
        HttpResponse<String> done =
                fill(
                        page("/me/interests"),
                        "/me/interests",
                        "kind",
                        "FEES",
                        "with",
                        "Bone Company",
                        "words",
                        "Two lectures, one course",
                        "topics",
                        "zoledronate, pamidronate",
                        "relevant",
                        "0");
        assertThat(done.uri().getPath()).isEqualTo("/me");
        assertThat(people.declarations(member.id()).getFirst().interests().getFirst().topics())
                .containsExactly("zoledronate", "pamidronate");
        assertThat(page("/board").text())
                .contains("Dr Test", "Bone Company", "Two lectures, one course", "bars approval")
                .doesNotContain("besides");
        people.declare(member.id(), 2026, "Screening of a woman", List.of());
        people.declare(member.id(), 2026, "Treatment of a child", List.of());
        assertThat(page("/board").text())
                .as("folded, and none of it dropped")
                .contains(
                        "Bone Company",
                        "Nothing to declare in 2 questions besides",
                        "2026, Screening of a woman",
                        "2026, Treatment of a child");
    }

    @Test
    void thePolicyIsReadByEverybodyAndItsVersionsStay() {
        Document policy = page("/policy");
        assertThat(policy.select("h2").eachText()).contains("Mission and scope", "Contact");
        assertThat(policy.select("a[href=/policy/edit]")).isEmpty();
        Account root = person(Role.ADMINISTRATOR);
        String secret = people.signIns().begin(root.id(), true, "").secret();
        as(
                secret,
                "/policy/edit",
                "/policy/edit",
                "text",
                "## <script>Scope\n\nAll.\n* one\n* two",
                "note",
                "Shorter");
        Document edited = page("/policy");
        assertThat(edited.expectFirst("main h2").text()).isEqualTo("<script>Scope");
        assertThat(edited.select("main script")).isEmpty();
        assertThat(edited.expectFirst("main ul").select("li").eachText())
                .containsExactly("one", "two");
        assertThat(page("/policy/1").text()).contains("no longer in force", "Mission and scope");
    }
}
