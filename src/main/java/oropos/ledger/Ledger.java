package oropos.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The record of who did what, when and why.
///
/// Each line carries the hash of the line before it, so that a line changed, taken out or put in
/// between later is found by [#verify]. The end is signed with every line, so that cutting it off is
/// found too. Against whoever holds the data folder with its key, and could write all of it anew, helps
/// a [Checkpoint] that is kept elsewhere.
///
/// One file, `ledger.db`, in the data folder. Several processes may append: a line, or several that
/// belong together, is written in a transaction that begins with reading the last one. The file itself refuses to change
/// or remove a line; that holds up mistakes, and the chain finds the rest.
public final class Ledger implements AutoCloseable {

    /// The file within the data folder.
    public static final String FILE = "ledger.db";

    /// How long a line waits for another process that writes one.
    private static final int BUSY_MILLIS = 5_000;

    private static final List<String> TABLES =
            List.of(
                    "create table if not exists entry (number integer primary key, at text not null,"
                            + " who text not null, what text not null, subject text not null,"
                            + " why text not null, old text, now text, before text not null,"
                            + " hash text not null)",
                    "create index if not exists entry_subject on entry (subject, number)",
                    "create index if not exists entry_what on entry (what, at)",
                    "create trigger if not exists entry_stays before update on entry begin"
                            + " select raise(abort, 'a line of the ledger stays as it is'); end",
                    "create trigger if not exists entry_remains before delete on entry begin"
                            + " select raise(abort, 'a line of the ledger stays'); end");

    /// One row: the signed end. It is made when the table is, and then only ever follows a line.
    private static final String END =
            "create table ending (one integer primary key check (one = 1), checkpoint text not null)";

    private final Path file;
    private final InstantSource clock;
    private final LedgerKey key;
    private final Connection connection;

    private Ledger(Path file, InstantSource clock, LedgerKey key, Connection connection) {
        this.file = file;
        this.clock = clock;
        this.key = key;
        this.connection = connection;
    }

