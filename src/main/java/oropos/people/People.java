package oropos.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.ledger.Ledger;

/// The people of a data folder. Start here.
///
/// Accounts are disabled, never removed: a signature of years ago still names somebody. Every change
/// is told to the ledger by whom it was made, in ids.
public final class People implements AutoCloseable {

    /// The file within the data folder.
    public static final String FILE = "people.db";

    /// For how many years an interest counts where the operator says nothing, the year of today
    /// included: Cochrane asks for three years, UpToDate for two.
    public static final int WINDOW = 3;

    private final PeopleFile file;
    private final InstantSource clock;
    private final Interests interests;
    private final Policies policies;
    private final SecondFactor secondFactor;
    private final SignIns signIns;
    private final Links links;
    private final Leaves leaves;
    private final Guests guests;
    private final Inbox inbox;
    private final Identities identities;
    private final Passkeys passkeys;

    private People(PeopleFile file, InstantSource clock, int window) {
        this.file = file;
        this.clock = clock;
        this.interests = new Interests(file, clock, window);
        this.policies = new Policies(file, clock);
        this.secondFactor = new SecondFactor(file, clock);
        this.signIns = new SignIns(file, clock, secondFactor);
        this.links = new Links(file, clock, this);
        this.leaves = new Leaves(file);
        this.guests = new Guests(file, clock, this);
        this.inbox = new Inbox(file, clock);
        this.identities = new Identities(file, clock);
        this.passkeys = new Passkeys(file, clock);
    }

