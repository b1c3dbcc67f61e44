package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How people show who they are: name, password, and the code of an authenticator app where they have
/// one. Every attempt under the name of an account is told to the ledger.
///
/// A failure is counted before the password is looked at, so that many attempts at once count as many.
public final class SignIns {

    /// The least time between two notes that a session was used.
    private static final Duration NOTED = Duration.ofMinutes(1);

    /// Longest name of a browser that is kept.
    private static final int LONGEST_AGENT = 200;

    private final PeopleFile file;
    private final InstantSource clock;
    private final SecondFactor second;

    SignIns(PeopleFile file, InstantSource clock, SecondFactor second) {
        this.file = file;
        this.clock = clock;
        this.second = second;
    }

    /// Tries to sign in.
    ///
    /// @param code of the authenticator app, or a recovery code; empty where there is none
    /// @param agent the browser, as it calls itself
    public Entrance enter(String name, String password, String code, String agent) {
        String typed = name.strip().toLowerCase(Locale.ROOT);
        Optional<Entrance> waits = count(typed);
        if (waits.isPresent()) {
            return waits.get();
        }
        Optional<Account> account =
                file.read(f -> People.accounts(f, "where name = ?", typed).stream().findFirst());
        boolean right =
                Passwords.matches(password, account.map(one -> hash(one.id())).orElse(null));
        if (account.isEmpty()) {
            return new Entrance.Refused();
        }
        Account found = account.get();
        boolean in = right && found.active() && second.takes(found.id(), code, found.id());
        if (!in) {
            tell(found.id(), "signin.refused", "somebody did not get in");
            return new Entrance.Refused();
        }
        forgive(typed);
        return begin(found.id(), second.isOn(found.id()), agent);
    }

    private @Nullable String hash(AccountId id) {
        return file
                .read(f ->
                        f.rows(
                                "select hash from password where account = ?",
                                row -> Objects.requireNonNull(row.getString(1)),
                                id.text()))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void tell(AccountId id, String what, String why) {
        file.write(f -> {
            f.tell(id, what, id.text(), why, null, null);
            return null;
        });
    }

    /// Counts an attempt as failed, until it is forgiven.
    ///
    /// @return the wait where nothing may be tried now
    private Optional<Entrance> count(String typed) {
        String key = Secrets.hash("name:" + typed);
        return file.write(f -> {
            Instant now = clock.instant();
            BackOff before =
                    f
                            .rows(
                                    "select * from attempt where name_hash = ?",
                                    SignIns::backOff,
                                    key)
                            .stream()
                            .findFirst()
                            .orElse(BackOff.NONE);
            Duration left = before.left(now);
            if (!left.isZero()) {
                return Optional.of(new Entrance.Waits(left));
            }
            f.run("delete from attempt where last < ?", now.minus(BackOff.FORGOTTEN).toString());
            BackOff after = before.failed(now);
            f.run(
                    "insert into attempt values (?,?,?,?) on conflict (name_hash) do update set"
                            + " failures = excluded.failures, last = excluded.last,"
                            + " free = excluded.free",
                    key,
                    after.failures(),
                    after.last().toString(),
                    after.free().toString());
            return Optional.empty();
        });
    }

    private void forgive(String typed) {
        file.write(f ->
                f.run("delete from attempt where name_hash = ?", Secrets.hash("name:" + typed)));
    }

    private static BackOff backOff(ResultSet row) throws SQLException {
        return new BackOff(
                row.getInt("failures"),
                Instant.parse(Objects.requireNonNull(row.getString("last"))),
                Instant.parse(Objects.requireNonNull(row.getString("free"))));
    }

    /// Begins a stay for somebody who showed by other means who they are.
    ///
    /// @param factor whether a second factor was among them
    public Entrance.In begin(AccountId id, boolean factor, String agent) {
        String secret = Secrets.drawn();
        return file.write(f -> {
            String now = clock.instant().toString();
            String kept = agent.replaceAll("\\p{Cntrl}", "");
            f.run("delete from session where begun < ?", expired());
            f.run(
                    "insert into session (hash, account, begun, seen, confirmed, factor, agent)"
                            + " values (?,?,?,?,?,?,?)",
                    Secrets.hash(secret),
                    id.text(),
                    now,
                    now,
                    now,
                    factor ? 1 : 0,
                    kept.length() > LONGEST_AGENT ? kept.substring(0, LONGEST_AGENT) : kept);
            f.tell(
                    id,
                    "signin.done",
                    id.text(),
                    "somebody signed in",
                    null,
                    factor ? "with a second factor" : "without a second factor");
            return new Entrance.In(bySecret(f, secret).orElseThrow(), secret);
        });
    }

    private String expired() {
        return clock.instant().minus(Session.LONGEST).toString();
    }

    /// Who a browser's secret belongs to, or empty where the stay is over.
    public Optional<SignedIn> signedIn(String secret) {
        Optional<SignedIn> found =
                file.read(f -> {
                    Optional<Session> session = bySecret(f, secret);
                    if (session.isEmpty() || session.get().isOver(clock.instant())) {
                        return Optional.empty();
                    }
                    return People.accounts(f, "where id = ?", session.get().account().text())
                            .stream()
                            .filter(Account::active)
                            .map(account -> new SignedIn(account, session.get()))
                            .findFirst();
                });
        Instant now = clock.instant();
        if (found.isPresent() && now.isAfter(found.get().session().seen().plus(NOTED))) {
            file.write(f ->
                    f.run(
                            "update session set seen = ? where number = ?",
                            now.toString(),
                            found.get().session().number()));
        }
        return found;
    }

    private static Optional<Session> bySecret(PeopleFile f, String secret) throws SQLException {
        return f
                .rows(
                        "select * from session where hash = ?",
                        SignIns::session,
                        Secrets.hash(secret))
                .stream()
                .findFirst();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("number"),
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                Instant.parse(Objects.requireNonNull(row.getString("begun"))),
                Instant.parse(Objects.requireNonNull(row.getString("seen"))),
                Instant.parse(Objects.requireNonNull(row.getString("confirmed"))),
                row.getInt("factor") == 1,
                Objects.requireNonNull(row.getString("agent")));
    }

