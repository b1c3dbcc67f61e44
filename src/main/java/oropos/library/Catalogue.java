package oropos.library;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;
import oropos.terminology.Span;

/// Reads what is shelved.
final class Catalogue {

    /// The date of a library that holds nothing.
    static final LocalDate EMPTY = LocalDate.EPOCH;

    /// Versions read at a time by work that goes through all of them.
    static final int PAGE = 400;

    private static final String VERSION =
            "select version.number as version_number, version.hash, version.text, source.*,"
                    + " study.design, study.design_certain, study.design_reason, study.population,"
                    + " study.people, study.rules from version join source on source.number ="
                    + " version.source join study on study.version = version.number where ";

    private Catalogue() {}

    static Snapshot snapshot(Connection connection) throws SQLException {
        List<Snapshot> found = new ArrayList<>(1);
        Rows.query(
                connection,
                "select number, coalesce(evidence, day), sources, passages from snapshot order by number"
                        + " desc limit 1",
                row ->
                        found.add(
                                new Snapshot(
                                        row.getLong(1),
                                        LocalDate.parse(row.getString(2)),
                                        row.getInt(3),
                                        row.getInt(4))));
        return found.isEmpty() ? new Snapshot(0, EMPTY, 0, 0) : found.getFirst();
    }

    /// Versions with one of these ids and one of these hashes, current or not, in no particular
    /// order.
    static List<Version> named(Connection connection, Collection<String> ids, Set<String> hashes)
            throws SQLException {
        Set<Long> numbers = new LinkedHashSet<>();
        Rows.of(
                connection,
                "select number, hash from version where id in (:keys)",
                ids,
                row -> {
                    if (hashes.contains(row.getString(2))) {
                        numbers.add(row.getLong(1));
                    }
                });
        return versions(connection, VERSION + "version.number in (:keys)", numbers);
    }

    static List<Version> current(Connection connection, SourceId id) throws SQLException {
        return new ArrayList<>(
                versions(
                        connection,
                        VERSION
                                + "version.ended is null and version.id in (:keys) order by"
                                + " source.form",
                        List.of(id.value())));
    }

    static List<SourceId> work(Connection connection, SourceId id) throws SQLException {
        List<SourceId> members = new ArrayList<>();
        Rows.query(
                connection,
                "select distinct id from source where work = (select work from source where id = ?"
                        + " order by form limit 1) order by id",
                row -> members.add(new SourceId(row.getString(1))),
                id.value());
        return members;
    }

    /// Every current version, ordered by id and form.
    static void eachCurrent(Connection connection, Consumer<Version> each) throws SQLException {
        page(
                connection,
                each,
                "select version from source where version is not null order by id, form");
    }

    /// Current versions that were shelved, changed or stand otherwise since a snapshot.
    static void eachChanged(Connection connection, long since, Consumer<Version> each)
            throws SQLException {
        page(
                connection,
                each,
                "select version.number from version join source on source.number = version.source"
                        + " where version.ended is null and version.changed > "
                        + since
                        + " order by version.id, source.form");
    }

    /// Passages that are current no longer since a snapshot.
    static void eachGone(Connection connection, long since, Consumer<Passage.Id> each)
            throws SQLException {
        Rows.query(
                connection,
                "select version.id, version.hash, version.most_passages, case when version.ended is"
                        + " null then (select count(*) from passage where passage.version ="
                        + " version.number) else 0 end as kept from version where version.ended > ?"
                        + " or version.changed > ? order by version.id, version.hash",
                row -> {
                    SourceId id = new SourceId(row.getString("id"));
                    for (int i = row.getInt("kept"); i < row.getInt("most_passages"); i++) {
                        each.accept(new Passage.Id(id, row.getString("hash"), i));
                    }
                },
                since,
                since);
    }

    private static void page(Connection connection, Consumer<Version> each, String sql)
            throws SQLException {
        List<Long> page = new ArrayList<>(PAGE);
        Rows.query(
                connection,
                sql,
                row -> {
                    page.add(row.getLong(1));
                    if (page.size() == PAGE) {
                        tell(connection, page, each);
                    }
                });
        tell(connection, page, each);
    }

    private static void tell(Connection connection, List<Long> page, Consumer<Version> each)
            throws SQLException {
        Map<Long, Version> versions =
                byNumber(connection, VERSION + "version.number in (:keys)", page);
        for (long number : page) {
            each.accept(Objects.requireNonNull(versions.get(number)));
        }
        page.clear();
    }

    private static List<Version> versions(Connection connection, String sql, Collection<?> keys)
            throws SQLException {
        return new ArrayList<>(byNumber(connection, sql, keys).values());
    }

    private record Bare(Source source, String hash, String text, Study study) {}

