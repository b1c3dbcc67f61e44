package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.consultation.Consultation;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.people.Role;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;

/// The starter library, answers from it, and a board of invented people.
public final class ReviewedLibrary implements AutoCloseable {

    public static final String CHILD =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures"
                    + " and borderline osteoporosis?";
    public static final String SCREENING =
            "Should a 67-year-old woman be screened for osteoporosis?";

    public static final Terms TERMS = new Terms("policy 1", "declarations 1");
    public static final Person AUTHOR = new Person("author", Set.of(Role.AUTHOR), false, null);
    public static final Person EDITOR =
            new Person("editor", Set.of(Role.EVIDENCE_EDITOR), false, null);
    public static final Person REVIEWER =
            new Person("reviewer", Set.of(Role.CLINICAL_REVIEWER), true, null);
    public static final Person SECOND =
            new Person("second", Set.of(Role.CLINICAL_REVIEWER), true, null);
    public static final Person APPROVER = new Person("approver", Set.of(Role.APPROVER), true, null);
    public static final Person PUBLISHER =
            new Person("publisher", Set.of(Role.PUBLISHER), false, null);
    public static final Person CHAIR = new Person("chair", Set.of(Role.CHAIR), true, null);

    private static final Instant DAY = Instant.parse("2026-11-30T08:00:00Z");
    private static final Terminology TERMINOLOGY = Terminology.builtIn();

    public final Path folder;
    public final Library library;
    public final Retrieval retrieval;
    public final Ledger ledger;
    public final Reviews reviews;
    Instant now = DAY;
    private final Consultation consultation;

    public ReviewedLibrary(Path folder) {
        this.folder = folder;
        this.library = Library.open(folder, Library.Access.WRITE, Clock.fixed(DAY, ZoneOffset.UTC));
        library.addStarter();
        this.retrieval = Retrieval.open(folder, library, TERMINOLOGY, null);
        retrieval.refresh(Progress.none());
        this.consultation = new Consultation(library, TERMINOLOGY, retrieval, ServerKey.passing());
        this.ledger = Ledger.open(folder);
        this.reviews = open();
    }

    Reviews open() {
        InstantSource clock = () -> now;
        return Reviews.open(
                folder, library, new Verification(TERMINOLOGY, library::version), ledger, clock);
    }

    public oropos.consultation.Asking asking() {
        return consultation;
    }

    public Answer ask(String question) {
        return consultation.ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
    }

    public ArticleVersion submitted(String question) {
        return done(reviews.submit(ask(question), "bone", AUTHOR, TERMS));
    }

    public ArticleVersion take(ArticleVersion version, Step step, Person person) {
        return done(
                reviews.take(
                        version.address(),
                        version.number(),
                        version.revision(),
                        step,
                        person,
                        TERMS));
    }

    /// Taken, every claim and telling signed.
    public ArticleVersion signed(ArticleVersion submitted) {
        return signedAs(take(submitted, new Step.Take(), REVIEWER), REVIEWER);
    }

    public ArticleVersion signedAs(ArticleVersion version, Person person) {
        ArticleVersion now = version;
        for (NumberedClaim claim : now.unsigned()) {
            now = take(now, new Step.SignClaim(claim.number(), false), person);
        }
        for (NumberedClaim claim : now.originalUnread()) {
            now = take(now, new Step.ReadOriginal(claim.number()), person);
        }
        for (String reader : now.unsignedTellings()) {
            now = take(now, new Step.SignTelling(reader), person);
        }
        return now;
    }

    public ArticleVersion approved(ArticleVersion submitted) {
        ArticleVersion signed = signed(submitted);
        ArticleVersion judged =
                take(
                        signed,
                        new Step.Opine(true, signed.contentHash(), "Every claim stands."),
                        REVIEWER);
        return take(
                judged,
                new Step.Approve(judged.contentHash(), judged.content().evidence()),
                APPROVER);
    }

    public ArticleVersion published(ArticleVersion submitted) {
        ArticleVersion approved = approved(submitted);
        return done(
                reviews.publish(
                        approved.address(),
                        approved.number(),
                        approved.revision(),
                        PUBLISHER,
                        TERMS));
    }

    /// Some days go by.
    public void later(java.time.Duration days) {
        now = now.plus(days);
    }

    public ArticleVersion now(ArticleVersion version) {
        return reviews.at(version.address())
                .flatMap(one -> one.version(version.number()))
                .orElseThrow();
    }

    public static ArticleVersion done(Moved moved) {
        assertThat(moved).isInstanceOf(Moved.Done.class);
        return ((Moved.Done) moved).version();
    }

    static Moved.Why why(@Nullable Moved moved) {
        assertThat(moved).isInstanceOf(Moved.Refused.class);
        return ((Moved.Refused) java.util.Objects.requireNonNull(moved)).why();
    }

    @Override
    public void close() {
        reviews.close();
        ledger.close();
        retrieval.close();
        library.close();
    }
}
