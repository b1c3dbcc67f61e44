package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Interest;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.Reviews;

/// The pages of those who sign in, in a real browser: for everybody, at every width, by keyboard, and
/// with scripts in every field.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class PeopleBrowserTests {

    private static final String GOOD = "violin harbour thimble acorn";

    @Autowired People people;
    @Autowired Reviews reviews;
    @Autowired SmallRoom room;
    @LocalServerPort int port;
    @TempDir Path profile;
    private Chromium browser;

    @BeforeEach
    void open() {
        browser = Chromium.open(port, profile);
        browser.screen(1280, 900);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Account person(String name, String shown, Role... roles) {
        Account added =
                people.add(
                        new NewAccount(
                                name + System.nanoTime(),
                                shown,
                                "someone@example.org",
                                "Paediatric endocrinology",
                                true,
                                "GMC 7654321"),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private void be(Account account) {
        browser.go("/healthz");
        browser.stay(people.signIns().begin(account.id(), true, "Firefox 145, Linux").secret());
    }

    /// Every page of people, with somebody on it.
    private Map<String, String> pages() {
        Account root =
                person(
                        "root",
                        "Dr Mary Root",
                        Role.ADMINISTRATOR,
                        Role.CHAIR,
                        Role.MANAGING_EDITOR,
                        Role.EVIDENCE_EDITOR);
        Account member = person("member", "Dr Olga Member", Role.CLINICAL_REVIEWER);
        people.declare(
                member.id(),
                2026,
                null,
                List.of(
                        new Interest(
                                Interest.Kind.FEES,
                                "A company",
                                "Two lectures",
                                List.of("zoledronate"),
                                true)));
        people.declare(root.id(), 2026, null, List.of());
        people.signIns().begin(root.id(), true, "Safari on a telephone");
        be(root);
        Account invited = person("invited", "Dr New");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("join", "/join/" + people.links().invite(invited.id(), root.id()));
        pages.put("join-closed", "/join/closed");
        pages.put("confirm", "/confirm");
        pages.put("me", "/me");
        pages.put("app", "/me/app");
        pages.put("interests", "/me/interests");
        ArticleVersion version =
                EditorPageTests.submitted(reviews, room, "Bone question " + System.nanoTime());
        LocalDate today = reviews.today();
        Account away = person("away", "Prof. Ada Away", Role.CLINICAL_REVIEWER);
        people.leaves().take(away.id(), today, today.plusDays(12));
        people.leaves().take(root.id(), today.plusDays(30), today.plusDays(44));
        reviews.assignments()
                .assign(version.address(), member, today.plusDays(9), root.id(), people);
        reviews.assignments()
                .remind(
                        reviews.assignments().openOf(member.id()).getFirst().id(),
                        root.id().text());
        people.inbox().watch(root.id(), version.address().value());
        people.passkeys().add(root.id(), "k" + System.nanoTime(), "The ward's computer", "{}");
        pages.put("editor", "/editor");
        pages.put("inbox", "/inbox");
        pages.put("desk-waiting", "/review/" + version.address() + "/1");
        pages.put("people", "/people");
        pages.put("person", "/people/" + member.id());
        pages.put("board", "/board");
        pages.put("member", "/board/" + member.id());
        pages.put("policy", "/policy");
        pages.put("policy-edit", "/policy/edit");
        reviews.glossary()
                .propose(
                        "osteoporosis",
                        List.of(),
                        "bones that break easily",
                        "a page",
                        member.id().text());
        pages.put("glossary", "/glossary?q=osteo");
        pages.put("glossary-edit", "/glossary/edit?term=osteoporosis");
        pages.put("refused", "/nowhere");
        return pages;
    }

    @Test
    void nothingBarsAnyoneAndNoPageScrollsSideways() throws IOException {
        List<String> wrong = new ArrayList<>();
        browser.go("/sign-in");
        look("sign-in", wrong);
        for (Map.Entry<String, String> page : pages().entrySet()) {
            browser.go(page.getValue());
            look(page.getKey(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private void look(String name, List<String> wrong) throws IOException {
        browser.theme("light");
        browser.screen(1280, 900);
        browser.barriers().forEach(barrier -> wrong.add(name + ": " + barrier));
        browser.picture(name + "-wide");
        browser.theme("dark");
        browser.screen(320, 800);
        browser.barriersOfLook()
                .forEach(barrier -> wrong.add(name + " (narrow, dark): " + barrier));
        if (browser.sideways() != 0) {
            wrong.add(name + " is " + browser.sideways() + " pixels too wide at 320");
        }
        browser.picture(name + "-narrow");
    }

    @Test
    void somebodySignsInAndDeclaresByKeyboardAlone() {
        Account ada = person("ada", "Ada Lovelace", Role.LAY_REVIEWER);
        people.signIns().setPassword(ada.id(), GOOD, 0, AccountId.OPERATOR);
        browser.go("/me/interests");
        browser.driver.executeScript("document.getElementById('name').focus()");
        keys(ada.name(), Keys.TAB, GOOD, Keys.TAB, Keys.TAB, Keys.ENTER);
        browser.await("[name=nothing]");
        assertThat(browser.path()).isEqualTo("/me/interests");
        browser.driver.executeScript("document.querySelector('[name=nothing]').focus()");
        keys(Keys.SPACE, Keys.ENTER);
        browser.await("#specialty");
        assertThat(browser.path()).isEqualTo("/me");
        assertThat(people.declarations(ada.id())).hasSize(1);
    }

    private void keys(CharSequence... keys) {
        Actions actions = new Actions(browser.driver);
        for (CharSequence one : keys) {
            actions.sendKeys(one);
        }
        actions.perform();
    }

    private void nothingRan(String path) {
        browser.go(path);
        nothingRan();
    }

    private void nothingRan() {
        String where = browser.path();
        assertThat(browser.number("window.fired")).as("executed at " + where).isZero();
        assertThat(browser.number("window.violations")).as("reported at " + where).isZero();
        assertThat(
                        browser.number(
                                "document.querySelectorAll('main script, iframe, object, base,"
                                        + " [onerror], [onload], [onfocus], [href^=\"javascript:\" i],"
                                        + " [action^=\"javascript:\" i], meta[http-equiv=refresh]').length"))
                .as("planted at " + where)
                .isZero();
        assertThat(browser.driver.getTitle())
                .as("the page is whole at " + where)
                .contains("Oropos");
    }

    @Test
    void noScriptThroughAnyFieldRuns() {
        Account root = person("root", "Dr Mary Root", Role.ADMINISTRATOR);
        Account member = person("member", "Dr Olga Member", Role.CLINICAL_REVIEWER);
        List<Interest> interests = new ArrayList<>();
        List<Integer> chosen = Payloads.chosen();
        for (int at = 0; at < chosen.size(); at++) {
            int i = chosen.get(at);
            String bad = Payloads.of(i);
            Account one =
                    people.add(
                            new NewAccount(
                                    "p" + i + "." + System.nanoTime(), bad, null, bad, true, bad),
                            AccountId.OPERATOR);
            people.setRoles(one.id(), Set.of(Role.CHAIR), AccountId.OPERATOR);
            interests.add(new Interest(Interest.Kind.OTHER, bad, bad, List.of(bad), i % 2 == 0));
            if (interests.size() == 50 || at == chosen.size() - 1) {
                people.declare(member.id(), 2026, "question " + bad, interests);
                interests.clear();
            }
            people.declare(root.id(), 2026, bad, List.of());
            people.signIns().begin(root.id(), true, bad);
            if (at % 40 == 0) {
                nothingRanOf(root, one, bad);
            }
        }
        StringBuilder text = new StringBuilder();
        int version = people.policies().inForce().number();
        for (int at = 0; at < chosen.size(); at++) {
            int i = chosen.get(at);
            String line = Payloads.of(i);
            text.append(List.of("## ", "* ", "", "").get(i % 4)).append(line).append("\n\n");
            if (text.length() > 30_000 || at == chosen.size() - 1) {
                version =
                        people.policies()
                                .publish(version, text.toString(), line, true, root.id())
                                .number();
                text.setLength(0);
                nothingRan("/policy");
                nothingRan("/policy/edit");
            }
        }
        for (String path :
                List.of(
                        "/board",
                        "/board/" + member.id(),
                        "/people",
                        "/people/" + member.id(),
                        "/me")) {
            nothingRan(path);
        }
    }

    /// The pages that show one value at a time.
    private void nothingRanOf(Account root, Account one, String bad) {
        be(root);
        nothingRan("/people/" + one.id());
        nothingRan("/me/interests?question=" + Browserless.encoded(bad));
        nothingRan("/confirm?to=" + Browserless.encoded(bad));
        nothingRan("/join/" + Browserless.encoded(bad.replaceAll("[/;%\\\\]", "")));
        browser.driver.manage().deleteAllCookies();
        nothingRan("/sign-in?to=" + Browserless.encoded(bad));
        set("[name=name]", bad);
        set("[name=password]", bad);
        set("[name=code]", bad);
        browser.leaving(() -> browser.find("main form .go").click());
        nothingRan();
        assertThat(browser.driver.findElements(By.cssSelector(".problem"))).isNotEmpty();
        nothingRan("/search");
        set("main [name=q]", bad);
        browser.leaving(() ->
                browser.driver.executeScript(
                        "document.querySelector('main [name=q]').form.requestSubmit()"));
        nothingRan();
    }

    private void set(String css, String value) {
        assertThat(browser.driver.findElements(By.cssSelector(css)))
                .as(() ->
                        css
                                + " at "
                                + browser.path()
                                + ", which says: "
                                + browser.find("body").getText())
                .isNotEmpty();
        browser.driver.executeScript(
                "const field = document.querySelector(arguments[0]);"
                        + "field.removeAttribute('maxlength'); field.value = arguments[1];",
                css,
                value);
    }
}
