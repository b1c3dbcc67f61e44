package oropos.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.OverviewText;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.verification.Verification;

/// The articles of a data folder and everything that happens to them: the door of this room.
///
/// Each step is written to `articles.db` and to the ledger, both or neither reported as done. What is
/// read comes from memory, which every step brings up to date.
public final class Reviews implements AutoCloseable {

    /// Longest words of a reason or a remark, in UTF-16 units.
    public static final int LONGEST_WORDS = 2_000;

    /// How often another process is looked for, in nanoseconds.
    private static final long LOOK = 1_000_000_000L;

    private final ArticleFile file;
    private final Ledger ledger;
    private final Rewordings rewordings;
    private final InstantSource clock;
    private final Assignments assignments;
    private final Drafts drafts;
    private final GlossaryDesk glossary;
    private final ErrorReports errors;
    private final Reopenings reopenings;
    private volatile Map<Address, Article> articles;
    private volatile Consumer<Article> toldOfOverviews = any -> {};
    private volatile long looked = System.nanoTime();
    private long changes;

    private Reviews(
            ArticleFile file,
            Library library,
            Verification verification,
            Ledger ledger,
            InstantSource clock) {
        this.file = file;
        this.rewordings = new Rewordings(new Wording(library, verification), this);
        this.ledger = ledger;
        this.clock = clock;
        this.changes = file.read(ArticleFile::changes);
        this.articles = file.read(ArticleFile::all);
        this.assignments = new Assignments(file, ledger, clock, this::at);
        this.drafts = new Drafts(file, clock);
        this.glossary = new GlossaryDesk(file, ledger, clock, verification.explanations());
        this.errors = new ErrorReports(file, clock, this);
        this.reopenings = new Reopenings(file, library, ledger, this);
    }

