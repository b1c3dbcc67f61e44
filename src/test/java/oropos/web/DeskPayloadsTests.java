package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.Notice;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.Moved;
import oropos.review.Person;
import oropos.review.Reviews;
import oropos.review.Step;
import oropos.review.Terms;

/// Scripts through every field of those who work on articles, into Chromium: titles, specialties, remarks,
/// reasons, drafts, error reports and their answers, guests, passkeys, news, forms held over.
@Tag("browser")
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class DeskPayloadsTests {

    private static final Terms TERMS = new Terms("1", "");

    /// Payloads on one article, so that a page stays one that a browser opens soon.
    private static final int EACH = 50;

    @Autowired People people;
    @Autowired Reviews reviews;
    @Autowired SmallRoom room;
    @LocalServerPort int port;
    @TempDir Path profile;
    private Chromium browser;
    private int pages;

    @BeforeEach
    void open() {
        browser = Chromium.open(port, profile);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void nothingRan(String path) {
        browser.go(path);
        nothingRan();
    }

    private void nothingRan() {
        pages++;
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
        assertThat(browser.driver.getTitle()).as("whole at " + where).contains("Oropos");
    }

    private Account everything() {
        Account added =
                people.add(
                        new NewAccount(
                                "all" + System.nanoTime(), "Dr All", null, "Bone", true, "1"),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), EnumSet.allOf(Role.class), AccountId.OPERATOR);
    }

    private ArticleVersion done(Moved moved) {
        assertThat(moved).isInstanceOf(Moved.Done.class);
        return ((Moved.Done) moved).version();
    }

    @Test
    void noScriptThroughAnyFieldOfTheDeskRuns() {
        List<Integer> chosen = Payloads.chosen();
        for (int from = 0; from < chosen.size(); from += EACH) {
            List<String> bad =
                    chosen.subList(from, Math.min(from + EACH, chosen.size())).stream()
                            .map(Payloads::of)
                            .toList();
            article(bad);
        }
        System.out.println(
                chosen.size() + " payloads through the fields of the desk, " + pages + " pages");
    }

    /// All of them in the text, whose lines are each refused with their words, and shown again; in the two
    /// boxes that hold one at a time a sample in a build, all with `-Doropos.payloads=2000`. What is typed
    /// is kept, so each is shown by two pages: the answer to the form, and the form opened anew.
    @Test
    void noScriptThroughTheFormOfAnOverviewRuns() {
        List<String> bad = Payloads.chosen().stream().map(Payloads::of).toList();
        Account all = everything();
        be(all);
        browser.go("/overviews/new");
        for (int from = 0; from < bad.size(); from += 200) {
            List<String> some = bad.subList(from, Math.min(from + 200, bad.size()));
            filled(
                    "# " + some.getFirst() + "\n## " + String.join("\n## ", some),
                    some.getFirst(),
                    some.getLast(),
                    "check");
            assertThat(browser.find("#text").getDomProperty("value")).contains(some.getLast());
            nothingRan("/overviews/new");
            assertThat(browser.find("#text").getDomProperty("value")).contains(some.getLast());
        }
        int each = bad.size() >= Payloads.ALL ? 1 : 25;
        for (int i = 0; i < bad.size(); i += each) {
            filled("# Topic", bad.get(i), bad.get((i + 1) % bad.size()), "find");
            assertThat(browser.find("#specialty").getDomProperty("value"))
                    .isEqualTo(bad.get(i).strip());
        }
        System.out.println(
                bad.size() + " payloads through the form of an overview, " + pages + " pages");
    }

    private void filled(String text, String specialty, String words, String step) {
        browser.driver.executeScript(
                "document.getElementById('text').value = arguments[0];"
                        + "document.getElementById('specialty').removeAttribute('maxlength');"
                        + "document.getElementById('specialty').value = arguments[1];"
                        + "document.getElementById('q').value = arguments[2];",
                text,
                specialty,
                words);
        browser.leaving(() -> browser.find("p [value=" + step + "]").click());
        nothingRan();
    }

    private void article(List<String> bad) {
        Account all = everything();
        Person person = Person.of(all, Optional.empty());
        Person author = new Person("writer", EnumSet.of(Role.AUTHOR), false, null);
        String title = bad.getFirst() + " " + System.nanoTime();
        ArticleVersion version =
                done(
                        reviews.submit(
                                new SmallAnswer(room).titled(bad.getLast(), title),
                                bad.getLast(),
                                author,
                                TERMS));
        version = take(version, new Step.Take(), person);
        List<Integer> claims = new ArrayList<>();
        version.content().claims().forEach(one -> claims.add(one.number()));
        List<Notice> news = new ArrayList<>();
        List<Account> keepers = new ArrayList<>(List.of(all));
        for (int i = 0; i < bad.size(); i++) {
            String one = bad.get(i);
            int claim = claims.get(i % claims.size());
            version = take(version, new Step.Remark(i % 3 == 0 ? 0 : claim, one), person);
            version = take(version, new Step.Rate(claim, "low", one, one), person);
            reviews.drafts()
                    .keep(
                            all.id().text(),
                            version.address(),
                            1,
                            i % 2 == 0 ? "reason" : "w" + claim,
                            one);
            assertThat(reviews.errors().report(version.address(), 0, one)).isTrue();
            version = reviews.at(version.address()).orElseThrow().latest();
            if (i % 10 == 0) {
                people.guests()
                        .invite(
                                one,
                                "g@example.org",
                                one,
                                one,
                                version.address().value(),
                                9,
                                all.id());
            }
            if (people.passkeys().of(keepers.getLast().id()).size() == 20) {
                keepers.add(everything());
            }
            people.passkeys().add(keepers.getLast().id(), "k" + System.nanoTime(), one, "{}");
            news.add(
                    Notice.of(
                            all.id(),
                            "test " + System.nanoTime(),
                            Notice.Urgency.DAILY,
                            one,
                            one,
                            "/about",
                            java.time.Instant.now()));
        }
        people.inbox().deliver(news);
        people.inbox().watch(all.id(), version.address().value());
        version = take(version, new Step.Return(bad.getFirst()), person);
        be(all);
        String desk = "/review/" + version.address() + "/1";
        for (String path :
                List.of(
                        desk,
                        "/review",
                        "/editor",
                        "/inbox",
                        "/articles/" + version.address(),
                        "/articles",
                        "/people",
                        "/board")) {
            nothingRan(path);
        }
        for (Account keeper : keepers) {
            be(keeper);
            nothingRan("/me");
        }
        be(all);
        browser.go(desk);
        browser.driver.executeScript(
                "const f = document.querySelector('form:has(#reason)');"
                        + "f.elements.words.value = arguments[0];"
                        + "f.querySelector('[value=remark]').click()",
                bad.getLast());
        browser.await("main");
        nothingRan();
        nothingRan("/review?specialty=" + Browserless.encoded(bad.getLast()));
        nothingRan("/sign-in/provider/back?code=x&state=" + Browserless.encoded(bad.getLast()));
    }

    private ArticleVersion take(ArticleVersion version, Step step, Person person) {
        return done(reviews.take(version.address(), 1, version.revision(), step, person, TERMS));
    }

    private void be(Account account) {
        browser.go("/healthz");
        browser.stay(people.signIns().begin(account.id(), true, "test").secret());
    }
}
