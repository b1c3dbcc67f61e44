package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.ReviewedLibrary;
import oropos.review.State;

/// Every task of an author, an editor, a reviewer, a board member and an administrator, over the starter
/// library, in a browser whose mouse is never touched. [Keyboard] looks at every place the focus stops.
@Tag("browser")
@SpringBootTest(
        classes = PublishedHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardDeskTests {

    private static final String GOOD = "violin harbour thimble acorn";
    private static final String NEW = "member";

    /// Asked by no other test that shares the library, or it would have been handed in already.
    private static final String REVIEWED =
            "Should a 47-year-old woman be screened for colorectal cancer?";

    @Autowired ReviewedLibrary house;
    @Autowired People people;
    @LocalServerPort int port;
    @TempDir static Path profile;
    private Chromium browser;
    private Keyboard keyboard;

    @BeforeAll
    void open() {
        browser = Chromium.open(port, profile);
        keyboard = new Keyboard(browser);
    }

    @BeforeEach
    void begin() {
        browser.screen(1280, 900);
        browser.go("/healthz");
        browser.driver.manage().deleteAllCookies();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Account person(String name, Role... roles) {
        int year = house.reviews.today().getYear();
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
        if (!name.equals(NEW)) {
            people.declare(added.id(), year, null, List.of());
        }
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private void be(Account account) {
        browser.go("/healthz");
        browser.stay(people.signIns().begin(account.id(), true, "test").secret());
    }

    @Test
    void anAuthorSignsInAndHandsAnAnswerIn() {
        Account ada = person("author", Role.AUTHOR);
        people.signIns().setPassword(ada.id(), GOOD, 0, AccountId.OPERATOR);
        keyboard.open("/sign-in");
        keyboard.tabTo("#name");
        keyboard.press(ada.name());
        keyboard.tabTo("#password");
        keyboard.press("not this one");
        keyboard.leaving(Keys.ENTER);
        assertThat(keyboard.at(".problem")).as("what is wrong is read first").isTrue();
        keyboard.tabTo("#password");
        keyboard.press(GOOD, Keys.ENTER);
        browser.await(".own");
        keyboard.isSomewhere();

        keyboard.ask(REVIEWED);
        keyboard.tabTo("#specialty");
        keyboard.press("bone", Keys.ENTER);
        browser.await(".desk, .page, .reading");
        keyboard.until(() -> !browser.path().startsWith("/a/"));
        keyboard.isSomewhere();
        ArticleVersion version = handedIn();

        be(person("editor", Role.MANAGING_EDITOR));
        person("asked", Role.CLINICAL_REVIEWER);
        keyboard.open("/editor");
        keyboard.tabTo("select[name=person]");
        keyboard.press(Keys.ARROW_DOWN);
        keyboard.tabTo(".ask-one .go");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo(".given .quiet");
        keyboard.tabTo("details.more summary");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo("details.more .quiet");

        reviewed(version);
        keyboard.nothingUnseen();
    }

    private ArticleVersion handedIn() {
        return house.reviews.all().stream()
                .map(Article::latest)
                .filter(one -> one.state() == State.SUBMITTED)
                .findFirst()
                .orElseThrow();
    }

    private ArticleVersion now(ArticleVersion version) {
        return house.reviews.at(version.address()).orElseThrow().latest();
    }

    private Account reviewer(ArticleVersion version, String name, Role role) {
        Account one = person(name, role);
        people.declare(
                one.id(),
                house.reviews.today().getYear(),
                house.reviews.at(version.address()).orElseThrow().title(),
                List.of());
        return one;
    }

    private void reviewed(ArticleVersion version) {
        String desk = "/review/" + version.address() + "/" + version.number();
        be(reviewer(version, "reviewer", Role.CLINICAL_REVIEWER));
        keyboard.open("/review");
        keyboard.tabTo(".waiting a[href='" + desk + "']");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo("[name=step][value=take]");
        keyboard.leaving(Keys.ENTER);
        assertThat(now(version).state()).isEqualTo(State.UNDER_REVIEW);
        keyboard.press("j", "k", "j");
        keyboard.tabTo(".desk-claim details.more summary");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo(".desk-claim [name=words]");
        keyboard.press("Read.");
        keyboard.tabTo("[value=remark]");
        keyboard.leaving(Keys.ENTER);
        while (!now(version).unsigned().isEmpty()) {
            int left = now(version).unsigned().size();
            if (!keyboard.at(".desk-claim:has([data-sign])")) {
                keyboard.press("j");
                continue;
            }
            keyboard.leaving("a");
            assertThat(now(version).unsigned()).hasSize(left - 1);
        }
        while (!now(version).originalUnread().isEmpty()) {
            keyboard.tabTo("[data-original]");
            keyboard.leaving(Keys.ENTER);
        }
        while (!now(version).unsignedTellings().isEmpty()) {
            keyboard.tabTo("[value=telling]");
            keyboard.leaving(Keys.ENTER);
        }
        keyboard.press("r", "Every claim stands.");
        keyboard.tabTo("[value=for]");
        keyboard.leaving(Keys.ENTER);
        assertThat(now(version).standingOpinions()).hasSize(1);

        be(reviewer(version, "approver", Role.APPROVER));
        keyboard.open(desk);
        keyboard.tabTo("[value=approve]");
        keyboard.leaving(Keys.ENTER);
        assertThat(now(version).state()).isEqualTo(State.APPROVED);

        be(person("publisher", Role.PUBLISHER));
        keyboard.open(desk);
        keyboard.tabTo("[value=publish]");
        keyboard.leaving(Keys.ENTER);
        assertThat(now(version).state()).isEqualTo(State.PUBLISHED);
        keyboard.open("/articles/" + version.address());
        keyboard.tabTo("form.watch .quiet");
        keyboard.leaving(Keys.ENTER);
    }

    @Test
    void aBoardMemberDeclaresExplainsATermAndDecides() {
        Account member = person(NEW, Role.CLINICAL_REVIEWER);
        be(member);
        keyboard.open("/me/interests");
        keyboard.tabTo("[name=nothing]");
        keyboard.press(Keys.SPACE, Keys.ENTER);
        browser.await("#specialty");
        keyboard.isSomewhere();

        keyboard.open("/glossary");
        keyboard.tabTo("#q");
        keyboard.press("osteo");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo(".glossary a");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo("#meaning");
        keyboard.all();
        keyboard.press("bones that break with little force");
        keyboard.tabTo("#source");
        keyboard.all();
        keyboard.press("a page we read");
        keyboard.leaving(Keys.ENTER);
        assertThat(keyboard.text(".waiting")).contains("little force");

        be(person("second", Role.EVIDENCE_EDITOR));
        keyboard.open("/glossary/edit");
        keyboard.tabTo("[id^=why-]");
        keyboard.press("It is right.");
        keyboard.tabTo("[name=accept][value=true]");
        keyboard.leaving(Keys.ENTER);

        keyboard.open("/inbox");
        keyboard.tabTo("main a, main button");
        keyboard.nothingUnseen();
    }

    @Test
    void anAdministratorAddsSomebodyAndLooksAtTheLibrary() {
        be(person("root", Role.ADMINISTRATOR, Role.CHAIR));
        keyboard.open("/people");
        keyboard.tabTo("main input[name=name]");
        keyboard.press("new" + System.nanoTime());
        keyboard.tabTo("main input[name=shown]");
        keyboard.press("Dr New");
        keyboard.tabTo("main form .go");
        keyboard.leaving(Keys.ENTER);
        assertThat(keyboard.text("main")).contains("Dr New");

        keyboard.open("/policy/edit");
        keyboard.tabTo("main textarea");
        keyboard.press("One more line. ");
        keyboard.press(Keys.TAB);
        keyboard.isSomewhere();

        keyboard.open("/library");
        keyboard.press(Keys.TAB, Keys.ENTER);
        keyboard.tabTo(".foot a");
        keyboard.nothingUnseen();
    }
}
