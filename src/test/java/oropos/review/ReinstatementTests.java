package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.review.ReviewedLibrary.APPROVER;
import static oropos.review.ReviewedLibrary.REVIEWER;
import static oropos.review.ReviewedLibrary.TERMS;
import static oropos.review.ReviewedLibrary.done;
import static oropos.review.ReviewedLibrary.why;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.people.Role;

/// A retraction that its journal took back: the source stands again, the page does not by itself.
class ReinstatementTests {

    @TempDir private Path folder;
    private ReviewedLibrary house;
    private ArticleVersion page;
    private CitedSource source;

    @BeforeEach
    void publish() {
        house = new ReviewedLibrary(folder);
        page = house.published(house.submitted(ReviewedLibrary.CHILD));
        source =
                page.content().sources().stream()
                        .filter(one -> one.bottomLine() && one.source().startsWith("pmid:"))
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Reopened> said(String nature, String day) throws IOException {
        Path list = Files.createTempFile(folder, "watch", ".csv");
        Files.writeString(
                list,
                "RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
                        + day
                        + ",,"
                        + source.source().substring(5)
                        + ","
                        + nature
                        + ",+Error in Data;\n");
        house.library.addRetractions(List.of(list), Progress.none());
        return house.reviews.reopenings().follow();
    }

    private Standing standing() {
        return house.library.current(new SourceId(source.source())).getFirst().source().standing();
    }

    private Moved settled(Person person) {
        ArticleVersion now = house.now(page);
        return house.reviews.take(
                now.address(),
                now.number(),
                now.revision(),
                new Step.Lower(
                        Flag.Kind.TAKEN_BACK, source.work(), "The journal's inquiry was read."),
                person,
                TERMS);
    }

    @Test
    void theSourceStandsAgainAndThePageWaitsForAPerson() throws IOException {
        said("Retraction", "8/21/2025 0:00");
        assertThat(standing()).isEqualTo(Standing.RETRACTED);
        assertThat(house.now(page).isApprovedNow()).isFalse();

        List<Reopened> reopened = said("Reinstatement", "3/2/2026 0:00");
        assertThat(standing()).isEqualTo(Standing.CURRENT);
        assertThat(
                        house.library
                                .current(new SourceId(source.source()))
                                .getFirst()
                                .source()
                                .standingNote())
                .as("and says that it was taken back")
                .contains("reinstated 2026-03-02");
        assertThat(reopened)
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.TAKEN_BACK);
        assertThat(reopened.getFirst().flag().reason()).contains("reinstated 2026-03-02");
        assertThat(house.now(page).isApprovedNow()).as("not by itself").isFalse();
        assertThat(house.reviews.reopenings().follow()).as("said once").isEmpty();

        assertThat(why(settled(REVIEWER))).isEqualTo(Moved.Why.ROLE);
        assertThat(why(settled(new Person("author", Set.of(Role.APPROVER), true, null))))
                .isEqualTo(Moved.Why.SAME_PERSON);
        assertThat(why(settled(new Person("nobody", Set.of(Role.APPROVER), false, null))))
                .isEqualTo(Moved.Why.NOT_A_CLINICIAN);
        ArticleVersion settled = done(settled(APPROVER));
        assertThat(settled.isApprovedNow()).isTrue();
        assertThat(settled.openFlags()).isEmpty();
        assertThat(house.reviews.reopenings().follow()).isEmpty();
    }

    @Test
    void aSecondRetractionSuspendsAgain() throws IOException {
        said("Retraction", "8/21/2025 0:00");
        said("Reinstatement", "3/2/2026 0:00");
        done(settled(APPROVER));
        assertThat(said("Retraction", "9/1/2026 0:00"))
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.SOURCE_RETRACTED);
        assertThat(standing()).isEqualTo(Standing.RETRACTED);
        assertThat(house.now(page).isApprovedNow()).isFalse();
        assertThat(why(settled(APPROVER))).as("nothing is taken back").isEqualTo(Moved.Why.UNKNOWN);
    }

    @Test
    void aRetractionThatComesAgainBeforeAnybodySettledLeavesNothingToSettle() throws IOException {
        said("Retraction", "8/21/2025 0:00");
        said("Reinstatement", "3/2/2026 0:00");
        said("Retraction", "9/1/2026 0:00");
        assertThat(house.now(page).openFlags())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.SOURCE_RETRACTED);
        assertThat(why(settled(APPROVER))).isEqualTo(Moved.Why.UNKNOWN);
    }

    @Test
    void aRetractionWithoutADayOrAfterItIsNotTakenBack() throws IOException {
        said("Reinstatement", "3/2/2026 0:00");
        said("Retraction", "");
        assertThat(standing()).isEqualTo(Standing.RETRACTED);
    }

    @Test
    void anAnswerMayCiteTheSourceAgainAndSaysWhatHappened() throws IOException {
        said("Retraction", "8/21/2025 0:00");
        house.retrieval.refresh(Progress.none());
        assertThat(house.ask(ReviewedLibrary.CHILD).references())
                .noneMatch(one -> one.work().equals(source.work()));
        said("Reinstatement", "3/2/2026 0:00");
        house.retrieval.refresh(Progress.none());
        assertThat(house.ask(ReviewedLibrary.CHILD).references())
                .filteredOn(one -> one.work().equals(source.work()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.standing()).isEqualTo("current");
                    assertThat(one.standingNote()).contains("reinstated 2026-03-02");
                });
    }
}
