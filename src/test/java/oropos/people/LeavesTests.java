package oropos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.ledger.Ledger;

/// Days away, and guests whose time ends.
class LeavesTests {

    private static final String GOOD = "violin harbour thimble acorn";
    private static final LocalDate DAY = LocalDate.parse("2026-11-28");

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private Ledger ledger;
    private People people;
    private AccountId ada;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder);
        people = People.open(folder, ledger, 3, (InstantSource) () -> now);
        ada = people.add(NewAccount.of("ada", "Ada Lovelace"), AccountId.OPERATOR).id();
    }

    @AfterEach
    void close() {
        people.close();
        ledger.close();
    }

    @Test
    void leavesThatFollowEachOtherAreOneAbsence() {
        people.leaves().take(ada, DAY.plusDays(3), DAY.plusDays(5));
        people.leaves().take(ada, DAY, DAY.plusDays(2));
        people.leaves().take(ada, DAY.plusDays(20), DAY.plusDays(21));
        assertThat(people.leaves().awayUntil(ada, DAY)).hasValue(DAY.plusDays(5));
        assertThat(people.leaves().awayUntil(ada, DAY.plusDays(6))).isEmpty();
        assertThat(people.leaves().awayUntil(ada, DAY.plusDays(20))).hasValue(DAY.plusDays(21));
        assertThat(people.leaves().of(ada, DAY.plusDays(4))).hasSize(2);
    }

    @Test
    void aLeaveIsTakenBackByItsPersonAlone() {
        Leave leave = people.leaves().take(ada, DAY, DAY);
        AccountId bob = people.add(NewAccount.of("bob", "Bob"), AccountId.OPERATOR).id();
        assertThat(people.leaves().cancel(bob, leave.number())).isFalse();
        assertThat(people.leaves().cancel(ada, leave.number())).isTrue();
        assertThat(people.leaves().awayUntil(ada, DAY)).isEmpty();
        assertThat(ledger.of(ada.text()).stream().map(one -> one.act().what()))
                .contains("leave.taken", "leave.cancelled");
    }

    @Test
    void aLeaveThatEndsBeforeItBeginsOrNeverIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.leaves().take(ada, DAY, DAY.minusDays(1)))
                .withMessageContaining("2026-11-27");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.leaves().take(ada, DAY, DAY.plusDays(367)));
    }

    @Test
    void aGuestHoldsOneRoleForOneArticleUntilTheDaysAreOver() {
        Guests.Invited invited =
                people.guests()
                        .invite(
                                "Dr Guest",
                                "guest@example.org",
                                "Bone",
                                "GMC 1",
                                "an-article",
                                2,
                                ada);
        Account account = people.links().use(invited.secret(), GOOD);
        assertThat(account.guestOf()).isEqualTo("an-article");
        assertThat(account.roles()).containsExactly(Role.CLINICAL_REVIEWER);
        assertThat(account.clinician()).isTrue();
        Entrance.In in = (Entrance.In) people.signIns().enter(account.name(), GOOD, "", "Firefox");
        assertThat(people.signIns().signedIn(in.secret())).isPresent();
        now = now.plus(Duration.ofDays(2));
        assertThat(people.signIns().signedIn(in.secret())).isEmpty();
        assertThat(people.signIns().enter(account.name(), GOOD, "", "Firefox"))
                .isEqualTo(new Entrance.Refused());
        Account after = people.find(account.id()).orElseThrow();
        assertThat(after.may(Role.CLINICAL_REVIEWER)).isFalse();
        assertThat(after.shownName()).isEqualTo("Dr Guest");
        assertThat(people.guests().of(account.id()).orElseThrow().article())
                .isEqualTo("an-article");
    }

    @Test
    void aGuestWithoutARegistrationIsNoClinicianAndOneWithoutASpecialtyNoGuest() {
        Guests.Invited invited =
                people.guests().invite("Parent", "p@example.org", "Parents", "", "x", 1, ada);
        assertThat(invited.account().clinician()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> people.guests().invite("A", "a@example.org", " ", null, "x", 1, ada));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.guests().invite("A", "", "Bone", null, "x", 1, ada));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        people.guests().invite("A", "a@example.org", "Bone", null, "x", 91, ada));
        assertThat(ledger.all().stream().map(one -> one.act().toString()))
                .noneMatch(line -> line.contains("example.org"));
    }
}
