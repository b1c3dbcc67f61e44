package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.Reviews;
import oropos.review.State;

/// The reviewer's desk in Chromium: by keys alone, with nothing lost.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class DeskTests {

    private static final String GOOD = "violin harbour thimble acorn";

    @Autowired People people;
    @Autowired Path folder;
    @Autowired Reviews reviews;
    @Autowired SmallRoom room;
    @LocalServerPort int port;
    @TempDir Path profile;
    private Chromium browser;
    private ArticleVersion version;
    private String title = "";
    private String desk = "";

    @BeforeEach
    void open() {
        browser = Chromium.open(port, profile);
        browser.screen(1280, 900);
        title = "Desk question " + System.nanoTime();
        version = EditorPageTests.submitted(reviews, room, title);
        desk = "/review/" + version.address() + "/1";
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Account member(String name, Role... roles) {
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
        people.declare(added.id(), java.time.Year.now().getValue(), null, List.of());
        people.declare(added.id(), java.time.Year.now().getValue(), title, List.of());
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private void be(Account account) {
        browser.go("/healthz");
        browser.stay(people.signIns().begin(account.id(), true, "test").secret());
    }

    private ArticleVersion now() {
        return reviews.at(version.address()).orElseThrow().latest();
    }

    private void keys(CharSequence... keys) {
        Actions actions = new Actions(browser.driver);
        for (CharSequence one : keys) {
            actions.sendKeys(one);
        }
        actions.perform();
    }

    private void until(java.util.function.BooleanSupplier so) {
        new WebDriverWait(browser.driver, Duration.ofSeconds(20), Duration.ofMillis(20))
                .until(page -> so.getAsBoolean());
    }

    /// Tab until the element in focus matches.
    private void tabTo(String css) {
        for (int i = 0; i < 600; i++) {
            keys(Keys.TAB);
            if (Boolean.TRUE.equals(
                    browser.driver.executeScript(
                            "return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + css);
    }

    private void top() {
        browser.driver.executeScript("document.activeElement.blur(); scrollTo(0, 0)");
    }

    @Test
    void aWholeReviewIsDoneByKeysAlone() {
        be(member("reviewer", Role.CLINICAL_REVIEWER));
        browser.go(desk);
        tabTo("[name=step][value=take]");
        keys(Keys.ENTER);
        until(() -> now().state() == State.UNDER_REVIEW);
        browser.await("[data-sign]");
        int claims = now().content().claims().size();
        keys("j");
        for (int i = 0; i < claims; i++) {
            int left = claims - i - 1;
            keys("a");
            until(() -> now().unsigned().size() == left);
            browser.await(left == 0 ? "main:not(:has([data-sign]))" : "[data-sign]");
        }
        while (!now().unsignedTellings().isEmpty()) {
            int left = now().unsignedTellings().size() - 1;
            top();
            tabTo("[value=telling]");
            keys(Keys.ENTER);
            until(() -> now().unsignedTellings().size() == left);
            browser.await(left == 0 ? "main:not(:has([value=telling]))" : "[value=telling]");
        }
        top();
        keys("r");
        keys("Every claim stands.", Keys.TAB);
        assertThat(browser.driver.switchTo().activeElement().getAttribute("value"))
                .isEqualTo("for");
        keys(Keys.ENTER);
        until(() -> !now().standingOpinions().isEmpty());
        assertThat(now().standingOpinions().getFirst().reason()).isEqualTo("Every claim stands.");
    }

    /// Tab goes through the desk as it is read, is seen where it is, and leaves it again.
    @Test
    void tabFollowsTheOrderOfReadingAndNeverSticks() {
        Account reviewer = member("reviewer", Role.CLINICAL_REVIEWER);
        be(reviewer);
        browser.go(desk);
        browser.find("[name=step][value=take]").click();
        until(() -> now().state() == State.UNDER_REVIEW);
        browser.await("[data-sign]");
        top();
        browser.driver.executeScript(
                "window.order = [...document.querySelectorAll('*')]; window.unseen = [];"
                        + "addEventListener('focusin', e => { const s ="
                        + " getComputedStyle(e.target); const r = e.target.getBoundingClientRect();"
                        + " if (s.outlineStyle === 'none' && s.boxShadow === 'none') window.unseen.push(e.target.outerHTML.slice(0, 120)); });");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            keys(Keys.TAB);
            int place = browser.number("window.order.indexOf(document.activeElement)");
            if (!places.isEmpty() && place <= places.getFirst()
                    || browser.number("document.activeElement === document.body ? 1 : 0") == 1) {
                break;
            }
            places.add(place);
        }
        assertThat(places).hasSizeBetween(20, 399).isSorted().doesNotHaveDuplicates();
        assertThat(browser.driver.executeScript("return window.unseen.join(' ')")).isEqualTo("");
    }

    @Test
    void whatIsTypedIsThereAgainInAnotherBrowserAndGoneWhenItWasSent() {
        Account reviewer = member("reviewer", Role.CLINICAL_REVIEWER);
        be(reviewer);
        browser.go(desk);
        browser.find("#reason").sendKeys("Half a <i>thought</i>");
        until(() ->
                reviews.drafts()
                        .of(reviewer.id().text(), version.address(), 1)
                        .containsKey("reason"));
        be(reviewer);
        browser.go(desk);
        assertThat(browser.find("#reason").getDomProperty("value"))
                .isEqualTo("Half a <i>thought</i>");
        be(member("another", Role.CLINICAL_REVIEWER));
        browser.go(desk);
        assertThat(browser.find("#reason").getDomProperty("value")).isEmpty();
        be(reviewer);
        browser.go(desk);
        browser.find("form:has(#reason) [value=remark]").click();
        until(() -> now().work().remarks().size() == 1);
        until(() -> reviews.drafts().of(reviewer.id().text(), version.address(), 1).isEmpty());
        browser.go(desk);
        assertThat(browser.find("#reason").getDomProperty("value")).isEmpty();
    }

    @Test
    void theSecondOfTwoIsToldAndKeepsTheirWords() {
        Account first = member("first", Role.CLINICAL_REVIEWER);
        Account second = member("second", Role.CLINICAL_REVIEWER);
        be(second);
        browser.go(desk);
        browser.find("#reason").sendKeys("My long remark");
        oropos.review.Person person = oropos.review.Person.of(first, java.util.Optional.empty());
        reviews.take(
                version.address(),
                1,
                version.revision(),
                new oropos.review.Step.Remark(0, "Mine came first."),
                person,
                new oropos.review.Terms("1", ""));
        browser.find("form:has(#reason) [value=remark]").click();
        browser.await(".problem");
        assertThat(browser.find(".problem").getText())
                .contains("Somebody changed this version")
                .contains("Nothing was overwritten");
        assertThat(browser.find("#reason").getDomProperty("value")).isEqualTo("My long remark");
        assertThat(browser.find("main").getText()).contains("Mine came first.");
        browser.find("form:has(#reason) [value=remark]").click();
        until(() -> now().work().remarks().size() == 2);
    }

    @Test
    void aFormThatWasSentTooLateIsSentOnceMoreByOneKey() throws SQLException {
        Account root = member("root", Role.ADMINISTRATOR);
        people.signIns().setPassword(root.id(), GOOD, 0, AccountId.OPERATOR);
        be(root);
        String path = "/people/" + root.id();
        browser.go(path);
        browser.driver.executeScript(
                "const f = document.getElementById('shown'); f.value = 'Dr <b>Root</b>';"
                        + "document.getElementById('specialty').value = 'Bone and joint';");
        // eleven minutes pass
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(People.FILE));
                var change =
                        file.prepareStatement(
                                "update session set confirmed = ? where account = ?")) {
            change.setString(1, Instant.now().minus(Duration.ofMinutes(11)).toString());
            change.setString(2, root.id().text());
            assertThat(change.executeUpdate()).isPositive();
        }
        browser.find("form:has(#shown) .go").click();
        browser.await("#password");
        assertThat(browser.path()).startsWith("/confirm");
        keys(GOOD, Keys.ENTER);
        browser.await(".held");
        assertThat(browser.find(".held").getText()).contains("Dr <b>Root</b>");
        keys(Keys.ENTER);
        browser.await("#registration");
        assertThat(people.find(root.id()).orElseThrow().shownName()).isEqualTo("Dr <b>Root</b>");
        assertThat(people.find(root.id()).orElseThrow().specialty()).isEqualTo("Bone and joint");
        assertThat(browser.number("window.violations")).isZero();
        be(member("other", Role.ADMINISTRATOR));
        browser.go("/held");
        assertThat(browser.driver.findElements(By.cssSelector(".held")))
                .as("kept for its person alone")
                .isEmpty();
    }
}
