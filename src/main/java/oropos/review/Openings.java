package oropos.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import oropos.answer.Answer;
import oropos.library.Source;

/// What re-opens versions, and by which steps of the program; taking them is for [Reviews].
final class Openings {

    /// How a flag names the snapshot from which on its page has to be asked about.
    private static final String SINCE = "snapshot ";

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
    /// A page whose question could not be answered again says so until it could, and from which snapshot of
    /// the library on it has to be asked about: nothing that came in meanwhile is missed.
    ///
    /// @param which of the versions on a page
    /// @param fresh ids of the sources that came in or were changed
    /// @param since snapshot of the library after which they did
    /// @param asking answers the question of an answer anew, or empty where that failed
    static Map<ArticleVersion, List<Step>> byNewEvidence(
            Collection<Article> articles,
            Predicate<ArticleVersion> which,
            Function<ArticleVersion, Optional<Answer>> answers,
            Function<Answer, Optional<Answer>> asking,
            Set<String> fresh,
            long since,
            LocalDate day) {
        return of(
                articles,
                version -> {
                    if (version.state() != State.PUBLISHED && version.state() != State.APPROVED
                            || !which.test(version)) {
                        return List.of();
                    }
                    Optional<Answer> before = answers.apply(version);
                    Optional<Answer> again = before.flatMap(asking);
                    return before.isPresent() && again.isPresent()
                            ? answered(version, before.get(), again.get(), fresh, day)
                            : notAnswered(version, since, day);
                });
    }

    private static List<Step> answered(
            ArticleVersion version, Answer before, Answer again, Set<String> fresh, LocalDate day) {
        List<Step> steps = new ArrayList<>();
        notAnswered(version)
                .ifPresent(flag ->
                        steps.add(
                                new Step.Lower(
                                        flag.kind(), flag.about(), "It was answered again.")));
        steps.addAll(new NewEvidence(version, before, again, day).steps(fresh));
        return steps;
    }

    private static List<Step> notAnswered(ArticleVersion version, long since, LocalDate day) {
        return notAnswered(version).isPresent()
                ? List.of()
                : List.of(
                        new Step.Raise(
                                new Flag(
                                        Flag.Kind.NOT_ANSWERED,
                                        Flag.Gravity.MATERIAL,
                                        SINCE + since,
                                        "Sources came into the library, and the question could not be"
                                                + " answered again: whether they change this page is"
                                                + " not known. It is asked again by itself.",
                                        day,
                                        Flag.Gravity.MATERIAL.due(day),
                                        null,
                                        null)));
    }

    private static Optional<Flag> notAnswered(ArticleVersion version) {
        return version.openFlags().stream()
                .filter(one -> one.kind() == Flag.Kind.NOT_ANSWERED)
                .findFirst();
    }

    static boolean isNotAnswered(ArticleVersion version) {
        return notAnswered(version).isPresent();
    }

    /// The earliest snapshot after which a page could not be answered again, where there is one.
    static OptionalLong notAnsweredSince(Collection<Article> articles) {
        return articles.stream()
                .flatMap(article -> article.versions().stream())
                .filter(one -> one.state() == State.PUBLISHED || one.state() == State.APPROVED)
                .flatMap(one -> notAnswered(one).stream())
                .mapToLong(one -> Long.parseLong(one.about().substring(SINCE.length())))
                .min();
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
