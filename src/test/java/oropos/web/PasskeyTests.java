package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;

/// Passkeys in Chromium, with an authenticator of the browser's own.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"oropos.quota=1000000", "oropos.second-factor=true"})
class PasskeyTests {

    @Autowired People people;
    @LocalServerPort int port;
    @TempDir Path profile;
    private Chromium browser;
    private VirtualAuthenticator authenticator;
    private Account ada;

    @BeforeEach
    void open() {
        browser = Chromium.open(port, profile);
        browser.screen(1280, 900);
        authenticator =
                browser.driver.addVirtualAuthenticator(
                        new VirtualAuthenticatorOptions()
                                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                                .setHasResidentKey(true)
                                .setHasUserVerification(true)
                                .setIsUserVerified(true));
        Account added =
                people.add(NewAccount.of("ada" + System.nanoTime(), "Ada"), AccountId.OPERATOR);
        ada = people.setRoles(added.id(), Set.of(Role.APPROVER), AccountId.OPERATOR);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void make() {
        browser.go("/healthz");
        browser.stay(people.signIns().begin(ada.id(), false, "test").secret());
        browser.go("/me");
        browser.await("#passkey-label");
        browser.find("#passkey-label").sendKeys("My <b>telephone</b>");
        browser.find("[data-make] button").click();
        browser.await("form[action$=\\/remove]");
    }

    private void out() {
        browser.driver.manage().deleteAllCookies();
    }

    @Test
    void aPasskeyIsMadeShownListedAndRemoved() throws Exception {
        make();
        assertThat(browser.find("#passkeys ~ ul").getText()).contains("My <b>telephone</b>");
        browser.picture("passkeys");
        assertThat(browser.number("window.violations")).isZero();
        out();
        browser.go("/sign-in?to=/review");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("sign-in-passkey");
        browser.find("[data-passkey] button").click();
        browser.await(".queue");
        assertThat(browser.path()).as("a passkey is two factors").isEqualTo("/review");
        assertThat(browser.number("window.violations")).isZero();
        assertThat(people.signIns().of(ada.id()).getFirst().factor()).isTrue();
        assertThat(people.passkeys().of(ada.id()).getFirst().used()).isNotNull();
        browser.go("/me");
        browser.leaving(() -> browser.find("form[action$=\\/remove] button").click());
        browser.await("#passkeys");
        assertThat(people.passkeys().of(ada.id())).isEmpty();
        out();
        browser.go("/sign-in");
        browser.find("[data-passkey] button").click();
        browser.await("main > .problem");
        assertThat(browser.find("main > .problem").getText()).contains("Nobody signed in");
    }

    @Test
    void whoeverSignsShowsAgainByPasskeyWhoTheyAre() {
        make();
        var before = people.signIns().of(ada.id()).getFirst();
        browser.go("/confirm?to=/me");
        browser.find("[data-passkey] button").click();
        browser.await("#passkeys");
        assertThat(people.signIns().of(ada.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.confirmed()).isAfter(before.confirmed()));
    }

    @Test
    void aPasskeyThatDoesNotAskWhoHoldsItIsNotTaken() {
        make();
        out();
        authenticator.setUserVerified(false);
        browser.go("/sign-in");
        browser.find("[data-passkey] button").click();
        browser.await("form[data-passkey] .problem:not([hidden])");
        assertThat(browser.path()).startsWith("/sign-in");
    }

    @Test
    void aDisabledAccountDoesNotComeInByPasskey() {
        make();
        out();
        people.disable(ada.id(), "left", AccountId.OPERATOR);
        browser.go("/sign-in");
        browser.find("[data-passkey] button").click();
        browser.await("main > .problem");
        assertThat(people.signIns().of(ada.id())).isEmpty();
    }

    @Test
    void anAnswerThatWasNotAskedForIsNotTakenAndWithoutScriptThePasswordIsThere() {
        Browserless plain = new Browserless(port);
        var page = Browserless.page(plain.get("/sign-in"));
        assertThat(page.select("form[action=/sign-in] [name=password]")).hasSize(1);
        assertThat(page.select("form[data-passkey][hidden]")).hasSize(1);
        String token = page.select("form[action=/sign-in] input[name=_csrf]").attr("value");
        for (String forged :
                new String[] {"", "{}", "[]", "null", "{\"id\":\"x\"}", "x".repeat(30_000)}) {
            var answer =
                    plain.send(
                            plain.post(
                                            "/sign-in/passkey",
                                            "_csrf="
                                                    + Browserless.encoded(token)
                                                    + "&credential="
                                                    + Browserless.encoded(forged))
                                    .header("Accept", "text/html"));
            assertThat(answer.statusCode()).as(forged).isEqualTo(401);
        }
    }
}
