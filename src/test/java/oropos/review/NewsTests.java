package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.review.ReviewedLibrary.APPROVER;
import static oropos.review.ReviewedLibrary.PUBLISHER;
import static oropos.review.ReviewedLibrary.TERMS;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.Notice;
import oropos.people.Notice.Urgency;
import oropos.people.People;
import oropos.people.Role;

/// Who hears of what, once; and letters to a real mail server on this machine.
class NewsTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    @TempDir Path folder;
    @TempDir Path board;
    private ReviewedLibrary library;
    private People people;
    private News news;
    private Account editor;
    private Account reviewer;
    private Account author;
    private Account watcher;
    private ArticleVersion version;

    @BeforeEach
    void open() {
        library = new ReviewedLibrary(folder);
        people = People.open(board, library.ledger);
        news = new News(library.reviews, people);
        editor = member("editor", Role.MANAGING_EDITOR);
        reviewer = member("reviewer", Role.CLINICAL_REVIEWER);
        author = member("author", Role.AUTHOR);
        watcher = member("watcher", Role.ASKER);
        version =
                ReviewedLibrary.done(
                        library.reviews.submit(
                                library.ask(ReviewedLibrary.CHILD),
                                "bone",
                                Person.of(author, Optional.empty()),
                                TERMS));
    }

    @AfterEach
    void close() {
        people.close();
        library.close();
    }

    private Account member(String name, Role role) {
        Account added =
                people.add(
                        new NewAccount(
                                name, "Dr " + name, name + "@example.org", "Bone", true, "1"),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(role), AccountId.OPERATOR);
    }

    private List<String> told(Account who) {
        news.gather();
        return people.inbox().of(who.id()).stream().map(Notice::words).toList();
    }

    private ArticleVersion published() {
        Person person = Person.of(reviewer, Optional.empty());
        ArticleVersion signed =
                library.signedAs(library.take(version, new Step.Take(), person), person);
        ArticleVersion judged =
                library.take(
                        signed, new Step.Opine(true, signed.contentHash(), "It stands."), person);
        ArticleVersion approved =
                library.take(
                        judged,
                        new Step.Approve(judged.contentHash(), judged.content().evidence()),
                        APPROVER);
        return ReviewedLibrary.done(
                library.reviews.publish(
                        approved.address(),
                        approved.number(),
                        approved.revision(),
                        PUBLISHER,
                        TERMS));
    }

    private ArticleVersion flagged(ArticleVersion on, Flag.Gravity gravity) {
        Flag flag =
                new Flag(
                        Flag.Kind.SOURCE_RETRACTED,
                        gravity,
                        "work 1",
                        "The secret words of a reason.",
                        library.reviews.today(),
                        null,
                        null,
                        null);
        return library.take(on, new Step.Raise(flag), Person.SOFTWARE);
    }

    @Test
    void whoWasAskedAndRemindedIsToldOnce() {
        library.reviews
                .assignments()
                .assign(version.address(), reviewer, DAY.plusDays(9), editor.id(), people);
        assertThat(told(reviewer))
                .containsExactly("You were asked to review it by 9 December 2026.");
        long id = library.reviews.assignments().openOf(reviewer.id()).getFirst().id();
        library.reviews.assignments().remind(id, editor.id().text());
        assertThat(told(reviewer)).hasSize(2);
        assertThat(news.gather()).isZero();
        assertThat(new News(library.reviews, people).gather()).isZero();
        assertThat(told(editor)).containsExactly("It was handed in and waits for reviewers.");
        assertThat(told(watcher)).isEmpty();
    }

    @Test
    void whatIsReturnedReachesItsAuthorAndARemarkWhoWorksOnIt() {
        Person person = Person.of(reviewer, Optional.empty());
        ArticleVersion taken = library.take(version, new Step.Take(), person);
        ArticleVersion remarked =
                library.take(taken, new Step.Remark(0, "A remark with words."), person);
        library.take(remarked, new Step.Return("Not yet."), person);
        assertThat(told(author))
                .containsExactlyInAnyOrder(
                        "Somebody left a remark.", "It was returned to you with a reason.");
        assertThat(people.inbox().of(author.id()).toString())
                .doesNotContain("Not yet", "with words");
    }

    @Test
    void aWatcherHearsOfPublishingAndOfARetractionButOfNothingFromBefore() {
        library.now = Instant.now().minus(Duration.ofDays(1));
        ArticleVersion published = published();
        news.gather();
        people.inbox().watch(watcher.id(), published.address().value());
        assertThat(told(watcher)).isEmpty();
        library.now = Instant.now();
        flagged(published, Flag.Gravity.SAFETY);
        Account late = member("late", Role.ASKER);
        news.gather();
        assertThat(people.inbox().of(late.id())).isEmpty();
        assertThat(people.inbox().of(watcher.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.urgency()).isEqualTo(Urgency.AT_ONCE);
                    assertThat(one.link()).isEqualTo("/articles/" + published.address());
                    assertThat(one.words())
                            .isEqualTo(
                                    "Source retracted, Approved is suspended until a person decides.");
                });
        assertThat(told(reviewer)).anyMatch(words -> words.startsWith("Source retracted"));
        people.inbox().unwatch(watcher.id(), published.address().value());
        assertThat(people.inbox().watched()).isEmpty();
    }

    @Test
    void aGuestHearsOfTheirOwnArticleAlone() {
        Account guest =
                people.guests()
                        .invite("G", "g@example.org", "Bone", "1", "another-page", 9, editor.id())
                        .account();
        flagged(published(), Flag.Gravity.SAFETY);
        news.gather();
        assertThat(people.inbox().of(guest.id())).isEmpty();
    }

    @Test
    void newsOfLongAgoIsNoNews() {
        library.now = library.now.plus(News.REACH).plusSeconds(1);
        assertThat(told(editor)).isEmpty();
    }

    @Test
    void lettersGoAtOnceDailyAndQuarterlyAndHoldTitlesAndLinksAlone() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            Mail mail =
                    new Mail(
                            MailServer.of(
                                    "smtp://localhost:" + server.getSmtp().getPort(),
                                    null,
                                    "oropos@example.org",
                                    "https://oropos.example.org/"),
                            people,
                            () -> library.now);
            ArticleVersion published = published();
            news.gather();
            assertThat(mail.round()).isEqualTo(2);
            assertThat(mail.round()).isZero();
            flagged(published, Flag.Gravity.MINOR);
            news.gather();
            assertThat(mail.round()).isZero();
            ArticleVersion now = library.now(published);
            Flag safety =
                    new Flag(
                            Flag.Kind.SOURCE_RETRACTED,
                            Flag.Gravity.SAFETY,
                            "work 2",
                            "The secret words of a reason.",
                            DAY,
                            null,
                            null,
                            null);
            library.take(now, new Step.Raise(safety), Person.SOFTWARE);
            news.gather();
            assertThat(mail.round()).isPositive();
            MimeMessage last =
                    server.getReceivedMessages()[server.getReceivedMessages().length - 1];
            assertThat(last.getSubject()).isEqualTo("Safety: 1 piece of news from Oropos");
            String words = String.valueOf(last.getContent()).replace("\r\n", "\n");
            String title = library.reviews.at(published.address()).orElseThrow().title();
            assertThat(words)
                    .contains(title)
                    .contains("https://oropos.example.org/review/" + published.address() + "/1")
                    .doesNotContain("secret")
                    .doesNotContain("work 2");
            Set<String> claims =
                    Set.copyOf(
                            Contents.statements(library.ask(ReviewedLibrary.CHILD))
                                    .values()
                                    .stream()
                                    .map(one -> one.text())
                                    .toList());
            for (MimeMessage each : server.getReceivedMessages()) {
                String said = String.valueOf(each.getContent());
                assertThat(claims).noneMatch(said::contains);
                assertThat(said).doesNotContain(ReviewedLibrary.CHILD);
                assertThat(each.getAllRecipients()).hasSize(1);
            }
            int before = server.getReceivedMessages().length;
            library.now = library.now.plus(Duration.ofDays(32));
            assertThat(mail.round()).as("the quarter is over").isPositive();
            assertThat(server.getReceivedMessages().length).isGreaterThan(before);
        } finally {
            server.stop();
        }
    }

    @Test
    void aGuestIsMailedTheLinkAtOnceAndTheEditorHearsWhereThatFails() throws Exception {
        Article article = library.reviews.all().iterator().next();
        String title = article.title();
        var invited =
                people.guests()
                        .invite(
                                "Prof. Guest",
                                "guest@example.org",
                                "bone",
                                "",
                                article.address().value(),
                                14,
                                AccountId.OPERATOR);
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        MailServer here =
                MailServer.of(
                        "smtp://localhost:" + server.getSmtp().getPort(),
                        null,
                        "oropos@example.org",
                        "https://oropos.example.org/");
        Mail mail = new Mail(here, people, () -> library.now);
        try {
            assertThat(mail.invite(invited.account(), title, invited.secret(), invited.until()))
                    .isTrue();
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage letter = server.getReceivedMessages()[0];
            assertThat(letter.getAllRecipients()[0]).hasToString("guest@example.org");
            assertThat(String.valueOf(letter.getContent()))
                    .contains(title, invited.account().name())
                    .contains("https://oropos.example.org/join/" + invited.secret());
        } finally {
            server.stop();
        }
        assertThat(
                        new Mail(here, people, () -> library.now)
                                .invite(
                                        invited.account(),
                                        title,
                                        invited.secret(),
                                        invited.until()))
                .as("nobody listens there any more")
                .isFalse();
    }

    @Test
    void whatAServerDoesNotTakeIsTriedAgain() {
        news.gather();
        MailServer nowhere =
                MailServer.of("smtp://localhost:1", null, "o@example.org", "http://localhost:8080");
        assertThat(new Mail(nowhere, people, () -> library.now).round()).isZero();
        assertThat(people.inbox().unmailed(editor.id())).hasSize(1);
    }

    @Test
    void whoGaveNoAddressGetsNoLetter() {
        people.change(
                editor.id(),
                new NewAccount("editor", "Dr editor", null, "Bone", true, "1"),
                editor.id());
        news.gather();
        MailServer nowhere =
                MailServer.of("smtp://localhost:1", null, "o@example.org", "http://localhost:8080");
        assertThat(new Mail(nowhere, people, () -> library.now).round()).isZero();
        assertThat(people.inbox().unmailed(editor.id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example.org",
                "mail.example.org",
                "smtp://user:word@mail.example.org",
                "smtp://user@mail.example.org",
                "smtp://"
            })
    void anAddressThatIsNoMailServerIsRefused(String server) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MailServer.of(server, null, "o@example.org", "https://o.example.org"));
    }

    @Test
    void aServerElsewhereIsAskedForTlsAndOneHereNeedsNone() {
        assertThat(MailServer.of("smtps://m.example.org", null, "o@e.org", "https://o.example.org"))
                .satisfies(one -> {
                    assertThat(one.port()).isEqualTo(465);
                    assertThat(one.tls()).isTrue();
                    assertThat(one.isHere()).isFalse();
                });
        assertThat(
                        MailServer.of("smtp://localhost", null, "o@e.org", "https://o.example.org")
                                .isHere())
                .isTrue();
    }
}
