package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.verification.Verification;

/// What pages of the starter library rest on, and what changes from one version to the next.
class GroundTests {

    @TempDir Path folder;
    private ReviewedLibrary house;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Ground ground(ArticleVersion version) {
        return Ground.of(
                version.content(),
                house.reviews.answer(version.address(), version.number()).orElseThrow());
    }

    @Test
    void aGuidelineForExactlyThesePeopleUnderTheBottomLineMakesAPageBasedOnOne() {
        Ground ground = ground(house.submitted(ReviewedLibrary.SCREENING));
        assertThat(ground.isGuidelineBased()).isTrue();
        assertThat(ground.others()).isEmpty();
    }

    @Test
    void withoutThatGuidelineItMayNotBeCalledSo() {
        ArticleVersion version = house.submitted(ReviewedLibrary.SCREENING);
        Answer answer = house.reviews.answer(version.address(), version.number()).orElseThrow();
        Answer without = Verification.without(answer, Contents.bottomLine(answer));
        Content content = Contents.of(without, new java.util.TreeMap<>());
        assertThat(content.claims()).noneMatch(NumberedClaim::bottomLine);
        assertThat(Ground.of(content, without).guidelines()).isEmpty();
    }

    @Test
    void claimsKnownOnlyFromPagesAboutAWorkAreNumbered() {
        ArticleVersion version = house.submitted(ReviewedLibrary.CHILD);
        Answer answer = house.reviews.answer(version.address(), version.number()).orElseThrow();
        List<Integer> expected =
                version.content().claims().stream()
                        .filter(claim -> allSecondary(claim, answer))
                        .map(NumberedClaim::number)
                        .toList();
        Ground ground = ground(version);
        assertThat(ground.onSecondary()).isEqualTo(expected);
        assertThat(ground.works())
                .isEqualTo(
                        (int)
                                version.content().sources().stream()
                                        .filter(one -> one.claims() > 0)
                                        .count());
        assertThat(ground.restsOnOne()).isFalse();
    }

    private static boolean allSecondary(NumberedClaim claim, Answer answer) {
        Answer.Statement statement = Contents.statements(answer).get(claim.statement());
        return statement != null
                && statement.citations().stream()
                        .allMatch(one -> one.textKind().equals("summaryOfSecondary"));
    }

    @Test
    void theSameAnswerShiftsNothing() {
        Answer answer = house.ask(ReviewedLibrary.SCREENING);
        assertThat(Shift.between(answer, answer).isAny()).isFalse();
    }

    @Test
    void anotherActionStrengthAndDoseAreTold() {
        Answer before = house.ask(ReviewedLibrary.SCREENING);
        Answer after = Verification.without(before, Contents.bottomLine(before));
        Shift shift = Shift.between(before, after);
        assertThat(shift.action()).isTrue();
        assertThat(shift.strengths()).isNotEmpty().allMatch(one -> one.startsWith("− "));
        assertThat(Shift.between(after, before).strengths()).allMatch(one -> one.startsWith("+ "));

        Answer dosed = house.ask("What dose of zoledronate for an 8-year-old with osteoporosis?");
        Shift doses = Shift.between(before, dosed);
        assertThat(doses.doses()).isNotEmpty().allMatch(one -> one.matches("[+−] .*\\d.*"));
    }
}
