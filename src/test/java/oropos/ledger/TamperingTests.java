package oropos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything somebody could do to a ledger who may write its file, at random, with fixed seeds.
class TamperingTests {

    /// Lines of the ledger that is tampered with.
    private static final int LINES = 60;

    private static final int TAMPERINGS = Integer.getInteger("oropos.tamperings", 2_000);

    private static final List<String> FIELDS =
            List.of("at", "who", "what", "subject", "why", "old", "now", "before", "hash");

    @TempDir Path folder;

    private static Act act(Random random, int i) {
        return new Act(
                "account:" + random.nextInt(9),
                "kind." + random.nextInt(5),
                "article:" + random.nextInt(20),
                "because " + i,
                random.nextBoolean() ? null : "old" + random.nextInt(3),
                random.nextBoolean() ? null : "new" + random.nextInt(3));
    }

    private Connection file() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Ledger.FILE));
    }

    /// A way to tamper; each leaves something that differs from what was written.
    private enum Way {
        EDIT,
        EDIT_AND_REHASH,
        REMOVE,
        REMOVE_AND_RENUMBER,
        REORDER,
        INSERT,
        CUT_TAIL,
        CUT_TAIL_AND_END,
        REWRITE_FROM,
        REWRITE_ALL_WITH_THE_KEY
    }

    @Test
    void everyTamperingIsFoundGivenOneOlderCheckpoint() throws Exception {
        Random random = new Random(20261128);
        List<Entry> original = new ArrayList<>();
        Checkpoint older = null;
        try (Ledger ledger = Ledger.open(folder)) {
            for (int i = 1; i <= LINES; i++) {
                if (i <= LINES / 2) {
                    ledger.append(act(random, i));
                }
                if (i == LINES / 2) {
                    older = ledger.checkpoint().orElseThrow();
                }
            }
            // the other half as a job writes it: together
            ledger.append(
                    IntStream.rangeClosed(LINES / 2 + 1, LINES)
                            .mapToObj(i -> act(random, i))
                            .toList());
            ledger.each(original::add);
        }
        LedgerKey key = LedgerKey.of(folder);
        Map<Way, Integer> tried = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        try (Connection outside = file();
                Statement statement = outside.createStatement()) {
            statement.execute("drop trigger entry_stays");
            statement.execute("drop trigger entry_remains");
            outside.setAutoCommit(false);
            assertThat(new Verifying(List.of(older), key.open()).over(outside)).isEmpty();
            for (int i = 0; i < TAMPERINGS; i++) {
                Way way = Way.values()[i % Way.values().length];
                String what = tamper(way, random, original, outside, key);
                tried.merge(way, 1, Integer::sum);
                Optional<String> found = new Verifying(List.of(older), key.open()).over(outside);
                if (found.isEmpty()) {
                    missed.add(way + ": " + what);
                }
                outside.rollback();
            }
            assertThat(new Verifying(List.of(older), key.open()).over(outside)).isEmpty();
        }
        System.err.println("tamperings tried: " + tried + ", missed: " + missed.size());
        assertThat(missed).isEmpty();
        assertThat(tried.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(TAMPERINGS);
    }

    private static String tamper(
            Way way, Random random, List<Entry> original, Connection file, LedgerKey key)
            throws SQLException {
        int line = 1 + random.nextInt(LINES);
        switch (way) {
            case EDIT -> {
                String field = FIELDS.get(random.nextInt(FIELDS.size()));
                run(
                        file,
                        "update entry set "
                                + field
                                + " = coalesce("
                                + field
                                + ", '') || 'x' where number = "
                                + line);
                return field + " of " + line;
            }
            case EDIT_AND_REHASH -> {
                Entry old = original.get(line - 1);
                Act act = old.act();
                write(
                        file,
                        Entry.of(
                                line,
                                old.at(),
                                new Act(
                                        act.who(),
                                        act.what(),
                                        act.subject(),
                                        act.why() + "x",
                                        act.old(),
                                        act.now()),
                                old.before()));
                return "line " + line;
            }
            case REMOVE -> {
                run(file, "delete from entry where number = " + line);
                return "line " + line;
            }
            case REMOVE_AND_RENUMBER -> {
                run(file, "delete from entry where number = " + line);
                run(file, "update entry set number = -number where number > " + line);
                run(file, "update entry set number = -number - 1 where number < 0");
                return "line " + line;
            }
            case REORDER -> {
                int other = 1 + (line + random.nextInt(LINES - 1)) % LINES;
                run(file, "update entry set number = -1 where number = " + line);
                run(file, "update entry set number = " + line + " where number = " + other);
                run(file, "update entry set number = " + other + " where number = -1");
                return line + " and " + other;
            }
            case INSERT -> {
                Entry last = original.getLast();
                write(file, Entry.of(LINES + 1, last.at(), act(random, 0), last.hash()));
                return "after the end";
            }
            case CUT_TAIL -> {
                run(file, "delete from entry where number >= " + line);
                return "from " + line;
            }
            case CUT_TAIL_AND_END -> {
                run(file, "delete from entry where number >= " + line);
                run(file, "delete from ending");
                return "from " + line;
            }
            case REWRITE_FROM -> {
                rewrite(file, random, original, line);
                return "from " + line;
            }
            case REWRITE_ALL_WITH_THE_KEY -> {
                // from at most the line of the checkpoint on, and the end signed with the stolen
                // key
                Entry last = rewrite(file, random, original, 1 + random.nextInt(LINES / 2));
                try (PreparedStatement end =
                        file.prepareStatement("update ending set checkpoint = ?")) {
                    end.setString(1, Checkpoint.of(last, key).toString());
                    end.executeUpdate();
                }
                return "all";
            }
        }
        throw new IllegalStateException("no such way");
    }

    private static Entry rewrite(Connection file, Random random, List<Entry> original, int from)
            throws SQLException {
        Entry last = null;
        String before = from == 1 ? Entry.BEGINNING : original.get(from - 2).hash();
        for (int number = from; number <= LINES; number++) {
            Act act = original.get(number - 1).act();
            last =
                    Entry.of(
                            number,
                            original.get(number - 1).at(),
                            number == from
                                    ? new Act(
                                            act.who(),
                                            act.what(),
                                            act.subject(),
                                            "forged " + random.nextInt(),
                                            act.old(),
                                            act.now())
                                    : act,
                            before);
            write(file, last);
            before = last.hash();
        }
        if (last == null) {
            throw new IllegalStateException("nothing was rewritten");
        }
        return last;
    }

    private static void write(Connection file, Entry entry) throws SQLException {
        try (PreparedStatement insert =
                file.prepareStatement(
                        "insert or replace into entry values (?,?,?,?,?,?,?,?,?,?)")) {
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

    private static void run(Connection file, String sql) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aCheckpointIsReadBackAndAForgedOneIsTold() {
        try (Ledger ledger = Ledger.open(folder)) {
            ledger.append(act(new Random(1), 1));
            Checkpoint kept = ledger.checkpoint().orElseThrow();
            assertThat(Checkpoint.read(kept + "\n")).isEqualTo(kept);
            assertThat(ledger.verify(List.of(kept))).isEmpty();
            Checkpoint forged =
                    new Checkpoint(7, kept.hash(), kept.at(), kept.key(), kept.signature());
            assertThat(ledger.verify(List.of(forged)))
                    .contains("the checkpoint of line 7 does not hold its signature");
        }
    }

    @Test
    void aLedgerPutBackFromYesterdayIsToldByTodaysCheckpoint() throws Exception {
        Checkpoint today;
        Path yesterday = folder.resolve("yesterday");
        try (Ledger ledger = Ledger.open(folder)) {
            ledger.append(act(new Random(1), 1));
        }
        Files.copy(folder.resolve(Ledger.FILE), yesterday);
        try (Ledger ledger = Ledger.open(folder)) {
            ledger.append(act(new Random(1), 2));
            today = ledger.checkpoint().orElseThrow();
        }
        Files.copy(yesterday, folder.resolve(Ledger.FILE), StandardCopyOption.REPLACE_EXISTING);
        try (Ledger ledger = Ledger.open(folder)) {
            assertThat(ledger.verify()).as("the chain alone holds").isEmpty();
            assertThat(ledger.verify(List.of(today)))
                    .contains("lines are cut off: a checkpoint tells of line 2");
        }
    }

    @Test
    void aLedgerFromBeforeEndsWereSignedIsSignedWhenOpened() throws Exception {
        try (Ledger ledger = Ledger.open(folder)) {
            ledger.append(act(new Random(1), 1));
        }
        try (Connection outside = file()) {
            run(outside, "drop table ending");
        }
        try (Ledger ledger = Ledger.open(folder)) {
            assertThat(ledger.verify()).isEmpty();
            ledger.append(act(new Random(1), 2));
            assertThat(ledger.verify()).isEmpty();
        }
    }

    /// A million lines, written past the ledger to save time, then checked by it.
    @Test
    @Tag("measured")
    void aMillionLinesAreCheckedInTenSeconds() throws Exception {
        int lines = Integer.getInteger("oropos.ledger.lines", 100_000);
        LedgerKey key = LedgerKey.of(folder);
        Ledger.open(folder, (InstantSource) () -> Instant.EPOCH).close();
        Random random = new Random(7);
        try (Connection outside = file()) {
            outside.setAutoCommit(false);
            String before = Entry.BEGINNING;
            Entry last = null;
            try (PreparedStatement insert =
                    outside.prepareStatement("insert into entry values (?,?,?,?,?,?,?,?,?,?)")) {
                for (int i = 1; i <= lines; i++) {
                    last = Entry.of(i, "2026-11-28T12:00:00Z", act(random, i), before);
                    before = last.hash();
                    fill(insert, last);
                    insert.addBatch();
                    if (i % 10_000 == 0) {
                        insert.executeBatch();
                    }
                }
            }
            try (PreparedStatement end =
                    outside.prepareStatement("insert into ending values (1, ?)")) {
                end.setString(
                        1, Checkpoint.of(java.util.Objects.requireNonNull(last), key).toString());
                end.executeUpdate();
            }
            outside.commit();
        }
        try (Ledger ledger = Ledger.open(folder)) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begun = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            assertThat(ledger.verify()).isEmpty();
            Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - busy);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.err.printf(
                    "%d lines of the ledger checked in %d ms, of which %d ms of processor time%n",
                    lines, took.toMillis(), worked.toMillis());
            // processor time: the machine may have other work
            assertThat(worked.toMillis()).isLessThan(10_000L * Math.max(1, lines / 1_000_000));
        }
        try (Connection outside = file();
                Statement statement = outside.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from entry")) {
            assertThat(row.getInt(1)).isEqualTo(lines);
        }
    }

    private static void fill(PreparedStatement insert, Entry entry) throws SQLException {
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
    }
}
