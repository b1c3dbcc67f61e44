package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.people.Role;

/// Promise P1 where no source was found: words of the board, signed by two clinicians, apart from the answer.
class BoardStatementTests {

    private static final String WORDS =
            "A child with such fractures is seen by the same team each time.";

    @TempDir Path folder;
    private ReviewedLibrary house;
    private ArticleVersion waiting;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder);
        waiting =
                house.take(
                        house.submitted(ReviewedLibrary.SCREENING),
                        new Step.Take(),
                        ReviewedLibrary.REVIEWER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Moved attempt(ArticleVersion version, Step step, Person person) {
        return house.reviews.take(
                version.address(),
                version.number(),
                version.revision(),
                step,
                person,
                ReviewedLibrary.TERMS);
    }

    @Test
    void twoCliniciansSignItBeforeItIsApprovedAndItIsNeverInTheAnswer() {
        ArticleVersion judged = house.take(waiting, new Step.Judge(WORDS), ReviewedLibrary.EDITOR);
        assertThat(judged.contentHash()).isNotEqualTo(waiting.contentHash());
        ArticleVersion once =
                house.take(
                        house.signedAs(judged, ReviewedLibrary.REVIEWER),
                        new Step.SignJudgement(1),
                        ReviewedLibrary.REVIEWER);
        assertThat(once.signedStatements()).isEmpty();
        assertThat(
                        ReviewedLibrary.why(
                                attempt(once, new Step.SignJudgement(1), ReviewedLibrary.REVIEWER)))
                .isEqualTo(Moved.Why.SAME_PERSON);
        assertThat(
                        ReviewedLibrary.why(
                                attempt(
                                        once,
                                        new Step.Opine(true, once.contentHash(), "Good."),
                                        ReviewedLibrary.REVIEWER)))
                .isEqualTo(Moved.Why.UNSIGNED);
        ArticleVersion twice = house.take(once, new Step.SignJudgement(1), ReviewedLibrary.SECOND);
        assertThat(twice.signedStatements())
                .extracting(BoardStatement::words)
                .containsExactly(WORDS);
        ArticleVersion opined =
                house.take(
                        twice,
                        new Step.Opine(true, twice.contentHash(), "Good."),
                        ReviewedLibrary.REVIEWER);
        ArticleVersion approved =
                house.take(
                        opined,
                        new Step.Approve(opined.contentHash(), opined.content().evidence()),
                        ReviewedLibrary.APPROVER);
        assertThat(approved.isApprovedNow()).isTrue();
        Answer answer = house.reviews.answer(approved.address(), 1).orElseThrow();
        assertThat(Contents.statements(answer).values())
                .as("nothing cites, rates or retells it")
                .noneMatch(one -> one.text().contains(WORDS));
        assertThat(house.reviews.at(approved.address()).orElseThrow().latest()).isEqualTo(approved);
        try (Reviews again = house.open()) {
            assertThat(again.at(approved.address()).orElseThrow().latest())
                    .as("read back from the file")
                    .isEqualTo(approved);
        }
    }

    @Test
    void aDoseIsNoBoardStatementAndWhoJudgedOrSignsMayNotWriteIt() {
        assertThat(
                        ReviewedLibrary.why(
                                attempt(
                                        waiting,
                                        new Step.Judge("We give 400 IU of vitamin D a day."),
                                        ReviewedLibrary.EDITOR)))
                .isEqualTo(Moved.Why.DOES_NOT_HOLD);
        Person both =
                new Person(
                        "both", Set.of(Role.EVIDENCE_EDITOR, Role.CLINICAL_REVIEWER), true, null);
        ArticleVersion written = house.take(waiting, new Step.Judge(WORDS), both);
        assertThat(ReviewedLibrary.why(attempt(written, new Step.SignJudgement(1), both)))
                .isEqualTo(Moved.Why.SAME_PERSON);
        assertThat(
                        ReviewedLibrary.why(
                                attempt(written, new Step.Judge(WORDS), ReviewedLibrary.REVIEWER)))
                .isEqualTo(Moved.Why.ROLE);
        assertThat(ReviewedLibrary.why(attempt(written, new Step.Judge(WORDS), Person.SOFTWARE)))
                .isEqualTo(Moved.Why.SOFTWARE);
        ArticleVersion dropped =
                house.take(
                        written,
                        new Step.DropJudgement(1, "A source was found."),
                        ReviewedLibrary.EDITOR);
        assertThat(dropped.work().boardStatements()).isEmpty();
        assertThat(dropped.contentHash()).isEqualTo(waiting.contentHash());
    }
}
