package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
import oropos.review.ArticleVersion;
import oropos.review.ReviewedLibrary;

/// Every task of a reader, over the starter library, in a browser whose mouse is never touched. [Keyboard] looks at every place the focus stops.
@Tag("browser")
@SpringBootTest(
        classes = PublishedHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardWalkTests {

    @Autowired ReviewedLibrary house;
    @LocalServerPort int port;
    @TempDir static Path profile;
    private Chromium browser;
    private Keyboard keyboard;
    private ArticleVersion article;

    @BeforeAll
    void open() {
        browser = Chromium.open(port, profile);
        keyboard = new Keyboard(browser);
        article = house.published(house.submitted(ReviewedLibrary.SCREENING));
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

    @Test
    void aReaderAsksStopsAndAsksAgain() {
        keyboard.open("/");
        keyboard.press(Keys.TAB);
        assertThat(keyboard.at(".skip")).isTrue();
        keyboard.press(Keys.ENTER);
        keyboard.tabTo("#question");
        keyboard.press(ReviewedLibrary.CHILD);
        keyboard.tabTo("form.ask .go");
        keyboard.press(Keys.ENTER, Keys.ESCAPE);
        assertThat(browser.path()).isEqualTo("/#question");
        assertThat(keyboard.at("#question")).as("stopped, with the words to edit").isTrue();
        assertThat(browser.find("#question").getDomProperty("value"))
                .isEqualTo(ReviewedLibrary.CHILD);
        assertThat(browser.find("#progress").isDisplayed()).isFalse();
        keyboard.tabTo("form.ask [name=reader]");
        keyboard.press(Keys.ARROW_DOWN);
        keyboard.isSomewhere();
        keyboard.tabTo("form.ask .go");
        keyboard.press(Keys.ENTER, Keys.TAB);
        assertThat(keyboard.at(".stop") || browser.path().startsWith("/a/")).isTrue();
        browser.await("#answer");
        keyboard.until(() -> !keyboard.at("body"));

        keyboard.open("/");
        keyboard.tabTo(".examples button");
        keyboard.asking(Keys.SPACE);
        assertThat(keyboard.at("h1, .emergency .do")).isTrue();
        keyboard.nothingUnseen();
    }

    @Test
    void aReaderReadsAnAnswer() {
        keyboard.ask(ReviewedLibrary.CHILD);
        assertThat(keyboard.at("h1")).isTrue();

        keyboard.press("?");
        assertThat(browser.find("#keys").isDisplayed()).isTrue();
        keyboard.isSomewhere();
        keyboard.press(Keys.TAB, Keys.TAB, Keys.TAB);
        assertThat(
                        browser.number(
                                "document.getElementById('keys').contains(document.activeElement) || document.activeElement === document.body ? 1 : 0"))
                .as("a dialog keeps the focus while it is open")
                .isEqualTo(1);
        keyboard.press(Keys.ESCAPE);
        assertThat(keyboard.at("h1")).as("and gives it back").isTrue();

        keyboard.press("j", "j", "k", "e");
        assertThat(keyboard.at("#rail")).isTrue();
        keyboard.press(Keys.TAB, Keys.ESCAPE);
        assertThat(keyboard.where()).as("the quote gives the focus back").contains("aria-current");
        keyboard.tabTo(".said-list .c");
        keyboard.press(Keys.ENTER);
        assertThat(keyboard.at("#rail")).isTrue();
        keyboard.tabTo("#rail .links a[href^='/source']");
        keyboard.leaving(Keys.ENTER);
        assertThat(browser.path()).startsWith("/source");
        keyboard.leaving(() -> browser.driver.navigate().back());

        browser.screen(390, 844);
        keyboard.press("t", "j", "e");
        assertThat(browser.find("#rail .close").isDisplayed()).isTrue();
        keyboard.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.find("#rail").isDisplayed()).isFalse();
        assertThat(keyboard.at(".c")).as("the sheet gives the focus back").isTrue();
        browser.screen(1280, 900);

        keyboard.tabTo(".again summary");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo(".again [name=reader]");
        keyboard.press(Keys.ARROW_UP);
        keyboard.tabTo(".again button");
        keyboard.leaving(Keys.ENTER);
        assertThat(browser.path()).contains("reader=");

        keyboard.press("r");
        keyboard.isSomewhere();
        keyboard.tabTo("[data-print]");
        keyboard.tabTo("a[href$='/handover']");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo(".links a[href*='form=']");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo("[data-copy]");
        keyboard.press(Keys.ENTER);
        keyboard.isSomewhere();
        keyboard.tabTo("#sheet");
        keyboard.nothingUnseen();
    }

    @Test
    void aReaderChangesFactsAndFollowsUp() {
        keyboard.ask(ReviewedLibrary.CHILD);
        keyboard.tabTo(".chips .drop");
        keyboard.asking(Keys.SPACE);
        assertThat(keyboard.at(".changes, .changes summary, .emergency .do"))
                .as("what changed is what is read first")
                .isTrue();

        keyboard.tabTo(".correct summary");
        keyboard.press(Keys.SPACE);
        keyboard.tabTo("#edit-age");
        keyboard.press("67");
        keyboard.tabTo("#edit-sex");
        keyboard.press(Keys.ARROW_DOWN);
        keyboard.tabTo(".correct .quiet");
        keyboard.asking(Keys.ENTER);
        assertThat(keyboard.text(".chips")).contains("67 years");

        keyboard.tabTo("form.told summary");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo("form.told input[type=text]");
        keyboard.press("a fall from standing");
        keyboard.tabTo("form.told .quiet");
        keyboard.asking(Keys.ENTER);

        keyboard.press("f");
        assertThat(keyboard.at("#next")).isTrue();
        keyboard.press("What about the dose of zoledronate?");
        keyboard.tabTo("form.follow .go");
        keyboard.asking(Keys.ENTER);
        assertThat(keyboard.text(".thread")).isNotEmpty();

        keyboard.ask(ReviewedLibrary.SCREENING);
        browser.driver.executeScript("document.querySelector('[data-next]').scrollIntoView()");
        browser.await("#next-questions button");
        keyboard.tabTo("#next-questions button");
        keyboard.asking(Keys.ENTER);

        keyboard.tabTo("form[action$='/share'] button");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo("form[action$='/unshare'] button");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo("form[action$='/forget'] button");
        keyboard.leaving(Keys.ENTER);
        keyboard.nothingUnseen();
    }

    @Test
    void aReaderSearchesAndNarrows() {
        keyboard.open("/search");
        keyboard.tabTo("#q");
        keyboard.press("osteoporosis screening");
        keyboard.tabTo("form[role=search] .go");
        keyboard.leaving(Keys.ENTER);
        assertThat(keyboard.at("#q")).as("the words can be changed at once").isFalse();
        keyboard.tabTo(".narrow a:not(.chosen)");
        keyboard.leaving(Keys.ENTER);
        assertThat(keyboard.at("#count")).isTrue();
        keyboard.tabTo(".filters a");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo(".count a[href*=newest]");
        keyboard.leaving(Keys.ENTER);
        keyboard.tabTo(".syntax summary, .hits h3 a");
        keyboard.tabTo(".hits h3 a");
        keyboard.leaving(Keys.ENTER);
        assertThat(browser.path()).startsWith("/source");
        keyboard.nothingUnseen();
    }

    @Test
    void aReaderReadsAnArticleAsksItAndKeepsALog() {
        keyboard.open("/reading-log");
        keyboard.tabTo("[data-begin]");
        keyboard.press(Keys.ENTER);
        keyboard.isSomewhere();
        keyboard.tabTo("[data-csv]");
        keyboard.tabTo("[data-end]");
        keyboard.press(Keys.ENTER);
        keyboard.isSomewhere();

        keyboard.open("/articles");
        keyboard.tabTo(".entries a[href$='" + article.address() + "']");
        keyboard.leaving(Keys.ENTER);
        assertThat(browser.path()).startsWith("/articles/" + article.address());
        keyboard.press("j", "e");
        assertThat(keyboard.at("#rail")).isTrue();
        keyboard.press(Keys.TAB, Keys.ESCAPE);
        keyboard.tabTo("a[href$='changes.atom']");
        keyboard.tabTo(".log summary");
        keyboard.press(Keys.ENTER);
        keyboard.tabTo("#next");
        keyboard.press("And if she were 40?");
        keyboard.tabTo("form.follow .go");
        keyboard.asking(Keys.ENTER);
        assertThat(browser.path()).startsWith("/a/");

        keyboard.open("/articles/" + article.address());
        keyboard.tabTo("#report-words");
        keyboard.press("A number is missing.");
        keyboard.tabTo(".report .quiet");
        keyboard.leaving(Keys.ENTER);
        keyboard.nothingUnseen();
    }

    @Test
    void tabGoesThroughEveryPageAsItIsReadAndOutAgain() {
        keyboard.ask(ReviewedLibrary.CHILD);
        String answer = browser.path().replaceAll("[?#].*", "");
        for (String page :
                List.of(
                        answer,
                        answer + "?reader=carer",
                        answer + "/evidence",
                        "/",
                        "/search?q=bone",
                        "/articles/" + article.address(),
                        "/library",
                        "/sign-in",
                        "/rules",
                        "/policy")) {
            keyboard.wholePage(page);
        }
        browser.theme("dark");
        keyboard.wholePage(answer);
        keyboard.ask("My 8-year-old cannot move his legs since a fall today, what should I do?");
        keyboard.wholePage(browser.path());
        browser.theme("light");
        keyboard.wholePage(browser.path());
        keyboard.nothingUnseen();
    }
}