    /// Whether a data folder has people yet.
    public static boolean isIn(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(FILE));
    }

    /// Opens the people of a data folder; makes the file where there is none.
    ///
    /// @param ledger is told of every change; stays the caller's to close
    /// @throws PeopleException where it cannot be written
    public static People open(Path dataFolder, Ledger ledger) {
        return open(dataFolder, ledger, WINDOW);
    }

    /// @param window for how many years an interest counts, 2 or 3
    public static People open(Path dataFolder, Ledger ledger, int window) {
        return open(dataFolder, ledger, window, InstantSource.system());
    }

    static People open(Path dataFolder, Ledger ledger, int window, InstantSource clock) {
        if (window != 2 && window != 3) {
            throw new IllegalArgumentException(
                    "interests count for 2 or 3 years, but the window was " + window);
        }
        return new People(PeopleFile.open(dataFolder.resolve(FILE), ledger, clock), clock, window);
    }

    /// Adds a person who holds no role yet.
    ///
    /// @throws IllegalArgumentException where the sign-in name is taken
    public Account add(NewAccount said, AccountId by) {
        return file.write(f -> {
            if (!f.rows("select id from account where name = ?", row -> 1, said.name()).isEmpty()) {
                throw new IllegalArgumentException(
                        "there is an account called \"" + said.name() + "\" already");
            }
            AccountId id = AccountId.drawn();
            f.run(
                    "insert into account values (?,?,?,?,?,?,?,1,?)",
                    id.text(),
                    said.name(),
                    said.shownName(),
                    said.email(),
                    said.specialty(),
                    said.clinician() ? 1 : 0,
                    said.registration(),
                    clock.instant().toString());
            f.tell(by, "account.added", id.text(), "a person was added", null, null);
            return one(f, id);
        });
    }

    /// Changes what is said about a person; the sign-in name stays.
    public Account change(AccountId id, NewAccount said, AccountId by) {
        return file.write(f -> {
            Account before = one(f, id);
            if (!before.name().equals(said.name())) {
                throw new IllegalArgumentException("the name to sign in with stays as it is");
            }
            f.run(
                    "update account set shown_name = ?, email = ?, specialty = ?, clinician = ?,"
                            + " registration = ? where id = ?",
                    said.shownName(),
                    said.email(),
                    said.specialty(),
                    said.clinician() ? 1 : 0,
                    said.registration(),
                    id.text());
            f.tell(
                    by,
                    "account.changed",
                    id.text(),
                    "what is said about a person was changed",
                    before.clinician() ? "clinician" : "no clinician",
                    said.clinician() ? "clinician" : "no clinician");
            return one(f, id);
        });
    }

    /// Sets all roles of a person.
    public Account setRoles(AccountId id, Set<Role> roles, AccountId by) {
        return file.write(f -> {
            Account before = one(f, id);
            if (before.may(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
                checkAnother(f, id);
            }
            f.run("delete from account_role where account = ?", id.text());
            for (Role role : roles) {
                f.run("insert into account_role values (?,?)", id.text(), role.code());
            }
            f.tell(
                    by,
                    "account.roles",
                    id.text(),
                    "roles were set",
                    codes(before.roles()),
                    codes(roles));
            return one(f, id);
        });
    }

    /// Ends what a person may do. What they signed stays, and so does their name under it.
    public Account disable(AccountId id, String why, AccountId by) {
        return activate(id, false, why, by);
    }

    public Account enable(AccountId id, String why, AccountId by) {
        return activate(id, true, why, by);
    }

    private Account activate(AccountId id, boolean active, String why, AccountId by) {
        return file.write(f -> {
            Account before = one(f, id);
            if (!active && before.may(Role.ADMINISTRATOR)) {
                checkAnother(f, id);
            }
            f.run("update account set active = ? where id = ?", active ? 1 : 0, id.text());
            if (!active) {
                f.run("delete from session where account = ?", id.text());
                f.run("delete from link where account = ?", id.text());
            }
            f.tell(
                    by,
                    active ? "account.enabled" : "account.disabled",
                    id.text(),
                    NewAccount.line("a reason", why),
                    before.active() ? "active" : "disabled",
                    active ? "active" : "disabled");
            return one(f, id);
        });
    }

    /// Somebody has to be left who can undo a mistake.
    private static void checkAnother(PeopleFile f, AccountId id) throws SQLException {
        if (accounts(f).stream()
                .noneMatch(one -> one.may(Role.ADMINISTRATOR) && !one.id().equals(id))) {
            throw new IllegalArgumentException(
                    "this is the only administrator: make another one first");
        }
    }

    private static @Nullable String codes(Set<Role> roles) {
        return roles.isEmpty()
                ? null
                : EnumSet.copyOf(roles).stream().map(Role::code).collect(Collectors.joining(","));
    }

    public Optional<Account> find(AccountId id) {
        return file.read(f -> accounts(f, "where id = ?", id.text()).stream().findFirst());
    }

    /// By the name that is typed to sign in.
    public Optional<Account> named(String name) {
        return file.read(f ->
                accounts(f, "where name = ?", name.strip().toLowerCase(Locale.ROOT)).stream()
                        .findFirst());
    }

    /// Everybody, also who is disabled, by shown name.
    public List<Account> all() {
        return file.read(People::accounts);
    }

    /// The number under which a person is registered to treat patients, for who must check it. It
    /// is never shown on a public page.
    public Optional<String> registration(AccountId id) {
        return file.read(f ->
                f
                        .rows(
                                "select registration from account where id = ? and"
                                        + " registration is not null",
                                row -> row.getString(1),
                                id.text())
                        .stream()
                        .findFirst());
    }

    /// The other accounts of the same human being: with the same registration number, whatever stands
    /// between its letters and digits, or with the same e-mail address. Guests are invited anew under a
    /// new account, and an administrator may have made somebody a second one: author, reviewer and
    /// approver are people, not accounts.
    public Set<AccountId> others(AccountId id) {
        return file.read(f -> {
            List<Known> all =
                    f.rows(
                            "select id, email, registration from account",
                            row -> Known.of(row.getString(1), row.getString(2), row.getString(3)));
            Set<AccountId> others = new TreeSet<>(Comparator.comparing(AccountId::text));
            all.stream()
                    .filter(one -> one.id().equals(id.text()))
                    .forEach(own ->
                            all.stream()
                                    .filter(own::isAnotherOf)
                                    .forEach(one -> others.add(new AccountId(one.id()))));
            return others;
        });
    }

    private record Known(String id, String email, String registration) {

        static Known of(String id, @Nullable String email, @Nullable String registration) {
            return new Known(id, plain(email, "\\s+"), plain(registration, "[^\\p{L}\\p{N}]+"));
        }

        private static String plain(@Nullable String text, String without) {
            return text == null ? "" : text.replaceAll(without, "").toLowerCase(Locale.ROOT);
        }

        boolean isAnotherOf(Known own) {
            return !id.equals(own.id)
                    && (!email.isEmpty() && email.equals(own.email)
                            || !registration.isEmpty() && registration.equals(own.registration));
        }
    }

    /// Whether somebody disabled an account; a guest whose time is over was not.
    public boolean isDisabled(AccountId id) {
        return file.read(f ->
                f.rows(
                                        "select active from account where id = ? and active = 0",
                                        row -> 1,
                                        id.text())
                                .size()
                        == 1);
    }

    private static Account one(PeopleFile f, AccountId id) throws SQLException {
        return accounts(f, "where id = ?", id.text()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
    }

    private static List<Account> accounts(PeopleFile f) throws SQLException {
        return accounts(f, "order by shown_name, id");
    }

    static List<Account> accounts(PeopleFile f, String which, String... values)
            throws SQLException {
        return f.rows("select * from account " + which, row -> account(f, row), (Object[]) values);
    }

    private static Account account(PeopleFile f, ResultSet row) throws SQLException {
        String id = row.getString("id");
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(
                f.rows(
                        "select role from account_role where account = ?",
                        r -> Role.of(r.getString(1)).orElseThrow(),
                        id));
        Optional<Guests.Stay> guest = Guests.of(f, id);
        return new Account(
                new AccountId(id),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("shown_name")),
                row.getString("email"),
                row.getString("specialty"),
                row.getInt("clinician") == 1,
                roles,
                row.getInt("active") == 1
                        && guest.map(one -> f.now().isBefore(one.until())).orElse(true),
                guest.map(Guests.Stay::article).orElse(null));
    }

    /// Declares interests, for a year or for the question of one article.
    ///
    /// @param question of the article, or null where the year as a whole is meant
    /// @param interests empty for "nothing to declare"
    public Declaration declare(
            AccountId person, int year, @Nullable String question, List<Interest> interests) {
        return this.interests.declare(person, year, question, interests);
    }

    /// All declarations that count, the newest first: for each year and question the last one.
    public List<Declaration> declarations(AccountId person) {
        return interests.standing(person);
    }

    /// A declaration by the number that an approval pinned, also one that was replaced since.
    public Optional<Declaration> declaration(long number) {
        return interests.numbered(number);
    }

    /// Says whether the interest at a place of a declaration bars approval, against what its person
    /// said. The declaration is made anew with that change, so that the earlier one stays on file.
    public Declaration judge(
            long declaration, int place, boolean relevant, String why, AccountId by) {
        return interests.judge(declaration, place, relevant, why, by);
    }

    /// Why a person may not approve an article today, or empty.
    ///
    /// Nothing declared for this year or this question bars as a relevant interest does: not having
    /// said is not the same as having none.
    ///
    /// @param question of the article, exactly as it was declared for
    /// @param topics what the article is about, other names included
    public Optional<Conflict> conflict(
            AccountId person, String question, Collection<String> topics) {
        return interests.conflict(
                person,
                question,
                topics,
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate().getYear());
    }

    /// The numbers of the declarations that [#conflict] looks at, for an approval to pin.
    public List<Long> pinned(AccountId person, String question) {
        return interests.standing(person).stream()
                .filter(one -> one.question() == null || one.question().equals(question))
                .map(Declaration::number)
                .toList();
    }

    /// The editorial policy in its versions.
    public Policies policies() {
        return policies;
    }

    /// How people show who they are, and their stays.
    public SignIns signIns() {
        return signIns;
    }

    /// Authenticator apps and recovery codes.
    public SecondFactor secondFactor() {
        return secondFactor;
    }

    /// Invitations, and the first administrator.
    public Links links() {
        return links;
    }

    /// When people are away.
    public Leaves leaves() {
        return leaves;
    }

    /// People invited to review one article.
    public Guests guests() {
        return guests;
    }

    /// News for people, and what they watch.
    public Inbox inbox() {
        return inbox;
    }

    /// Who people are at a provider of identities.
    public Identities identities() {
        return identities;
    }

    /// Passkeys of people.
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public void close() {
        file.close();
    }
}
