package oropos.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import oropos.answer.Answer;
import oropos.ledger.Act;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Version;

/// Takes the steps of the program that re-open pages: [Openings] says which.
public final class Reopenings {

    private final ArticleFile file;
    private final Library library;
    private final Ledger ledger;
    private final Reviews reviews;

    Reopenings(ArticleFile file, Library library, Ledger ledger, Reviews reviews) {
        this.file = file;
        this.library = library;
        this.ledger = ledger;
        this.reviews = reviews;
    }

    /// Compares every version in work or on a page with how its sources stand now, and flags what
    /// changed; also what is overdue. Meant to run in the job that brought the change.
    ///
    /// @return what was flagged, the gravest first
    public List<Reopened> follow() {
        synchronized (reviews) {
            return follow(reviews.all());
        }
    }

    /// The same for some articles only.
    List<Reopened> follow(Collection<Article> articles) {
        return raised(Openings.bySources(articles, this::source, reviews.today()));
    }

    private Optional<Source> source(String id) {
        return library.current(new SourceId(id)).stream().map(Version::source).findFirst();
    }

    /// A material change of the editorial policy: every page approved under another version is to be
    /// looked at again.
    ///
    /// @param policy version in force since
    public List<Reopened> policyChanged(String policy) {
        synchronized (reviews) {
            return raised(Openings.byPolicy(reviews.all(), policy, reviews.today()));
        }
    }

    /// Asks the question of every page again and flags where the answer would rest on something new. Meant
    /// to run in the job that brought it.
    ///
    /// @param fresh ids of the sources that came in or were changed
    /// @param since snapshot of the library after which they did
    /// @param asking answers the question of an answer anew, or empty where that failed: such a page is
    ///     flagged until it was answered
    /// @return what was flagged, the gravest first
    public List<Reopened> askedAgain(
            Set<String> fresh, long since, Function<Answer, Optional<Answer>> asking) {
        return askedAgain(any -> true, fresh, since, asking);
    }

    /// The same for the pages that could not be answered again before.
    public List<Reopened> retried(
            Set<String> fresh, long since, Function<Answer, Optional<Answer>> asking) {
        return askedAgain(Openings::isNotAnswered, fresh, since, asking);
    }

    /// The snapshot of the library from which on some page has still to be asked about, where one could
    /// not be answered again.
    public OptionalLong notAnsweredSince() {
        return Openings.notAnsweredSince(reviews.all());
    }

    private List<Reopened> askedAgain(
            Predicate<ArticleVersion> which,
            Set<String> fresh,
            long since,
            Function<Answer, Optional<Answer>> asking) {
        Map<ArticleVersion, List<Step>> all =
                Openings.byNewEvidence(
                        reviews.all(),
                        which,
                        one -> reviews.answer(one.address(), one.number()),
                        asking,
                        fresh,
                        since,
                        reviews.today());
        synchronized (reviews) {
            Map<ArticleVersion, List<Step>> now = new HashMap<>();
            // somebody may have taken a step meanwhile
            all.forEach((version, steps) ->
                    reviews.at(version.address())
                            .flatMap(one -> one.version(version.number()))
                            .ifPresent(one -> now.put(one, steps)));
            return raised(now);
        }
    }

    /// Takes the program's own steps, all in one transaction.
    private List<Reopened> raised(Map<ArticleVersion, List<Step>> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Reopened> reopened = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        file.write(open -> {
            for (Map.Entry<ArticleVersion, List<Step>> entry : steps.entrySet()) {
                ArticleVersion version = entry.getKey();
                for (Step step : entry.getValue()) {
                    Moved moved =
                            version.after(
                                    step,
                                    Person.SOFTWARE,
                                    version.revision(),
                                    reviews.circumstances(
                                            version.address(), new Terms("", ""), step));
                    if (moved instanceof Moved.Done(ArticleVersion next)
                            && open.replace(next, version.revision(), null)) {
                        acts.add(Told.act(version, next, step, Person.SOFTWARE));
                        if (step instanceof Step.Raise(Flag flag)) {
                            reopened.add(new Reopened(version.address(), version.number(), flag));
                        }
                        version = next;
                    }
                }
            }
            ledger.append(acts);
            reviews.reread(open);
            return reopened;
        });
        reopened.stream()
                .map(Reopened::address)
                .distinct()
                .flatMap(address -> reviews.at(address).stream())
                .filter(Article::isOverview)
                .forEach(reviews::tell);
        reopened.sort(
                Comparator.comparing((Reopened one) -> one.flag().gravity())
                        .thenComparing(one -> one.address().value()));
        return List.copyOf(reopened);
    }
}
