package oropos.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts one batch of records into the tables, in one transaction, and makes the next snapshot if
/// that changed anything.
///
/// A record whose fingerprint is already there is not written. A new text is a new version; the old
/// one stays readable. Where two forms bring the same id with the same text, the passages are held
/// once, under the form that came first.
final class Shelving {

    /// What a batch did.
    ///
    /// @param older records that were left aside because a later revision is held: id -> both days
    record Outcome(
            int added,
            int updated,
            int unchanged,
            int withdrawn,
            int notices,
            Map<String, String> older) {}

    private record Row(
            long number, @Nullable Long version, String fingerprint, @Nullable LocalDate revised) {

        /// Whether this state of the record is later than another one. An old file that is read
        /// again must not bring back what was corrected since, nor take a retraction away.
        boolean isLaterThan(Record record) {
            LocalDate other = record.revised();
            return version != null && revised != null && other != null && other.isBefore(revised);
        }
    }

    private record Shelved(long number, long source, @Nullable Long ended, int mostPassages) {}

    private final Connection connection;
    private final Batch batch;
    private final Snapshot before;
    private final long snapshot;
    private final Earlier earlier;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Shelved> versions = new HashMap<>();
    private final Set<Long> touched = new TreeSet<>();
    private final Set<String> spokenOf = new TreeSet<>();
    private long lastSource;
    private long lastVersion;
    private int sources;
    private int passages;
    private int added;
    private int updated;
    private int unchanged;
    private int withdrawn;
    private int notices;
    private final Map<String, String> older = new LinkedHashMap<>();

    private Shelving(Connection connection, Batch batch) throws SQLException {
        this.connection = connection;
        this.batch = batch;
        this.before = Catalogue.snapshot(connection);
        this.snapshot = before.number() + 1;
        this.lastSource = Rows.number(connection, "select max(number) from source");
        this.earlier = new Earlier(connection, snapshot, lastSource);
        this.sources = before.sources();
        this.passages = before.passages();
    }

    static Outcome shelve(Connection connection, Batch batch, LocalDate day) throws SQLException {
        return new Shelving(connection, batch).shelve(day);
    }

    private Outcome shelve(LocalDate day) throws SQLException {
        find();
        try (Writing writing = new Writing(connection)) {
            for (Accession accession : batch.accessions()) {
                place(accession, writing);
            }
            writing.flush();
        }
        for (Batch.Withdrawal withdrawal : batch.withdrawals()) {
            withdraw(withdrawal);
        }
        for (Batch.Word word : batch.words()) {
            notices += notice(word.affected().value(), 0, word.notice());
        }
        for (Map.Entry<String, String> skipped : batch.skipped()) {
            Rows.run(
                    connection,
                    "insert into skipped (place, reason) values (?, ?) on conflict do nothing",
                    skipped.getKey(),
                    skipped.getValue());
        }
        boolean moved = joinAndStand();
        if (added + updated + withdrawn > 0 || moved) {
            // an overview of the board is no evidence: it makes the library no newer and no larger
            boolean evidence = !isOfOverviews();
            Rows.run(
                    connection,
                    "insert into snapshot (number, day, evidence, sources, passages, last_source)"
                            + " select ?1, max(?2, coalesce(max(day), '')), ?3, ?4, ?5, ?6 from"
                            + " snapshot",
                    snapshot,
                    day.toString(),
                    (evidence ? newest(day) : before.date()).toString(),
                    evidence ? sources : before.sources(),
                    evidence ? passages : before.passages(),
                    lastSource);
        }
        return new Outcome(added, updated, unchanged, withdrawn, notices, older);
    }

    private LocalDate newest(LocalDate day) {
        return before.number() > 0 && before.date().isAfter(day) ? before.date() : day;
    }

    private boolean isOfOverviews() {
        return batch.words().isEmpty()
                && batch.accessions().stream()
                        .allMatch(one -> one.record().form().equals(Beneath.FORM))
                && batch.withdrawals().stream().allMatch(one -> one.form().equals(Beneath.FORM));
    }

    private static String key(SourceId id, String form) {
        return form + " " + id;
    }

