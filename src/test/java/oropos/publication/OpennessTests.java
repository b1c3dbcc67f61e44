package oropos.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.review.ReviewedLibrary.APPROVER;
import static oropos.review.ReviewedLibrary.AUTHOR;
import static oropos.review.ReviewedLibrary.PUBLISHER;
import static oropos.review.ReviewedLibrary.REVIEWER;
import static oropos.review.ReviewedLibrary.TERMS;
import static oropos.review.ReviewedLibrary.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.ledger.Entry;
import oropos.review.ArticleVersion;
import oropos.review.ReviewedLibrary;
import oropos.review.Step;

/// What the transparency page says is what the ledger tells.
class OpennessTests {

    @TempDir private Path folder;

    @Test
    void everyCountIsTheLedgersAndTimesInAuthorsHandsCount() {
        try (ReviewedLibrary house = new ReviewedLibrary(folder)) {
            ArticleVersion one = house.take(submitted(house), new Step.Take(), REVIEWER);
            one = house.take(one, new Step.Return("Too long."), REVIEWER);
            house.later(Duration.ofDays(4));
            one = house.take(one, new Step.Revise(), AUTHOR);
            one = house.take(one, new Step.Submit(), AUTHOR);
            one = house.take(one, new Step.Take(), REVIEWER);
            one = house.take(one, new Step.Return("Still."), REVIEWER);
            one = house.take(one, new Step.Revise(), AUTHOR);
            one = house.take(one, new Step.Submit(), AUTHOR);
            house.later(Duration.ofDays(3));
            one = house.published(one);
            house.published(submitted(house));
            house.reviews.errors().report(one.address(), 0, "The year is wrong.");
            house.later(Duration.ofDays(2));
            done(
                    house.reviews
                            .errors()
                            .reply(
                                    house.reviews.errors().all().getFirst().id(),
                                    "It was mended.",
                                    APPROVER,
                                    TERMS));
            ArticleVersion other = house.published(house.submitted(ReviewedLibrary.CHILD));
            house.take(other, new Step.Withdraw("Out of date."), PUBLISHER);

            Openness open = new Articles(house.reviews, people(house)).openness();
            assertThat(open.approved()).isEqualTo(told(house, "article.approve")).isEqualTo(3);
            assertThat(open.returned()).isEqualTo(told(house, "article.return")).isEqualTo(2);
            assertThat(open.withdrawn()).isEqualTo(told(house, "article.withdraw")).isEqualTo(1);
            assertThat(open.corrected()).isEqualTo(told(house, "article.supersede")).isEqualTo(1);
            assertThat(open.medianDays()).as("of 7, 0 and 0 days").isEqualTo(0);
            assertThat(open.reports()).isEqualTo(1);
            assertThat(open.answered()).isEqualTo(1);
            assertThat(open.medianReplyDays()).isEqualTo(2);
            assertThat(open.inWork()).isZero();
        }
    }

    @Test
    void theMedianLiesBetweenTheMiddleTwo() {
        assertThat(Openness.median(List.of())).isNull();
        assertThat(Openness.median(List.of(9L))).isEqualTo(9);
        assertThat(Openness.median(List.of(10L, 1L, 3L))).isEqualTo(3);
        assertThat(Openness.median(List.of(8L, 1L, 4L, 3L))).isEqualTo(3.5);
    }

    private static ArticleVersion submitted(ReviewedLibrary house) {
        return house.submitted(ReviewedLibrary.SCREENING);
    }

    private static oropos.people.People people(ReviewedLibrary house) {
        return oropos.people.People.open(house.folder, house.ledger);
    }

    private static int told(ReviewedLibrary house, String what) {
        return (int)
                house.ledger.all().stream()
                        .map(Entry::act)
                        .filter(one -> one.what().equals(what))
                        .count();
    }
}
