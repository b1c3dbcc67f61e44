package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Progress;
import oropos.verification.Verification;

/// How long a retraction takes from the file to every page and the queue. `-Doropos.articles=1000`
/// measures that many published articles; the suite is content with fewer.
class PropagationTests {

    private static final int ARTICLES = Integer.getInteger("oropos.articles", 100);

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
            ArticleVersion page =
                    house.published(
                            ReviewedLibrary.done(
                                    house.reviews.submit(
                                            answer,
                                            "bone",
                                            ReviewedLibrary.AUTHOR,
                                            ReviewedLibrary.TERMS)));
            try (ArticleFile file = ArticleFile.open(house.folder)) {
                file.write(open -> {
                    for (int i = 2; i <= ARTICLES; i++) {
                        Address address = new Address("place-" + i);
                        open.addArticle(
                                new ArticleFile.Head(
                                        address, "Place " + i, List.of("bone"), Map.of()));
                        open.addVersion(at(address, page), answer);
                    }
                    return ARTICLES;
                });
            }
            Path list = folder.resolve("watch.csv");
            CitedSource source =
                    page.content().sources().stream()
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
            List<Reopened> reopened;
            List<Article> all;
            try (Reviews reviews = house.open()) {
                reopened = reviews.reopenings().follow();
                all = List.copyOf(reviews.all());
            }
            long done = System.nanoTime();

            System.err.println(
                    "retraction of "
                            + source.source()
                            + ": "
                            + ARTICLES
                            + " articles, import "
                            + Duration.ofNanos(imported - begun).toMillis()
                            + " ms, opening, pages and queue "
                            + Duration.ofNanos(done - imported).toMillis()
                            + " ms");
            assertThat(reopened).hasSize(ARTICLES);
            assertThat(all)
                    .hasSize(ARTICLES)
                    .allMatch(one -> one.shown().isSuspended())
                    .noneMatch(one -> one.shown().isApprovedNow());
            assertThat(house.ledger.verify()).isEmpty();
        }
    }

    private static ArticleVersion at(Address address, ArticleVersion page) {
        return new ArticleVersion(
                address,
                page.number(),
                page.revision(),
                page.state(),
                page.specialty(),
                page.content(),
                page.work());
    }
}
