package oropos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.ledger.Ledger;

class SignInsTests {

    private static final String GOOD = "violin harbour thimble acorn";

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private Ledger ledger;
    private People people;
    private Account ada;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder);
        people = People.open(folder, ledger, 3, (InstantSource) () -> now);
        if (people.named("ada").isEmpty()) {
            people.add(NewAccount.of("ada", "Ada Lovelace"), AccountId.OPERATOR);
        }
        ada = people.named("ada").orElseThrow();
    }

    @AfterEach
    void close() {
        people.close();
        ledger.close();
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private void password() {
        people.signIns().setPassword(ada.id(), GOOD, 0, ada.id());
    }

    private Entrance enter(String password, String code) {
        return people.signIns().enter("ada", password, code, "Firefox");
    }

    private Entrance.In in() {
        return (Entrance.In) enter(GOOD, "");
    }

    @Test
    void whoKnowsThePasswordIsInAndNobodyElse() {
        assertThat(enter(GOOD, "")).isEqualTo(new Entrance.Refused());
        password();
        assertThat(enter("another good sentence here", "")).isEqualTo(new Entrance.Refused());
        Entrance.In in = in();
        assertThat(people.signIns().signedIn(in.secret()))
                .hasValueSatisfying(who -> {
                    assertThat(who.account()).isEqualTo(ada);
                    assertThat(who.session().agent()).isEqualTo("Firefox");
                });
        assertThat(people.signIns().signedIn(Secrets.drawn())).isEmpty();
        assertThat(people.signIns().enter("bob", GOOD, "", "")).isEqualTo(new Entrance.Refused());
        assertThat(ledger.of(ada.id().text()))
                .extracting(entry -> entry.act().what())
                .contains("signin.refused", "signin.done", "password.set");
    }

    @Test
    void nothingSecretStandsInTheFile() throws Exception {
        password();
        Entrance.In in = in();
        String link = people.links().invite(ada.id(), AccountId.OPERATOR);
        close();
        String bytes =
                Files.readString(folder.resolve(People.FILE), StandardCharsets.ISO_8859_1)
                        + Files.readString(
                                folder.resolve(Ledger.FILE), StandardCharsets.ISO_8859_1);
        open();
        assertThat(bytes).contains("$argon2id$").doesNotContain(GOOD, in.secret(), link);
    }

    @Test
    void theSamePasswordTypedOnAnotherKeyboardIsTheSame() {
        people.signIns().setPassword(ada.id(), "cafe\u0301 lantern orbit spoon", 0, ada.id());
        assertThat(enter("caf\u00e9 lantern orbit spoon", "")).isInstanceOf(Entrance.In.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short pass",
                "password123456",
                "aaaaaaaaaaaaaaaa",
                "qwertyuiopasdfgh",
                "ada lovelace ada",
                "oroposoropos",
                "1234567890123",
                "january2026"
            })
    void whatIsGuessedSoonIsRefusedWithTheReason(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.signIns().setPassword(ada.id(), password, 0, ada.id()))
                .withMessageMatching("(?s)(A password|This password would).*");
    }

    @Test
    void aLongPasswordWithoutCapitalsOrDigitsIsTaken() {
        people.signIns().setPassword(ada.id(), "meadow cobalt ".repeat(14), 0, ada.id());
        assertThat(people.signIns().hasPassword(ada.id())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 30", "6, 60", "9, 480", "10, 900", "50, 900", "2000, 900"})
    void theWaitDoublesAndEnds(int failures, long seconds) {
        assertThat(BackOff.wait(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whoGuessesWaitsAndWhoWaitedGetsIn() {
        password();
        for (int i = 0; i < 5; i++) {
            assertThat(enter("wrong", "")).isEqualTo(new Entrance.Refused());
        }
        assertThat(enter(GOOD, "")).isEqualTo(new Entrance.Waits(Duration.ofSeconds(30)));
        pass(30);
        assertThat(enter(GOOD, "")).isInstanceOf(Entrance.In.class);
        assertThat(enter("wrong", "")).isEqualTo(new Entrance.Refused());
    }

    @Test
    void aNameThatIsNobodysWaitsAsLong() {
        for (int i = 0; i < 5; i++) {
            people.signIns().enter("nobody", "wrong", "", "");
        }
        assertThat(people.signIns().enter("nobody", "wrong", "", ""))
                .isEqualTo(new Entrance.Waits(Duration.ofSeconds(30)));
    }

    @Test
    void aStayEndsByItselfWhenIdleAndAfterADay() {
        password();
        String secret = in().secret();
        pass(Session.IDLE.toSeconds() - 1);
        assertThat(people.signIns().signedIn(secret)).isPresent();
        pass(Session.IDLE.toSeconds() + 1);
        assertThat(people.signIns().signedIn(secret)).isEmpty();

        String busy = in().secret();
        for (int minutes = 0; minutes < 12 * 60; minutes += 30) {
            assertThat(people.signIns().signedIn(busy)).isPresent();
            pass(1_800);
        }
        pass(1);
        assertThat(people.signIns().signedIn(busy)).isEmpty();
    }

    @Test
    void staysAreListedAndEndedOnlyByTheirNumberAndTheirPerson() {
        password();
        Entrance.In one = in();
        Entrance.In two = in();
        Account bob = people.add(NewAccount.of("bob", "Bob"), AccountId.OPERATOR);
        assertThat(people.signIns().of(ada.id())).hasSize(2);
        assertThat(people.signIns().end(bob.id(), one.session().number(), bob.id())).isFalse();
        assertThat(people.signIns().signedIn(one.secret())).isPresent();
        assertThat(people.signIns().end(ada.id(), one.session().number(), ada.id())).isTrue();
        assertThat(people.signIns().signedIn(one.secret())).isEmpty();
        assertThat(people.signIns().signedIn(two.secret())).isPresent();
    }

    @Test
    void aNewPasswordAndADisabledAccountEndEveryStay() {
        password();
        String secret = in().secret();
        people.signIns().setPassword(ada.id(), GOOD + " more", 0, ada.id());
        assertThat(people.signIns().signedIn(secret)).isEmpty();
        String other = ((Entrance.In) enter(GOOD + " more", "")).secret();
        people.disable(ada.id(), "left", AccountId.OPERATOR);
        assertThat(people.signIns().signedIn(other)).isEmpty();
        assertThat(enter(GOOD + " more", "")).isEqualTo(new Entrance.Refused());
    }

    private byte[] app() {
        SecondFactor.Enrolment enrolment = people.secondFactor().enrol(ada);
        assertThat(enrolment.address())
                .isEqualTo("otpauth://totp/Oropos:ada?secret=%s&issuer=Oropos", enrolment.secret());
        return Secrets.unbase32(enrolment.secret());
    }

    @Test
    void withAnAppNobodyGetsInWithoutItsCodeAndACodeIsTakenOnce() {
        password();
        byte[] secret = app();
        assertThat(in().session().factor()).isFalse();
        assertThat(people.secondFactor().confirm(ada.id(), "000000")).isEmpty();
        assertThat(people.secondFactor().confirm(ada.id(), Totp.code(secret, now)))
                .hasValueSatisfying(codes ->
                        assertThat(codes)
                                .hasSize(SecondFactor.RECOVERY_CODES)
                                .doesNotHaveDuplicates());
        pass(60);
        assertThat(enter(GOOD, "")).isEqualTo(new Entrance.Refused());
        String code = Totp.code(secret, now);
        assertThat(enter(GOOD, code))
                .isInstanceOfSatisfying(
                        Entrance.In.class, in -> assertThat(in.session().factor()).isTrue());
        assertThat(enter(GOOD, code)).isEqualTo(new Entrance.Refused());
        assertThat(enter("wrong", Totp.code(secret, now.plusSeconds(30))))
                .isEqualTo(new Entrance.Refused());
    }

    @Test
    void aRecoveryCodeIsTakenOnceHoweverItIsTyped() {
        password();
        byte[] secret = app();
        List<String> codes =
                people.secondFactor().confirm(ada.id(), Totp.code(secret, now)).orElseThrow();
        String typed = codes.getFirst().replace("-", " ").toUpperCase();
        assertThat(enter(GOOD, typed)).isInstanceOf(Entrance.In.class);
        assertThat(enter(GOOD, typed)).isEqualTo(new Entrance.Refused());
        assertThat(people.secondFactor().codesLeft(ada.id())).isEqualTo(9);
        List<String> renewed = people.secondFactor().renewCodes(ada.id());
        assertThat(enter(GOOD, codes.get(1))).isEqualTo(new Entrance.Refused());
        assertThat(enter(GOOD, renewed.getFirst())).isInstanceOf(Entrance.In.class);
        people.secondFactor().remove(ada.id(), AccountId.OPERATOR);
        assertThat(enter(GOOD, "")).isInstanceOf(Entrance.In.class);
    }

    /// RFC 6238, appendix B.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void codesAreThoseOfTheStandard(long seconds, String sha1, String sha256, String sha512) {
        long step = seconds / Totp.STEP_SECONDS;
        assertThat(Totp.code(seed(20), step, 8, "HmacSHA1")).isEqualTo(sha1);
        assertThat(Totp.code(seed(32), step, 8, "HmacSHA256")).isEqualTo(sha256);
        assertThat(Totp.code(seed(64), step, 8, "HmacSHA512")).isEqualTo(sha512);
    }

    private static byte[] seed(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
    void base32IsThatOfTheStandard(String plain, String coded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Secrets.base32(bytes)).isEqualTo(coded);
        assertThat(Secrets.unbase32(coded)).isEqualTo(bytes);
    }

    @Test
    void aLinkIsTakenOnceAndNotForLong() {
        String link = people.links().invite(ada.id(), AccountId.OPERATOR);
        assertThat(people.links().open(link)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.links().use(link, "password123456"));
        assertThat(people.links().open(link)).isPresent();
        people.links().use(link, GOOD);
        assertThat(people.links().open(link)).isEmpty();
        assertThat(enter(GOOD, "")).isInstanceOf(Entrance.In.class);

        String older = people.links().invite(ada.id(), AccountId.OPERATOR);
        String newer = people.links().invite(ada.id(), AccountId.OPERATOR);
        assertThat(people.links().open(older)).isEmpty();
        pass(Links.INVITATION.toSeconds() + 1);
        assertThat(people.links().open(newer)).isEmpty();
    }

    @Test
    void theFirstAdministratorIsMadeOnceByALink() {
        String link = people.links().first().orElseThrow();
        Account root = people.links().useFirst(link, NewAccount.of("root", "The Operator"), GOOD);
        assertThat(root.roles()).isEqualTo(Set.of(Role.ADMINISTRATOR));
        assertThat(people.links().first()).isEmpty();
        assertThat(people.links().open(link)).isEmpty();
    }

    @Test
    void whoeverSignsShowsAgainWhoTheyAre() {
        password();
        String before = in().secret();
        SignedIn who = people.signIns().signedIn(before).orElseThrow();
        pass(Session.FRESH.toSeconds());
        assertThat(who.session().isFresh(now)).isFalse();
        assertThat(people.signIns().confirm(who, "wrong", "")).isEqualTo(new Entrance.Refused());
        assertThat(people.signIns().confirm(who, GOOD, ""))
                .isInstanceOfSatisfying(
                        Entrance.In.class,
                        in -> {
                            assertThat(in.session().isFresh(now)).isTrue();
                            assertThat(people.signIns().signedIn(in.secret())).isPresent();
                            assertThat(people.signIns().signedIn(before)).isEmpty();
                        });
    }

    /// The list of leaked passwords that zxcvbn is shipped with: each of them, and each made long enough by what
    /// people add, is refused.
    @Test
    void everyPasswordOfTheListOfLeakedOnesIsRefusedAlsoWithWhatPeopleAdd() throws Exception {
        List<String> leaked;
        try (var list =
                com.nulabinc.zxcvbn.Zxcvbn.class.getResourceAsStream(
                        "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt")) {
            leaked =
                    new String(
                                    java.util.Objects.requireNonNull(list).readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
        assertThat(leaked.size()).isEqualTo(30_000);
        List<String> taken = new java.util.ArrayList<>();
        java.util.Random random = new java.util.Random(6);
        for (int at = 0; at < leaked.size(); at++) {
            String one = leaked.get(at);
            boolean sampled = at < 500 || random.nextInt(40) == 0;
            List<String> tried = new java.util.ArrayList<>(List.of(one));
            if (sampled) {
                tried.add(one + one + one);
                tried.add(one.length() < 6 ? one + "123456789" : one + "123456");
                if (one.length() > 2) {
                    tried.add(
                            one.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                    + one.substring(1)
                                    + "12345678");
                }
            } else if (one.length() < Passwords.SHORTEST) {
                continue; // too short in any case
            }
            for (String password : tried) {
                if (Passwords.problem(password, ada).isEmpty()) {
                    taken.add(password);
                }
            }
        }
        assertThat(taken).isEmpty();
    }
}
