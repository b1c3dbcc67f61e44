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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
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

/// The life of one article in a real browser on the real server: handed in, reviewed, returned,
/// changed, approved, published, re-opened by a retraction, withdrawn; by keyboard.
class ArticleWalkTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String QUESTION =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures"
                    + " and borderline osteoporosis?";

    @TempDir Path folder;
    private Program server;
    private ChromiumDriver browser;
    private Ledger ledger;
    private People people;
    private Path data;

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

    @Test
    void anArticleLivesFromAnAnswerToAWithdrawal() throws Exception {
        Account author = member("author", false, Role.AUTHOR, Role.EVIDENCE_EDITOR);
        Account reviewer = member("reviewer", true, Role.CLINICAL_REVIEWER);
        Account approver = member("approver", true, Role.APPROVER);
        Account publisher = member("publisher", false, Role.PUBLISHER);

        go("/");
        browser.findElement(By.id("question")).sendKeys(QUESTION, Keys.TAB);
        press(browser.findElement(By.cssSelector("form.ask .go")));
        await("/a/");
        String answer = path();
        assertThat(browser.findElement(By.cssSelector(".make")).getText()).contains("Sign in");

        as(author);
        go(answer);
        browser.findElement(By.id("specialty")).sendKeys("paediatric bone", Keys.ENTER);
        await("/review/");
        String desk = path();
        String article = "/articles/" + desk.split("/")[2];
        clean("desk-submitted");
        go(article);
        assertThat(status()).startsWith("Not reviewed by a person.");
        assertThat(
                        browser.findElement(By.cssSelector("meta[name=robots]"))
                                .getDomAttribute("content"))
                .isEqualTo("noindex");
        clean("article-unreviewed");

        as(reviewer);
        go("/review");
        clean("queue");
        press(browser.findElement(By.cssSelector(".waiting a")));
        await("/review/");
        step("take");
        clean("desk");
        signByKeys(2);
        words("reason", "Claim 50 says nothing for this child.");
        step("return");
        assertThat(state()).isEqualTo("Changes requested");

        as(author);
        go(desk);
        step("revise");
        WebElement last = browser.findElements(By.cssSelector(".desk-claim")).getLast();
        int claims = browser.findElements(By.cssSelector(".desk-claim")).size();
        press(last.findElement(By.cssSelector(".more summary")));
        WebElement box = last.findElement(By.cssSelector("textarea"));
        box.sendKeys("Children need no such thing.");
        assertThat(last.findElements(By.cssSelector("[value=leaveOut]")))
                .as("only under review")
                .isEmpty();
        step("submit");

        as(reviewer);
        go(desk);
        step("take");
        last = browser.findElements(By.cssSelector(".desk-claim")).getLast();
        press(last.findElement(By.cssSelector(".more summary")));
        last.findElement(By.cssSelector("textarea")).sendKeys("It says nothing for this child.");
        press(last.findElement(By.cssSelector("[value=leaveOut]")));
        WebElement first = browser.findElements(By.cssSelector(".desk-claim")).getFirst();
        assertThat(browser.findElements(By.cssSelector(".desk-claim")).size()).isLessThan(claims);
        press(first.findElement(By.cssSelector(".more summary")));
        first.findElement(By.cssSelector("textarea")).sendKeys("Everybody should take vitamins.");
        press(first.findElement(By.cssSelector("[value=reword]")));
        assertThat(problem()).startsWith("You judged this version");
        signByKeys(1_000);
        for (WebElement original = next("[value=original]");
                original != null;
                original = next("[value=original]")) {
            press(original);
        }
        for (WebElement sign = next("[value=telling]");
                sign != null;
                sign = next("[value=telling]")) {
            press(sign);
        }
        words("reason", "Every claim stands on its passage.");
        step("for");
        clean("desk-signed");

        as(approver);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=approve]")));
        assertThat(state()).isEqualTo("Approved");
        as(publisher);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=publish]")));
        assertThat(state()).isEqualTo("Published");

        go(article);
        assertThat(status()).startsWith("Approved by people.");
        assertThat(
                        browser.findElement(By.cssSelector("meta[name=robots]"))
                                .getDomAttribute("content"))
                .isEqualTo("index, follow");
        assertThat(browser.findElement(By.cssSelector(".people")).getText())
                .contains("Dr reviewer", "Dr approver");
        everyMarkLeadsSomewhere();
        clean("article-approved");
        browser.findElement(By.id("report-words")).sendKeys("The year is wrong.");
        press(browser.findElement(By.cssSelector(".report button")));
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Thank you");
        for (String page : List.of("/articles", "/transparency", "/current")) {
            go(page);
            clean(page.substring(1));
        }
        for (String machine :
                List.of(
                        "/articles.atom",
                        "/sitemap.xml",
                        "/robots.txt",
                        article + "/references.ris",
                        article + "/references.bib",
                        article + "/references.json",
                        article + "/references.txt",
                        "/api" + article)) {
            assertThat(fetch(machine)).as(machine).isEqualTo(200);
        }

        Path list = folder.resolve("watch.csv");
        Files.writeString(
                list,
                "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,34228102,Retraction\n");
        Typed told = Typed.in("--data", data, "library", "retractions", list);
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("Source retracted", article);
        go(article);
        assertThat(status()).startsWith("Approval suspended.");
        assertThat(browser.findElements(By.cssSelector(".gone-source"))).isNotEmpty();
        clean("article-suspended");
        go("/review");
        assertThat(browser.findElement(By.cssSelector(".gravity-SAFETY")).getText())
                .contains("was retracted");
        press(browser.findElement(By.cssSelector(".gravity-SAFETY a")));
        press(next("[formaction], form[action$='/today'] button"));
        assertThat(browser.findElement(By.cssSelector(".today")).getText()).isNotBlank();
        clean("desk-reopened");

        words("why", "Its main trial was retracted.");
        press(browser.findElement(By.cssSelector("[value=withdraw]")));
        assertThat(state()).isEqualTo("Withdrawn");
        go(article);
        assertThat(status()).startsWith("Withdrawn.").contains("Its main trial was retracted.");
        assertThat(fetch(article)).isEqualTo(200);
        everyMarkLeadsSomewhere();
        clean("article-withdrawn");
        go(article + "/v/1");
        assertThat(status()).startsWith("Withdrawn.");
        everyMarkLeadsSomewhere();
        assertThat(ledger.verify()).isEmpty();
    }

    private Account member(String name, boolean clinician, Role... roles) {
        Account account =
                people.add(
                        new NewAccount(
                                name,
                                "Dr " + name,
                                null,
                                "paediatrics",
                                clinician,
                                clinician ? "12345" : null),
                        AccountId.OPERATOR);
        people.setRoles(account.id(), Set.of(roles), AccountId.OPERATOR);
        people.declare(account.id(), java.time.LocalDate.now().getYear(), null, List.of());
        return account;
    }

    /// Signed in, with nothing to declare in the question of the article in work, if there is one.
    private void as(Account account) throws Exception {
        for (var article : titles()) {
            people.declare(account.id(), java.time.LocalDate.now().getYear(), article, List.of());
        }
        go("/about");
        browser.manage().deleteCookieNamed("stay");
        browser.manage()
                .addCookie(
                        new Cookie(
                                "stay",
                                people.signIns().begin(account.id(), true, "walk").secret()));
    }

    private List<String> titles() {
        return Typed.in("--data", data, "review", "list")
                .out()
                .lines()
                .map(line ->
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(line)
                                .path("title")
                                .stringValue())
                .toList();
    }

    private void go(String path) {
        browser.get("http://localhost:" + server.port() + path);
    }

    private String path() {
        return URI.create(java.util.Objects.requireNonNull(browser.getCurrentUrl())).getPath();
    }

    private void await(String path) {
        new WebDriverWait(browser, Duration.ofSeconds(30)).until(any -> path().startsWith(path));
    }

    /// Enter on what has the focus: no mouse.
    private void press(@org.jspecify.annotations.Nullable WebElement element) {
        WebElement there = java.util.Objects.requireNonNull(element);
        browser.executeScript("arguments[0].focus()", there);
        WebElement page = browser.findElement(By.tagName("html"));
        boolean opens = there.getTagName().equals("summary");
        there.sendKeys(Keys.ENTER);
        if (!opens) {
            new WebDriverWait(browser, Duration.ofSeconds(20))
                    .until(org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf(page));
            new WebDriverWait(browser, Duration.ofSeconds(20))
                    .until(any ->
                            "complete".equals(browser.executeScript("return document.readyState")));
        }
    }

    private void step(String step) {
        press(browser.findElement(By.cssSelector("[name=step][value=" + step + "]")));
    }

    private void words(String id, String words) {
        browser.findElement(By.id(id)).sendKeys(words);
    }

    private @org.jspecify.annotations.Nullable WebElement next(String css) {
        return browser.findElements(By.cssSelector(css)).stream().findFirst().orElse(null);
    }

    /// j to the first claim, then a as often as a claim wants it: the page goes on to the next itself.
    private void signByKeys(int most) {
        for (int i = 0; i < most && next("[data-sign]") != null; i++) {
            WebElement page = browser.findElement(By.tagName("html"));
            if (i == 0) {
                browser.executeScript("document.activeElement.blur()");
                int at =
                        ((Number)
                                        java.util.Objects.requireNonNull(
                                                browser.executeScript(
                                                        "return [...document.querySelectorAll('.desk-claim')].findIndex(c => c.querySelector('[data-sign]'))")))
                                .intValue();
                for (int down = 0; down <= at; down++) {
                    new Actions(browser).sendKeys("j").perform();
                }
            }
            new Actions(browser).sendKeys("a").perform();
            new WebDriverWait(browser, Duration.ofSeconds(20))
                    .until(org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf(page));
            new WebDriverWait(browser, Duration.ofSeconds(20))
                    .until(any ->
                            "complete".equals(browser.executeScript("return document.readyState")));
        }
    }

    private String status() {
        return browser.findElement(By.cssSelector(".status")).getText();
    }

    private String state() {
        assertThat(
                        browser.findElements(By.cssSelector(".problem[role=alert]")).stream()
                                .map(WebElement::getText))
                .isEmpty();
        return browser.findElement(By.cssSelector("main .pills .pill")).getText();
    }

    private String problem() {
        return browser.findElement(By.cssSelector(".problem")).getText();
    }

    /// Promise P2: no link within the page leads nowhere.
    private void everyMarkLeadsSomewhere() {
        assertThat(
                        browser.executeScript(
                                "return [...document.querySelectorAll('main a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
                                        + ".filter(id => !document.getElementById(id))"))
                .isEqualTo(List.of());
    }

    private int fetch(String path) throws Exception {
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
    private void clean(String name) throws IOException {
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
}
