package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Progress;
import oropos.verification.Verification;

/// How long a retraction takes from the file to every page and the queue. `-Doropos.articles=1000`
/// measures that many published articles; the suite is content with fewer.
class PropagationTests {

    private static final int ARTICLES = Integer.getInteger("oropos.articles", 25);

    private static final int CLAIMS = 6;

    @TempDir Path folder;

    @Test
    void aRetractionReachesEveryPublishedArticleInTheSameJob() throws Exception {
        try (ReviewedLibrary house = new ReviewedLibrary(folder.resolve("data"))) {
            Answer whole = house.ask(ReviewedLibrary.CHILD);
            Answer answer =
                    Verification.without(
                            whole,
                            Contents.statements(whole).keySet().stream()
                                    .skip(CLAIMS)
                                    .collect(Collectors.toSet()));
            for (int i = 1; i <= ARTICLES; i++) {
                house.published(
                        ReviewedLibrary.done(
                                house.reviews.submit(
                                        titled(answer, "Screening, place " + i),
                                        "bone",
                                        ReviewedLibrary.AUTHOR,
                                        ReviewedLibrary.TERMS)));
            }
            Path list = folder.resolve("watch.csv");
            CitedSource source =
                    house.reviews.all().iterator().next().shown().content().sources().stream()
                            .filter(one -> one.claims() > 0 && one.work().startsWith("pmid:"))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(
                    list,
                    "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,"
                            + source.work().substring("pmid:".length())
                            + ",Retraction\n");
            long begun = System.nanoTime();
            house.library.addRetractions(List.of(list), Progress.none());
            long imported = System.nanoTime();
            List<Reopened> reopened = house.reviews.follow();
            long done = System.nanoTime();

            System.err.println(
                    "retraction of "
                            + source.source()
                            + ": "
                            + ARTICLES
                            + " articles, import "
                            + Duration.ofNanos(imported - begun).toMillis()
                            + " ms, pages and queue "
                            + Duration.ofNanos(done - imported).toMillis()
                            + " ms");
            assertThat(reopened).hasSize(ARTICLES);
            assertThat(house.reviews.all())
                    .allMatch(one -> one.shown().isSuspended())
                    .noneMatch(one -> one.shown().isApprovedNow());
            assertThat(house.ledger.verify()).isEmpty();
        }
    }

    private static Answer titled(Answer answer, String title) {
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                title,
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                answer.outcome(),
                answer.bottomLine(),
                answer.sections(),
                answer.adultOrIndirect(),
                answer.conflicts(),
                answer.notTold(),
                answer.references(),
                answer.direction(),
                answer.confidence(),
                answer.basis(),
                answer.tellings(),
                null,
                null,
                null);
    }
}