    private static Map<Long, Version> byNumber(
            Connection connection, String sql, Collection<?> keys) throws SQLException {
        Map<Long, Bare> bare = new LinkedHashMap<>();
        Rows.of(
                connection,
                sql,
                keys,
                row ->
                        bare.put(
                                row.getLong("version_number"),
                                sound(row.getString("id"), () -> bare(row))));
        Map<Long, List<Passage>> passages = new HashMap<>();
        Rows.of(
                connection,
                "select version, ordinal, start_at, end_at, role, headings, claim from passage where"
                        + " version in (:keys) order by version, ordinal",
                bare.keySet(),
                row -> {
                    long number = row.getLong(1);
                    Bare of = Objects.requireNonNull(bare.get(number));
                    passages.computeIfAbsent(number, any -> new ArrayList<>())
                            .add(sound(of.source.id().value(), () -> passage(row, of)));
                });
        Map<Long, Version> versions = new LinkedHashMap<>();
        bare.forEach((number, of) ->
                versions.put(
                        number,
                        new Version(
                                of.source,
                                of.hash,
                                of.text,
                                of.study,
                                passages.getOrDefault(number, List.of()))));
        return versions;
    }

    /// SQLite keeps no checksums: what a failing disk changed is seen here or shown to a clinician.
    private static <T> T sound(String id, Reading<T> reading) throws SQLException {
        try {
            return reading.read();
        } catch (RuntimeException harmed) {
            throw new SQLException(
                    "a row of " + id + " is not as it was stored",
                    null,
                    SQLiteErrorCode.SQLITE_CORRUPT.code,
                    harmed);
        }
    }

    /// What is made of a row.
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    /// @throws IllegalStateException where the text is not the one that was hashed when it was stored
    private static Bare bare(ResultSet row) throws SQLException {
        String hash = row.getString("hash");
        String text = row.getString("text");
        if (!Sha256.of(text).equals(hash)) {
            throw new IllegalStateException("the text is not that of its hash");
        }
        return new Bare(source(row), hash, text, study(row));
    }

    private static Passage passage(ResultSet row, Bare of) throws SQLException {
        Span span = new Span(row.getInt(3), row.getInt(4));
        return new Passage(
                new Passage.Id(of.source.id(), of.hash, row.getInt(2)),
                Passage.Role.valueOf(FieldsJson.name(row.getString(5))),
                span,
                span.of(of.text),
                FieldsJson.list(row.getString(6)),
                FieldsJson.claim(row.getString(7)));
    }

    private static Study study(ResultSet row) throws SQLException {
        return new Study(
                Design.valueOf(FieldsJson.name(row.getString("design"))),
                row.getInt("design_certain") == 1,
                row.getString("design_reason"),
                FieldsJson.population(row.getString("population")),
                Rows.integer(row, "people"),
                row.getString("rules"));
    }

    private static Source source(ResultSet row) throws SQLException {
        String published = row.getString("published");
        return new Source(
                new SourceId(row.getString("id")),
                row.getString("form"),
                new SourceId(row.getString("work")),
                row.getString("title"),
                FieldsJson.list(row.getString("authors")),
                row.getString("issuer"),
                row.getString("venue"),
                Rows.integer(row, "year"),
                row.getString("pmid"),
                row.getString("doi"),
                row.getString("pmcid"),
                row.getString("url"),
                row.getString("licence"),
                row.getString("language"),
                FieldsJson.list(row.getString("types")),
                FieldsJson.list(row.getString("mesh")),
                row.getString("issuer_grade"),
                row.getString("newer_edition"),
                published == null ? null : LocalDate.parse(published),
                textKind(row.getString("text_kind")),
                Standing.valueOf(FieldsJson.name(row.getString("standing"))),
                row.getString("standing_note"),
                row.getInt("link_only") == 1);
    }

    private static TextKind textKind(String code) {
        for (TextKind kind : TextKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind of text is stored as \"" + code + "\"");
    }

    static Status status(Connection connection) throws SQLException {
        SortedMap<String, Integer> truncations = new TreeMap<>();
        Rows.query(
                connection,
                "select truncations from source where version is not null and truncations <> '[]'",
                row ->
                        FieldsJson.list(row.getString(1))
                                .forEach(what -> truncations.merge(what, 1, Integer::sum)));
        return new Status(
                snapshot(connection),
                (int)
                        Rows.number(
                                connection,
                                "select count(distinct work) from source where version is not null"),
                (int) Rows.number(connection, "select count(*) from version"),
                counts(connection, "form"),
                counts(connection, "text_kind"),
                counts(connection, "standing"),
                counts(connection, "language"),
                designs(connection),
                counts(connection, "coalesce(year, '')"),
                (int)
                        Rows.number(
                                connection,
                                "select count(distinct affected) from notice where bearer = 0"),
                (int) Rows.number(connection, "select count(*) from skipped"),
                truncations);
    }

    private static SortedMap<String, Integer> counts(Connection connection, String column)
            throws SQLException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        Rows.query(
                connection,
                "select "
                        + column
                        + ", count(*) from source where version is not null group by "
                        + column,
                row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    private static SortedMap<String, Integer> designs(Connection connection) throws SQLException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        Rows.query(
                connection,
                "select study.design, count(*) from source join study on study.version ="
                        + " source.version group by study.design",
                row ->
                        counts.put(
                                Design.valueOf(FieldsJson.name(row.getString(1))).words(),
                                row.getInt(2)));
        return counts;
    }
}
