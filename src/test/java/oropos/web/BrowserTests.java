package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages in a real browser: what is on the first screen, what opens, and who can use it.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class BrowserTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String QUESTION =
            "What is the best treatment for an 8-year-old with condition B and borderline B?";

    @LocalServerPort int port;
    @TempDir static Path profile;

    /// One for all tests: each begins with nothing stored and as every browser is.
    private static ChromiumDriver browser;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: no Chromium here; apt-get install chromium chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        browser =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .build(),
                        options);
    }

    @BeforeEach
    void begin() {
        browser.get("about:blank");
        browser.manage().deleteAllCookies();
        browser.executeCdpCommand(
                "Storage.clearDataForOrigin",
                Map.of("origin", "http://localhost:" + port, "storageTypes", "all"));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        script(true);
        desktop();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private void desktop() {
        screen(1280, 800, false);
    }

    private void phone() {
        screen(390, 844, true);
    }

    private void screen(int width, int height, boolean mobile) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    private void theme(String theme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    private void script(boolean on) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    private void go(String path) {
        browser.get("http://localhost:" + port + path);
    }

    private void ask(String question) {
        go("/");
        browser.findElement(By.id("question")).sendKeys(question);
        browser.findElement(By.cssSelector("form.ask .go")).click();
        await(b -> b.getCurrentUrl().contains("/a/") && !b.findElements(By.id("answer")).isEmpty());
    }

    private void await(Predicate<ChromiumDriver> met) {
        new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                .ignoring(StaleElementReferenceException.class)
                .until(b -> met.test(browser));
    }

    private WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private int number(String script, Object... arguments) {
        return browser.executeScript("return Math.round(" + script + ")", arguments)
                        instanceof Number number
                ? number.intValue()
                : Integer.MIN_VALUE;
    }

    private int top(String css) {
        return number("document.querySelector(arguments[0]).getBoundingClientRect().top", css);
    }

    private String active(String property) {
        return String.valueOf(browser.executeScript("return document.activeElement." + property));
    }

    private void noPageScrollsSideways() {
        assertThat(
                        number(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .as(browser.getCurrentUrl())
                .isZero();
    }

    @Test
    void aQuestionIsAskedAndAnswered() {
        ask(QUESTION);
        assertThat(find("h1").getText()).isEqualTo("Treatment of condition B in an 8-year-old");
        assertThat(browser.getCurrentUrl()).doesNotContain("condition");
    }

    @Test
    void wordsThatAreAskedBackStayInTheBoxHoweverOften() {
        ask(QUESTION);
        find("#next").sendKeys("And his teacher?");
        find("form.follow .go").click();
        await(b -> b.getCurrentUrl().contains("unclear=person"));
        await(b -> "And his teacher?".equals(find("#next").getDomProperty("value")));
        find("form.follow .go").click();
        await(b -> active("id").equals("next") && find("form.follow .problem").isDisplayed());
        assertThat(find("#next").getDomProperty("value")).isEqualTo("And his teacher?");
        go("/");
        assertThat(browser.getCurrentUrl()).doesNotContain("teacher");
        assertThat(browser.executeScript("return sessionStorage.getItem('asked')")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFalseAlarmIsRestoredForThisQuestionByOneClick(boolean scripted) {
        script(scripted);
        ask("Does Dr. Zubrowskaya, 67, with condition B need drug A?");
        assertThat(find(".asked q").getText()).contains("[name]").doesNotContain("Zubrowskaya");
        assertThat(find("#taken q").getText()).isEqualTo("Dr. Zubrowskaya");
        String first = browser.getCurrentUrl();

        find("#taken button").click();
        await(b -> !b.findElements(By.cssSelector("#taken .restored")).isEmpty());
        assertThat(browser.getCurrentUrl()).isNotEqualTo(first).doesNotContain("Zubrowskaya");
        assertThat(find("#taken .restored q").getText()).isEqualTo("Dr. Zubrowskaya");
        assertThat(find(".asked q").getText()).contains("[name]");

        find("#taken button").click();
        await(b -> b.findElements(By.cssSelector("#taken .restored")).isEmpty());
        assertThat(find("#taken q").getText()).isEqualTo("Dr. Zubrowskaya");

        browser.manage().deleteCookieNamed("taken");
        browser.navigate().refresh();
        assertThat(browser.findElements(By.id("taken"))).isEmpty();
    }

    @Test
    void anExampleIsAskedByOneClick() {
        go("/");
        find(".examples li:nth-child(2) button").click();
        await(b -> b.getCurrentUrl().contains("/a/"));
        assertThat(find(".asked q").getText())
                .isEqualTo("Should a 67-year-old woman be screened for osteoporosis?");
    }

    @Test
    void theStagesAreShownWithTheirCountsAndAFailureIsSaid() {
        try (PlannedFailure failure = new PlannedFailure()) {
            go("/");
            find("#question").sendKeys("fail");
            find("form.ask .go").click();
            await(b -> find("#progress .problem").isDisplayed());
            assertThat(find("#progress [data-step=searched]").getText()).contains("1,286 sources");
            assertThat(find("#progress [data-step=searched]").getDomAttribute("class")).isNotNull();
            assertThat(find("#progress .problem").getText()).contains("Please ask again");
            assertThat(find("#question").isDisplayed()).isTrue();
            assertThat(find("#question").getDomProperty("value")).isEqualTo("fail");
            assertThat(failure.logged()).hasSize(1);
        }
    }

    @Test
    void theBottomLineBeginsOnTheFirstScreen() {
        ask(QUESTION);
        assertThat(top(".bottom .lead")).isBetween(0, 800 - 60);
        phone();
        assertThat(top(".bottom .lead")).isBetween(0, 844 - 60);
    }

    @Test
    void theQuoteOfAMarkOpensBesideItByMouse() {
        ask(QUESTION);
        WebElement mark = find(".bottom .card a.c[href='#c-2a']");
        mark.click();
        assertThat(find("#rail").getText())
                .contains("Oropos's summary of Doe et al.")
                .contains("Event D happened in 1 of 20 people")
                .contains("randomised trial, 40 people")
                .contains("not stated");
        assertThat(mark.getDomAttribute("aria-current")).isEqualTo("true");
        assertThat(find("#rail mark").isDisplayed()).isTrue();
        assertThat(browser.findElements(By.cssSelector("#rail blockquote"))).isEmpty();
    }

    @Test
    void theQuoteOfAMarkOpensByKeyboardAndEscapeLeadsBack() {
        ask(QUESTION);
        browser.executeScript("document.querySelector('.bottom .lead a.c').focus()");
        new Actions(browser).sendKeys(Keys.TAB).perform();
        assertThat(active("hash")).isEqualTo("#c-1b");
        assertThat(find("#rail").getText()).contains("1b");
        new Actions(browser).sendKeys(Keys.ENTER).perform();
        assertThat(active("id")).isEqualTo("rail");
        new Actions(browser).sendKeys(Keys.TAB).perform();
        assertThat(active("textContent")).isEqualTo("Open in its place");
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        assertThat(active("hash")).isEqualTo("#c-1b");
    }

    @Test
    void theRailFollowsTheReadersPlace() {
        ask(QUESTION);
        await(b -> find("#rail .no").getText().equals("1a"));
        browser.executeScript("document.getElementById('h-indirect').scrollIntoView()");
        // The rail is written anew as the reader moves on: one look at a time.
        await(b -> find("#rail .no").getText().equals("3"));
        await(b -> find("#rail").getText().contains("asked about 8 years, studied in adults"));
    }

    @Test
    void onAPhoneTheQuoteComesAsASheetFromBelow() {
        phone();
        ask(QUESTION);
        assertThat(find("#rail").isDisplayed()).isFalse();
        find(".bottom .lead a.c").click();
        assertThat(find("#rail").isDisplayed()).isTrue();
        assertThat(find("#rail mark").getText()).startsWith("Treatment A may be considered");
        assertThat(active("id")).isEqualTo("rail");
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        assertThat(find("#rail").isDisplayed()).isFalse();
        assertThat(active("hash")).isEqualTo("#c-1a");
        find(".bottom .lead a.c").click();
        find("#rail .close").click();
        assertThat(find("#rail").isDisplayed()).isFalse();
    }

    @Test
    void withoutScriptTheQuotesStandUnderTheReferences() {
        script(false);
        ask(QUESTION);
        assertThat(browser.findElements(By.id("rail")).getFirst().isDisplayed()).isFalse();
        find(".bottom .lead a.c").click();
        assertThat(browser.getCurrentUrl()).endsWith("#c-1a");
        assertThat(find("#c-1a mark").isDisplayed()).isTrue();
        assertThat(find("#c-3 mark").isDisplayed()).isTrue();
        noPageScrollsSideways();
    }

    @Test
    void everyQuoteIsPrinted() {
        ask(QUESTION);
        String pdf = browser.print(new PrintOptions()).getContent();
        assertThat(Base64.getDecoder().decode(pdf))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.executeScript("dispatchEvent(new Event('beforeprint'))");
        for (WebElement note : browser.findElements(By.cssSelector(".note mark"))) {
            assertThat(note.isDisplayed()).isTrue();
        }
        assertThat(find(".sheet").isDisplayed()).isTrue();
        assertThat(find(".sheet").getText()).contains("/a/").contains("Not reviewed by a person");
        assertThat(find(".sheet").getCssValue("display")).isEqualTo("table-footer-group");
        assertThat(find(".sheet").getCssValue("break-inside")).isEqualTo("avoid");
        assertThat(find(".bar").isDisplayed()).isFalse();
    }

    @Test
    void anEmergencyFillsThePhoneFirst() {
        phone();
        ask("She cannot walk since today, is it an emergency?");
        assertThat(top(".emergency .do")).isBetween(0, 300);
        assertThat(top(".bar")).isGreaterThan(top(".emergency .do"));
        assertThat(
                        browser.executeScript(
                                "return document.elementFromPoint(20, 5).closest('.emergency') !== null"))
                .isEqualTo(true);
    }

    /// The page that is open, at each width of screens; laid out anew for each, which takes a moment.
    private void noPageScrollsSideways(boolean phones, int... widths) {
        String wider =
                "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        for (int width : widths) {
            screen(width, 800, phones && width < 768);
            await(b -> number("innerWidth") == width);
            assertThat(number(wider))
                    .as(
                            "%s at %d pixels: %s",
                            browser.getCurrentUrl(),
                            width,
                            browser.executeScript(
                                    "return [...document.querySelectorAll('body *')]"
                                            + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                                            + ".map(e => e.tagName + '.' + e.className)"
                                            + ".join(' ')"))
                    .isZero();
        }
    }

    @Test
    void noPageScrollsSidewaysAtAnyWidth() {
        int[] widths = {320, 390, 768, 1024, 1088, 1280, 1920};
        for (String path :
                List.of(
                        "/",
                        "/library",
                        "/about",
                        "/nowhere",
                        "/source?id=guideline:place/removed")) {
            go(path);
            noPageScrollsSideways(false, widths);
        }
        desktop();
        ask("<b>" + "pneumonoultramicroscopic".repeat(40) + " \u202Eesrever for B?");
        noPageScrollsSideways(false, widths);
    }

    @Test
    void tenThousandLettersWithoutASpaceWrap() {
        go("/");
        browser.executeScript(
                "document.getElementById('question').value = 'x'.repeat(10000);"
                        + "document.querySelector('form.ask').requestSubmit()");
        await(b -> b.getCurrentUrl().contains("/a/"));
        noPageScrollsSideways();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingBarsAnyoneFromAnyPage(String theme) throws IOException {
        theme(theme);
        for (String path :
                List.of(
                        "/",
                        "/library",
                        "/about",
                        "/nowhere",
                        "/source?id=pmid:10000001&at=60-90",
                        "/source?id=guideline:place/removed")) {
            go(path);
            nothingBarsAnyone(theme);
        }
        for (String question : List.of(QUESTION, "An emergency?", "Is there nothing?")) {
            ask(question);
            browser.executeScript(
                    "document.querySelectorAll('details').forEach(d => { d.open = true; })");
            nothingBarsAnyone(theme);
            phone();
            find("a.c").click();
            nothingBarsAnyoneByItsLook();
            desktop();
        }
    }

    @Test
    void aSearchIsTypedNarrowedAndWidenedByKeyboardAlone() {
        go("/search");
        find("#q").sendKeys("condition B", Keys.TAB, Keys.ENTER);
        await(b -> !b.findElements(By.id("found")).isEmpty());
        assertThat(browser.getCurrentUrl()).endsWith("/search?q=condition%20B");
        find(".narrow a").sendKeys(Keys.ENTER);
        await(b -> !b.findElements(By.cssSelector(".filters a")).isEmpty());
        find(".filters a").sendKeys(Keys.ENTER);
        await(b -> b.findElements(By.cssSelector(".filters")).isEmpty());
    }

    @Test
    void noSearchScrollsSidewaysAtAnyWidth() {
        for (String page : List.of("/search", "/search?q=condition+B", "/search?q=b%5Bxyz%5D")) {
            go(page);
            noPageScrollsSideways(true, 320, 390, 768, 1024, 1280, 1920);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingBarsAnyoneFromSearching(String theme) {
        theme(theme);
        for (String page :
                List.of(
                        "/search",
                        "/search?q=emergency&f=design:cohort&from=20",
                        "/search?q=nothing",
                        "/search?q=b%5Bxyz%5D")) {
            go(page);
            nothingBarsAnyone(theme);
            phone();
            nothingBarsAnyone(theme);
            desktop();
        }
    }

    /// The other mode of axe runs in a second window, which our pages may not open.
    @SuppressWarnings("deprecation")
    private void nothingBarsAnyone(String theme) {
        assertThat(
                        Chromium.barriers(
                                browser,
                                theme.equals("dark") ? Chromium.ofLook() : Chromium.ofAllRules()))
                .as(browser.getCurrentUrl())
                .isEmpty();
    }

    /// What hangs on the screen and the theme alone: the rest was found at the desk.
    private void nothingBarsAnyoneByItsLook() {
        assertThat(Chromium.barriers(browser, Chromium.ofLook()))
                .as(browser.getCurrentUrl())
                .isEmpty();
    }
}
