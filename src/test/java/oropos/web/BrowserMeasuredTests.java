package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a page costs whoever reads it, in a real browser, on a phone and at a desk: largest paint,
/// interaction, shift, barriers, weight. `-Doropos.port=8080` measures a running server instead of the
/// pages on invented texts; only what does not hang on the machine is held against an aim.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class BrowserMeasuredTests {

    private static final int MOST_BYTES = 40 * 1024;
    private static final String QUESTION =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final String WATCH =
            "window.lcp = 0; window.cls = 0; window.inp = 0;"
                    + "new PerformanceObserver(l => { for (const e of l.getEntries()) lcp = e.startTime; })"
                    + ".observe({type: 'largest-contentful-paint', buffered: true});"
                    + "new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) cls += e.value; })"
                    + ".observe({type: 'layout-shift', buffered: true});"
                    + "new PerformanceObserver(l => { for (const e of l.getEntries()) inp = Math.max(inp, e.duration); })"
                    + ".observe({type: 'event', buffered: true, durationThreshold: 16});";

    @LocalServerPort int port;
    @TempDir Path profile;

    private record Seen(String page, String screen, double paint, double shift, double action) {}

    @Test
    void pagesStandStillAndBarNobody() throws IOException {
        int at = Integer.getInteger("oropos.port", port);
        List<Seen> seen = new ArrayList<>();
        List<String> barriers = new ArrayList<>();
        try (Chromium browser = Chromium.open(at, profile)) {
            browser.driver.executeCdpCommand(
                    "Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
            for (boolean phone : List.of(true, false)) {
                screen(browser, phone);
                browser.go("/");
                WebElement box = browser.find("#question");
                box.sendKeys(QUESTION, Keys.TAB);
                browser.find("form.ask .go").click();
                browser.await("#bottom-line");
                String answer = browser.path();
                for (String page :
                        List.of(
                                "/",
                                answer,
                                answer + "?reader=carer",
                                answer + "/handover",
                                answer + "/evidence",
                                answer + "/next",
                                "/library",
                                "/articles",
                                "/search",
                                "/reading-log")) {
                    browser.go(page);
                    settle();
                    seen.add(measured(browser, page.replace(answer, "/a/ID"), phone));
                    assertThat(browser.sideways())
                            .as("%s goes sideways by %s", page, wide(browser))
                            .isLessThan(2);
                    // Contrast hangs on the theme, places on the screen: each is seen once.
                    String theme = phone ? "dark" : "light";
                    browser.theme(theme);
                    (phone ? browser.barriersOfLook() : browser.barriers())
                            .forEach(one -> barriers.add(page + " " + theme + " " + one));
                    browser.picture(
                            (phone ? "phone" : "desk")
                                    + page.replace(answer, "-a").replaceAll("\\W", "-"));
                }
                browser.go(answer + "?reader=physician#yours");
                settle();
                browser.picture((phone ? "phone" : "desk") + "-yours");
            }
        }
        System.out.println("| page | screen | largest paint | interaction | shift |");
        seen.forEach(one ->
                System.out.println(
                        String.format(
                                Locale.ROOT,
                                "| %s | %s | %.0f ms | %.0f ms | %.3f |",
                                one.page(),
                                one.screen(),
                                one.paint(),
                                one.action(),
                                one.shift())));
        assertThat(barriers).isEmpty();
        assertThat(seen).allSatisfy(one -> assertThat(one.shift()).isLessThan(0.01));
    }

    private static void screen(Chromium browser, boolean phone) {
        browser.driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        phone ? 390 : 1280,
                        "height",
                        phone ? 844 : 800,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        phone));
    }

    /// What reaches beyond the screen, to be named where a page does.
    private static Object wide(Chromium browser) {
        return String.valueOf(
                browser.driver.executeScript(
                        "const w = document.documentElement.clientWidth; return"
                                + " [...document.querySelectorAll('body *')].filter(e =>"
                                + " e.getBoundingClientRect().right > w + 1).slice(0, 8).map(e =>"
                                + " e.outerHTML.slice(0, 120))"));
    }

    private static void settle() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a page settled", e);
        }
    }

    /// Opens what a reader opens: a mark's evidence, or the first thing that folds, else a key.
    private static Seen measured(Chromium browser, String page, boolean phone) {
        double paint = number(browser, "lcp");
        List<WebElement> marks = browser.driver.findElements(By.cssSelector(".lead .c, summary"));
        if (marks.isEmpty()) {
            browser.find("body").sendKeys("?");
        } else {
            browser.driver.executeScript(
                    "arguments[0].scrollIntoView({block: 'center'})", marks.getFirst());
            marks.getFirst().click();
        }
        settle();
        return new Seen(
                page,
                phone ? "phone" : "desktop",
                paint,
                number(browser, "cls"),
                number(browser, "inp"));
    }

    private static double number(Chromium browser, String name) {
        return browser.driver.executeScript("return window." + name) instanceof Number value
                ? value.doubleValue()
                : Double.NaN;
    }

    @Test
    void scriptAndStyleWeighLittle() throws IOException {
        int bytes = 0;
        for (String file : List.of("oropos.css", "oropos.js")) {
            String text = Files.readString(Path.of("src/main/resources/static", file));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            System.out.println(file + ": " + packed.size() + " bytes gzipped");
            bytes += packed.size();
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
