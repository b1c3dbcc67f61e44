package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The passkeys of people: kept, listed, removed. Checking them is done where they are shown.
public final class Passkeys {

    /// Passkeys one person may have.
    public static final int MOST = 20;

    private final PeopleFile file;
    private final InstantSource clock;

    Passkeys(PeopleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException where there are too many, or the label is none
    public void add(AccountId account, String credential, String label, String record) {
        String called = NewAccount.line("a name for a passkey", label);
        file.write(f -> {
            if (of(f, account).size() >= MOST) {
                throw new IllegalArgumentException(
                        "There are " + MOST + " passkeys already: remove one first.");
            }
            f.run(
                    "insert into passkey (account, credential, label, record, added) values"
                            + " (?,?,?,?,?)",
                    account.text(),
                    credential,
                    called,
                    record,
                    clock.instant().toString());
            f.tell(account, "passkey.added", account.text(), "a passkey was added", null, null);
            return null;
        });
    }

    /// What the next check needs changed: the passkey was used.
    public void used(String credential, String record) {
        file.write(f ->
                f.run(
                        "update passkey set record = ?, used = ? where credential = ?",
                        record,
                        clock.instant().toString(),
                        credential));
    }

    /// @return whether this person had one with this number
    public boolean remove(AccountId account, long number, AccountId by) {
        return file.write(f -> {
            boolean gone =
                    f.run(
                                    "delete from passkey where account = ? and number = ?",
                                    account.text(),
                                    number)
                            == 1;
            if (gone) {
                f.tell(by, "passkey.removed", account.text(), "a passkey was removed", null, null);
            }
            return gone;
        });
    }

    public List<Passkey> of(AccountId account) {
        return file.read(f -> of(f, account));
    }

    public Optional<Passkey> find(String credential) {
        return file.read(f ->
                f
                        .rows(
                                "select * from passkey where credential = ?",
                                Passkeys::passkey,
                                credential)
                        .stream()
                        .findFirst());
    }

    private static List<Passkey> of(PeopleFile f, AccountId account) throws SQLException {
        return f.rows(
                "select * from passkey where account = ? order by number",
                Passkeys::passkey,
                account.text());
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        String used = row.getString("used");
        return new Passkey(
                row.getLong("number"),
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                Objects.requireNonNull(row.getString("credential")),
                Objects.requireNonNull(row.getString("label")),
                Objects.requireNonNull(row.getString("record")),
                Instant.parse(Objects.requireNonNull(row.getString("added"))),
                used == null ? null : Instant.parse(used));
    }
}