    /// Whether a data folder has a ledger yet.
    public static boolean isIn(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(FILE));
    }

    /// Opens the ledger of a data folder; makes it where there is none.
    ///
    /// @throws LedgerException where it cannot be written
    public static Ledger open(Path dataFolder) {
        return open(dataFolder, InstantSource.system());
    }

    static Ledger open(Path dataFolder, InstantSource clock) {
        Path file = dataFolder.resolve(FILE);
        makeClosed(file);
        LedgerKey key = LedgerKey.of(dataFolder);
        try {
            Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                for (String table : TABLES) {
                    statement.execute(table);
                }
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
            Ledger ledger = new Ledger(file, clock, key, connection);
            ledger.signFirst();
            return ledger;
        } catch (SQLException failure) {
            throw new LedgerException("the ledger cannot be opened", file, failure);
        }
    }

    /// A new ledger is its owner's alone, as the keys beside it are.
    private static void makeClosed(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException another) {
            // another process was faster
        } catch (IOException unwritable) {
            throw new LedgerException("the ledger cannot be made", file, unwritable);
        }
    }

    /// Writes a line. When this returns, it is on the disk.
    ///
    /// @throws LedgerException where it is not
    public Entry append(Act act) {
        return append(List.of(act)).getFirst();
    }

    /// Writes lines one after another, as if each had been appended by itself, and brings them to the
    /// disk together: a thousand pages that lose their ground in one job wait for the disk once. They are
    /// all written or none is, also where the machine stops in the midst of it.
    ///
    /// @return the lines, in the order of the acts
    /// @throws LedgerException where they are not written
    public synchronized List<Entry> append(List<Act> acts) {
        if (acts.isEmpty()) {
            return List.of();
        }
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("begin immediate");
            try {
                List<Entry> entries = following(last(), acts);
                insert(entries);
                sign(entries.getLast());
                transaction.execute("commit");
                return entries;
            } catch (SQLException | RuntimeException failure) {
                transaction.execute("rollback");
                throw failure;
            }
        } catch (SQLException failure) {
            throw new LedgerException("a line of the ledger cannot be written", file, failure);
        }
    }

    private List<Entry> following(Optional<Entry> last, List<Act> acts) {
        String at = Instant.ofEpochMilli(clock.millis()).truncatedTo(ChronoUnit.MILLIS).toString();
        long number = last.map(Entry::number).orElse(0L);
        String before = last.map(Entry::hash).orElse(Entry.BEGINNING);
        List<Entry> entries = new ArrayList<>();
        for (Act act : acts) {
            Entry entry = Entry.of(++number, at, act, before);
            entries.add(entry);
            before = entry.hash();
        }
        return entries;
    }

    private void insert(List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into entry values (?,?,?,?,?,?,?,?,?,?)")) {
            for (Entry entry : entries) {
                insert.setLong(1, entry.number());
                insert.setString(2, entry.at());
                insert.setString(3, entry.act().who());
                insert.setString(4, entry.act().what());
                insert.setString(5, entry.act().subject());
                insert.setString(6, entry.act().why());
                insert.setString(7, entry.act().old());
                insert.setString(8, entry.act().now());
                insert.setString(9, entry.before());
                insert.setString(10, entry.hash());
                insert.executeUpdate();
            }
        }
    }

    /// A ledger from before ends were signed gets its first signature when it is next opened.
    private void signFirst() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                boolean missing;
                try (ResultSet row =
                        statement.executeQuery(
                                "select count(*) from sqlite_master where name = 'ending'")) {
                    missing = row.next() && row.getInt(1) == 0;
                }
                if (missing) {
                    statement.execute(END);
                    Optional<Entry> last = last();
                    if (last.isPresent()) {
                        sign(last.get());
                    }
                }
                statement.execute("commit");
            } catch (SQLException | RuntimeException failure) {
                statement.execute("rollback");
                throw failure;
            }
        }
    }

    private void sign(Entry last) throws SQLException {
        try (PreparedStatement end =
                connection.prepareStatement(
                        "insert into ending values (1, ?) on conflict (one) do update set"
                                + " checkpoint = excluded.checkpoint")) {
            end.setString(1, Checkpoint.of(last, key).toString());
            end.executeUpdate();
        }
    }

    private Optional<Entry> last() throws SQLException {
        return rows("order by number desc limit 1").stream().findFirst();
    }

    /// All lines, oldest first.
    public synchronized List<Entry> all() {
        return read("order by number");
    }

    /// The lines about one subject, oldest first.
    public synchronized List<Entry> of(String subject) {
        return read("where subject = ? order by number", subject);
    }

    /// The lines of one kind of act written since the beginning of a day (UTC), oldest first.
    public synchronized List<Entry> done(String what, LocalDate since) {
        return read("where what = ? and at >= ? order by number", what, since + "T00:00:00");
    }

    /// The last line: with it kept elsewhere, a ledger cut off at the end is noticed.
    public synchronized Optional<Entry> head() {
        return read("order by number desc limit 1").stream().findFirst();
    }

    /// The end as it is now, signed, to be kept elsewhere; empty where there is no line yet.
    public Optional<Checkpoint> checkpoint() {
        return head().map(last -> Checkpoint.of(last, key));
    }

    /// Goes through all lines.
    ///
    /// @return one sentence about the first thing that is not as it was written, or empty
    public Optional<String> verify() {
        return verify(List.of());
    }

    /// Goes through all lines, and compares them with what was kept elsewhere.
    ///
    /// @param kept checkpoints of this ledger, in any order
    /// @return one sentence about the first thing that is not as it was written, or empty
    public synchronized Optional<String> verify(Collection<Checkpoint> kept) {
        try {
            return new Verifying(kept, key.open()).over(connection);
        } catch (SQLException failure) {
            throw new LedgerException("the ledger cannot be read", file, failure);
        }
    }

    /// Hands over every line, oldest first, without holding them all.
    public synchronized void each(Consumer<Entry> reader) {
        try (PreparedStatement select =
                        connection.prepareStatement("select * from entry order by number");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.accept(entry(row));
            }
        } catch (SQLException failure) {
            throw new LedgerException("the ledger cannot be read", file, failure);
        }
    }

    private List<Entry> read(String which, String... values) {
        try {
            return rows(which, values);
        } catch (SQLException failure) {
            throw new LedgerException("the ledger cannot be read", file, failure);
        }
    }

    private List<Entry> rows(String which, String... values) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from entry " + which)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    /// @throws IllegalArgumentException where a field is not one the ledger writes
    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getString("at"),
                new Act(
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("subject"),
                        row.getString("why"),
                        row.getString("old"),
                        row.getString("now")),
                row.getString("before"),
                row.getString("hash"));
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException closed) {
            throw new LedgerException("the ledger cannot be closed", file, closed);
        }
    }
}
