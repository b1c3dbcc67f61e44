package oropos.library;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Which tables the library has, and how older ones become today's.
///
/// @param version the newest migration there is
/// @param places class path folders with migrations
record Schema(int version, List<String> places) {

    /// The table in which Flyway notes what it has done.
    static final String HISTORY = "library_history";

    /// Today's tables: the files in `db/library`.
    static final Schema TODAY = new Schema(4, List.of("classpath:db/library"));

    Schema {
        places = List.copyOf(places);
    }

    /// The version of the tables behind a connection, 0 where there are none.
    static int of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
    }

    /// Brings the tables of a file to this version; each migration is a transaction.
    void migrate(String url, Path file) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(url, null, null)
                    .locations(places.toArray(String[]::new))
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new DataFolderException(
                    "its tables could not be brought to version "
                            + version
                            + " ("
                            + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                            + ")",
                    file,
                    "keep the file, restore a backup into an empty folder and report the message",
                    failure);
        }
    }

    /// Refuses tables that this program cannot read.
    void checkReadable(int found, Path file) {
        if (found > version) {
            throw new DataFolderException(
                    "it was written by a newer oropos (tables version "
                            + found
                            + ", this one knows "
                            + version
                            + ")",
                    file,
                    "use the newer oropos, or restore a backup made by this one");
        }
        if (found < version) {
            throw new DataFolderException(
                    "it was written by an older oropos (tables version " + found + ")",
                    file,
                    "start oropos serve once, which brings the tables up to date");
        }
    }
}
