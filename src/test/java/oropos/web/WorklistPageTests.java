package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Interest;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.CitedSource;
import oropos.review.Person;
import oropos.review.ReviewedLibrary;
import oropos.review.Step;

/// What editors ask of all pages at once.
class WorklistPageTests {

    @TempDir Path folder;
    private ReviewedLibrary house;
    private People people;
    private WorklistPage page;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder);
        people = People.open(folder, house.ledger);
        page = new WorklistPage(house.reviews, people);
    }

    @AfterEach
    void close() {
        people.close();
        house.close();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> shown(String name, String only, String source, String interest) {
        Model model = new ConcurrentModel();
        page.worklist(only, source, interest, model);
        Object value = model.getAttribute(name);
        return value == null ? List.of() : (List<T>) value;
    }

    @Test
    void aSourceNamesEveryClaimThatRestsOnIt() {
        ArticleVersion version = house.published(house.submitted(ReviewedLibrary.CHILD));
        CitedSource cited =
                version.content().sources().stream()
                        .filter(one -> one.claims() > 0 && one.work().startsWith("pmid:"))
                        .findFirst()
                        .orElseThrow();
        for (String asked :
                List.of(
                        cited.work(),
                        cited.work().substring("pmid:".length()),
                        "PMID " + cited.work().substring("pmid:".length()),
                        cited.title())) {
            List<WorklistPage.Resting> resting = shown("resting", "", asked, "");
            assertThat(resting).as(asked).isNotEmpty();
            assertThat(resting)
                    .filteredOn(one -> one.source().work().equals(cited.work()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.claims()).hasSize(cited.claims()));
        }
        String shorter = cited.work().substring(0, cited.work().length() - 1);
        assertThat(this.<WorklistPage.Resting>shown("resting", "", shorter, "")).isEmpty();
        assertThat(this.<WorklistPage.Resting>shown("resting", "", "no such title", "")).isEmpty();
    }

    @Test
    void theChosenKindOfGroundIsWhatIsListed() {
        house.submitted(ReviewedLibrary.CHILD);
        house.submitted(ReviewedLibrary.SCREENING);
        List<WorklistPage.Line> all = shown("lines", "", "", "");
        assertThat(all).hasSize(2);
        assertThat(all)
                .extracting(WorklistPage.Line::weakness)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        for (WorklistPage.Only kind : WorklistPage.Only.values()) {
            List<WorklistPage.Line> some = shown("lines", kind.code(), "", "");
            assertThat(some)
                    .as(kind.code())
                    .containsExactlyElementsOf(
                            all.stream().filter(line -> kind.holds(line.ground())).toList());
        }
    }

    @Test
    void whoJudgedWithAnInterestIsNamedWithWhatTheyDid() {
        Account member = people.add(NewAccount.of("reviewer", "Dr Example"), AccountId.OPERATOR);
        people.setRoles(member.id(), EnumSet.of(Role.CLINICAL_REVIEWER), AccountId.OPERATOR);
        people.declare(
                member.id(),
                2026,
                null,
                List.of(
                        new Interest(
                                Interest.Kind.FEES,
                                "Example Pharma",
                                "two talks",
                                List.of("zoledronate"),
                                false)));
        ArticleVersion version =
                house.take(
                        house.submitted(ReviewedLibrary.SCREENING),
                        new Step.Take(),
                        ReviewedLibrary.REVIEWER);
        Person signer =
                new Person(member.id().text(), EnumSet.of(Role.CLINICAL_REVIEWER), true, null);
        house.take(
                version, new Step.SignClaim(version.unsigned().getFirst().number(), false), signer);
        for (String held : List.of("example pharma", "Zoledronate", "TALKS")) {
            List<WorklistPage.Judged> judged = shown("judged", "", "", held);
            assertThat(judged)
                    .as(held)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.person().id()).isEqualTo(member.id());
                        assertThat(one.did()).containsExactly("signed");
                    });
        }
        assertThat(this.<WorklistPage.Judged>shown("judged", "", "", "another company")).isEmpty();
    }
}
