package oropos.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import oropos.answer.Answer;
import oropos.library.Source;

/// What re-opens versions, and by which steps of the program; taking them is for [Reviews].
final class Openings {

    private Openings() {}

    /// How the sources of every version in work or on a page stand now, and what is overdue.
    static Map<ArticleVersion, List<Step>> bySources(
            Collection<Article> articles,
            Function<String, Optional<Source>> sources,
            LocalDate day) {
        Watch watch = new Watch(sources);
        return of(
                articles,
                version ->
                        version.state().isOpen() || version.state() == State.PUBLISHED
                                ? watch.steps(version, day)
                                : List.of());
    }

    /// Where the answer would rest on something new today.
    ///
    /// @param fresh ids of the sources that came in or were changed
    /// @param asking answers the question of an answer anew, or empty where that failed
    static Map<ArticleVersion, List<Step>> byNewEvidence(
            Collection<Article> articles,
            Function<ArticleVersion, Optional<Answer>> answers,
            Function<Answer, Optional<Answer>> asking,
            Set<String> fresh,
            LocalDate day) {
        return of(
                articles,
                version -> {
                    if (version.state() != State.PUBLISHED && version.state() != State.APPROVED) {
                        return List.of();
                    }
                    Optional<Answer> before = answers.apply(version);
                    Optional<Answer> again = before.flatMap(asking);
                    return before.isPresent() && again.isPresent()
                            ? new NewEvidence(version, before.get(), again.get(), day).steps(fresh)
                            : List.of();
                });
    }

    /// Pages approved under another policy.
    static Map<ArticleVersion, List<Step>> byPolicy(
            Collection<Article> articles, String policy, LocalDate day) {
        return of(articles, version -> Watch.underPolicy(version, policy, day));
    }

    private static Map<ArticleVersion, List<Step>> of(
            Collection<Article> articles, Function<ArticleVersion, List<Step>> asked) {
        Map<ArticleVersion, List<Step>> all = new HashMap<>();
        for (Article article : articles) {
            for (ArticleVersion version : article.versions()) {
                List<Step> steps = asked.apply(version);
                if (!steps.isEmpty()) {
                    all.put(version, steps);
                }
            }
        }
        return all;
    }
}
