package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Backup;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.people.Role;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Articles of the starter library, from an answer to a page and back.
class ReviewsTests {

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
    void anAnswerBecomesAPageThatNamedPeopleSigned() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.CHILD));

        assertThat(page.isApprovedNow()).isTrue();
        assertThat(page.content().risks()).contains(Risk.CHILD);
        assertThat(page.work().due()).isEqualTo("2027-11-30");
        assertThat(page.work().milestones().stream().map(Work.Milestone::state))
                .containsExactly(
                        State.SUBMITTED, State.UNDER_REVIEW, State.APPROVED, State.PUBLISHED);
        assertThat(house.ledger.of("article:" + page.address() + "/1"))
                .hasSize((int) page.revision())
                .allSatisfy(line -> assertThat(line.act().what()).startsWith("article."));
        assertThat(house.ledger.verify()).isEmpty();
    }

    @Test
    void whatIsStoredIsReadAgainAsItWas() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.CHILD));
        try (Reviews again = house.open()) {
            Article article = again.at(page.address()).orElseThrow();
            assertThat(article.latest()).isEqualTo(page);
            assertThat(article.subjects()).isNotEmpty();
            assertThat(again.answer(page.address(), 1))
                    .isEqualTo(house.reviews.answer(page.address(), 1));
        }
    }

    @Test
    void theAddressSaysTheTitleAndIsNeverGivenTwice() {
        ArticleVersion one = house.published(house.submitted(ReviewedLibrary.SCREENING));
        assertThat(one.address().value()).contains("osteoporosis").doesNotContain(" ");
        ArticleVersion next = house.submitted(ReviewedLibrary.SCREENING);
        assertThat(next.address()).isEqualTo(one.address());
        assertThat(next.number()).isEqualTo(2);
        assertThat(
                        ReviewedLibrary.why(
                                house.reviews.submit(
                                        house.ask(ReviewedLibrary.SCREENING),
                                        "bone",
                                        ReviewedLibrary.AUTHOR,
                                        ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.STATE);
        assertThat(next.content().claims().stream().map(NumberedClaim::number))
                .as("claims keep their numbers")
                .isEqualTo(one.content().claims().stream().map(NumberedClaim::number).toList());

        ArticleVersion page = house.published(next);
        assertThat(house.now(one).state()).isEqualTo(State.SUPERSEDED);
        assertThat(house.reviews.at(page.address()).orElseThrow().shown()).isEqualTo(page);
    }

    @Test
    void aClaimSignedElsewhereIsOnlyConfirmed() {
        ArticleVersion first = house.submitted(ReviewedLibrary.SCREENING);
        ArticleVersion open = house.take(first, new Step.Take(), ReviewedLibrary.REVIEWER);
        int claim = open.unsigned().getFirst().number();
        Moved early =
                house.reviews.take(
                        open.address(),
                        1,
                        open.revision(),
                        new Step.SignClaim(claim, true),
                        ReviewedLibrary.REVIEWER,
                        ReviewedLibrary.TERMS);
        assertThat(ReviewedLibrary.why(early)).isEqualTo(Moved.Why.UNSIGNED);
    }

    @Test
    void whereReviewersDifferTheChairDecidesAndTheOtherOpinionStays() {
        ArticleVersion version = house.signed(house.submitted(ReviewedLibrary.CHILD));
        version =
                house.take(
                        version,
                        new Step.Opine(true, version.contentHash(), "It stands."),
                        ReviewedLibrary.REVIEWER);
        version =
                house.take(
                        version,
                        new Step.Opine(false, version.contentHash(), "Pain is missing."),
                        ReviewedLibrary.SECOND);
        Step approve = new Step.Approve(version.contentHash(), version.content().evidence());
        assertThat(
                        ReviewedLibrary.why(
                                house.reviews.take(
                                        version.address(),
                                        1,
                                        version.revision(),
                                        approve,
                                        ReviewedLibrary.APPROVER,
                                        ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.UNDECIDED);
        version =
                house.take(
                        version,
                        new Step.Settle(true, version.contentHash(), "Pain has its own page."),
                        ReviewedLibrary.CHAIR);
        version = house.take(version, approve, ReviewedLibrary.APPROVER);
        assertThat(version.isApprovedNow()).isTrue();
        assertThat(version.minority())
                .extracting(Work.Opinion::reason)
                .containsExactly("Pain is missing.");
    }

    @Test
    void whoIsBarredMayRemarkAndNothingElse() {
        Person barred =
                new Person(
                        "second",
                        Set.of(Role.CLINICAL_REVIEWER, Role.APPROVER),
                        true,
                        "Declared for 2026: fees, Company.");
        ArticleVersion version = house.submitted(ReviewedLibrary.CHILD);
        Moved taken =
                house.reviews.take(
                        version.address(),
                        1,
                        version.revision(),
                        new Step.Take(),
                        barred,
                        ReviewedLibrary.TERMS);
        assertThat(ReviewedLibrary.why(taken)).isEqualTo(Moved.Why.INTEREST);
        assertThat(((Moved.Refused) taken).words()).contains("Company");
        assertThat(
                        house.take(version, new Step.Remark(0, "Look at the date."), barred)
                                .work()
                                .remarks())
                .hasSize(1);
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsTold() throws Exception {
        ArticleVersion version = house.submitted(ReviewedLibrary.SCREENING);
        try (Reviews other = house.open();
                var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Moved>> steps =
                    IntStream.range(0, 40)
                            .<Callable<Moved>>mapToObj(i ->
                                    () ->
                                            (i % 2 == 0 ? house.reviews : other)
                                                    .take(
                                                            version.address(),
                                                            1,
                                                            version.revision(),
                                                            new Step.Remark(0, "remark " + i),
                                                            ReviewedLibrary.EDITOR,
                                                            ReviewedLibrary.TERMS))
                            .toList();
            int done = 0;
            for (Future<Moved> moved : threads.invokeAll(steps)) {
                if (moved.get() instanceof Moved.Done) {
                    done++;
                } else {
                    assertThat(ReviewedLibrary.why(moved.get())).isEqualTo(Moved.Why.STALE);
                }
            }
            assertThat(done).isEqualTo(1);
        }
        try (Reviews again = house.open()) {
            assertThat(again.at(version.address()).orElseThrow().latest().work().remarks())
                    .hasSize(1);
        }
    }

    @Test
    void wordsAreOnlyChosenFromTheSourceAndCheckedAtOnce() {
        ArticleVersion version = house.signed(house.submitted(ReviewedLibrary.SCREENING));
        NumberedClaim claim = version.content().claims().getFirst();
        for (String invented :
                List.of(
                        "Everybody should be screened.",
                        "screened",
                        " ",
                        statement(version, claim).text())) {
            Moved moved =
                    house.reviews
                            .rewordings()
                            .reword(
                                    version.address(),
                                    1,
                                    version.revision(),
                                    claim.number(),
                                    invented,
                                    ReviewedLibrary.EDITOR,
                                    ReviewedLibrary.TERMS);
            assertThat(ReviewedLibrary.why(moved)).as(invented).isEqualTo(Moved.Why.DOES_NOT_HOLD);
        }
        assertThat(house.now(version)).isEqualTo(version);
    }

    @Test
    void whoChoosesWordsIsAnAuthorAndTheClaimWantsASignatureAgain() {
        ArticleVersion version = house.signed(house.submitted(ReviewedLibrary.CHILD));
        Moved.Done changed = null;
        for (NumberedClaim claim : version.content().claims()) {
            for (String words : sentences(version, claim)) {
                Moved moved =
                        house.reviews
                                .rewordings()
                                .reword(
                                        version.address(),
                                        1,
                                        version.revision(),
                                        claim.number(),
                                        words,
                                        ReviewedLibrary.EDITOR,
                                        ReviewedLibrary.TERMS);
                if (moved instanceof Moved.Done done) {
                    changed = done;
                    break;
                }
            }
            if (changed != null) {
                break;
            }
        }
        assertThat(changed).as("some passage has another sentence to choose").isNotNull();
        ArticleVersion next = java.util.Objects.requireNonNull(changed).version();
        assertThat(next.work().authors()).contains("editor");
        assertThat(next.work().remarks().getLast().words())
                .as("the difference is on file")
                .contains("Other words were chosen", "Now: \"", "Before: \"");
        assertThat(next.changed()).isPresent();
        assertThat(next.contentHash()).isNotEqualTo(version.contentHash());
        assertThat(next.unsigned()).isNotEmpty();
        assertThat(next.content().claims().stream().map(NumberedClaim::number))
                .as("in other words it is the same claim")
                .containsExactlyElementsOf(
                        version.content().claims().stream().map(NumberedClaim::number).toList());
        assertThat(next.unsignedTellings()).isNotEmpty();
        assertThat(
                        ReviewedLibrary.why(
                                house.reviews
                                        .rewordings()
                                        .reword(
                                                next.address(),
                                                1,
                                                next.revision(),
                                                1,
                                                "x",
                                                ReviewedLibrary.REVIEWER,
                                                ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.SAME_PERSON);
    }

    @Test
    void aClaimCanBeLeftOutAndThePageKept() {
        ArticleVersion version = house.signed(house.submitted(ReviewedLibrary.CHILD));
        NumberedClaim last = version.content().claims().getLast();
        ArticleVersion next =
                ReviewedLibrary.done(
                        house.reviews
                                .rewordings()
                                .leaveOut(
                                        version.address(),
                                        1,
                                        version.revision(),
                                        last.number(),
                                        "It says nothing for this child.",
                                        ReviewedLibrary.EDITOR,
                                        ReviewedLibrary.TERMS));
        assertThat(next.claim(last.number())).isEmpty();
        assertThat(next.content().claims()).hasSizeLessThan(version.content().claims().size());
        assertThat(next.unsigned()).as("other claims stay signed").isEmpty();
    }

    @Test
    void aReaderReportsAnErrorAndTheReplyIsPublic() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.CHILD));
        int claim = page.content().claims().getFirst().number();
        assertThat(house.reviews.errors().report(page.address(), claim, " The year is wrong. "))
                .isTrue();
        assertThat(house.reviews.errors().report(page.address(), 999, "No such claim.")).isFalse();
        assertThat(house.reviews.errors().report(new Address("nowhere"), 0, "No such page."))
                .isFalse();
        ErrorReport report = house.reviews.errors().all().getFirst();
        assertThat(report.words()).isEqualTo("The year is wrong.");
        assertThat(house.now(page).openFlags())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.ERROR_REPORTED);
        ReviewedLibrary.done(
                house.reviews
                        .errors()
                        .reply(
                                report.id(),
                                "It is right.",
                                ReviewedLibrary.CHAIR,
                                ReviewedLibrary.TERMS));
        assertThat(house.now(page).openFlags()).isEmpty();
        assertThat(house.reviews.errors().all().getFirst().reply()).isEqualTo("It is right.");
    }

    @Test
    void aBackupHoldsTheArticles() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.SCREENING));
        Path file = folder.resolve("backup.zip");
        Backup.of(house.folder).to(file);
        Path restored = folder.resolve("restored");
        Backup.restore(file, restored);
        assertThat(Reviews.isIn(restored)).isTrue();
        try (Reviews again =
                Reviews.open(
                        restored,
                        house.library,
                        new oropos.verification.Verification(
                                oropos.terminology.Terminology.builtIn(), house.library::version),
                        house.ledger)) {
            assertThat(again.at(page.address()).orElseThrow().shown()).isEqualTo(page);
        }
    }

    private Answer.Statement statement(ArticleVersion version, NumberedClaim claim) {
        Answer answer = house.reviews.answer(version.address(), version.number()).orElseThrow();
        return java.util.Objects.requireNonNull(Contents.statements(answer).get(claim.statement()));
    }

    private List<String> sentences(ArticleVersion version, NumberedClaim claim) {
        return statement(version, claim).citations().stream()
                .flatMap(one ->
                        house.library.version(new SourceId(one.source()), one.version()).stream())
                .flatMap(one -> one.passages().stream())
                .flatMap(one ->
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(one.text()),
                                Sentences.of(one.text()).stream().map(span -> part(one, span))))
                .distinct()
                .toList();
    }

    private static String part(Passage passage, Span span) {
        return span.of(passage.text());
    }

    /// As if every source of an answer were known from a page about it alone.
    @Test
    void aClaimKnownFromASummaryOfAPageAloneWaitsForWhoOpensTheOriginal() {
        ArticleVersion submitted = house.submitted(ReviewedLibrary.SCREENING);
        Content content = submitted.content();
        ArticleVersion version =
                new ArticleVersion(
                        submitted.address(),
                        1,
                        0,
                        State.SUBMITTED,
                        "bone",
                        new Content(
                                content.words(),
                                content.evidence(),
                                content.rules(),
                                content.risks(),
                                content.claims(),
                                content.sources().stream()
                                        .map(one ->
                                                new CitedSource(
                                                        one.work(),
                                                        one.source(),
                                                        one.title(),
                                                        one.standing(),
                                                        one.claims(),
                                                        one.bottomLine(),
                                                        one.year(),
                                                        "summaryOfSecondary"))
                                        .toList(),
                                content.tellings()),
                        submitted.work());
        version = next(version, new Step.Take());
        for (NumberedClaim claim : version.unsigned()) {
            version = next(version, new Step.SignClaim(claim.number(), false));
        }
        for (String reader : version.unsignedTellings()) {
            version = next(version, new Step.SignTelling(reader));
        }
        Step.Opine opinion = new Step.Opine(true, version.contentHash(), "It stands.");
        Moved early = version.after(opinion, ReviewedLibrary.REVIEWER, version.revision(), CALM);
        assertThat(ReviewedLibrary.why(early)).isEqualTo(Moved.Why.UNSIGNED);
        assertThat(((Moved.Refused) early).words()).contains("has to open the original");
        assertThat(version.originalUnread()).hasSameSizeAs(version.content().claims());
        for (NumberedClaim claim : version.originalUnread()) {
            assertThat(
                            ReviewedLibrary.why(
                                    version.after(
                                            new Step.ReadOriginal(claim.number()),
                                            ReviewedLibrary.AUTHOR,
                                            version.revision(),
                                            CALM)))
                    .isEqualTo(Moved.Why.ROLE);
            version = next(version, new Step.ReadOriginal(claim.number()));
        }
        version = next(version, opinion);
        assertThat(version.standingOpinions()).hasSize(1);
        assertThat(
                        ReviewedLibrary.why(
                                house.reviews.take(
                                        submitted.address(),
                                        1,
                                        house.take(
                                                        submitted,
                                                        new Step.Take(),
                                                        ReviewedLibrary.REVIEWER)
                                                .revision(),
                                        new Step.ReadOriginal(
                                                content.claims().stream()
                                                        .filter(one ->
                                                                !submitted.restsOnSecondary(one))
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .number()),
                                        ReviewedLibrary.REVIEWER,
                                        ReviewedLibrary.TERMS)))
                .as("a claim that is known from its source asks for nothing")
                .isEqualTo(Moved.Why.DOES_NOT_HOLD);
    }

    private static final Circumstances CALM =
            new Circumstances(
                    java.time.Instant.parse("2026-11-30T09:00:00Z"), "1", "1", java.util.Set.of());

    private static ArticleVersion next(ArticleVersion version, Step step) {
        return ReviewedLibrary.done(
                version.after(step, ReviewedLibrary.REVIEWER, version.revision(), CALM));
    }

    @Test
    void whatAnotherProcessHandedInIsThereASecondLater() throws Exception {
        try (Reviews another = house.open()) {
            ArticleVersion version = house.submitted(ReviewedLibrary.SCREENING);
            Thread.sleep(1_100);
            assertThat(another.at(version.address()))
                    .hasValueSatisfying(one -> assertThat(one.latest()).isEqualTo(version));
        }
    }
}
