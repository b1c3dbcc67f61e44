package oropos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.ledger.Act;
import oropos.ledger.Entry;
import oropos.ledger.Ledger;

class PeopleTests {

    private static final String QUESTION = "Bisphosphonates in osteogenesis imperfecta, 8 years";

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private Ledger ledger;
    private People people;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder);
        people = People.open(folder, ledger, 2, (InstantSource) () -> now);
    }

    @AfterEach
    void close() {
        people.close();
        ledger.close();
    }

    private Account add(String name, Role... roles) {
        Account added =
                people.add(
                        new NewAccount(
                                name, "Dr " + name, name + "@example.org", null, true, "GMC 7"),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private static Interest fees(boolean relevant, String... topics) {
        return new Interest(Interest.Kind.FEES, "A company", "Lectures", List.of(topics), relevant);
    }

    @Test
    void whoWasAddedIsFoundByIdAndByNameAfterOpeningAgain() {
        Account ada = add("Ada", Role.CLINICAL_REVIEWER, Role.APPROVER);
        close();
        open();
        assertThat(people.find(ada.id())).contains(ada);
        assertThat(people.named(" ADA ")).contains(ada);
        assertThat(people.all()).containsExactly(ada);
        assertThat(ada.may(Role.APPROVER)).isTrue();
        assertThat(ada.may(Role.CHAIR)).isFalse();
        assertThat(people.registration(ada.id())).contains("GMC 7");
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve(People.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void aNameIsTakenOnceWhateverItsCapitals() {
        add("ada");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add("ADA"))
                .withMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-ada", "ada!", "a b", "ada@", "<script>", "ada\u0000"})
    void aNameThatIsNoNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> add(name));
    }

    @Test
    void aShownNameCannotTurnTheDirectionOfWriting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewAccount.of("ada", "Dr \u202Eada"))
                .withMessageContaining("cannot be seen");
    }

    @Test
    void theLedgerTellsEveryChangeAndNamesNobody() {
        Account ada = add("ada", Role.APPROVER);
        add("root", Role.ADMINISTRATOR);
        people.change(ada.id(), NewAccount.of("ada", "Ada Byron"), AccountId.OPERATOR);
        people.disable(ada.id(), "left the board", AccountId.OPERATOR);
        people.enable(ada.id(), "came back", AccountId.OPERATOR);
        people.declare(ada.id(), 2026, null, List.of(fees(true)));
        people.policies().publish(1, "## Scope\n\nAll.", "Shorter", true, ada.id());

        assertThat(ledger.of(ada.id().text()))
                .extracting(entry -> entry.act().what())
                .containsExactly(
                        "account.added",
                        "account.roles",
                        "account.changed",
                        "account.disabled",
                        "account.enabled",
                        "interest.declared");
        assertThat(ledger.of("policy:2")).hasSize(1);
        assertThat(ledger.all())
                .extracting(Entry::act)
                .extracting(Act::toString)
                .noneMatch(words -> words.toLowerCase().contains("byron"))
                .noneMatch(words -> words.contains("@") || words.contains("GMC"))
                .noneMatch(words -> words.contains("A company"));
    }

    @Test
    void whatTheLedgerRefusesIsNotDone() {
        Account ada = add("ada");
        ledger.close();
        try {
            people.disable(ada.id(), "left", AccountId.OPERATOR);
            throw new AssertionError("it was done without a line in the ledger");
        } catch (RuntimeException refused) {
            assertThat(people.find(ada.id()).orElseThrow().active()).isTrue();
        } finally {
            ledger = Ledger.open(folder);
        }
    }

    @Test
    void whoIsDisabledMayDoNothingAndIsStillNamed() {
        Account ada = add("ada", Role.APPROVER);
        Account gone = people.disable(ada.id(), "left", AccountId.OPERATOR);
        assertThat(gone.may(Role.APPROVER)).isFalse();
        assertThat(gone.roles()).containsExactly(Role.APPROVER);
        assertThat(people.find(ada.id())).contains(gone);
    }

    @Test
    void theOnlyAdministratorStaysOne() {
        Account root = add("root", Role.ADMINISTRATOR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.disable(root.id(), "left", AccountId.OPERATOR))
                .withMessageContaining("only administrator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.setRoles(root.id(), Set.of(), AccountId.OPERATOR));
        add("second", Role.ADMINISTRATOR);
        assertThat(people.disable(root.id(), "left", AccountId.OPERATOR).active()).isFalse();
    }

    private @Nullable String reason(Account account) {
        return people.conflict(account.id(), QUESTION, List.of("Diphosphonates"))
                .map(Conflict::reason)
                .orElse(null);
    }

    @Test
    void notHavingDeclaredBarsForTheYearAndForTheQuestion() {
        Account ada = add("ada");
        assertThat(reason(ada)).isEqualTo("Interests for 2026 are not declared yet.");
        people.declare(ada.id(), 2026, null, List.of());
        assertThat(reason(ada)).isEqualTo("Interests in this question are not declared yet.");
        people.declare(ada.id(), 2026, QUESTION, List.of());
        assertThat(reason(ada)).isNull();
        now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(reason(ada)).isEqualTo("Interests for 2027 are not declared yet.");
    }

    @Test
    void aRelevantInterestBarsWhatItIsAboutAndNothingElse() {
        Account ada = add("ada");
        people.declare(ada.id(), 2026, QUESTION, List.of());
        people.declare(ada.id(), 2026, null, List.of(fees(true, "insulin")));
        assertThat(reason(ada)).isNull();
        people.declare(ada.id(), 2026, null, List.of(fees(true, "Osteogenesis imperfecta")));
        assertThat(reason(ada))
                .isEqualTo("Declared for 2026: fees or honoraria, A company (Lectures).");
        people.declare(ada.id(), 2026, null, List.of(fees(true, "diphosphonates")));
        assertThat(reason(ada)).isNotNull();
        people.declare(ada.id(), 2026, null, List.of(fees(true)));
        assertThat(reason(ada)).isNotNull();
        people.declare(ada.id(), 2026, null, List.of(fees(false)));
        assertThat(reason(ada)).isNull();
    }

    @Test
    void aWordIsNotFoundWithinAnother() {
        Account ada = add("ada");
        people.declare(ada.id(), 2026, QUESTION, List.of());
        people.declare(ada.id(), 2026, null, List.of(fees(true, "phosphonate", "genesis")));
        assertThat(reason(ada)).isNull();
    }

    @Test
    void anInterestCountsForTheWindowAndNoLonger() {
        Account ada = add("ada");
        people.declare(ada.id(), 2026, null, List.of());
        people.declare(ada.id(), 2026, QUESTION, List.of());
        people.declare(ada.id(), 2024, null, List.of(fees(true)));
        assertThat(reason(ada)).isNull();
        people.declare(ada.id(), 2025, null, List.of(fees(true)));
        assertThat(reason(ada)).contains("2025");
    }

    @Test
    void whatIsDeclaredForAQuestionBarsThatQuestionAlone() {
        Account ada = add("ada");
        people.declare(ada.id(), 2026, null, List.of());
        people.declare(ada.id(), 2026, QUESTION, List.of(fees(true, "something else")));
        people.declare(ada.id(), 2026, "Another question", List.of());
        assertThat(reason(ada)).isNotNull();
        assertThat(people.conflict(ada.id(), "Another question", List.of())).isEmpty();
    }

    @Test
    void anotherPersonJudgesWhatIsRelevantAndTheEarlierDeclarationStays() {
        Account ada = add("ada");
        Account root = add("root", Role.ADMINISTRATOR);
        people.declare(ada.id(), 2026, QUESTION, List.of());
        Declaration said = people.declare(ada.id(), 2026, null, List.of(fees(false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.judge(said.number(), 0, true, "it is", ada.id()));
        Declaration judged = people.judge(said.number(), 0, true, "large sum", root.id());

        assertThat(reason(ada)).isNotNull();
        assertThat(people.declaration(said.number())).contains(said);
        assertThat(people.pinned(ada.id(), QUESTION))
                .contains(judged.number())
                .doesNotContain(said.number());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.judge(said.number(), 0, false, "no", root.id()))
                .withMessageContaining("replaced");
    }

    @Test
    void accountsOfOneHumanBeingAreKnownByRegistrationAndAddress() {
        Account one =
                people.add(
                        new NewAccount("one", "Dr One", null, null, true, "GMC 712-3456"),
                        AccountId.OPERATOR);
        Account same =
                people.add(
                        new NewAccount("uno", "Dr U. No", null, null, true, "gmc 7123456"),
                        AccountId.OPERATOR);
        Account mail =
                people.add(
                        new NewAccount("m1", "M", "m@x.org", null, false, null),
                        AccountId.OPERATOR);
        Account again =
                people.add(
                        new NewAccount("m2", "M", "M@X.org", null, false, null),
                        AccountId.OPERATOR);
        Account none =
                people.add(new NewAccount("n", "N", null, null, false, null), AccountId.OPERATOR);
        people.add(new NewAccount("n2", "N", null, null, false, null), AccountId.OPERATOR);
        assertThat(people.others(one.id())).containsExactly(same.id());
        assertThat(people.others(again.id())).containsExactly(mail.id());
        assertThat(people.others(none.id())).isEmpty();
    }

    @Test
    void thePolicyIsShippedCompleteAndKeepsItsVersions() {
        Account root = add("root", Role.ADMINISTRATOR);
        Policies policies = people.policies();
        assertThat(policies.inForce().number()).isEqualTo(1);
        Policy second = policies.publish(1, "## Scope\n\nAll.", "Shorter", false, root.id());
        assertThat(second.number()).isEqualTo(2);
        assertThat(policies.inForce()).isEqualTo(second);
        assertThat(policies.all()).extracting(Policy::number).containsExactly(2, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> policies.publish(1, "Other", "Meanwhile", false, root.id()))
                .withMessageContaining("version 2");
    }

    /// The heads an editorial policy has to have (clinical method, D.4).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mission",
                "scope",
                "who we are",
                "funding",
                "advertising",
                "roles",
                "qualifications",
                "becomes an article",
                "what software does",
                "language model",
                "where sources come from",
                "how evidence is graded",
                "grade",
                "whom evidence applies to",
                "sources disagree",
                "interests of people",
                "several persons",
                "versions, corrections, withdrawal",
                "retracted",
                "reviewed again",
                "feedback",
                "within 14 days",
                "privacy",
                "accessibility",
                "plain language",
                "licence of the content",
                "limits",
                "intended use",
                "contact",
                "versions of this policy"
            })
    void theShippedPolicyCoversEveryHead(String head) {
        assertThat(people.policies().inForce().text().toLowerCase()).contains(head);
    }
}
