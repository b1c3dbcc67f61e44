package oropos.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.ErrorReport;
import oropos.review.State;
import oropos.review.Work;

/// What became of the pages here: counted from the steps that people took, each of which stands in the ledger
/// too.
///
/// @param approved versions that were ever approved
/// @param returned how often a version was sent back to its authors
/// @param corrected versions published in the place of an earlier one
/// @param medianDays from first handing a version in to its approval, times in its authors' hands
///     included; null where nothing was approved
/// @param medianReplyDays from an error report to its public answer, in whole days; null where none was
///     answered
public record Openness(
        int approved,
        int returned,
        int corrected,
        int withdrawn,
        int suspended,
        int inWork,
        @Nullable Double medianDays,
        int reports,
        int answered,
        @Nullable Double medianReplyDays) {

    static Openness of(Collection<Article> articles, List<ErrorReport> reports) {
        List<ArticleVersion> versions =
                articles.stream().flatMap(one -> one.versions().stream()).toList();
        return new Openness(
                count(versions, State.APPROVED),
                (int)
                        versions.stream()
                                .flatMap(one -> one.work().milestones().stream())
                                .filter(one -> one.state() == State.CHANGES_REQUESTED)
                                .count(),
                (int)
                        articles.stream()
                                .mapToLong(article ->
                                        Math.max(
                                                0,
                                                article.versions().stream()
                                                                .filter(one ->
                                                                        has(one, State.PUBLISHED))
                                                                .count()
                                                        - 1))
                                .sum(),
                count(versions, State.WITHDRAWN),
                (int)
                        versions.stream()
                                .filter(one -> one.state() == State.PUBLISHED && one.isSuspended())
                                .count(),
                (int) articles.stream().filter(one -> one.latest().state().isOpen()).count(),
                median(versions.stream().flatMap(one -> days(one).stream()).toList()),
                reports.size(),
                (int) reports.stream().filter(one -> one.reply() != null).count(),
                median(reports.stream().map(Openness::days).filter(Objects::nonNull).toList()));
    }

    private static Optional<Long> days(ArticleVersion version) {
        Optional<LocalDate> in =
                version.work().milestones().stream()
                        .filter(one -> one.state() == State.SUBMITTED)
                        .map(one -> Page.day(one.at()))
                        .findFirst();
        return has(version, State.APPROVED)
                ? in.map(day ->
                        ChronoUnit.DAYS.between(day, Status.reached(version, State.APPROVED)))
                : Optional.empty();
    }

    private static @Nullable Long days(ErrorReport report) {
        Instant replied = report.repliedAt();
        return replied == null ? null : Duration.between(report.at(), replied).toDays();
    }

    /// The middle one, or what lies between the middle two.
    static @Nullable Double median(List<Long> days) {
        List<Long> sorted = days.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? null
                : sorted.size() % 2 == 1
                        ? Double.valueOf(sorted.get(half))
                        : Double.valueOf((sorted.get(half - 1) + sorted.get(half)) / 2.0);
    }

    private static boolean has(ArticleVersion version, State state) {
        return version.work().milestones().stream()
                .map(Work.Milestone::state)
                .anyMatch(state::equals);
    }

    private static int count(List<ArticleVersion> versions, State state) {
        return (int) versions.stream().filter(one -> has(one, state)).count();
    }
}
