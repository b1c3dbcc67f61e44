package oropos.people;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who people are at a provider of identities.
///
/// Nobody comes into being by signing in elsewhere: an account was made here before, by who invites. The
/// first time, an address that the provider verified finds it, if it is the address of exactly one account;
/// from then on issuer and subject do, whatever becomes of the address. Roles are given here alone.
public final class Identities {

    private final PeopleFile file;
    private final InstantSource clock;

    Identities(PeopleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// The active account somebody has here, or empty where nobody was invited.
    ///
    /// @param email as the provider verified it, or null
    public Optional<Account> account(String issuer, String subject, @Nullable String email) {
        return file.write(f -> {
            Optional<Account> linked = linked(f, issuer, subject);
            if (linked.isPresent() || email == null) {
                return linked.filter(Account::active);
            }
            List<Account> invited =
                    People.accounts(
                            f,
                            "where lower(email) = ? and active = 1",
                            email.strip().toLowerCase(Locale.ROOT));
            if (invited.size() != 1 || !invited.getFirst().active()) {
                return Optional.empty();
            }
            AccountId id = invited.getFirst().id();
            f.run(
                    "insert into identity values (?,?,?,?)",
                    issuer,
                    subject,
                    id.text(),
                    clock.instant().toString());
            f.tell(
                    id,
                    "identity.linked",
                    id.text(),
                    "an identity at a provider was linked by its verified address",
                    null,
                    null);
            return Optional.of(invited.getFirst());
        });
    }

    private static Optional<Account> linked(PeopleFile f, String issuer, String subject)
            throws SQLException {
        List<String> ids =
                f.rows(
                        "select account from identity where issuer = ? and subject = ?",
                        row -> Objects.requireNonNull(row.getString(1)),
                        issuer,
                        subject);
        return ids.isEmpty()
                ? Optional.empty()
                : People.accounts(f, "where id = ?", ids.getFirst()).stream().findFirst();
    }

    /// Whether somebody has signed in by a provider before.
    public boolean has(AccountId id) {
        return !file.read(f ->
                        f.rows("select 1 from identity where account = ?", row -> 1, id.text()))
                .isEmpty();
    }

    /// Takes the links of somebody away: the next time a verified address finds the account again.
    public void unlink(AccountId id, AccountId by) {
        file.write(f -> {
            if (f.run("delete from identity where account = ?", id.text()) > 0) {
                f.tell(by, "identity.unlinked", id.text(), "an identity was unlinked", null, null);
            }
            return null;
        });
    }
}
