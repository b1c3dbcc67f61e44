package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Progress;
import oropos.library.SourceId;

/// Pages of the starter library that have to be looked at again.
class ReopeningsTests {

    @TempDir Path folder;
    private ReviewedLibrary house;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRetractionTakesApprovedOffInTheSameJobAndGivesItBackToNobody() throws IOException {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.CHILD));
        CitedSource source =
                page.content().sources().stream()
                        .filter(one -> one.bottomLine() && doi(one) != null)
                        .findFirst()
                        .orElseThrow();
        Path list = folder.resolve("watch.csv");
        Files.writeString(
                list,
                "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Notes,\n"
                        + "1,\"A title, with a comma\",8/21/2026 0:00,10.1/notice,0,"
                        + doi(source)
                        + ",0,Retraction,+Error in Data;,\n");

        house.library.addRetractions(List.of(list), Progress.none());
        List<Reopened> reopened = house.reviews.reopenings().follow();

        assertThat(reopened).hasSize(1);
        Flag flag = reopened.getFirst().flag();
        assertThat(flag.kind()).isEqualTo(Flag.Kind.SOURCE_RETRACTED);
        assertThat(flag.gravity()).isEqualTo(Flag.Gravity.SAFETY);
        assertThat(flag.reason()).contains("was retracted", "2026-08-21", "in the bottom line");
        ArticleVersion suspended = house.now(page);
        assertThat(suspended.isApprovedNow()).isFalse();
        assertThat(suspended.state()).isEqualTo(State.PUBLISHED);
        assertThat(house.reviews.reopenings().follow()).as("said once").isEmpty();
        assertThat(
                        ReviewedLibrary.why(
                                house.reviews.take(
                                        page.address(),
                                        1,
                                        suspended.revision(),
                                        new Step.Lower(flag.kind(), flag.about(), "It is fine."),
                                        ReviewedLibrary.APPROVER,
                                        ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.FLAGGED);

        house.retrieval.refresh(Progress.none());
        ArticleVersion next = house.published(house.submitted(ReviewedLibrary.CHILD));
        assertThat(next.isApprovedNow()).isTrue();
        assertThat(next.content().sources()).noneMatch(one -> one.work().equals(source.work()));
    }

    @Test
    void anOverdueReviewIsFlaggedAndAtLastThePageExpires() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.CHILD));
        house.now = java.time.Instant.parse("2027-12-01T08:00:00Z");
        assertThat(house.reviews.reopenings().follow())
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.REVIEW_OVERDUE);
        assertThat(house.now(page).isApprovedNow()).isTrue();
        house.now = java.time.Instant.parse("2028-06-01T08:00:00Z");
        house.reviews.reopenings().follow();
        assertThat(house.now(page).state()).isEqualTo(State.EXPIRED);
        assertThat(house.now(page).isApprovedNow()).isFalse();
    }

    @Test
    void aMaterialPolicyAsksToLookAgainAndSuspendsNothing() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.SCREENING));
        assertThat(house.reviews.reopenings().policyChanged(ReviewedLibrary.TERMS.policy()))
                .isEmpty();
        assertThat(house.reviews.reopenings().policyChanged("policy 2"))
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.POLICY_CHANGED);
        assertThat(house.reviews.reopenings().policyChanged("policy 2")).as("said once").isEmpty();
        assertThat(house.now(page).isApprovedNow()).isTrue();
    }

    private @org.jspecify.annotations.Nullable String doi(CitedSource source) {
        return house.library.current(new SourceId(source.source())).stream()
                .map(one -> one.source().doi())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
