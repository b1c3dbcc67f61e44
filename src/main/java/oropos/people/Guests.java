package oropos.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reviewers from outside, invited for one article and a stretch of days. They sign under their own
/// name and specialty as members do; when the time is over their account holds nothing any more, and
/// what they signed stays.
///
/// Whoever invites says what they checked of a registration: without its number a guest is no clinician.
public final class Guests {

    /// Days an invitation lasts where nothing is said.
    public static final int DAYS = 21;

    /// Most days it may last.
    public static final int MOST_DAYS = 90;

    private final PeopleFile file;
    private final InstantSource clock;
    private final People people;

    Guests(PeopleFile file, InstantSource clock, People people) {
        this.file = file;
        this.clock = clock;
        this.people = people;
    }

    /// A guest's account, and the secret of the link by which a password is set, kept nowhere.
    public record Invited(Account account, String secret, Instant until) {}

    /// For which article and until when.
    public record Stay(String article, Instant until) {}

    /// Invites somebody to review one article.
    ///
    /// @param article the last part of its web address
    /// @param registration number under which the guest treats patients, checked by who invites; null
    ///     where the guest is no clinician
    /// @throws IllegalArgumentException where something is missing, saying what
    public Invited invite(
            String shownName,
            String email,
            String specialty,
            @Nullable String registration,
            String article,
            int days,
            AccountId by) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "An invitation lasts 1 to %d days, but was %d.".formatted(MOST_DAYS, days));
        }
        if (specialty.isBlank()) {
            throw new IllegalArgumentException("A guest counts by a specialty: say which.");
        }
        boolean clinician = registration != null && !registration.isBlank();
        Instant until = clock.instant().plus(Duration.ofDays(days));
        NewAccount said =
                new NewAccount(
                        "guest." + Secrets.base32(Secrets.bytes(5)).toLowerCase(Locale.ROOT),
                        shownName,
                        email,
                        specialty,
                        clinician,
                        registration);
        if (said.email() == null) {
            throw new IllegalArgumentException("A guest has an e-mail address.");
        }
        Account added = people.add(said, by);
        file.write(f -> {
            f.run(
                    "insert into guest values (?,?,?)",
                    added.id().text(),
                    NewAccount.line("an article", article),
                    until.toString());
            f.tell(
                    by,
                    "guest.invited",
                    added.id().text(),
                    "somebody was invited to review one article",
                    null,
                    "article:" + article + ", until " + until);
            return null;
        });
        people.setRoles(added.id(), Set.of(Role.CLINICAL_REVIEWER), by);
        return new Invited(
                people.find(added.id()).orElseThrow(),
                people.links().invite(added.id(), by),
                until);
    }

    /// For what and until when somebody is a guest, or empty for a member.
    public Optional<Stay> of(AccountId id) {
        return file.read(f -> of(f, id.text()));
    }

    static Optional<Stay> of(PeopleFile f, String id) throws SQLException {
        List<Stay> rows =
                f.rows(
                        "select article, until from guest where account = ?",
                        row ->
                                new Stay(
                                        Objects.requireNonNull(row.getString(1)),
                                        Instant.parse(Objects.requireNonNull(row.getString(2)))),
                        id);
        return rows.stream().findFirst();
    }
}