    /// Reads what is already there of the batch's records.
    private void find() throws SQLException {
        Set<String> ids = new TreeSet<>();
        batch.accessions().forEach(accession -> ids.add(accession.record().id().value()));
        batch.withdrawals().forEach(withdrawal -> ids.add(withdrawal.id().value()));
        Rows.of(
                connection,
                "select number, id, form, version, fingerprint, revised from source where id in"
                        + " (:keys)",
                ids,
                row -> {
                    long number = row.getLong("version");
                    Long version = row.wasNull() ? null : number;
                    String revised = row.getString("revised");
                    rows.put(
                            key(new SourceId(row.getString("id")), row.getString("form")),
                            new Row(
                                    row.getLong("number"),
                                    version,
                                    row.getString("fingerprint"),
                                    revised == null ? null : LocalDate.parse(revised)));
                });
        Rows.of(
                connection,
                "select number, id, hash, source, ended, most_passages from version where id in"
                        + " (:keys)",
                ids,
                row -> {
                    long ended = row.getLong("ended");
                    Long until = row.wasNull() ? null : ended;
                    versions.put(
                            row.getString("id") + "@" + row.getString("hash"),
                            new Shelved(
                                    row.getLong("number"),
                                    row.getLong("source"),
                                    until,
                                    row.getInt("most_passages")));
                });
        lastVersion = Rows.number(connection, "select max(number) from version");
    }

    private void place(Accession accession, Writing writing) throws SQLException {
        Record record = accession.record();
        Row row = rows.get(key(record.id(), record.form()));
        if (row != null && row.fingerprint.equals(accession.fingerprint())) {
            unchanged++;
            return;
        }
        if (row != null && row.isLaterThan(record)) {
            older.put(
                    record.id().value(),
                    "revised " + record.revised() + ", held as revised " + row.revised);
            return;
        }
        long source;
        if (row == null) {
            added++;
            source = ++lastSource;
            writing.source(source, accession);
        } else {
            updated++;
            source = row.number;
            earlier.source(source);
            Rows.run(connection, "delete from membership where source = ?", source);
            spokenOf.addAll(affectedBy(source));
            Rows.run(connection, "delete from notice where bearer = ?", source);
            writing.sourceAgain(source, accession);
        }
        touched.add(source);
        String place = record.id() + "@" + accession.typeset().hash();
        Shelved same = versions.get(place);
        Long held = row == null ? null : row.version;
        if (same != null && same.ended == null && (held == null || held != same.number)) {
            leave(held);
            writing.current(source, null);
        } else {
            if (held != null && (same == null || same.number != held)) {
                leave(held);
                held = null;
            }
            if (held == null) {
                sources++;
            }
            long number = version(source, accession, same, writing);
            writing.current(source, number);
        }
        writing.memberships(source, accession);
        notices(source, accession);
    }

    /// Writes the version, or brings an earlier one back, and returns its number.
    private long version(long source, Accession accession, @Nullable Shelved same, Writing writing)
            throws SQLException {
        int count = accession.typeset().passages().size();
        long number;
        if (same == null) {
            number = ++lastVersion;
            writing.version(number, source, accession, snapshot);
        } else {
            number = same.number;
            writing.flush(); // the row may refer to a source of this batch
            if (same.ended == null) {
                passages -=
                        (int)
                                Rows.number(
                                        connection,
                                        "select count(*) from passage where version = " + number);
            }
            earlier.passages(number);
            Rows.run(connection, "delete from passage where version = ?", number);
            Rows.run(connection, "delete from study where version = ?", number);
            Rows.run(
                    connection,
                    "update version set source = ?, changed = ?, ended = null, most_passages = ?"
                            + " where number = ?",
                    source,
                    snapshot,
                    Math.max(count, same.mostPassages),
                    number);
        }
        writing.passages(number, accession);
        passages += count;
        return number;
    }

    /// Ends a version's time as the current one; its text stays.
    private void leave(@Nullable Long version) throws SQLException {
        if (version == null) {
            return;
        }
        Rows.run(connection, "update version set ended = ? where number = ?", snapshot, version);
        sources--;
        passages -=
                (int)
                        Rows.number(
                                connection,
                                "select count(*) from passage where version = " + version);
    }

