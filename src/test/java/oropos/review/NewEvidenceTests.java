package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.answer.Answer;
import oropos.library.Progress;

/// What an import does to a page on which it bears, and that it does nothing to others. The texts are
/// invented for the form they have; none is advice.
class NewEvidenceTests {

    @TempDir Path folder;
    private ReviewedLibrary house;
    private ArticleVersion page;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder.resolve("data"));
        page = house.published(house.submitted(ReviewedLibrary.SCREENING));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Set<String> add(String key, String fields, String block) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve(key + ".md"),
                        "---\ntitle: A newer guideline, "
                                + key
                                + "\nissuer: A place\nkey: "
                                + key
                                + "\nyear: 2026\ndesign: practice guideline\n"
                                + fields
                                + "\n---\n\n"
                                + block);
        assertThat(house.library.add(List.of(file), Progress.none()).skipped()).isZero();
        house.retrieval.refresh(Progress.none());
        return Set.of("guideline:a-place/" + key);
    }

    private Set<String> screening(String key, String more) throws IOException {
        return add(
                key,
                "population: women aged 65 years and older\nages: 65+\nsex: female" + more,
                """
                ::: recommendation
                section: prevention
                about: screening for osteoporosis in women aged 65 years and older
                intervention: screening for osteoporosis
                outcome: osteoporotic fractures
                direction: favours
                strength: strong recommendation
                lead: Screening for osteoporosis with bone density is recommended for women aged 65 years and older
                ---
                Screening for osteoporosis with bone density is recommended for women aged 65 years and older.
                :::
                """);
    }

    private List<Reopened> askedAgain(Set<String> fresh) {
        return house.reviews
                .reopenings()
                .askedAgain(fresh, 1, answer -> Optional.of(house.ask(ReviewedLibrary.SCREENING)));
    }

    @Test
    void aSourceTheAnswerWouldCiteFlagsThePageAndSaysTheDifferenceInOneSentence()
            throws IOException {
        List<Reopened> reopened = askedAgain(screening("screening", ""));
        assertThat(reopened).hasSize(1);
        Flag flag = reopened.getFirst().flag();
        assertThat(flag.kind()).isEqualTo(Flag.Kind.UPDATE_NEEDED);
        assertThat(flag.gravity()).isEqualTo(Flag.Gravity.MATERIAL);
        assertThat(flag.due()).isEqualTo(flag.opened().plusDays(30));
        assertThat(flag.reason())
                .startsWith("\"A newer guideline, screening\" (2026) came into the library;")
                .contains("would cite it in its bottom line")
                .endsWith(".");
        assertThat(house.now(page).isApprovedNow())
                .as("approved stays until somebody decides")
                .isTrue();
        assertThat(askedAgain(Set.of("guideline:a-place/screening")))
                .as("and is said once")
                .isEmpty();
    }

    @Test
    void aSourceAboutSomethingElseFlagsNothing() throws IOException {
        Set<String> fresh =
                add(
                        "scabies",
                        "",
                        """
                        ::: recommendation
                        section: drugs
                        about: scabies
                        intervention: permethrin
                        direction: favours
                        strength: recommended
                        lead: permethrin is recommended
                        ---
                        In adults with scabies permethrin is recommended.
                        :::
                        """);
        assertThat(askedAgain(fresh)).isEmpty();
        assertThat(house.now(page).openFlags()).isEmpty();
    }

    @Test
    void theFlagFallsWhenTheAnswerWouldNotCiteTheSourceAnyMore() throws IOException {
        askedAgain(screening("screening", ""));
        assertThat(house.now(page).openFlags()).hasSize(1);
        screening("screening", "\nstanding: retracted");
        assertThat(askedAgain(Set.of())).isEmpty();
        assertThat(house.now(page).openFlags()).isEmpty();
        assertThat(house.now(page).work().flags())
                .extracting(Flag::how)
                .containsExactly("Asked again, the answer would not say so any more.");
    }

    @Test
    void aDrugCalledWithdrawnSinceSuspendsAtOnce() {
        Answer again =
                house.ask(
                        "Should a 67-year-old woman with arthritis and osteoporosis start rofecoxib?");
        assertThat(again.premises()).extracting(Answer.FalsePremise::kind).contains("withdrawn");
        List<Reopened> reopened =
                house.reviews.reopenings().askedAgain(Set.of(), 1, answer -> Optional.of(again));
        assertThat(reopened)
                .extracting(one -> one.flag().gravity())
                .containsExactly(Flag.Gravity.SAFETY);
        assertThat(house.now(page).isApprovedNow()).isFalse();
    }

    @Test
    void aPageThatCannotBeAskedAgainKeepsWhatItSaysAndWaitsInTheQueueUntilItCan()
            throws IOException {
        long before = house.library.snapshot().number();
        Set<String> fresh = screening("screening", "");
        List<Reopened> failed =
                house.reviews.reopenings().askedAgain(fresh, before, answer -> Optional.empty());
        assertThat(failed)
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.NOT_ANSWERED);
        assertThat(house.now(page).content()).isEqualTo(page.content());
        assertThat(house.now(page).isApprovedNow()).isTrue();
        assertThat(house.now(page).openFlags()).hasSize(1);
        assertThat(
                        house.reviews
                                .reopenings()
                                .askedAgain(Set.of(), before + 7, answer -> Optional.empty()))
                .as("and is said once")
                .isEmpty();
        assertThat(house.reviews.reopenings().notAnsweredSince())
                .as("what came in at the first failure is not forgotten")
                .hasValue(before);

        List<Reopened> retried =
                house.reviews
                        .reopenings()
                        .retried(
                                fresh,
                                before,
                                answer -> Optional.of(house.ask(ReviewedLibrary.SCREENING)));
        assertThat(retried)
                .extracting(one -> one.flag().kind())
                .containsExactly(Flag.Kind.UPDATE_NEEDED);
        assertThat(house.now(page).openFlags())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.UPDATE_NEEDED);
        assertThat(house.reviews.reopenings().notAnsweredSince()).isEmpty();
    }

    @Test
    void whoWasAnsweredIsNotAskedWhenOthersAreRetried() {
        house.reviews
                .reopenings()
                .retried(
                        Set.of(),
                        0,
                        answer -> {
                            throw new AssertionError("nobody waits to be asked again");
                        });
        assertThat(house.now(page)).isEqualTo(page);
    }

    @Test
    void aDrugNoLongerCalledWithdrawnGivesApprovedBackToNobodyByItself() {
        Answer again =
                house.ask(
                        "Should a 67-year-old woman with arthritis and osteoporosis start rofecoxib?");
        house.reviews.reopenings().askedAgain(Set.of(), 1, answer -> Optional.of(again));
        house.reviews
                .reopenings()
                .askedAgain(
                        Set.of(), 1, answer -> Optional.of(house.ask(ReviewedLibrary.SCREENING)));
        assertThat(house.now(page).isApprovedNow()).isFalse();
        assertThat(house.now(page).openFlags())
                .extracting(Flag::kind)
                .containsExactlyInAnyOrder(Flag.Kind.UPDATE_NEEDED, Flag.Kind.TAKEN_BACK);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28,2027-01-01",
        "2026-12-31,2027-01-01",
        "2027-01-01,2027-04-01",
        "2027-03-31,2027-04-01",
        "2027-05-15,2027-07-01",
        "2027-09-30,2027-10-01"
    })
    void whatIsMinorWaitsForTheNextQuarter(LocalDate day, LocalDate batch) {
        assertThat(Flag.Gravity.MINOR.due(day)).isEqualTo(batch);
    }
}