    /// The stays of somebody that go on, the newest first.
    public List<Session> of(AccountId id) {
        Instant now = clock.instant();
        return file
                .read(f ->
                        f.rows(
                                "select * from session where account = ? order by number desc",
                                SignIns::session,
                                id.text()))
                .stream()
                .filter(one -> !one.isOver(now))
                .toList();
    }

    /// Ends one stay of somebody.
    ///
    /// @return whether there was one with this number
    public boolean end(AccountId id, long number, AccountId by) {
        return file.write(f -> {
            int ended =
                    f.run(
                            "delete from session where account = ? and number = ?",
                            id.text(),
                            number);
            if (ended > 0) {
                f.tell(by, "session.ended", id.text(), "a stay was ended", null, null);
            }
            return ended > 0;
        });
    }

    /// Ends all stays of somebody but one.
    ///
    /// @param kept number of the stay that goes on, 0 for none
    public int endAll(AccountId id, long kept, AccountId by) {
        return file.write(f -> endAll(f, id, kept, by));
    }

    static int endAll(PeopleFile f, AccountId id, long kept, AccountId by) throws SQLException {
        int ended = f.run("delete from session where account = ? and number <> ?", id.text(), kept);
        if (ended > 0) {
            f.tell(by, "session.ended", id.text(), "stays were ended", ended + " stays", null);
        }
        return ended;
    }

    /// Whether somebody who is signed in shows again who they are, before signing or before changing
    /// what guards the account. Attempts count as those to sign in do. The stay goes on under a new secret.
    public Entrance confirm(SignedIn who, String password, String code) {
        Account account = who.account();
        Optional<Entrance> waits = count(account.name());
        if (waits.isPresent()) {
            return waits.get();
        }
        if (!Passwords.matches(password, hash(account.id()))
                || !second.takes(account.id(), code, account.id())) {
            tell(account.id(), "signin.refused", "somebody did not show again who they are");
            return new Entrance.Refused();
        }
        forgive(account.name());
        return renewed(who.session().number(), second.isOn(account.id()));
    }

    private Entrance renewed(long number, boolean factor) {
        String secret = Secrets.drawn();
        return file.write(f -> {
            f.run(
                    "update session set hash = ?, confirmed = ?, factor = ? where number = ?",
                    Secrets.hash(secret),
                    clock.instant().toString(),
                    factor ? 1 : 0,
                    number);
            List<Session> now =
                    f.rows("select * from session where number = ?", SignIns::session, number);
            return now.isEmpty() ? new Entrance.Refused() : new Entrance.In(now.getFirst(), secret);
        });
    }

    /// Lets somebody in whom a provider or a passkey has shown to be this account.
    ///
    /// @param code of the authenticator app; looked at where the account has one
    /// @param factor whether two factors were shown already, so that no code is asked for
    /// @param before the stay that goes on under a new secret, or null for a new one
    public Entrance vouched(
            Account account, String code, boolean factor, @Nullable SignedIn before, String agent) {
        boolean app = second.isOn(account.id());
        if (app && !factor) {
            Optional<Entrance> waits = count(account.name());
            if (waits.isPresent()) {
                return waits.get();
            }
            if (!second.takes(account.id(), code, account.id())) {
                tell(account.id(), "signin.refused", "somebody did not get in");
                return new Entrance.Refused();
            }
            forgive(account.name());
        }
        if (before == null) {
            return begin(account.id(), app || factor, agent);
        }
        return before.account().id().equals(account.id())
                ? renewed(before.session().number(), app || factor)
                : new Entrance.Refused();
    }

    /// Tells the ledger that somebody was held back from what they may not do.
    ///
    /// @param where method and address, without anything that was typed
    public void refused(AccountId id, String where) {
        file.write(f -> {
            f.tell(id, "access.refused", id.text(), where, null, null);
            return null;
        });
    }

    /// Whether somebody can sign in with a password.
    public boolean hasPassword(AccountId id) {
        return hash(id) != null;
    }

    /// Sets a password and ends every stay but one.
    ///
    /// @param kept number of the stay that goes on, 0 for none
    /// @throws IllegalArgumentException where the password is not taken, saying why
    public void setPassword(AccountId id, String password, long kept, AccountId by) {
        Account account =
                file.read(f -> People.accounts(f, "where id = ?", id.text()).stream().findFirst())
                        .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
        Passwords.problem(password, account)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
        String hash = Passwords.hash(password);
        file.write(f -> {
            f.run(
                    "insert into password values (?,?,?) on conflict (account) do update set"
                            + " hash = excluded.hash, changed = excluded.changed",
                    id.text(),
                    hash,
                    clock.instant().toString());
            f.tell(by, "password.set", id.text(), "a password was set", null, null);
            endAll(f, id, kept, by);
            return null;
        });
        forgive(account.name());
    }
}
