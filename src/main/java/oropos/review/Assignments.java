package oropos.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import oropos.ledger.Act;
import oropos.ledger.Ledger;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Conflict;
import oropos.people.People;
import oropos.people.Role;

/// Who was asked to look at which version, by when, and what of it is open: the managing editor's book.
///
/// Being asked gives nobody a right and takes none: whoever may judge a version may do so unasked. An
/// assignment is done when its person has judged the version, and open no longer when the version has
/// left review; both are read from the version, so that the book cannot be wrong about it.
public final class Assignments {

    /// Days before the date in which the program reminds by itself.
    static final int AHEAD = 2;

    /// Least time between two reminders by the program.
    static final Duration BETWEEN = Duration.ofDays(7);

    /// Farthest date that may be set, in days.
    static final int FARTHEST = 366;

    private static final Role[] REVIEWERS = {
        Role.CLINICAL_REVIEWER, Role.LAY_REVIEWER, Role.EVIDENCE_EDITOR, Role.APPROVER, Role.CHAIR
    };

    private final ArticleFile file;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Function<Address, Optional<Article>> articles;

    Assignments(
            ArticleFile file,
            Ledger ledger,
            InstantSource clock,
            Function<Address, Optional<Article>> articles) {
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
        this.articles = articles;
    }

    /// What somebody has to do.
    ///
    /// @param late how many of the open ones are past their date
    public record Load(int open, int late) {

