package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// When people are away. Each takes down their own; whoever hands out work sees it. Why somebody is
/// away is nobody's business and has no place here.
public final class Leaves {

    private final PeopleFile file;

    Leaves(PeopleFile file) {
        this.file = file;
    }

    /// @throws IllegalArgumentException where the days are in the wrong order or too many
    public Leave take(AccountId person, LocalDate first, LocalDate last) {
        new Leave(0, person, first, last);
        return file.write(f -> {
            f.run(
                    "insert into leave (account, first, last) values (?,?,?)",
                    person.text(),
                    first.toString(),
                    last.toString());
            long number = f.rows("select last_insert_rowid()", row -> row.getLong(1)).getFirst();
            f.tell(
                    person,
                    "leave.taken",
                    person.text(),
                    "days away were taken down",
                    null,
                    first + " to " + last);
            return new Leave(number, person, first, last);
        });
    }

    /// Takes a leave back.
    ///
    /// @return whether this person had one with this number
    public boolean cancel(AccountId person, long number) {
        return file.write(f -> {
            boolean gone =
                    f.run(
                                    "delete from leave where account = ? and number = ?",
                                    person.text(),
                                    number)
                            == 1;
            if (gone) {
                f.tell(
                        person,
                        "leave.cancelled",
                        person.text(),
                        "a leave was taken back",
                        null,
                        null);
            }
            return gone;
        });
    }

    /// The leaves of somebody that are not over on a day, the earliest first.
    public List<Leave> of(AccountId person, LocalDate day) {
        return file.read(f ->
                f.rows(
                        "select * from leave where account = ? and last >= ? order by first, number",
                        Leaves::leave,
                        person.text(),
                        day.toString()));
    }

    /// The last day of an absence that covers a day; leaves that follow each other are one.
    public Optional<LocalDate> awayUntil(AccountId person, LocalDate day) {
        LocalDate back = day;
        for (Leave leave : of(person, day)) {
            if (leave.covers(back)) {
                back = leave.last().plusDays(1);
            }
        }
        return back.equals(day) ? Optional.empty() : Optional.of(back.minusDays(1));
    }

    private static Leave leave(ResultSet row) throws SQLException {
        return new Leave(
                row.getLong("number"),
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                LocalDate.parse(Objects.requireNonNull(row.getString("first"))),
                LocalDate.parse(Objects.requireNonNull(row.getString("last"))));
    }
}