    private void withdraw(Batch.Withdrawal withdrawal) throws SQLException {
        Row row = rows.get(key(withdrawal.id(), withdrawal.form()));
        if (row == null || row.version == null) {
            return;
        }
        withdrawn++;
        earlier.source(row.number);
        leave(row.version);
        spokenOf.addAll(affectedBy(row.number));
        Rows.run(connection, "delete from notice where bearer = ?", row.number);
        Rows.run(
                connection,
                "update source set version = null, fingerprint = '' where number = ?",
                row.number);
        touched.add(row.number);
    }

    private void notices(long source, Accession accession) throws SQLException {
        Record record = accession.record();
        for (Notice notice : accession.notices()) {
            if (notice.kind().affectsBearer()) {
                notice(record.id().value(), source, notice);
                continue;
            }
            Notice seen =
                    new Notice(
                            notice.kind().reversed(),
                            record.pmid(),
                            record.pmid() == null ? record.doi() : null,
                            notice.note(),
                            notice.date() == null ? record.published() : notice.date());
            String pmid = notice.pmid();
            if (pmid != null && !pmid.equals(record.pmid())) {
                notice("pmid:" + pmid, source, seen);
            }
            if (notice.doi() != null) {
                notice("doi:" + notice.doi(), source, seen);
            }
        }
    }

    private int notice(String affected, long bearer, Notice notice) throws SQLException {
        String pmid = notice.pmid();
        String doi = notice.doi();
        LocalDate date = notice.date();
        int written =
                Rows.run(
                        connection,
                        // of two words of one kind the later counts: a paper may be retracted,
                        // taken
                        // back and retracted again; a named notice learns its day
                        "insert into notice (affected, kind, bearer, other, note, day) values (?, ?,"
                                + " ?, ?, ?, ?) on conflict do update set day = excluded.day, note ="
                                + " excluded.note where excluded.day > notice.day or (notice.day is"
                                + " null and notice.other <> '' and excluded.day is not null)",
                        affected,
                        notice.kind().name(),
                        bearer,
                        pmid != null ? "pmid:" + pmid : doi != null ? "doi:" + doi : "",
                        notice.note(),
                        date == null ? null : date.toString());
        if (written > 0) {
            spokenOf.add(affected);
        }
        return written;
    }

    private List<String> affectedBy(long bearer) throws SQLException {
        List<String> names = new ArrayList<>();
        Rows.query(
                connection,
                "select affected from notice where bearer = ?",
                row -> names.add(row.getString(1)),
                bearer);
        return names;
    }

    /// Joins works and decides standings around everything touched; whether anything moved that was
    /// not written by this batch.
    private boolean joinAndStand() throws SQLException {
        Set<Long> around = new TreeSet<>(touched);
        around.addAll(Standings.bearers(connection, spokenOf));
        around.addAll(Standings.bearers(connection, editionsOf(touched)));
        if (around.isEmpty()) {
            return false;
        }
        Map<Long, String> before = new TreeMap<>();
        Map<Long, String> works = Works.rejoin(connection, around, before, earlier);
        Set<Long> moved = Standings.decide(connection, works, snapshot, earlier);
        works.forEach((source, work) -> {
            if (!work.equals(before.get(source))) {
                moved.add(source);
            }
        });
        moved.removeAll(touched);
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update version set changed = ? where ended is null and source = ? and"
                                + " number = (select version from source where number = ?)")) {
            for (long source : moved) {
                Rows.bind(update, snapshot, source, source);
                update.addBatch();
            }
            update.executeBatch();
        }
        return !moved.isEmpty();
    }

    private Set<String> editionsOf(Set<Long> numbers) throws SQLException {
        Set<String> editions = new TreeSet<>();
        Rows.of(
                connection,
                "select name from membership where name like 'edition:%' and source in (:keys)",
                numbers,
                row -> editions.add(row.getString(1)));
        return editions;
    }
}
