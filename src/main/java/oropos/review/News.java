package oropos.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Inbox;
import oropos.people.Notice;
import oropos.people.Notice.Urgency;
import oropos.people.People;
import oropos.people.Role;

/// Who has to hear of what: reads the articles as they stand and hands what is new to each person's inbox.
///
/// Nothing is pushed while a step is taken. The news is read off the record again and again, and what
/// somebody was told before is not told twice; so it does not matter which process took the step, or
/// whether the server ran then. Words are the program's own: no remark, reason or claim is in them.
///
/// What happened longer ago than [#REACH] is no news: the queue shows it.
public final class News {

    /// How far back the record is read.
    static final Duration REACH = Duration.ofDays(30);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final Set<Role> BOARD =
            Set.of(
                    Role.CLINICAL_REVIEWER,
                    Role.APPROVER,
                    Role.CHAIR,
                    Role.PUBLISHER,
                    Role.MANAGING_EDITOR);

    private final Reviews reviews;
    private final People people;
    private final Set<String> told = new HashSet<>();

    public News(Reviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    /// Hands out what is new.
    ///
    /// @return how many pieces were new to somebody
    public synchronized int gather() {
        Round round = new Round(people, reviews.now().minus(REACH));
        for (Article article : reviews.all()) {
            for (ArticleVersion version : article.versions()) {
                of(article, version, round);
            }
        }
        for (ErrorReport report : reviews.errors().all()) {
            reply(report, round);
        }
        List<Notice> fresh =
                round.news.stream()
                        .filter(one -> told.add(one.account() + " " + one.about()))
                        .toList();
        return people.inbox().deliver(fresh);
    }

    /// One reading of the record.
    private static final class Round {
        private final Instant since;
        private final Map<String, Account> active = new HashMap<>();
        private final Map<String, List<Inbox.Watched>> watched;
        private final List<Notice> news = new ArrayList<>();

        Round(People people, Instant since) {
            this.since = since;
            people.all().stream()
                    .filter(Account::active)
                    .forEach(one -> active.put(one.id().text(), one));
            this.watched =
                    people.inbox().watched().stream()
                            .collect(Collectors.groupingBy(Inbox.Watched::article));
        }

        Set<String> withRole(Role role) {
            return active.values().stream()
                    .filter(one -> one.may(role))
                    .map(one -> one.id().text())
                    .collect(Collectors.toSet());
        }

        /// Members of the board; a guest hears of their own article alone.
        Set<String> board(Address address) {
            return active.values().stream()
                    .filter(one -> one.roles().stream().anyMatch(BOARD::contains))
                    .filter(one -> one.guestOf() == null || address.value().equals(one.guestOf()))
                    .map(one -> one.id().text())
                    .collect(Collectors.toSet());
        }

        Set<String> watchers(Address address, Instant at) {
            return watched.getOrDefault(address.value(), List.of()).stream()
                    .filter(one -> !one.since().isAfter(at))
                    .map(one -> one.account().text())
                    .collect(Collectors.toSet());
        }

        void tell(
                Set<String> whom,
                String about,
                Urgency urgency,
                String words,
                Article article,
                String link,
                Instant at) {
            if (at.isBefore(since)) {
                return;
            }
            for (String account : whom) {
                if (active.containsKey(account)) {
                    news.add(
                            Notice.of(
                                    new AccountId(account),
                                    about,
                                    urgency,
                                    words,
                                    article.title(),
                                    link,
                                    at));
                }
            }
        }
    }

    private void of(Article article, ArticleVersion version, Round round) {
        String name = article.address() + "/" + version.number();
        String desk = "/review/" + name;
        Set<String> workers = new LinkedHashSet<>(version.work().authors());
        workers.addAll(version.judges());
        List<Assignment> given = reviews.assignments().of(version);
        given.forEach(one -> workers.add(one.account()));
        for (Assignment one : given) {
            String due = DAY.format(one.due());
            round.tell(
                    Set.of(one.account()),
                    "assigned:" + one.id(),
                    Urgency.DAILY,
                    "You were asked to review it by " + due + ".",
                    article,
                    desk,
                    one.at());
            Instant reminded = one.reminded();
            if (reminded != null) {
                round.tell(
                        Set.of(one.account()),
                        "reminded:" + one.id() + ":" + reminded,
                        Urgency.DAILY,
                        "Your review is wanted by " + due + ".",
                        article,
                        desk,
                        reminded);
            }
        }
        for (Flag flag : version.openFlags()) {
            flag(article, name, flag, workers, round);
        }
        for (Work.Milestone milestone : version.work().milestones()) {
            milestone(article, version, milestone, round);
        }
        int at = 0;
        for (Work.Remark remark : version.work().remarks()) {
            Set<String> others = new LinkedHashSet<>(workers);
            others.remove(remark.by());
            round.tell(
                    others,
                    "remark:" + name + "/" + at++,
                    Urgency.DAILY,
                    remark.claim() == 0
                            ? "Somebody left a remark."
                            : "Somebody left a remark on claim " + remark.claim() + ".",
                    article,
                    remark.claim() == 0 ? desk : desk + "#d" + remark.claim(),
                    remark.at());
        }
    }

    private static void flag(
            Article article, String name, Flag flag, Set<String> workers, Round round) {
        Instant at = flag.opened().atStartOfDay(ZoneOffset.UTC).toInstant();
        // a flag knows its day only: who began to watch on that day hears of it
        Instant end = flag.opened().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        String about =
                "flag:" + name + "/" + flag.kind() + "/" + flag.about() + "/" + flag.opened();
        Urgency urgency =
                switch (flag.gravity()) {
                    case SAFETY -> Urgency.AT_ONCE;
                    case MATERIAL -> Urgency.DAILY;
                    case MINOR -> Urgency.QUARTERLY;
                };
        String words = flag.kind().words() + ", " + flag.gravity().words() + ".";
        Set<String> editors = new LinkedHashSet<>(workers);
        editors.addAll(round.withRole(Role.MANAGING_EDITOR));
        if (flag.gravity() == Flag.Gravity.SAFETY) {
            editors.addAll(round.board(article.address()));
        }
        round.tell(editors, about, urgency, words, article, "/review/" + name, at);
        Set<String> readers = new LinkedHashSet<>(round.watchers(article.address(), end));
        readers.removeAll(editors);
        round.tell(readers, about, urgency, words, article, "/articles/" + article.address(), at);
    }

    private static void milestone(
            Article article, ArticleVersion version, Work.Milestone milestone, Round round) {
        String name = article.address() + "/" + version.number();
        String about = "state:" + name + "/" + milestone.state() + "/" + milestone.at();
        String desk = "/review/" + name;
        Set<String> authors = new LinkedHashSet<>(version.work().authors());
        Set<String> watchers = round.watchers(article.address(), milestone.at());
        Set<String> both = new LinkedHashSet<>(authors);
        both.addAll(watchers);
        String page = "/articles/" + article.address();
        switch (milestone.state()) {
            case SUBMITTED -> {
                Set<String> editors = new LinkedHashSet<>(round.withRole(Role.MANAGING_EDITOR));
                editors.remove(milestone.by());
                round.tell(
                        editors,
                        about,
                        Urgency.DAILY,
                        "It was handed in and waits for reviewers.",
                        article,
                        "/editor#" + article.address(),
                        milestone.at());
            }
            case CHANGES_REQUESTED ->
                    round.tell(
                            authors,
                            about,
                            Urgency.DAILY,
                            "It was returned to you with a reason.",
                            article,
                            desk,
                            milestone.at());
            case APPROVED -> {
                authors.addAll(round.withRole(Role.PUBLISHER));
                round.tell(
                        authors,
                        about,
                        Urgency.DAILY,
                        "It was approved and can be published.",
                        article,
                        desk,
                        milestone.at());
            }
            case PUBLISHED ->
                    round.tell(
                            both,
                            about,
                            Urgency.DAILY,
                            "Version " + version.number() + " was published.",
                            article,
                            page,
                            milestone.at());
            case WITHDRAWN ->
                    round.tell(
                            both,
                            about,
                            Urgency.AT_ONCE,
                            "The page was withdrawn.",
                            article,
                            page,
                            milestone.at());
            case EXPIRED ->
                    round.tell(
                            both,
                            about,
                            Urgency.DAILY,
                            "Its review is long overdue: it no longer counts as approved.",
                            article,
                            page,
                            milestone.at());
            case DRAFT, UNDER_REVIEW, SUPERSEDED -> {
                // of interest to nobody who does not look at it anyway
            }
        }
    }

    /// The answer to a report of an error, for who watches the page.
    private void reply(ErrorReport report, Round round) {
        Instant at = report.repliedAt();
        if (at != null) {
            reviews.at(report.address())
                    .ifPresent(article ->
                            round.tell(
                                    round.watchers(article.address(), at),
                                    "reply:" + report.id(),
                                    Urgency.DAILY,
                                    "A report of an error was answered.",
                                    article,
                                    "/articles/" + article.address(),
                                    at));
        }
    }
}
