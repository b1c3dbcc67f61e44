package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.review.ReviewedLibrary.AUTHOR;
import static oropos.review.ReviewedLibrary.TERMS;
import static oropos.review.ReviewedLibrary.done;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Interest;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;

/// Who is asked to review, who may not be, and who is reminded when.
class AssignmentsTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    @TempDir Path folder;
    @TempDir Path board;
    private ReviewedLibrary library;
    private People people;
    private ArticleVersion version;
    private Account editor;
    private Account reviewer;

    @BeforeEach
    void open() {
        library = new ReviewedLibrary(folder);
        people = People.open(board, library.ledger);
        version = library.submitted(ReviewedLibrary.CHILD);
        editor = member("editor", false, Role.MANAGING_EDITOR);
        reviewer = member("reviewer", true, Role.CLINICAL_REVIEWER);
    }

    @AfterEach
    void close() {
        people.close();
        library.close();
    }

    private Account member(String name, boolean clinician, Role... roles) {
        Account added =
                people.add(
                        new NewAccount(
                                name,
                                "Dr " + name,
                                null,
                                "Bone",
                                clinician,
                                clinician ? "1" : null),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private Assigned assign(Account who, LocalDate due) {
        return library.reviews
                .assignments()
                .assign(version.address(), who, due, editor.id(), people);
    }

    private Assignment assigned(Account who, LocalDate due) {
        Assigned made = assign(who, due);
        assertThat(made).isInstanceOf(Assigned.Done.class);
        return ((Assigned.Done) made).assignment();
    }

    private String refusal(Account who, LocalDate due) {
        Assigned made = assign(who, due);
        assertThat(made).isInstanceOf(Assigned.Refused.class);
        return ((Assigned.Refused) made).words();
    }

    private Assignments book() {
        return library.reviews.assignments();
    }

    @Test
    void whoWasAskedHasALoadUntilTheyHaveJudged() {
        assigned(reviewer, DAY.plusDays(10));
        assertThat(book().load(reviewer.id())).isEqualTo(new Assignments.Load(1, 0));
        library.now = library.now.plus(Duration.ofDays(11));
        assertThat(book().load(reviewer.id())).isEqualTo(new Assignments.Load(1, 1));
        Person person = Person.of(reviewer, Optional.empty());
        ArticleVersion signed =
                library.signedAs(library.take(version, new Step.Take(), person), person);
        assertThat(book().openOf(reviewer.id())).hasSize(1);
        library.take(signed, new Step.Opine(true, signed.contentHash(), "It stands."), person);
        assertThat(book().openOf(reviewer.id())).isEmpty();
        assertThat(book().load(reviewer.id()).open()).isZero();
        assertThat(book().isDone(book().of(version).getFirst())).isTrue();
    }

    @Test
    void whoeverCouldNotJudgeIsNotAsked() {
        assertThat(refusal(editor, DAY.plusDays(9))).contains("no role that reviews");
        assertThat(refusal(member("nurse", false, Role.CLINICAL_REVIEWER), DAY.plusDays(9)))
                .contains("asks for clinicians");
        Account paid = member("paid", true, Role.CLINICAL_REVIEWER);
        people.declare(
                paid.id(),
                LocalDate.now(java.time.ZoneOffset.UTC).getYear(),
                library.reviews.at(version.address()).orElseThrow().title(),
                List.of(new Interest(Interest.Kind.FEES, "A maker", "Talks", List.of(), true)));
        assertThat(refusal(paid, DAY.plusDays(9))).contains("interest", "A maker");
        Account away = member("away", true, Role.CLINICAL_REVIEWER);
        people.leaves().take(away.id(), DAY.minusDays(1), DAY.plusDays(9));
        assertThat(refusal(away, DAY.plusDays(9))).contains("away until 2026-12-09");
        assigned(away, DAY.plusDays(10));
        assertThat(refusal(reviewer, DAY.minusDays(1))).contains("today or later");
        assigned(reviewer, DAY);
        assertThat(refusal(reviewer, DAY.plusDays(3))).contains("asked already");
        Account guest =
                people.guests()
                        .invite("G", "g@example.org", "Bone", "1", "another", 5, editor.id())
                        .account();
        assertThat(refusal(guest, DAY.plusDays(3))).contains("another article");
    }

    @Test
    void anAuthorIsNotAskedAboutTheirOwn() {
        Account author = member("writer", true, Role.AUTHOR, Role.CLINICAL_REVIEWER);
        ArticleVersion own =
                done(
                        library.reviews.submit(
                                library.ask(ReviewedLibrary.SCREENING),
                                "bone",
                                Person.of(author, Optional.empty()),
                                TERMS));
        assertThat(book().assign(own.address(), author, DAY, editor.id(), people))
                .isEqualTo(new Assigned.Refused("Dr writer is an author of this version."));
    }

    @Test
    void whatIsDueIsRemindedByItselfOnceAWeek() {
        Assignment one = assigned(reviewer, DAY.plusDays(5));
        assertThat(book().remindDue()).isEmpty();
        library.now = library.now.plus(Duration.ofDays(3));
        assertThat(book().remindDue()).extracting(Assignment::id).containsExactly(one.id());
        assertThat(book().remindDue()).isEmpty();
        library.now = library.now.plus(Duration.ofDays(7));
        assertThat(book().remindDue()).hasSize(1);
        assertThat(library.ledger.all().stream().map(entry -> entry.act().what()))
                .contains("article.assigned", "article.reminded");
        assertThat(book().end(one.id(), editor.id().text())).isTrue();
        assertThat(book().remind(one.id(), editor.id().text())).isFalse();
        assertThat(book().of(version)).isEmpty();
    }

    @Test
    void aGuestTakesNoStepOnAnotherArticle() {
        ArticleVersion other =
                done(
                        library.reviews.submit(
                                library.ask(ReviewedLibrary.SCREENING), "bone", AUTHOR, TERMS));
        Account guest =
                people.guests()
                        .invite(
                                "Dr Guest",
                                "g@example.org",
                                "Bone",
                                "GMC 1",
                                version.address().value(),
                                5,
                                editor.id())
                        .account();
        Person person = Person.of(guest, Optional.empty());
        assertThat(
                        ReviewedLibrary.why(
                                library.reviews.take(
                                        other.address(),
                                        1,
                                        other.revision(),
                                        new Step.Take(),
                                        person,
                                        TERMS)))
                .isEqualTo(Moved.Why.ROLE);
        assertThat(library.take(version, new Step.Take(), person).state())
                .isEqualTo(State.UNDER_REVIEW);
    }
}
