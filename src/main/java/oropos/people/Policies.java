package oropos.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The editorial policy in its versions. One is in force, the newest; an approval pins its number.
public final class Policies {

    private static final Policy SHIPPED =
            new Policy(1, null, shipped(), "The policy Oropos is shipped with.", false, null);

    private final PeopleFile file;
    private final InstantSource clock;

    Policies(PeopleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    private static String shipped() {
        try (InputStream in =
                Objects.requireNonNull(Policies.class.getResourceAsStream("/people/policy.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar lacks people/policy.txt", broken);
        }
    }

    public Policy inForce() {
        return all().getFirst();
    }

    /// All versions, the newest first.
    public List<Policy> all() {
        List<Policy> all =
                new ArrayList<>(
                        file.read(f ->
                                f.rows(
                                        "select * from policy order by number desc",
                                        Policies::policy)));
        all.add(SHIPPED);
        return List.copyOf(all);
    }

    /// Puts a new version in force.
    ///
    /// @param after the number of the version that was edited; another one since is a conflict
    /// @throws IllegalStateException where another version was published since
    public Policy publish(int after, String text, String note, boolean material, AccountId by) {
        return file.write(f -> {
            int last =
                    f.rows("select coalesce(max(number), 1) from policy", row -> row.getInt(1))
                            .getFirst();
            if (last != after) {
                throw new IllegalStateException(
                        "version "
                                + last
                                + " was published while version "
                                + after
                                + " was edited");
            }
            Policy next = new Policy(last + 1, clock.instant(), text, note, material, by);
            f.run(
                    "insert into policy values (?,?,?,?,?,?)",
                    next.number(),
                    String.valueOf(next.at()),
                    next.text(),
                    next.note(),
                    material ? 1 : 0,
                    by.text());
            f.tell(
                    by,
                    "policy.published",
                    "policy:" + next.number(),
                    next.note(),
                    "policy:" + last,
                    material ? "material" : "not material");
            return next;
        });
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getInt("number"),
                Instant.parse(Objects.requireNonNull(row.getString("at"))),
                Objects.requireNonNull(row.getString("text")),
                Objects.requireNonNull(row.getString("note")),
                row.getInt("material") == 1,
                new AccountId(Objects.requireNonNull(row.getString("account"))));
    }
}
