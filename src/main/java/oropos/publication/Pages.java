package oropos.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Declaration;
import oropos.people.Interest;
import oropos.people.People;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.CitedSource;
import oropos.review.ErrorReport;
import oropos.review.Flag;
import oropos.review.NumberedClaim;
import oropos.review.Reviews;
import oropos.review.State;
import oropos.review.Work;

/// Puts together what the public sees of one version.
final class Pages {

    private final Reviews reviews;
    private final People people;

    Pages(Reviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    Page page(Article article, ArticleVersion version, Answer answer) {
        Work.Approval approval = version.work().approval();
        return new Page(
                article.address(),
                article.title(),
                article.subjects(),
                status(version, answer),
                version.number(),
                article.shown().number(),
                Articles.code(version),
                dates(version, answer),
                tracker(version),
                signatories(version, article.title()),
                approval == null ? "" : depth(version),
                version.minority().stream().map(Work.Opinion::reason).toList(),
                board(version, article.title()),
                approval == null ? "" : approval.policy(),
                editions(article),
                log(article),
                numbers(version),
                ratings(version),
                struck(version),
                version,
                answer);
    }

    /// "Approved" is said of the words as they are kept, by whoever the ledger knows: not by a row alone.
    private Status status(ArticleVersion version, Answer answer) {
        Work.Approval approval = version.work().approval();
        Optional<String> why =
                approval == null ? Optional.empty() : reviews.disowned(version, answer);
        return approval != null && why.isPresent()
                ? new Status.Suspended(Page.day(approval.at()), why.get())
                : Status.of(version);
    }

    private static Page.Dates dates(ArticleVersion version, Answer answer) {
        LocalDate asked = Status.reached(version, State.SUBMITTED);
        LocalDate content = version.changed().map(Page::day).orElse(asked);
        LocalDate reviewed =
                version.work().opinions().stream()
                        .map(one -> Page.day(one.at()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new Page.Dates(
                asked,
                LocalDate.parse(answer.basis().asOf()),
                content,
                reviewed,
                version.work().due());
    }

    /// The three steps everybody knows, and what else became of it.
    private static List<Page.Tracked> tracker(ArticleVersion version) {
        List<Page.Tracked> tracker = new ArrayList<>();
        for (State state : List.of(State.SUBMITTED, State.UNDER_REVIEW, State.APPROVED)) {
            tracker.add(tracked(version, state));
        }
        if (version.state() != State.PUBLISHED
                && tracker.stream().noneMatch(one -> one.step().equals(version.state().words()))) {
            tracker.add(tracked(version, version.state()));
        }
        return tracker;
    }

    private static Page.Tracked tracked(ArticleVersion version, State state) {
        return version.work().milestones().stream()
                .filter(one -> one.state() == state)
                .reduce((a, b) -> b)
                .map(one -> new Page.Tracked(state.words(), Page.day(one.at()), one.duty()))
                .orElse(new Page.Tracked(state.words(), null, null));
    }

    /// What each account did for a version that was approved, the weightiest duty of each; none before.
    static Map<String, String> duties(ArticleVersion version) {
        Work.Approval approval = version.work().approval();
        Map<String, String> duties = new LinkedHashMap<>();
        if (approval == null) {
            return duties;
        }
        duties.put(approval.by(), "approved");
        Work.Opinion chair = version.work().settled();
        if (chair != null) {
            duties.putIfAbsent(chair.by(), "decided where reviewers differed");
        }
        version.work().opinions().forEach(one -> duties.putIfAbsent(one.by(), "reviewed"));
        Set<String> signed =
                version.content().claims().stream()
                        .map(NumberedClaim::fingerprint)
                        .collect(Collectors.toSet());
        signed.addAll(version.content().tellings().values());
        version.work().signOffs().stream()
                .filter(one -> signed.contains(one.of()))
                .forEach(one -> duties.putIfAbsent(one.by(), "signed claims"));
        version.signedStatements()
                .forEach(one ->
                        one.signers(version.work().authors())
                                .forEach(by -> duties.putIfAbsent(by, "signed a board statement")));
        return duties;
    }

    private List<Page.Signatory> signatories(ArticleVersion version, String title) {
        return duties(version).entrySet().stream()
                .map(one -> signatory(one.getKey(), one.getValue(), title))
                .toList();
    }

    /// What the board says in its own name, as far as two clinicians signed it.
    private List<Page.Judged> board(ArticleVersion version, String title) {
        return version.signedStatements().stream()
                .map(one ->
                        new Page.Judged(
                                one.number(),
                                one.words(),
                                one.signers(version.work().authors()).stream()
                                        .map(by -> signatory(by, "", title).name())
                                        .toList()))
                .toList();
    }

    private Page.Signatory signatory(String id, String duty, String title) {
        Optional<Account> account;
        try {
            account = people.find(new AccountId(id));
        } catch (IllegalArgumentException notAnId) {
            account = Optional.empty();
        }
        return account.map(one ->
                        new Page.Signatory(
                                one.shownName(), duty, specialty(one), interests(one.id(), title)))
                .orElse(new Page.Signatory("a person who left", duty, "", "not known any more"));
    }

    private static String specialty(Account account) {
        String specialty = account.specialty() == null ? "" : account.specialty();
        return account.clinician()
                ? specialty.isEmpty() ? "clinician" : specialty + ", clinician"
                : specialty;
    }

    private String interests(AccountId id, String title) {
        List<String> all =
                people.declarations(id).stream()
                        .filter(one -> one.question() == null || one.question().equals(title))
                        .map(Declaration::interests)
                        .flatMap(List::stream)
                        .map(Pages::words)
                        .distinct()
                        .toList();
        return all.isEmpty() ? "none declared" : String.join("; ", all);
    }

    private static String words(Interest interest) {
        return interest.kind().words() + ", " + interest.with();
    }

    /// What lay open beside the claims that were signed: full texts, abstracts, summaries.
    private static String depth(ArticleVersion version) {
        List<CitedSource> sources =
                version.content().sources().stream().filter(one -> one.claims() > 0).toList();
        long full = kinds(sources, "fullText");
        long abstracts = kinds(sources, "abstract");
        long summaries = sources.size() - full - abstracts;
        return "The cited passages of all "
                + sources.size()
                + " sources lay open beside the claims: "
                + full
                + " from full texts, "
                + abstracts
                + " from abstracts, "
                + summaries
                + " from summaries.";
    }

    private static long kinds(List<CitedSource> sources, String kind) {
        return sources.stream().filter(one -> one.textKind().equals(kind)).count();
    }

    private static List<Page.Edition> editions(Article article) {
        return article.versions().reversed().stream()
                .map(one ->
                        new Page.Edition(
                                one.number(),
                                one.state().words(),
                                Page.day(one.work().milestones().getLast().at()),
                                one.work().reason() == null ? "" : one.work().reason()))
                .toList();
    }

    private List<Page.Logged> log(Article article) {
        List<Page.Logged> log = new ArrayList<>();
        for (ArticleVersion version : article.versions()) {
            String of = "Version " + version.number();
            for (Work.Milestone one : version.work().milestones()) {
                String words = publicly(one.state());
                if (words != null) {
                    log.add(new Page.Logged(Page.day(one.at()), words, reason(of, version, one)));
                }
            }
            for (Flag flag : version.work().flags()) {
                if (flag.kind() != Flag.Kind.ERROR_REPORTED) {
                    log.add(new Page.Logged(flag.opened(), flag.kind().words(), flag.reason()));
                    LocalDate closed = flag.closed();
                    if (closed != null) {
                        log.add(
                                new Page.Logged(
                                        closed,
                                        "settled",
                                        flag.kind().words() + ": " + flag.how()));
                    }
                }
            }
        }
        for (ErrorReport report : reviews.errors().all()) {
            if (report.address().equals(article.address())) {
                log.add(reported(report));
            }
        }
        log.sort(Comparator.comparing(Page.Logged::on).reversed());
        return List.copyOf(log);
    }

    private static String reason(String of, ArticleVersion version, Work.Milestone one) {
        boolean last = version.state() == one.state();
        return of
                + (last && version.work().reason() != null ? ": " + version.work().reason() : ".");
    }

    private static @Nullable String publicly(State state) {
        return switch (state) {
            case PUBLISHED -> "published";
            case SUPERSEDED -> "superseded";
            case WITHDRAWN -> "withdrawn";
            case EXPIRED -> "expired";
            case APPROVED -> "approved";
            case SUBMITTED -> "handed in";
            case DRAFT, UNDER_REVIEW, CHANGES_REQUESTED -> null;
        };
    }

    /// The words of the report stay with the board; that there was one, and the answer, are public.
    private static Page.Logged reported(ErrorReport report) {
        String on = report.claim() == 0 ? "on the page" : "on claim " + report.claim();
        String reply = report.reply();
        return new Page.Logged(
                Page.day(report.at()),
                "error report",
                "A reader reported an error "
                        + on
                        + ". "
                        + (reply == null ? "It is being looked at." : "Answer: " + reply));
    }

    private static Map<String, Integer> numbers(ArticleVersion version) {
        return version.content().claims().stream()
                .collect(
                        Collectors.toMap(
                                NumberedClaim::statement,
                                NumberedClaim::number,
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static Map<String, String> ratings(ArticleVersion version) {
        Map<String, Work.Rating> ratings = version.ratings();
        Map<String, String> words = new TreeMap<>();
        for (NumberedClaim claim : version.content().claims()) {
            Work.Rating rating = ratings.get(claim.fingerprint());
            if (rating != null) {
                words.put(
                        claim.statement(),
                        (rating.certainty() == null
                                        ? ""
                                        : "Certainty set by a reviewer: "
                                                + rating.certainty()
                                                + ". ")
                                + (rating.difference() == null
                                        ? ""
                                        : "Population, by a reviewer: "
                                                + rating.difference()
                                                + ". ")
                                + rating.reason());
            }
        }
        return words;
    }

    /// Statements all of whose works are retracted.
    private static Map<String, String> struck(ArticleVersion version) {
        Set<String> gone =
                version.openFlags().stream()
                        .filter(flag -> flag.kind() == Flag.Kind.SOURCE_RETRACTED)
                        .map(Flag::about)
                        .collect(Collectors.toSet());
        Map<String, String> struck = new TreeMap<>();
        if (gone.isEmpty()) {
            return struck;
        }
        for (NumberedClaim claim : version.content().claims()) {
            if (!claim.works().isEmpty() && gone.containsAll(claim.works())) {
                struck.put(
                        claim.statement(),
                        claim.works().size() == 1
                                ? "Its source was retracted: nothing supports it any more."
                                : "Its sources were retracted: nothing supports it any more.");
            }
        }
        return struck;
    }
}
