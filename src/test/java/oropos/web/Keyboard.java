package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Somebody without a mouse: every step is a key, and at every stop the place of the focus must be seen.
///
/// Seen means: an outline of at least two pixels, or a bar drawn as a shadow, that stands out from the
/// ground around it by 3 to 1 (WCAG 2.2, 1.4.11 and 2.4.7). What is not seen is kept until [#faults()].
final class Keyboard {

    private static final int MOST_STOPS = 500;
    private static final int AT_ONCE = 12;

    private static final String WATCH =
            """
            window.walk = {stops: [], faults: []};
            addEventListener('focusin', event => {
              const e = event.target;
              if (e === document.body) return;
              const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
              const light = c => { const [r, g, b] = parts(c).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const against = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
              const ground = n => { for (; n; n = n.parentElement) { const c = getComputedStyle(n).backgroundColor; const p = parts(c); if (c.startsWith('rgb') && (p.length < 4 || p[3] === 1)) return c; } return 'rgb(255, 255, 255)'; };
              const seen = n => { const s = getComputedStyle(n); const around = ground(n.parentElement);
                const outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? against(s.outlineColor, around) : 0;
                const shadow = /^rgb/.test(s.boxShadow) ? against(s.boxShadow, around) : 0;
                return Math.max(outline, shadow); };
              const best = Math.max(seen(e), ...[...e.children].filter(c => e.matches('aside')).map(seen));
              const box = e.getBoundingClientRect();
              const name = e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('') + ' "' + (e.textContent || e.value || '').trim().slice(0, 40) + '"';
              if (best < 3) walk.faults.push(location.pathname + ': the focus is not seen on ' + name + ' (' + best.toFixed(1) + ')');
              if (box.width === 0 || box.height === 0) walk.faults.push(location.pathname + ': nothing to see of ' + name);
              if (e.tabIndex > 0) walk.faults.push(location.pathname + ': out of the order of reading ' + name);
              walk.stops.push(e);
            });
            """;

    private static final String LOST =
            "const e = document.activeElement; return !e || e === document.body || e === document.documentElement"
                    + " || !e.checkVisibility()";

    private final Chromium browser;

    Keyboard(Chromium browser) {
        this.browser = browser;
        browser.driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    }

    /// Opens an address, as one typed into the browser.
    void open(String path) {
        keepFaults();
        browser.go(path);
    }

    void press(CharSequence... keys) {
        Actions actions = new Actions(browser.driver);
        for (CharSequence one : keys) {
            actions.sendKeys(one);
        }
        actions.perform();
    }

    /// Tab, from where the focus is, until what is in focus matches; never a second time past the end.
    void tabTo(String css) {
        if (at(css)) {
            return;
        }
        String passed = "return walk.stops.slice(arguments[1]).some(e => e.matches(arguments[0]))";
        for (int pressed = 0; pressed < MOST_STOPS; pressed += AT_ONCE) {
            int before = browser.number("walk.stops.length");
            CharSequence[] tabs = new CharSequence[AT_ONCE];
            Arrays.fill(tabs, Keys.TAB);
            press(tabs);
            if (Boolean.TRUE.equals(browser.driver.executeScript(passed, css, before))) {
                for (int back = 0; back < AT_ONCE && !at(css); back++) {
                    new Actions(browser.driver)
                            .keyDown(Keys.SHIFT)
                            .sendKeys(Keys.TAB)
                            .keyUp(Keys.SHIFT)
                            .perform();
                }
                assertThat(at(css)).as("Tab leads back to " + css).isTrue();
                return;
            }
        }
        throw new AssertionError("no key leads to " + css + " at " + browser.path());
    }

    /// All of what a box holds, for what is typed next to take its place.
    void all() {
        new Actions(browser.driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .perform();
    }

    boolean at(String css) {
        return Boolean.TRUE.equals(
                browser.driver.executeScript(
                        "return document.activeElement.matches(arguments[0])", css));
    }

    /// Does by key what leads to another page, whose focus must not be at the nothing of its top.
    void leaving(Runnable act) {
        keepFaults();
        browser.leaving(act);
        isSomewhere();
    }

    void leaving(CharSequence... keys) {
        leaving(() -> press(keys));
    }

    /// Asks by key, past the page that shows how far it is.
    void asking(CharSequence... keys) {
        leaving(() -> {
            press(keys);
            assertThat(Boolean.TRUE.equals(browser.driver.executeScript(LOST)))
                    .as("the focus is lost while it is asked")
                    .isFalse();
        });
    }

    /// The element in focus, as it is written.
    String where() {
        return String.valueOf(
                browser.driver.executeScript(
                        "return document.activeElement.cloneNode().outerHTML"));
    }

    /// The focus is at something that can be seen, at the latest a moment after what was done.
    void isSomewhere() {
        try {
            new WebDriverWait(browser.driver, Duration.ofSeconds(10), Duration.ofMillis(20))
                    .until(page -> !Boolean.TRUE.equals(browser.driver.executeScript(LOST)));
        } catch (TimeoutException lost) {
            throw new AssertionError(
                    "the focus is lost at " + browser.path() + ": " + where(), lost);
        }
    }

    void until(BooleanSupplier so) {
        new WebDriverWait(browser.driver, Duration.ofSeconds(20), Duration.ofMillis(20))
                .until(page -> so.getAsBoolean());
    }

    /// Tab from the top of the page to its end: in the order of reading, and out again.
    void wholePage(String path) {
        open(path);
        for (int pressed = 0; pressed < MOST_STOPS; pressed += 60) {
            CharSequence[] tabs = new CharSequence[60];
            Arrays.fill(tabs, Keys.TAB);
            press(tabs);
            if (browser.number("new Set(walk.stops).size < walk.stops.length ? 1 : 0") == 1) {
                break;
            }
        }
        assertThat(
                        browser.driver.executeScript(
                                """
                                const once = [];
                                for (const e of walk.stops) { if (once.includes(e)) break; once.push(e); }
                                const still = once.filter(e => e.isConnected);
                                const wrong = still.slice(1).filter((e, i) => !(still[i].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING));
                                const ends = walk.stops.length > once.length && walk.stops[once.length] === once[0];
                                return [ends ? '' : 'no way out', ...wrong.map(e => e.outerHTML.slice(0, 80))].join(' ').trim()
                                """))
                .as("Tab through " + path)
                .isEqualTo("");
    }

    private final java.util.Set<String> kept = new java.util.TreeSet<>();

    private void keepFaults() {
        Object faults = browser.driver.executeScript("return window.walk ? walk.faults : []");
        if (faults instanceof List<?> list) {
            list.forEach(one -> kept.add(String.valueOf(one)));
        }
    }

    /// Where the focus was not seen, or out of order, on all pages so far.
    java.util.Set<String> faults() {
        keepFaults();
        return kept;
    }

    /// Asks on the front page and waits for the answer.
    void ask(String question) {
        open("/");
        tabTo("#question");
        press(question);
        tabTo("form.ask .go");
        asking(Keys.ENTER);
        assertThat(browser.path()).startsWith("/a/");
    }

    void nothingUnseen() {
        assertThat(faults()).isEmpty();
    }

    String text(String css) {
        return browser.find(css).getText();
    }
}
