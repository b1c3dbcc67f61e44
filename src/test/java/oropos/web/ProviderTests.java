package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import elsewhere.IdentityHouse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.TestCodes;

/// Signing in by a real provider of identities on this machine, as a browser without script does.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"oropos.quota=1000000", "oropos.second-factor=true"})
class ProviderTests {

    private static final int HERE = free();
    private static final int THERE = free();
    private static ConfigurableApplicationContext house;

    @Autowired People people;
    private Account ada;
    private CookieManager cookies;
    private HttpClient http;

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry set) {
        set.add("server.port", () -> HERE);
        set.add("oropos.provider", () -> "http://localhost:" + THERE);
        set.add("oropos.provider-client", () -> IdentityHouse.CLIENT);
        set.add("oropos.provider-secret", () -> IdentityHouse.SECRET);
        set.add("oropos.provider-name", () -> "the hospital");
    }

    @BeforeAll
    static void openHouse() {
        house = IdentityHouse.open(THERE, "http://localhost:" + HERE + "/sign-in/provider/back");
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void open() {
        people.all().forEach(one -> people.disable(one.id(), "another test", AccountId.OPERATOR));
        people.all().forEach(one -> people.identities().unlink(one.id(), AccountId.OPERATOR));
        ada = member("ada", "Ada@hospital.example");
        browser();
    }

    private void browser() {
        cookies = new CookieManager();
        http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    private Account member(String name, String email) {
        Account added =
                people.add(
                        new NewAccount(
                                name + System.nanoTime(), "Dr " + name, email, null, false, null),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(Role.AUTHOR), AccountId.OPERATOR);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> fill(HttpResponse<String> page, String... values)
            throws Exception {
        Document document = Jsoup.parse(page.body(), page.uri().toString());
        Element form = document.expectFirst("form[method=post]:has([name=" + values[0] + "])");
        StringBuilder body = new StringBuilder();
        form.select("input[type=hidden]")
                .forEach(field ->
                        body.append('&')
                                .append(field.attr("name"))
                                .append('=')
                                .append(Browserless.encoded(field.attr("value"))));
        for (int i = 0; i < values.length; i += 2) {
            body.append('&')
                    .append(values[i])
                    .append('=')
                    .append(Browserless.encoded(values[i + 1]));
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.substring(1)))
                        .build(),
                BodyHandlers.ofString());
    }

    private String here(String path) {
        return "http://localhost:" + HERE + path;
    }

    private HttpResponse<String> signIn(String name) throws Exception {
        HttpResponse<String> page = get(here("/sign-in?to=/inbox"));
        String link =
                Jsoup.parse(page.body(), page.uri().toString())
                        .expectFirst("a[href^=/sign-in/provider]")
                        .absUrl("href");
        HttpResponse<String> there = get(link);
        assertThat(there.uri().getPort()).isEqualTo(THERE);
        return fill(there, "username", name, "password", "at the hospital");
    }

    @Test
    void whoWasInvitedIsKnownByTheVerifiedAddressAndHoldsTheRolesGivenHere() throws Exception {
        HttpResponse<String> in = signIn("ada");
        assertThat(in.uri().toString()).isEqualTo(here("/inbox"));
        assertThat(people.signIns().of(ada.id())).hasSize(1);
        assertThat(people.find(ada.id()).orElseThrow().roles()).containsExactly(Role.AUTHOR);
        assertThat(get(here("/people")).statusCode()).isEqualTo(403);
        // the address changes; the identity stays
        people.change(
                ada.id(),
                new NewAccount(ada.name(), "Dr ada", "new@hospital.example", null, false, null),
                ada.id());
        browser();
        assertThat(signIn("ada").uri().toString()).isEqualTo(here("/inbox"));
        assertThat(people.signIns().of(ada.id())).hasSize(2);
    }

    @Test
    void nobodyComesInWhoWasNotInvitedOrWhoseAddressNobodyVerified() throws Exception {
        HttpResponse<String> eve = signIn("eve");
        assertThat(eve.statusCode()).isEqualTo(401);
        assertThat(eve.body()).contains("Nobody was invited under that identity");
        people.disable(ada.id(), "left", AccountId.OPERATOR);
        browser();
        assertThat(signIn("ada").statusCode()).isEqualTo(401);
        people.enable(ada.id(), "came back", AccountId.OPERATOR);
        member("another", "ada@hospital.example");
        browser();
        assertThat(signIn("ada").statusCode())
                .as("an address of two accounts names nobody")
                .isEqualTo(401);
        assertThat(people.signIns().of(ada.id())).isEmpty();
    }

    @Test
    void anAccountWithAnAppStillShowsItsCode() throws Exception {
        List<String> codes = app();
        HttpResponse<String> page = signIn("ada");
        assertThat(page.body()).contains("code of your authenticator app");
        assertThat(people.signIns().of(ada.id())).isEmpty();
        assertThat(fill(page, "code", "000000").statusCode()).isEqualTo(401);
        browser();
        HttpResponse<String> in = fill(signIn("ada"), "code", codes.getFirst());
        assertThat(in.uri().toString()).isEqualTo(here("/inbox"));
        assertThat(people.signIns().of(ada.id()).getFirst().factor()).isTrue();
    }

    private List<String> app() {
        String secret = people.secondFactor().enrol(ada).secret();
        return people.secondFactor().confirm(ada.id(), TestCodes.now(secret)).orElseThrow();
    }

    @Test
    void aWayBackThatWasNotBegunInThisBrowserLeadsNowhere() throws Exception {
        assertThat(get(here("/sign-in/provider/back?code=x&state=y")).statusCode()).isEqualTo(401);
        HttpResponse<String> there = get(here("/sign-in/provider"));
        assertThat(there.uri().getPort()).isEqualTo(THERE);
        assertThat(get(here("/sign-in/provider/back?code=x&state=forged")).statusCode())
                .isEqualTo(401);
        assertThat(people.signIns().of(ada.id())).isEmpty();
    }

    @Test
    void whoSignedInShowsAgainByTheProviderWhoTheyAre() throws Exception {
        signIn("ada");
        var before = people.signIns().of(ada.id()).getFirst();
        HttpResponse<String> page = get(here("/confirm?to=/me"));
        String link =
                Jsoup.parse(page.body(), page.uri().toString())
                        .expectFirst("main a[href^=/sign-in/provider]")
                        .absUrl("href");
        // the provider of this test goes on with the sign-in it knows, whatever it is asked
        Thread.sleep(6_500);
        HttpResponse<String> unasked = get(link);
        assertThat(unasked.statusCode()).isEqualTo(401);
        assertThat(unasked.body()).contains("did not ask again");
        cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals("JSESSIONID"))
                .toList()
                .forEach(one -> cookies.getCookieStore().remove(URI.create(here("/")), one));
        HttpResponse<String> there = get(link);
        assertThat(there.uri().getPort()).as("asked again").isEqualTo(THERE);
        HttpResponse<String> back = fill(there, "username", "ada", "password", "at the hospital");
        assertThat(back.uri().toString()).isEqualTo(here("/me"));
        assertThat(people.signIns().of(ada.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.confirmed()).isAfter(before.confirmed()));
    }
}
