package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import oropos.ledger.Ledger;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.Reviews;

/// A real browser on the real server with a board of invented people, worked by keyboard.
abstract class Walk {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir Path folder;
    Program server;
    ChromiumDriver browser;
    Ledger ledger;
    People people;
    Path data;

    @BeforeEach
    void open() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: no Chromium here; apt-get install chromium chromium-driver");
        data = folder.resolve("data");
        server = Program.serving(data, "--quota", 100_000);
        ledger = Ledger.open(data);
        people = People.open(data, ledger);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--window-size=1280,900",
                "--user-data-dir=" + folder.resolve("profile"));
        browser =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .build(),
                        options);
    }

    @AfterEach
    void close() throws IOException {
        if (browser != null) {
            browser.quit();
        }
        if (people != null) {
            people.close();
            ledger.close();
            server.close();
        }
    }

    Account member(String name, boolean clinician, Role... roles) {
        Account account =
                people.add(
                        new NewAccount(
                                name,
                                "Dr " + name,
                                null,
                                "paediatrics",
                                clinician,
                                clinician ? "12345 " + name : null),
                        AccountId.OPERATOR);
        people.setRoles(account.id(), Set.of(roles), AccountId.OPERATOR);
        people.declare(account.id(), LocalDate.now().getYear(), null, List.of());
        return account;
    }

    /// Signed in, with nothing to declare in the question of the article in work, if there is one.
    void as(Account account) throws Exception {
        for (var article : titles()) {
            people.declare(account.id(), LocalDate.now().getYear(), article, List.of());
        }
        go("/about");
        browser.manage().deleteCookieNamed("stay");
        browser.manage()
                .addCookie(
                        new Cookie(
                                "stay",
                                people.signIns().begin(account.id(), true, "walk").secret()));
    }

    /// Read beside the server: a command would open the whole library for it.
    List<String> titles() throws SQLException {
        List<String> titles = new ArrayList<>();
        if (!Reviews.isIn(data)) {
            return titles;
        }
        try (Connection articles =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("articles.db"));
                ResultSet row =
                        articles.createStatement().executeQuery("select title from article")) {
            while (row.next()) {
                titles.add(row.getString(1));
            }
        }
        return titles;
    }

    void go(String path) {
        browser.get("http://localhost:" + server.port() + path);
    }

    String path() {
        return URI.create(Objects.requireNonNull(browser.getCurrentUrl())).getPath();
    }

    void await(String path) {
        new WebDriverWait(browser, Duration.ofSeconds(30), Duration.ofMillis(20))
                .until(any -> path().startsWith(path));
    }

    /// Enter on what has the focus: no mouse.
    void press(@Nullable WebElement element) {
        WebElement there = Objects.requireNonNull(element);
        browser.executeScript("arguments[0].focus()", there);
        WebElement page = browser.findElement(By.tagName("html"));
        boolean opens = there.getTagName().equals("summary");
        there.sendKeys(Keys.ENTER);
        if (!opens) {
            new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                    .until(any -> isGone(page));
            new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                    .until(any ->
                            "complete".equals(browser.executeScript("return document.readyState")));
        }
    }

    /// Whether another page took the place of an element's; the driver has more than one way to say so.
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    void step(String step) {
        press(browser.findElement(By.cssSelector("[name=step][value=" + step + "]")));
    }

    void words(String id, String words) {
        browser.findElement(By.id(id)).sendKeys(words);
    }

    @Nullable WebElement next(String css) {
        return browser.findElements(By.cssSelector(css)).stream().findFirst().orElse(null);
    }

    /// j to the first claim, then a as often as a claim wants it: the page goes on to the next itself.
    void signByKeys(int most) {
        for (int i = 0; i < most && next("[data-sign]") != null; i++) {
            WebElement page = browser.findElement(By.tagName("html"));
            if (i == 0) {
                browser.executeScript("document.activeElement.blur()");
                int at =
                        ((Number)
                                        Objects.requireNonNull(
                                                browser.executeScript(
                                                        "return [...document.querySelectorAll('.desk-claim')].findIndex(c => c.querySelector('[data-sign]'))")))
                                .intValue();
                for (int down = 0; down <= at; down++) {
                    new Actions(browser).sendKeys("j").perform();
                }
            }
            new Actions(browser).sendKeys("a").perform();
            new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                    .until(any -> isGone(page));
            new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                    .until(any ->
                            "complete".equals(browser.executeScript("return document.readyState")));
        }
    }

    /// What else wants a signature, or an original to be opened, is signed by the same forms without showing
    /// each page: the key for it was pressed before.
    void signTheRest() {
        Object signed =
                browser.executeAsyncScript(
                        """
                        const done = arguments[0];
                        (async () => {
                          let page = document, signed = 0;
                          for (;;) {
                            const button = page.querySelector('[data-sign], [data-original]');
                            if (!button || signed > 500) break;
                            const body = new URLSearchParams(new FormData(button.form));
                            body.set(button.name, button.value);
                            const sent = await fetch(button.form.getAttribute('action'), {method: 'POST', body});
                            page = new DOMParser().parseFromString(await sent.text(), 'text/html');
                            signed++;
                          }
                          done(signed);
                        })().catch(error => done(String(error)));
                        """);
        assertThat(signed).isInstanceOf(Number.class);
        browser.navigate().refresh();
        assertThat(next("[data-sign], [data-original]")).isNull();
    }

    String status() {
        return browser.findElement(By.cssSelector(".status")).getText();
    }

    String state() {
        assertThat(
                        browser.findElements(By.cssSelector(".problem[role=alert]")).stream()
                                .map(WebElement::getText))
                .isEmpty();
        return browser.findElement(By.cssSelector("main .pills .pill")).getText();
    }

    String problem() {
        return browser.findElement(By.cssSelector(".problem")).getText();
    }

    /// Promise P2: no link within the page leads nowhere.
    void everyMarkLeadsSomewhere() {
        assertThat(
                        browser.executeScript(
                                "return [...document.querySelectorAll('main a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
                                        + ".filter(id => !document.getElementById(id))"))
                .isEqualTo(List.of());
    }

    int fetch(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + server.port() + path))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /// axe finds nothing; with `-Doropos.shots=FOLDER` a picture is kept.
    @SuppressWarnings("deprecation")
    void clean(String name) throws IOException {
        String shots = System.getProperty("oropos.shots");
        if (shots != null) {
            Files.createDirectories(Path.of(shots));
            Object data =
                    browser.executeCdpCommand(
                                    "Page.captureScreenshot",
                                    Map.of("captureBeyondViewport", false))
                            .get("data");
            Files.write(
                    Path.of(shots, "article-" + name + ".png"),
                    Base64.getDecoder().decode(String.valueOf(data)));
        }
        List<Rule> violations =
                new AxeBuilder().setLegacyMode(true).analyze(browser).getViolations();
        assertThat(violations)
                .as(browser.getCurrentUrl())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /// Milliseconds to the largest paint of the page that is open.
    long paint() {
        Object paint =
                browser.executeAsyncScript(
                        "const told = arguments[0];"
                                + "new PerformanceObserver(l => told(Math.round(l.getEntries().at(-1).startTime)))"
                                + ".observe({type: 'largest-contentful-paint', buffered: true});");
        return ((Number) Objects.requireNonNull(paint)).longValue();
    }

    private Object width() {
        return Objects.requireNonNull(
                browser.executeScript("return document.documentElement.scrollWidth"));
    }

    private static final String WIDE =
            "return [...document.querySelectorAll('body *')]"
                    + ".filter(e => e.getBoundingClientRect().right > innerWidth + .5).slice(0, 6)"
                    + ".map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)"
                    + " + ' ' + e.textContent.trim().slice(0, 60)).join(' | ')";

    /// The page as a phone shows it: nothing wider than the screen.
    void phone(String path, String name) throws IOException, InterruptedException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 375, "height", 812, "deviceScaleFactor", 1, "mobile", true));
        go(path);
        // a browser that has much to do may still be laying out
        for (int tries = 0; tries < 12 && !width().equals(375L); tries++) {
            Thread.sleep(250);
        }
        assertThat(width()).as(path + ", too wide: " + browser.executeScript(WIDE)).isEqualTo(375L);
        clean(name);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
}