        static final Load NONE = new Load(0, 0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Asks somebody to review the newest version of an article.
    ///
    /// Refused where it could come to nothing: the person may not judge it, or is away until the date.
    ///
    /// @param by account of a managing editor, or of the operator at the command line
    public Assigned assign(
            Address address, Account who, LocalDate due, AccountId by, People people) {
        Optional<Article> article = articles.apply(address);
        if (article.isEmpty()) {
            return new Assigned.Refused("There is no such article.");
        }
        ArticleVersion version = article.get().latest();
        Optional<String> against = against(article.get(), version, who, due, people);
        if (against.isPresent()) {
            return new Assigned.Refused(against.get());
        }
        Assignment made =
                file.write(open -> {
                    open.run(
                            "insert into assignment (address, number, account, due, by_account, at)"
                                    + " values (?,?,?,?,?,?)",
                            address.value(),
                            version.number(),
                            who.id().text(),
                            due.toString(),
                            by.text(),
                            clock.instant().toString());
                    long id =
                            open.rows("select last_insert_rowid()", row -> row.getLong(1))
                                    .getFirst();
                    tell(by.text(), "assigned", version, who.id().text() + ", due " + due);
                    return one(open, id).orElseThrow();
                });
        return new Assigned.Done(made);
    }

    private Optional<String> against(
            Article article, ArticleVersion version, Account who, LocalDate due, People people) {
        if (version.state() != State.SUBMITTED && version.state() != State.UNDER_REVIEW) {
            return Optional.of(
                    "It is \"" + version.state().words() + "\": there is nothing to review.");
        }
        if (!who.mayAny(REVIEWERS)) {
            return Optional.of(who.shownName() + " holds no role that reviews.");
        }
        if (who.guestOf() != null && !article.address().value().equals(who.guestOf())) {
            return Optional.of(who.shownName() + " was invited to another article.");
        }
        if (version.work().authors().contains(who.id().text())) {
            return Optional.of(who.shownName() + " is an author of this version.");
        }
        if (version.asksForClinicians()
                && who.may(Role.CLINICAL_REVIEWER)
                && !who.clinician()
                && !who.may(Role.LAY_REVIEWER)) {
            return Optional.of(
                    "This version asks for clinicians, and " + who.shownName() + " is none.");
        }
        if (people.conflict(who.id(), article.title(), article.subjects()).orElse(null)
                instanceof Conflict.Relevant interest) {
            return Optional.of(who.shownName() + " has an interest. " + interest.reason());
        }
        LocalDate today = today();
        if (due.isBefore(today) || due.isAfter(today.plusDays(FARTHEST))) {
            return Optional.of(
                    "The date is today or later, within "
                            + FARTHEST
                            + " days, but was "
                            + due
                            + ".");
        }
        Optional<LocalDate> away = people.leaves().awayUntil(who.id(), today);
        if (away.isPresent() && !away.get().isBefore(due)) {
            return Optional.of(
                    who.shownName()
                            + " is away until "
                            + away.get()
                            + ": set a later date or ask somebody else.");
        }
        return of(version).stream().anyMatch(one -> one.account().equals(who.id().text()))
                ? Optional.of(who.shownName() + " was asked already.")
                : Optional.empty();
    }

    /// Reminds somebody, at the wish of a person or because it is due.
    ///
    /// @return whether there is such an open assignment
    public boolean remind(long id, String by) {
        return mark(id, by, "reminded", "reminded");
    }

    /// Takes an assignment back.
    public boolean end(long id, String by) {
        return mark(id, by, "ended", "released");
    }

    private boolean mark(long id, String by, String column, String what) {
        return file.write(open -> {
            Optional<Assignment> one = one(open, id).filter(this::isOpen);
            if (one.isEmpty()) {
                return false;
            }
            open.run(
                    "update assignment set " + column + " = ? where id = ?",
                    clock.instant().toString(),
                    id);
            tell(by, what, version(one.get()).orElseThrow(), one.get().account());
            return true;
        });
    }

    /// Reminds of everything that is due, by itself: two days ahead, then once a week.
    ///
    /// @return of what was reminded
    public List<Assignment> remindDue() {
        Instant now = clock.instant();
        LocalDate near = today().plusDays(AHEAD);
        List<Assignment> due =
                open().stream()
                        .filter(one -> !one.due().isAfter(near))
                        .filter(one ->
                                one.reminded() == null
                                        || !one.reminded().plus(BETWEEN).isAfter(now))
                        .toList();
        return due.stream().filter(one -> remind(one.id(), Person.PROGRAM)).toList();
    }

    private void tell(String by, String what, ArticleVersion version, String why) {
        ledger.append(
                new Act(
                        by,
                        "article." + what,
                        "article:" + version.address() + "/" + version.number(),
                        why,
                        null,
                        null));
    }

    /// Everything that is open, the most urgent first.
    public List<Assignment> open() {
        return all().stream()
                .filter(this::isOpen)
                .sorted(Comparator.comparing(Assignment::due).thenComparing(Assignment::id))
                .toList();
    }

    public List<Assignment> openOf(AccountId person) {
        return open().stream().filter(one -> one.account().equals(person.text())).toList();
    }

    /// Who was asked to look at a version and was not let go since.
    public List<Assignment> of(ArticleVersion version) {
        return all().stream()
                .filter(one -> one.ended() == null)
                .filter(one ->
                        one.address().equals(version.address()) && one.number() == version.number())
                .toList();
    }

    /// By account.
    public Map<String, Load> loads() {
        Map<String, Load> loads = new TreeMap<>();
        LocalDate today = today();
        for (Assignment one : open()) {
            loads.merge(
                    one.account(),
                    new Load(1, one.isLate(today) ? 1 : 0),
                    (a, b) -> new Load(a.open() + b.open(), a.late() + b.late()));
        }
        return loads;
    }

    public Load load(AccountId person) {
        return loads().getOrDefault(person.text(), Load.NONE);
    }

    /// Whether its person has judged the version it is about.
    public boolean isDone(Assignment one) {
        return version(one).map(version -> hasJudged(version, one.account())).orElse(false);
    }

    private boolean isOpen(Assignment one) {
        return one.ended() == null
                && version(one)
                        .map(version ->
                                (version.state() == State.SUBMITTED
                                                || version.state() == State.UNDER_REVIEW)
                                        && !hasJudged(version, one.account()))
                        .orElse(false);
    }

    private Optional<ArticleVersion> version(Assignment one) {
        return articles.apply(one.address()).flatMap(article -> article.version(one.number()));
    }

    /// An opinion or approval, or for who signs tellings such a signature.
    private static boolean hasJudged(ArticleVersion version, String account) {
        Work work = version.work();
        Work.Approval approval = work.approval();
        Work.Opinion settled = work.settled();
        return work.opinions().stream().anyMatch(one -> one.by().equals(account))
                || approval != null && approval.by().equals(account)
                || settled != null && settled.by().equals(account)
                || work.signOffs().stream()
                        .anyMatch(one ->
                                one.by().equals(account)
                                        && !one.clinician()
                                        && version.content().tellings().containsValue(one.of()));
    }

    private List<Assignment> all() {
        return new ArrayList<>(
                file.read(open ->
                        open.rows("select * from assignment order by id", Assignments::row)));
    }

    private static Optional<Assignment> one(ArticleFile open, long id) throws SQLException {
        return open.rows("select * from assignment where id = ?", Assignments::row, id).stream()
                .findFirst();
    }

    private static Assignment row(ResultSet row) throws SQLException {
        String reminded = row.getString("reminded");
        String ended = row.getString("ended");
        return new Assignment(
                row.getLong("id"),
                new Address(String.valueOf(row.getString("address"))),
                row.getInt("number"),
                String.valueOf(row.getString("account")),
                LocalDate.parse(String.valueOf(row.getString("due"))),
                String.valueOf(row.getString("by_account")),
                Instant.parse(String.valueOf(row.getString("at"))),
                reminded == null ? null : Instant.parse(reminded),
                ended == null ? null : Instant.parse(ended));
    }
}
