package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The authenticator app of somebody, and the recovery codes for the day the telephone is lost.
public final class SecondFactor {

    /// Recovery codes given out at once; each is taken once.
    public static final int RECOVERY_CODES = 10;

    private final PeopleFile file;
    private final InstantSource clock;

    SecondFactor(PeopleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    private record Held(String secret, boolean confirmed, long step) {}

    /// What an app needs to compute codes.
    ///
    /// @param secret in base32, to be typed where no picture can be taken
    /// @param address `otpauth://`, to be shown as a QR code
    public record Enrolment(String secret, String address) {}

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Objects.requireNonNull(row.getString("secret")),
                row.getInt("confirmed") == 1,
                row.getLong("step"));
    }

    private static Optional<Held> held(PeopleFile f, AccountId id) throws SQLException {
        return f
                .rows(
                        "select * from authenticator where account = ?",
                        SecondFactor::held,
                        id.text())
                .stream()
                .findFirst();
    }

    /// Whether somebody needs a code to sign in.
    public boolean isOn(AccountId id) {
        return file.read(f -> held(f, id).map(Held::confirmed).orElse(false));
    }

    /// Begins, or goes on with, giving somebody an authenticator app. It counts once a first code was
    /// typed.
    ///
    /// @throws IllegalArgumentException where one is on already
    public Enrolment enrol(Account account) {
        String secret =
                file.write(f -> {
                    Optional<Held> before = held(f, account.id());
                    if (before.isPresent() && before.get().confirmed()) {
                        throw new IllegalArgumentException("an authenticator app is on already");
                    }
                    if (before.isPresent()) {
                        return before.get().secret();
                    }
                    String fresh = Secrets.base32(Secrets.bytes(20));
                    f.run("insert into authenticator values (?,?,0,0)", account.id().text(), fresh);
                    return fresh;
                });
        return new Enrolment(
                secret,
                "otpauth://totp/Oropos:%s?secret=%s&issuer=Oropos"
                        .formatted(account.name().replace("@", "%40"), secret));
    }

    /// Turns it on with a first code.
    ///
    /// @return the recovery codes, shown this once; empty where the code is not right
    public Optional<List<String>> confirm(AccountId id, String code) {
        return file.write(f -> {
            Optional<Held> held = held(f, id);
            if (held.isEmpty() || held.get().confirmed() || !take(f, id, held.get(), code)) {
                return Optional.empty();
            }
            f.run("update authenticator set confirmed = 1 where account = ?", id.text());
            f.run("update session set factor = 1 where account = ?", id.text());
            f.tell(id, "factor.on", id.text(), "an authenticator app was turned on", null, null);
            return Optional.of(freshCodes(f, id));
        });
    }

    /// Gives new recovery codes; the old ones are no longer taken.
    public List<String> renewCodes(AccountId id) {
        return file.write(f -> {
            f.tell(id, "factor.codes", id.text(), "recovery codes were renewed", null, null);
            return freshCodes(f, id);
        });
    }

    /// Recovery codes that were not taken yet.
    public int codesLeft(AccountId id) {
        return file.read(f ->
                        f.rows(
                                "select count(*) from recovery_code where account = ? and used is"
                                        + " null",
                                row -> row.getInt(1),
                                id.text()))
                .getFirst();
    }

    /// Turns it off: by the person, or by an administrator for somebody who lost everything. Ends all
    /// stays.
    public void remove(AccountId id, AccountId by) {
        file.write(f -> {
            f.run("delete from authenticator where account = ?", id.text());
            f.run("delete from recovery_code where account = ?", id.text());
            f.tell(by, "factor.off", id.text(), "an authenticator app was removed", null, null);
            return SignIns.endAll(f, id, 0, by);
        });
    }

    private static List<String> freshCodes(PeopleFile f, AccountId id) throws SQLException {
        f.run("delete from recovery_code where account = ?", id.text());
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Secrets.base32(Secrets.bytes(15)).toLowerCase(Locale.ROOT);
            f.run(
                    "insert into recovery_code values (?,?,null)",
                    id.text(),
                    Secrets.hash("recovery:" + code));
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return List.copyOf(codes);
    }

    /// Whether a code is taken for an account; where it has no authenticator app none is needed.
    boolean takes(AccountId id, String code, AccountId by) {
        String typed = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return file.write(f -> {
            Optional<Held> held = held(f, id).filter(Held::confirmed);
            if (held.isEmpty() || take(f, id, held.get(), typed)) {
                return true;
            }
            Instant now = clock.instant();
            boolean recovered =
                    f.run(
                                    "update recovery_code set used = ? where account = ? and hash ="
                                            + " ? and used is null",
                                    now.toString(),
                                    id.text(),
                                    Secrets.hash("recovery:" + typed))
                            == 1;
            if (recovered) {
                f.tell(by, "factor.recovery", id.text(), "a recovery code was used", null, null);
            }
            return recovered;
        });
    }

    private boolean take(PeopleFile f, AccountId id, Held held, String code) throws SQLException {
        OptionalLong step =
                Totp.step(Secrets.unbase32(held.secret()), code, clock.instant(), held.step());
        if (step.isEmpty()) {
            return false;
        }
        return f.run(
                        "update authenticator set step = ? where account = ? and step < ?",
                        step.getAsLong(),
                        id.text(),
                        step.getAsLong())
                == 1;
    }
}
