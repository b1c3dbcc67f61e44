package oropos.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The library as it stood on an earlier day, in a folder of its own.
///
/// It holds the sources, texts, typed fields, works and standings of the last snapshot up to that
/// day, exactly: a source retracted since is not retracted there, one that came since is missing, one
/// whose words changed since has its earlier words. The words themselves were never thrown away; what
/// stood beside them is taken back from what [Earlier] kept.
///
/// Opened to read, it is a library like any other. It can be made again at any time, so backups do
/// not hold it.
final class PastLibrary {

    private static final String FIELDS =
            "work, title, authors, issuer, venue, year, pmid, doi, pmcid, url, licence, language,"
                    + " types, mesh, issuer_grade, newer_edition, published, revised, text_kind,"
                    + " link_only, truncations, standing, standing_note, version, fingerprint";

    private static final String STUDY =
            "design, design_certain, design_reason, population, people, rules";

    private static final String PASSAGE = "ordinal, start_at, end_at, role, headings, claim";

    /// A snapshot that can be had again.
    ///
    /// @param day the newest import that had changed something by then
    record Point(long number, LocalDate day, long lastSource) {}

    private final Point point;

    private PastLibrary(Point point) {
        this.point = point;
    }

    /// The last snapshot up to a day.
    ///
    /// @throws DataFolderException where the library held nothing yet, or did not keep what stood then
    static Point at(Connection connection, LocalDate day, Path folder) throws SQLException {
        Optional<Point> last =
                point(connection, "day <= ? order by number desc limit 1", day.toString());
        if (last.isPresent() && last.get().lastSource >= 0) {
            return last.get();
        }
        Optional<Point> first =
                point(
                        connection,
                        "last_source is not null and ? is not null order by number limit 1",
                        day.toString());
        String since =
                first.map(known ->
                                "ask as of "
                                        + known.day
                                        + " or later; what stood before that day it cannot"
                                        + " tell")
                        .orElse("add sources first");
        throw new DataFolderException(
                last.isPresent()
                        ? "what the library held on " + day + " was not kept"
                        : "the library held nothing on " + day,
                folder,
                since);
    }

    private static Optional<Point> point(Connection connection, String where, String day)
            throws SQLException {
        List<Point> found = new ArrayList<>(1);
        Rows.query(
                connection,
                "select number, day, coalesce(last_source, -1) from snapshot where " + where,
                row ->
                        found.add(
                                new Point(
                                        row.getLong(1),
                                        LocalDate.parse(row.getString(2)),
                                        row.getLong(3))),
                day);
        return found.stream().findFirst();
    }

    /// Makes the folder, whole or not at all.
    ///
    /// @param database the library of today
    static void make(Database database, Point point, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path making =
                folder.resolve(Database.FILE + "-" + ProcessHandle.current().pid() + ".making");
        Files.deleteIfExists(making);
        try {
            database.fill(making, Schema.TODAY, new PastLibrary(point)::fill);
            Files.move(
                    making,
                    folder.resolve(Database.FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    /// Removes the folders of earlier days but for the newest ones.
    static void keepNewest(Path folder, int most) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> pasts;
        try (Stream<Path> all = Files.list(folder)) {
            pasts =
                    all.filter(past -> past.getFileName().toString().matches("\\d+"))
                            .sorted(Comparator.comparingLong(PastLibrary::made).reversed())
                            .toList();
        }
        for (Path past : pasts.subList(Math.min(most, pasts.size()), pasts.size())) {
            try (Stream<Path> all = Files.walk(past)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long made(Path past) {
        return past.resolve(Database.FILE).toFile().lastModified();
    }

    /// @param connection to an empty library in which `now` is the library of today
    private void fill(Connection connection) throws SQLException {
        run(
                connection,
                "insert into main.snapshot select * from now.snapshot where number <= :then");
        run(
                connection,
                "insert into main.source (number, id, form, "
                        + FIELDS
                        + ") select number, id, form, "
                        + FIELDS
                        + " from now.source where number <= :last");
        // with min(), SQLite takes the other columns from the row that has it
        run(
                connection,
                "update main.source set "
                        + each(
                                FIELDS,
                                field -> field + " = json_extract(was.fields, '$." + field + "')")
                        + " from (select source, fields, min(snapshot) from now.earlier_fields where"
                        + " snapshot > :then group by source) as was where was.source ="
                        + " main.source.number");
        run(
                connection,
                "insert into main.version (number, id, hash, source, text, changed, ended,"
                        + " most_passages) select version.number, version.id, version.hash,"
                        + " holder.number, version.text, :then, null, version.most_passages from"
                        + " now.version as version join main.source as holder on holder.version ="
                        + " version.number");
        run(
                connection,
                "create temp table was as select version, study, passages, min(snapshot) from"
                        + " now.earlier_passages where snapshot > :then and version in (select number"
                        + " from main.version) group by version");
        run(
                connection,
                "insert into main.study (version, "
                        + STUDY
                        + ") select version, "
                        + STUDY
                        + " from now.study where version in (select number from main.version) and"
                        + " version not in (select version from was)");
        run(
                connection,
                "insert into main.study (version, "
                        + STUDY
                        + ") select version, "
                        + each(STUDY, field -> "json_extract(study, '$." + field + "')")
                        + " from was");
        run(
                connection,
                "insert into main.passage (version, "
                        + PASSAGE
                        + ") select version, "
                        + PASSAGE
                        + " from now.passage where version in (select number from main.version) and"
                        + " version not in (select version from was)");
        run(
                connection,
                "insert into main.passage (version, "
                        + PASSAGE
                        + ") select was.version, "
                        + each(PASSAGE, field -> "json_extract(one.value, '$." + field + "')")
                        + " from was, json_each(was.passages) as one");
        run(
                connection,
                "insert into main.standing_change select * from now.standing_change where snapshot"
                        + " <= :then");
        run(connection, "drop table was");
    }

    private static String each(String fields, UnaryOperator<String> made) {
        return String.join(", ", Arrays.stream(fields.split(", ")).map(made).toList());
    }

    private void run(Connection connection, String sql) throws SQLException {
        String whole =
                sql.replace(":then", Long.toString(point.number))
                        .replace(":last", Long.toString(point.lastSource));
        try (Statement statement = connection.createStatement()) {
            statement.execute(whole);
        }
    }
}
