package oropos.web;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A headless browser with a fresh profile, which counts what executes that should not.
final class Chromium implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /// Runs before every page: payloads call `fire()` or `alert()`.
    private static final String WATCH =
            "window.fired = 0; window.violations = 0;"
                    + "window.fire = () => { window.fired++; };"
                    + "window.alert = window.fire; window.print = window.fire;"
                    + "addEventListener('securitypolicyviolation', () => window.violations++, true);";

    final ChromiumDriver driver;
    private final String server;

    private Chromium(ChromiumDriver driver, String server) {
        this.driver = driver;
        this.server = server;
    }

    /// Opens it, or skips the test where there is none.
    static Chromium open(int port, Path profile) {
        Assumptions.assumeTrue(
                Files.isExecutable(BINARY) && Files.isExecutable(DRIVER),
                "skipped: no Chromium here; apt-get install chromium chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BINARY.toFile());
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
        ChromiumDriver driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .build(),
                        options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return new Chromium(driver, "http://localhost:" + port);
    }

    void go(String path) {
        driver.get(server + path);
    }

    String path() {
        return driver.getCurrentUrl().substring(server.length());
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /// Until the page that a key or click leads to is there.
    void await(String css) {
        new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(20))
                .until(page -> !page.findElements(By.cssSelector(css)).isEmpty());
    }

    /// Does what leads to another page, and waits until that one is whole: a form that is slow to answer
    /// would else answer into the page asked for next.
    void leaving(Runnable act) {
        WebElement page = driver.findElement(By.tagName("html"));
        act.run();
        new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(20))
                .until(any -> isGone(page));
        new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(20))
                .until(any ->
                        "complete".equals(driver.executeScript("return document.readyState")));
    }

    /// Whether another page took the place of an element's; the driver has more than one way to say so.
    static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    /// Is somebody from now on.
    void stay(String secret) {
        driver.manage().deleteAllCookies();
        driver.manage().addCookie(new Cookie.Builder("stay", secret).path("/").build());
    }

    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void theme(String theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    int number(String script) {
        return driver.executeScript("return Math.round(" + script + ")") instanceof Number number
                ? number.intValue()
                : Integer.MIN_VALUE;
    }

    /// By how many pixels the page is wider than the screen.
    int sideways() {
        return number(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /// What bars somebody from the page, with the places.
    List<String> barriers() {
        return barriers(driver, ofAllRules());
    }

    /// The same for what hangs on theme and screen alone: everything else was found in the other theme.
    List<String> barriersOfLook() {
        return barriers(driver, ofLook());
    }

    @SuppressWarnings("deprecation")
    static AxeBuilder ofAllRules() {
        return new AxeBuilder().setLegacyMode(true);
    }

    static AxeBuilder ofLook() {
        return ofAllRules().withRules(List.of("color-contrast", "link-in-text-block"));
    }

    static List<String> barriers(WebDriver page, AxeBuilder rules) {
        return rules.analyze(page).getViolations().stream()
                .map((Rule rule) -> rule.getId() + " " + rule.getNodes())
                .toList();
    }

    /// Keeps a picture where `-Doropos.shots` names a folder.
    void picture(String name) throws IOException {
        String folder = System.getProperty("oropos.shots");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