    /// Whether a data folder has articles yet.
    public static boolean isIn(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(ArticleFile.NAME));
    }

    public static Reviews open(
            Path dataFolder, Library library, Verification verification, Ledger ledger) {
        return open(dataFolder, library, verification, ledger, InstantSource.system());
    }

    public static Reviews open(
            Path dataFolder,
            Library library,
            Verification verification,
            Ledger ledger,
            InstantSource clock) {
        return new Reviews(ArticleFile.open(dataFolder), library, verification, ledger, clock);
    }

    // ---- reading

    public Collection<Article> all() {
        return current().values();
    }

    /// Explanations of terms for patients and carers, and who looks at new ones.
    public GlossaryDesk glossary() {
        return glossary;
    }

    public Optional<Article> at(Address address) {
        return Optional.ofNullable(current().get(address));
    }

    /// What stands in memory; once a second it is asked whether another process has written since.
    private Map<Address, Article> current() {
        long now = System.nanoTime();
        if (now - looked > LOOK) {
            looked = now;
            synchronized (this) {
                file.read(open -> {
                    long there = open.changes();
                    if (there != changes) {
                        articles = open.all();
                        changes = there;
                    }
                    return there;
                });
            }
        }
        return articles;
    }

    public Optional<Answer> answer(Address address, int number) {
        return file.read(open -> open.answer(address, number));
    }

    /// Fingerprints of claims that clinicians signed on versions that were approved.
    public Set<String> signedElsewhere(Address but) {
        Set<String> signed = new HashSet<>();
        for (Article article : articles.values()) {
            if (article.address().equals(but)) {
                continue;
            }
            for (ArticleVersion version : article.versions()) {
                if (version.isApprovedNow()) {
                    version.work().signOffs().stream()
                            .filter(Work.SignOff::clinician)
                            .forEach(one -> signed.add(one.of()));
                }
            }
        }
        return signed;
    }

    /// Who was asked to look at what, by when.
    public Assignments assignments() {
        return assignments;
    }

    /// Other words for what a version says.
    public Rewordings rewordings() {
        return rewordings;
    }

    /// What readers report on pages.
    public ErrorReports errors() {
        return errors;
    }

    /// Which pages have to be looked at again.
    public Reopenings reopenings() {
        return reopenings;
    }

    /// What people typed on the desk and have not sent.
    public Drafts drafts() {
        return drafts;
    }

    Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    // ---- steps

    /// Hands an answer in for review: a new article, or a new version of the one that has its title.
    ///
    /// @param specialty of the reviewers it waits for
    public Moved submit(Answer handedIn, String specialty, Person person, Terms terms) {
        // which overviews hold its statements is of the day it was asked; an article says it anew
        Answer answer = handedIn.withOverviews(null);
        Optional<Moved.Refused> unfit = rewordings.unfit(answer);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        synchronized (this) {
            Optional<Article> same =
                    articles.values().stream()
                            .filter(one -> one.title().equals(answer.title()))
                            .filter(one -> one.isOverview() == OverviewText.isIn(answer))
                            .findFirst();
            if (same.isPresent() && same.get().latest().state().isOpen()) {
                return new Moved.Refused(
                        Moved.Why.STATE,
                        "Version "
                                + same.get().latest().number()
                                + " of this article is in work already: /articles/"
                                + same.get().address()
                                + ".");
            }
            Address address = same.map(Article::address).orElseGet(() -> free(answer.title()));
            Moved done = added(answer, address, same, specialty, person, terms);
            return done instanceof Moved.Done(ArticleVersion submitted)
                    ? asItStands(submitted)
                    : done;
        }
    }

    private Moved added(
            Answer answer,
            Address address,
            Optional<Article> same,
            String specialty,
            Person person,
            Terms terms) {
        int number = same.map(one -> one.latest().number() + 1).orElse(1);
        return file.write(open -> {
            Map<String, Integer> numbers =
                    new TreeMap<>(
                            open.head(address).map(ArticleFile.Head::numbers).orElse(Map.of()));
            Content content = Contents.of(answer, numbers);
            ArticleVersion draft =
                    ArticleVersion.draft(address, number, specialty, content, person.account());
            Moved moved =
                    draft.after(
                            new Step.Submit(),
                            person,
                            0,
                            circumstances(address, terms, new Step.Submit()));
            if (moved instanceof Moved.Done(ArticleVersion submitted)) {
                open.addArticle(
                        new ArticleFile.Head(
                                address, answer.title(), Contents.subjects(answer), numbers));
                open.addVersion(submitted, answer);
                Told.to(ledger, draft, submitted, new Step.Submit(), person);
                articles = open.all();
            }
            return moved;
        });
    }

    /// How the sources of a version stand at this moment, whatever came into the library since it was asked
    /// or since an import last looked: what it must be flagged for is flagged before anything is signed
    /// for good.
    private Moved asItStands(ArticleVersion version) {
        at(version.address())
                .ifPresent(article ->
                        reopenings.follow(
                                List.of(
                                        new Article(
                                                article.address(),
                                                article.title(),
                                                article.subjects(),
                                                List.of(version)))));
        return at(version.address())
                .flatMap(article -> article.version(version.number()))
                .<Moved>map(Moved.Done::new)
                .orElseGet(Reviews::unknown);
    }

    /// Why a version that its record calls approved is not shown as such, or empty: the words kept are
    /// others than were signed, or the ledger knows of no such approval.
    public Optional<String> disowned(ArticleVersion version, Answer answer) {
        Work.Approval approval = version.work().approval();
        if (approval == null || !version.isApprovedNow()) {
            return Optional.empty();
        }
        if (!version.content().isOf(answer)) {
            return Optional.of("The words kept here are not the words that were signed.");
        }
        boolean told =
                ledger.of(Told.subject(version)).stream()
                        .anyMatch(one ->
                                one.act().what().equals(Told.APPROVED)
                                        && one.act().who().equals(approval.by())
                                        && one.act().why().equals(Told.approval(approval)));
        return told
                ? Optional.empty()
                : Optional.of("The ledger knows of no such approval by whoever is named for it.");
    }

    /// Takes a step on a version.
    ///
    /// @param seen the revision whoever takes it looked at
    public Moved take(
            Address address, int number, long seen, Step step, Person person, Terms terms) {
        return step instanceof Step.Change
                ? new Moved.Refused(
                        Moved.Why.UNKNOWN, "Words are changed by choosing others or leaving out.")
                : taken(address, number, seen, step, null, person, terms);
    }

    /// What speaks against each step of somebody who looks at a version, by the name of the step.
    public Map<String, Moved.Refused> hindrances(
            Address address, int number, Person person, Terms terms) {
        return at(address)
                .flatMap(article -> article.version(number))
                .map(version ->
                        Hindrances.of(
                                version, person, circumstances(address, terms, new Step.Take())))
                .orElse(Map.of());
    }

    /// Publishes an approved version; the one before it is superseded in the same moment.
    public Moved publish(Address address, int number, long seen, Person person, Terms terms) {
        return at(address)
                .flatMap(article -> article.version(number))
                .map(version ->
                        take(
                                address,
                                number,
                                seen,
                                new Step.Publish(Due.next(version.content(), today())),
                                person,
                                terms))
                .orElseGet(Reviews::unknown);
    }

    /// @param changed what the version says after the step, or null where that does not change
    synchronized Moved taken(
            Address address,
            int number,
            long seen,
            Step step,
            @Nullable Changed changed,
            Person person,
            Terms terms) {
        Optional<Article> article = at(address);
        Optional<ArticleVersion> version = article.flatMap(one -> one.version(number));
        if (article.isEmpty() || version.isEmpty()) {
            return unknown();
        }
        if ((step instanceof Step.Approve || step instanceof Step.Publish)
                && seen == version.get().revision()
                && asItStands(version.get()) instanceof Moved.Done(ArticleVersion now)
                && now.revision() != seen) {
            return now.openFlags().stream()
                    .filter(flag -> flag.gravity() == Flag.Gravity.SAFETY)
                    .findFirst()
                    .<Moved>map(flag -> Rules.no(Moved.Why.FLAGGED, flag.reason()))
                    .orElseGet(() ->
                            taken(address, number, now.revision(), step, changed, person, terms));
        }
        return told(
                address,
                file.write(open -> {
                    Step whole = step;
                    if (changed != null && step instanceof Step.Change change) {
                        ArticleFile.Head head = open.head(address).orElseThrow();
                        Map<String, Integer> numbers = new TreeMap<>(head.numbers());
                        Content content = changed.content(numbers);
                        open.addArticle(
                                new ArticleFile.Head(
                                        address, head.title(), head.subjects(), numbers));
                        whole = new Step.Change(content, change.what(), change.reworded());
                    }
                    Moved moved =
                            version.get()
                                    .after(
                                            whole,
                                            person,
                                            seen,
                                            circumstances(address, terms, whole));
                    if (moved instanceof Moved.Done(ArticleVersion next)) {
                        if (!open.replace(next, seen, changed == null ? null : changed.answer())) {
                            articles = open.all();
                            return version.get()
                                    .after(whole, person, -1, circumstances(address, terms, whole));
                        }
                        Told.to(ledger, version.get(), next, whole, person);
                        if (step instanceof Step.Publish) {
                            supersede(open, article.get(), next, person, terms);
                        }
                        articles = with(article.get(), open);
                    }
                    return moved;
                }));
    }

    /// Has somebody told of every overview that something happened to: who keeps the published ones where
    /// answers find them.
    public void tellOfOverviews(Consumer<Article> told) {
        this.toldOfOverviews = told;
    }

    private Moved told(Address address, Moved moved) {
        if (moved instanceof Moved.Done) {
            at(address).filter(Article::isOverview).ifPresent(toldOfOverviews);
        }
        return moved;
    }

    private void supersede(
            ArticleFile open, Article article, ArticleVersion next, Person person, Terms terms)
            throws java.sql.SQLException {
        for (ArticleVersion before : article.versions()) {
            if (before.state() == State.PUBLISHED && before.number() != next.number()) {
                Step step = new Step.Supersede(next.number());
                Moved moved =
                        before.after(
                                step,
                                person,
                                before.revision(),
                                circumstances(article.address(), terms, step));
                if (!(moved instanceof Moved.Done(ArticleVersion superseded))
                        || !open.replace(superseded, before.revision(), null)) {
                    throw new IllegalStateException(
                            "version " + before.number() + " could not be superseded");
                }
                Told.to(ledger, before, superseded, step, person);
            }
        }
    }

    /// What stands in memory is read anew.
    void reread(ArticleFile open) throws java.sql.SQLException {
        articles = open.all();
    }

    void tell(Article overview) {
        toldOfOverviews.accept(overview);
    }

    // ---- the rest

    Circumstances circumstances(Address address, Terms terms, Step step) {
        return new Circumstances(
                clock.instant(),
                terms.policy(),
                terms.interests(),
                step instanceof Step.SignClaim(var claim, boolean confirming) && confirming
                        ? signedElsewhere(address)
                        : Set.of(),
                terms.signers());
    }

    private Map<Address, Article> with(Article article, ArticleFile open)
            throws java.sql.SQLException {
        Map<Address, Article> all = new TreeMap<>(java.util.Comparator.comparing(Address::value));
        all.putAll(articles);
        all.put(article.address(), Objects.requireNonNull(open.all(article.address())));
        return all;
    }

    private Address free(String title) {
        Address wanted = Address.of(title);
        Address address = wanted;
        for (int i = 2; articles.containsKey(address); i++) {
            address = wanted.numbered(i);
        }
        return address;
    }

    static Moved unknown() {
        return new Moved.Refused(Moved.Why.UNKNOWN, "There is no such article, version or claim.");
    }

    @Override
    public void close() {
        file.close();
    }
}
