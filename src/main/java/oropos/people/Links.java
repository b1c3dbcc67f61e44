package oropos.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Links that let somebody set a password, once: invitations, a way back for who forgot it, and the
/// first administrator of a fresh data folder. There is no default password anywhere.
public final class Links {

    /// How long an invitation waits.
    public static final Duration INVITATION = Duration.ofDays(7);

    /// How long the first administrator's link waits.
    public static final Duration FIRST = Duration.ofHours(1);

    private final PeopleFile file;
    private final InstantSource clock;
    private final People people;

    Links(PeopleFile file, InstantSource clock, People people) {
        this.file = file;
        this.clock = clock;
        this.people = people;
    }

    /// A link that can still be used.
    ///
    /// @param account whose password it sets, or null where it makes the first administrator
    public record Link(@Nullable Account account, Instant until) {}

    /// Makes a link for an account; earlier ones are no longer taken.
    ///
    /// @return its secret, which is kept nowhere
    public String invite(AccountId id, AccountId by) {
        Account account =
                people.find(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
        if (!account.active()) {
            throw new IllegalArgumentException("a disabled account takes no invitation");
        }
        String secret = Secrets.drawn();
        return file.write(f -> {
            f.run("delete from link where account = ?", id.text());
            f.run(
                    "insert into link values (?,?,?,null)",
                    Secrets.hash(secret),
                    id.text(),
                    clock.instant().plus(INVITATION).toString());
            f.tell(by, "link.made", id.text(), "a link to set a password was made", null, null);
            return secret;
        });
    }

    /// Makes a link for the first administrator, where there is none; earlier ones are no longer taken.
    public Optional<String> first() {
        String secret = Secrets.drawn();
        return file.write(f -> {
            if (hasAdministrator(f)) {
                return Optional.empty();
            }
            f.run("delete from link where account is null");
            f.run(
                    "insert into link values (?,null,?,null)",
                    Secrets.hash(secret),
                    clock.instant().plus(FIRST).toString());
            return Optional.of(secret);
        });
    }

    /// An administrator who can sign in: one without a password could let nobody in.
    private static boolean hasAdministrator(PeopleFile f) throws SQLException {
        return !f.rows(
                        "select 1 from account a join account_role r on r.account = a.id join"
                                + " password p on p.account = a.id where a.active = 1 and r.role ="
                                + " ?",
                        row -> 1,
                        Role.ADMINISTRATOR.code())
                .isEmpty();
    }

    /// What a secret opens, or empty where it was used, is too old or never was.
    public Optional<Link> open(String secret) {
        record Row(@Nullable String account, Instant until) {}
        Optional<Row> row =
                file.read(f -> {
                    List<Row> rows =
                            f.rows(
                                    "select * from link where hash = ? and used is null",
                                    r ->
                                            new Row(
                                                    r.getString("account"),
                                                    Instant.parse(
                                                            Objects.requireNonNull(
                                                                    r.getString("until")))),
                                    Secrets.hash(secret));
                    return rows.isEmpty()
                                    || rows.getFirst().account() == null && hasAdministrator(f)
                            ? Optional.<Row>empty()
                            : Optional.of(rows.getFirst());
                });
        if (row.isEmpty() || clock.instant().isAfter(row.get().until())) {
            return Optional.empty();
        }
        String id = row.get().account();
        if (id == null) {
            return Optional.of(new Link(null, row.get().until()));
        }
        return people.find(new AccountId(id))
                .filter(Account::active)
                .map(account -> new Link(account, row.get().until()));
    }

    /// Sets the password of the account a link was made for; the link is used up.
    ///
    /// @throws IllegalArgumentException where the password is not taken; the link then still holds
    public Account use(String secret, String password) {
        Account account =
                open(secret)
                        .map(Link::account)
                        .orElseThrow(() -> new IllegalArgumentException("The link is not taken."));
        people.signIns().setPassword(account.id(), password, 0, account.id());
        useUp(secret);
        return account;
    }

    /// Makes the first administrator; the link is used up.
    public Account useFirst(String secret, NewAccount said, String password) {
        if (open(secret).filter(link -> link.account() == null).isEmpty()) {
            throw new IllegalArgumentException("The link is not taken.");
        }
        Account sketch =
                new Account(
                        AccountId.drawn(),
                        said.name(),
                        said.shownName(),
                        said.email(),
                        said.specialty(),
                        said.clinician(),
                        Set.of(),
                        true,
                        null);
        Passwords.problem(password, sketch)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
        if (people.named(said.name()).isPresent()) {
            throw new IllegalArgumentException("There is an account with this name already.");
        }
        useUp(secret);
        Account made = people.add(said, AccountId.OPERATOR);
        people.signIns().setPassword(made.id(), password, 0, made.id());
        return people.setRoles(made.id(), Set.of(Role.ADMINISTRATOR), AccountId.OPERATOR);
    }

    private void useUp(String secret) {
        int used =
                file.write(f ->
                        f.run(
                                "update link set used = ? where hash = ? and used is null",
                                clock.instant().toString(),
                                Secrets.hash(secret)));
        if (used != 1) {
            throw new IllegalArgumentException("The link is not taken.");
        }
    }
}
