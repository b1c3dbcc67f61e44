package oropos.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import oropos.answer.Answer;
import oropos.ledger.Act;
import oropos.ledger.Ledger;

/// Takes the steps of the program that re-open pages: [Openings] says which.
final class Reopenings {

    private final ArticleFile file;
    private final Ledger ledger;
    private final Reviews reviews;

    Reopenings(ArticleFile file, Ledger ledger, Reviews reviews) {
        this.file = file;
        this.ledger = ledger;
        this.reviews = reviews;
    }

    List<Reopened> askedAgain(
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
    List<Reopened> raised(Map<ArticleVersion, List<Step>> steps) {
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
