package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.people.Role;

/// Ways in which a page could be called approved though nobody who may signed exactly that, each tried.
class StandingTests {

    @TempDir static Path folder;
    private static ReviewedLibrary house;
    private ArticleVersion version;

    @BeforeAll
    static void open() {
        house = new ReviewedLibrary(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void handIn() {
        version = house.submitted(ReviewedLibrary.SCREENING);
    }

    @AfterEach
    void takeBack() {
        ArticleVersion now = house.now(version);
        if (now.state() != State.WITHDRAWN && now.state() != State.SUPERSEDED) {
            house.take(now, new Step.Withdraw("another test"), ReviewedLibrary.CHAIR);
        }
    }

    private Moved tried(Step step, Person person, Terms terms) {
        ArticleVersion now = house.now(version);
        return house.reviews.take(now.address(), now.number(), now.revision(), step, person, terms);
    }

    private ArticleVersion judged() {
        ArticleVersion signed = house.signed(version);
        return house.take(
                signed,
                new Step.Opine(true, signed.contentHash(), "It stands."),
                ReviewedLibrary.REVIEWER);
    }

    private Step approve() {
        ArticleVersion now = house.now(version);
        return new Step.Approve(now.contentHash(), now.content().evidence());
    }

    private static Step publish() {
        return new Step.Publish(LocalDate.of(2027, 11, 30));
    }

    /// One of those who signed may no longer, or is no clinician any more.
    private static Terms without(String account) {
        return new Terms(
                ReviewedLibrary.TERMS.policy(),
                ReviewedLibrary.TERMS.interests(),
                new Signers() {
                    @Override
                    public Optional<String> against(String one, Role... any) {
                        return one.equals(account)
                                ? Optional.of("The account of Dr " + one + " was disabled since.")
                                : Optional.empty();
                    }

                    @Override
                    public boolean clinician(String one) {
                        return !one.equals(account);
                    }

                    @Override
                    public Set<String> same(String one) {
                        return Set.of(one);
                    }
                });
    }

    /// Puts a source on a list of retractions, and tells nobody: as an import that has not come to the
    /// articles yet.
    private static void retracted(CitedSource source) throws IOException {
        Path list = folder.resolve("retractions.csv");
        String doi = house.library.current(new SourceId(source.source())).getFirst().source().doi();
        Files.writeString(
                list,
                "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Notes,\n"
                        + "1,A title,8/21/2026 0:00,10.1/notice,0,"
                        + doi
                        + ",0,Retraction,+Error in Data;,\n");
        house.library.addRetractions(List.of(list), Progress.none());
    }

    private static CitedSource withDoi(ArticleVersion version) {
        return version.content().sources().stream()
                .filter(one -> one.claims() > 0 && one.claims() < version.content().claims().size())
                .filter(one ->
                        house.library.current(new SourceId(one.source())).getFirst().source().doi()
                                != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoReviewedUnderOneAccountDoesNotApproveUnderAnother() {
        judged();
        Person twice =
                new Person("approver", Set.of(Role.APPROVER), true, null, null, Set.of("reviewer"));
        assertThat(ReviewedLibrary.why(tried(approve(), twice, ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.SAME_PERSON);
        Person author =
                new Person(
                        "second",
                        Set.of(Role.CLINICAL_REVIEWER),
                        true,
                        null,
                        null,
                        Set.of("author"));
        assertThat(
                        ReviewedLibrary.why(
                                tried(new Step.SignClaim(1, false), author, ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.SAME_PERSON);
    }

    @Test
    void whatWasSignedByWhoMayNoLongerCarriesNoApproval() {
        judged();
        Moved refused = tried(approve(), ReviewedLibrary.APPROVER, without("reviewer"));
        assertThat(ReviewedLibrary.why(refused)).isEqualTo(Moved.Why.UNSIGNED);
        assertThat(((Moved.Refused) refused).words()).contains("needs another signature");

        ArticleVersion now = house.now(version);
        for (NumberedClaim claim : now.content().claims()) {
            now =
                    house.take(
                            now, new Step.SignClaim(claim.number(), false), ReviewedLibrary.SECOND);
            if (now.restsOnSecondary(claim)) {
                now =
                        house.take(
                                now, new Step.ReadOriginal(claim.number()), ReviewedLibrary.SECOND);
            }
        }
        for (String reader : now.content().tellingsToSign().keySet()) {
            now = house.take(now, new Step.SignTelling(reader), ReviewedLibrary.SECOND);
        }
        assertThat(
                        ReviewedLibrary.why(
                                tried(approve(), ReviewedLibrary.APPROVER, without("reviewer"))))
                .as("an opinion of somebody who may is still wanted")
                .isEqualTo(Moved.Why.UNSIGNED);
        house.take(
                now, new Step.Opine(true, now.contentHash(), "Looked at."), ReviewedLibrary.SECOND);
        assertThat(tried(approve(), ReviewedLibrary.APPROVER, without("reviewer")))
                .isInstanceOf(Moved.Done.class);

        assertThat(
                        ReviewedLibrary.why(
                                tried(publish(), ReviewedLibrary.PUBLISHER, without("approver"))))
                .isEqualTo(Moved.Why.UNSIGNED);
        ArticleVersion back =
                ReviewedLibrary.done(
                        tried(
                                new Step.Return("Dr Approver left."),
                                ReviewedLibrary.CHAIR,
                                ReviewedLibrary.TERMS));
        assertThat(back.isApprovedNow()).isFalse();
        assertThat(back.work().approval()).isNull();
    }

    @Test
    void aSourceRetractedBetweenSigningAndPublishingIsSeenByWhoeverSigns() throws IOException {
        Answer before = house.ask(ReviewedLibrary.CHILD);
        ArticleVersion child = house.approved(house.submitted(ReviewedLibrary.CHILD));
        CitedSource source = withDoi(child);
        retracted(source);
        Moved moved =
                house.reviews.publish(
                        child.address(),
                        child.number(),
                        child.revision(),
                        ReviewedLibrary.PUBLISHER,
                        ReviewedLibrary.TERMS);
        assertThat(ReviewedLibrary.why(moved)).isEqualTo(Moved.Why.FLAGGED);
        assertThat(((Moved.Refused) moved).words()).contains("was retracted");
        assertThat(house.now(child).isApprovedNow()).isFalse();
        assertThat(house.reviews.reopenings().follow()).as("it is flagged already").isEmpty();

        ArticleVersion flagged = house.now(child);
        house.take(flagged, new Step.Withdraw("a new one is handed in"), ReviewedLibrary.CHAIR);
        ArticleVersion late =
                ReviewedLibrary.done(
                        house.reviews.submit(
                                before, "bone", ReviewedLibrary.AUTHOR, ReviewedLibrary.TERMS));
        assertThat(late.isSuspended())
                .as("an answer from before, handed in after the retraction")
                .isTrue();

        house.take(late, new Step.Withdraw("it rests on it"), ReviewedLibrary.CHAIR);
        house.retrieval.refresh(Progress.none());
        ArticleVersion anew = house.published(house.submitted(ReviewedLibrary.CHILD));
        assertThat(anew.isApprovedNow()).as("a way on that needs nothing undone").isTrue();
        assertThat(anew.content().sources()).noneMatch(one -> one.work().equals(source.work()));
    }

    @Test
    void whoLeavesAClaimOutDoesNotApproveWhatIsLeft() {
        house.signed(version);
        Person both = new Person("both", Set.of(Role.EVIDENCE_EDITOR, Role.APPROVER), true, null);
        ArticleVersion now = house.now(version);
        ArticleVersion left =
                ReviewedLibrary.done(
                        house.reviews
                                .rewordings()
                                .leaveOut(
                                        now.address(),
                                        now.number(),
                                        now.revision(),
                                        now.content().claims().getLast().number(),
                                        "It says nothing for her.",
                                        both,
                                        ReviewedLibrary.TERMS));
        left = house.signedAs(left, ReviewedLibrary.REVIEWER);
        house.take(
                left, new Step.Opine(true, left.contentHash(), "Good."), ReviewedLibrary.REVIEWER);
        assertThat(ReviewedLibrary.why(tried(approve(), both, ReviewedLibrary.TERMS)))
                .isEqualTo(Moved.Why.SAME_PERSON);
        assertThat(tried(approve(), ReviewedLibrary.APPROVER, ReviewedLibrary.TERMS))
                .isInstanceOf(Moved.Done.class);
    }

    @Test
    void nothingChangesWhatAPublishedVersionSays() {
        judged();
        house.take(house.now(version), approve(), ReviewedLibrary.APPROVER);
        ArticleVersion page =
                ReviewedLibrary.done(
                        tried(publish(), ReviewedLibrary.PUBLISHER, ReviewedLibrary.TERMS));
        Person all = new Person("all", Set.of(Role.values()), true, null);
        for (Step step :
                List.of(
                        new Step.Rate(1, "low", null, "few people"),
                        new Step.Judge("The board thinks so."),
                        new Step.DropJudgement(1, "no"),
                        new Step.SignClaim(1, false),
                        new Step.SignTelling("professional"),
                        new Step.Return("once more"),
                        new Step.Revise(),
                        new Step.Submit(),
                        approve(),
                        new Step.Change(page.content(), "other words", true))) {
            assertThat(tried(step, all, ReviewedLibrary.TERMS))
                    .as("%s", step)
                    .isInstanceOf(Moved.Refused.class);
        }
        int claim = page.content().claims().getFirst().number();
        assertThat(
                        house.reviews
                                .rewordings()
                                .leaveOut(
                                        page.address(),
                                        page.number(),
                                        page.revision(),
                                        claim,
                                        "away",
                                        all,
                                        ReviewedLibrary.TERMS))
                .isInstanceOf(Moved.Refused.class);
        assertThat(
                        house.reviews
                                .rewordings()
                                .rewrite(
                                        page.address(),
                                        page.number(),
                                        page.revision(),
                                        house.ask(ReviewedLibrary.SCREENING),
                                        all,
                                        ReviewedLibrary.TERMS))
                .isInstanceOf(Moved.Refused.class);
        assertThat(house.now(page)).isEqualTo(page);
    }

    @Test
    void whatWasChangedOnTheDiskIsNotCalledApproved() throws SQLException {
        judged();
        ArticleVersion approved =
                house.take(house.now(version), approve(), ReviewedLibrary.APPROVER);
        Answer answer = answer(approved);
        assertThat(house.reviews.disowned(approved, answer)).isEmpty();

        String words = answer.statements().getFirst().text();
        onDisk("update version set answer = replace(answer, ?, 'Everybody should.')", words);
        assertThat(house.reviews.disowned(approved, answer(approved)).orElseThrow())
                .contains("not the words that were signed");
        onDisk("update version set answer = replace(answer, 'Everybody should.', ?)", words);
        assertThat(house.reviews.disowned(approved, answer(approved))).isEmpty();

        onDisk(
                "update version set body = replace(body, ?, '\"by\":\"somebody\"')",
                "\"by\":\"approver\"");
        try (Reviews again = house.open()) {
            ArticleVersion forged =
                    again.at(approved.address())
                            .flatMap(one -> one.version(approved.number()))
                            .orElseThrow();
            assertThat(java.util.Objects.requireNonNull(forged.work().approval()).by())
                    .isEqualTo("somebody");
            assertThat(again.disowned(forged, answer(approved)).orElseThrow())
                    .contains("knows of no such approval");
        }
        onDisk(
                "update version set body = replace(body, '\"by\":\"somebody\"', ?)",
                "\"by\":\"approver\"");
    }

    private static Answer answer(ArticleVersion version) {
        return house.reviews.answer(version.address(), version.number()).orElseThrow();
    }

    private static void onDisk(String sql, String words) throws SQLException {
        try (Connection file =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve(ArticleFile.NAME));
                PreparedStatement change = file.prepareStatement(sql)) {
            change.setString(1, words);
            assertThat(change.executeUpdate()).isPositive();
        }
    }
}
