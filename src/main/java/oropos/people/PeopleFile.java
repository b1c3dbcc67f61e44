package oropos.people;

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
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import oropos.ledger.Act;
import oropos.ledger.Ledger;

/// The file in which people stand, `people.db`: its tables, and changes that are whole or not at all.
///
/// A change is written, then its line in the ledger, then the change is made to stand. Where the
/// ledger refuses, nothing is changed; where the machine stops between the last two, the ledger tells
/// of a change that did not come to stand, never the other way round.
final class PeopleFile implements AutoCloseable {

    /// How long a change waits for another process that makes one.
    private static final int BUSY_MILLIS = 5_000;

    /// The newest migration in `db/people`.
    static final int VERSION = 5;

    /// The table in which Flyway notes what it has done.
    private static final String HISTORY = "people_history";

    private final Path file;
    private final Ledger ledger;
    private final Connection connection;
    private final InstantSource clock;

    private PeopleFile(Path file, Ledger ledger, Connection connection, InstantSource clock) {
        this.file = file;
        this.ledger = ledger;
        this.connection = connection;
        this.clock = clock;
    }

    /// What is done within one transaction.
    interface Work<T extends @Nullable Object> {
        T on(PeopleFile file) throws SQLException;
    }

    /// What becomes of a row.
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static PeopleFile open(Path file, Ledger ledger, InstantSource clock) {
        makeClosed(file);
        String url = "jdbc:sqlite:" + file.toAbsolutePath();
        try {
            Connection connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                statement.execute("pragma foreign_keys = on");
                int found = version(statement);
                if (found > VERSION) {
                    throw new SQLException(
                            "it was written by a newer oropos (tables version "
                                    + found
                                    + ", this one knows "
                                    + VERSION
                                    + ")");
                }
                if (found < VERSION) {
                    migrate(url);
                }
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
            return new PeopleFile(file, ledger, connection, clock);
        } catch (SQLException | FlywayException failure) {
            throw new PeopleException("the people cannot be opened", file, failure);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet there =
                statement.executeQuery(
                        "select count(*) from sqlite_master where name = '" + HISTORY + "'")) {
            if (!there.next() || there.getInt(1) == 0) {
                return 0;
            }
        }
        try (ResultSet row =
                statement.executeQuery(
                        "select coalesce(max(cast(version as integer)), 0) from "
                                + HISTORY
                                + " where success = 1")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void migrate(String url) {
        Flyway.configure(PeopleFile.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:db/people")
                .table(HISTORY)
                .load()
                .migrate();
    }

    /// A new file is its owner's alone, as the keys beside it are.
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
            throw new PeopleException("the people cannot be kept", file, unwritable);
        }
    }

    /// Reads; everything `work` sees is of one moment.
    <T extends @Nullable Object> T read(Work<T> work) {
        return within("begin", "the people cannot be read", work);
    }

    /// Changes something: all of it with its lines in the ledger or, where `work` fails, nothing.
    <T extends @Nullable Object> T write(Work<T> work) {
        return within("begin immediate", "a change of the people cannot be written", work);
    }

    private synchronized <T extends @Nullable Object> T within(
            String begin, String complaint, Work<T> work) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute(begin);
            try {
                T result = work.on(this);
                transaction.execute("commit");
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                try {
                    transaction.execute("rollback");
                } catch (SQLException undone) {
                    failure.addSuppressed(undone);
                }
                throw failure;
            }
        } catch (SQLException failure) {
            throw new PeopleException(complaint, file, failure);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /// Tells the ledger, within a change.
    void tell(
            AccountId who,
            String what,
            String subject,
            String why,
            @Nullable String old,
            @Nullable String now) {
        ledger.append(new Act(who.text(), what, subject, why, old, now));
    }

    /// @return how many rows were changed
    int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = filled(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> rows(String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = filled(sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(reading.of(row));
            }
        }
        return all;
    }

    private PreparedStatement filled(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException closed) {
            throw new PeopleException("the people cannot be closed", file, closed);
        }
    }
}
