package oropos.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes through a ledger line by line: numbers without gaps, each line as it was hashed and after the one
/// before it, the end as it was signed, and every checkpoint kept elsewhere met.
final class Verifying {

    /// A line in one piece: ten fields one by one take three times as long to fetch. What parts them is
    /// in no field the ledger writes; a field that has it, or has nothing where something must be, is told.
    private static final String LINES =
            "select number, at || char(31) || who || char(31) || what || char(31) || subject ||"
                    + " char(31) || why || char(31) || case when old is null then '-' else '+' || old end || char(31) ||"
                    + " case when now is null then '-' else '+' || now end || char(31) || before || char(31) || hash from entry"
                    + " order by number";

    private static final String PART = "\u001f";

    private static final int FIELDS = 9;

    private final Collection<Checkpoint> kept;
    private final String key;

    /// @param key the public half of the data folder's key
    Verifying(Collection<Checkpoint> kept, String key) {
        this.kept = List.copyOf(kept);
        this.key = key;
    }

    /// @return one sentence about the first thing that does not hold, or empty
    Optional<String> over(Connection connection) throws SQLException {
        Map<Long, String> expected = new HashMap<>();
        for (Checkpoint one : kept) {
            if (!one.isSigned()) {
                return Optional.of(
                        "the checkpoint of line " + one.number() + " does not hold its signature");
            }
            String other = expected.put(one.number(), one.hash());
            if (other != null && !other.equals(one.hash())) {
                return Optional.of("two checkpoints of line " + one.number() + " differ");
            }
        }
        Entry last = null;
        try (PreparedStatement select = connection.prepareStatement(LINES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long number = last == null ? 1 : last.number() + 1;
                if (row.getLong(1) != number) {
                    return Optional.of("line " + number + " is missing");
                }
                Optional<Entry> read = entry(number, row.getString(2));
                if (read.isEmpty()) {
                    return Optional.of("line " + number + " was changed after it was written");
                }
                Entry entry = read.get();
                String before = last == null ? Entry.BEGINNING : last.hash();
                if (!entry.before().equals(before)) {
                    return Optional.of("line " + number + " does not follow the line before it");
                }
                if (!entry.holds()) {
                    return Optional.of("line " + number + " was changed after it was written");
                }
                String known = expected.remove(number);
                if (known != null && !known.equals(entry.hash())) {
                    return Optional.of(
                            "line "
                                    + number
                                    + " is not the one of the checkpoint: it was written anew");
                }
                last = entry;
            }
        }
        if (!expected.isEmpty()) {
            return Optional.of(
                    "lines are cut off: a checkpoint tells of line "
                            + expected.keySet().stream().min(Long::compare).orElseThrow());
        }
        return end(connection, last);
    }

    private static Optional<Entry> entry(long number, @Nullable String line) {
        String[] fields = line == null ? new String[0] : line.split(PART, -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Entry(
                            number,
                            fields[0],
                            new Act(
                                    fields[1],
                                    fields[2],
                                    fields[3],
                                    fields[4],
                                    value(fields[5]),
                                    value(fields[6])),
                            fields[7],
                            fields[8]));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// `-` for nothing, `+` before a value.
    private static @Nullable String value(String field) {
        return field.equals("-") ? null : field.substring(1);
    }

    private Optional<String> end(Connection connection, @Nullable Entry last) throws SQLException {
        String line;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select checkpoint from ending")) {
            line = row.next() ? row.getString(1) : null;
        }
        if (line == null) {
            return last == null ? Optional.empty() : Optional.of("the signed end is missing");
        }
        Checkpoint end;
        try {
            end = Checkpoint.read(line);
        } catch (IllegalArgumentException broken) {
            return Optional.of("the signed end was changed");
        }
        if (!end.isSigned()) {
            return Optional.of("the signed end was changed");
        }
        if (!end.key().equals(key)) {
            return Optional.of("the end was signed with another key than this data folder has");
        }
        if (last == null || last.number() < end.number()) {
            return Optional.of("lines are cut off: the signed end is line " + end.number());
        }
        return last.number() == end.number() && last.hash().equals(end.hash())
                ? Optional.empty()
                : Optional.of("the last line is not the one that was signed");
    }
}
