package oropos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTests {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123Z");

    @TempDir Path folder;
    private Instant now = NOON;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder, (InstantSource) () -> now);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Act act(String what, String subject, @Nullable String to) {
        return new Act("account:7", what, subject, "because", null, to);
    }

    @Test
    void whatWasDoneIsFoundByItsSubjectInOrderAndAfterOpeningAgain() {
        ledger.append(act("approved", "article:1", "yes"));
        ledger.append(act("approved", "article:2", "yes"));
        Entry last = ledger.append(act("withdrawn", "article:1", null));
        ledger.close();
        open();

        assertThat(ledger.of("article:1"))
                .extracting(entry -> entry.act().what())
                .containsExactly("approved", "withdrawn");
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.at()).isEqualTo("2026-11-28T12:00:00.123Z");
        assertThat(ledger.head()).contains(last);
        assertThat(ledger.verify()).isEmpty();
        assertThat(Ledger.isIn(folder)).isTrue();
    }

    @Test
    void actsOfADayAreThoseOfThatDay() {
        now = Instant.parse("2026-11-27T23:59:59.999Z");
        ledger.append(act("model.asked", "r1", "1"));
        now = Instant.parse("2026-11-28T00:00:00Z");
        ledger.append(act("model.asked", "r2", "2"));
        ledger.append(act("other", "r3", "3"));

        assertThat(ledger.done("model.asked", LocalDate.parse("2026-11-28")))
                .extracting(entry -> entry.act().subject())
                .containsExactly("r2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set why = 'another' where number = 2",
                "update entry set at = '2020-01-01T00:00:00Z' where number = 3",
                "update entry set now = null where number = 1",
                "update entry set who = 'account:71', what = 'pproved' where number = 1",
                "delete from entry where number = 2",
                "delete from entry where number = 1",
                "update entry set number = number + 10",
                "update entry set hash = before where number = 3"
            })
    void aLineThatWasChangedOrTakenOutIsFound(String forgery) throws SQLException {
        for (int i = 1; i <= 4; i++) {
            ledger.append(act("approved", "article:" + i, "yes"));
        }
        try (Connection outside =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Ledger.FILE));
                Statement statement = outside.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .as("the file itself holds against a mistake")
                    .isThrownBy(() -> statement.execute(forgery))
                    .withMessageContaining("stays");
            statement.execute("drop trigger entry_stays");
            statement.execute("drop trigger entry_remains");
            statement.execute(forgery);
        }
        assertThat(ledger.verify()).isPresent();
    }

    @Test
    void whereALineEndsIsPartOfItsHash() {
        Entry one = Entry.of(1, "t", new Act("a", "bc", "d", "e", null, null), Entry.BEGINNING);
        Entry other = Entry.of(1, "t", new Act("ab", "c", "d", "e", null, null), Entry.BEGINNING);
        Entry third = Entry.of(1, "t", new Act("a", "bc", "d", "e", "-", null), Entry.BEGINNING);
        assertThat(one.hash()).isNotEqualTo(other.hash()).isNotEqualTo(third.hash());
    }

    @Test
    void linesWrittenTogetherAreTheSameBytesAsOneByOne(@TempDir Path other) {
        List<Act> acts =
                IntStream.range(0, 5).mapToObj(i -> act("raised", "article:" + i, "x")).toList();
        List<Entry> together = ledger.append(acts);
        try (Ledger single = Ledger.open(other, (InstantSource) () -> now)) {
            acts.forEach(single::append);
            assertThat(single.all()).isEqualTo(together).isEqualTo(ledger.all());
        }
        assertThat(ledger.append(List.of())).isEmpty();
        assertThat(ledger.verify()).isEmpty();
    }

    /// What a machine that stops leaves behind: the file, and the beginning of what was to be written.
    @Test
    void linesWrittenTogetherAreAllThereOrNoneWhereverTheWritingStops(@TempDir Path other)
            throws IOException {
        for (int i = 0; i < 3; i++) {
            ledger.append(act("before", "article:" + i, null));
        }
        ledger.append(
                IntStream.range(0, 40).mapToObj(i -> act("raised", "article:" + i, "x")).toList());
        byte[] log = Files.readAllBytes(folder.resolve(Ledger.FILE + "-wal"));
        Set<Integer> counts = new TreeSet<>();
        for (int stop = 0; stop <= 60; stop++) {
            Path stopped = Files.createDirectories(other.resolve("stopped-" + stop));
            Files.createDirectories(stopped.resolve("keys"));
            Files.copy(folder.resolve(Ledger.FILE), stopped.resolve(Ledger.FILE));
            Files.copy(
                    folder.resolve("keys/ledger.ed25519"), stopped.resolve("keys/ledger.ed25519"));
            Files.write(
                    stopped.resolve(Ledger.FILE + "-wal"),
                    Arrays.copyOf(log, (int) ((long) log.length * stop / 60)));
            try (Ledger again = Ledger.open(stopped, (InstantSource) () -> now)) {
                assertThat(again.verify()).as("stopped at %d of 60", stop).isEmpty();
                counts.add(again.all().size());
                again.append(act("after", "article:1", null));
                assertThat(again.verify()).isEmpty();
            }
        }
        assertThat(counts).contains(3, 43).isSubsetOf(0, 1, 2, 3, 43);
    }

    @Test
    void manyWritersAtOnceMakeOneChain() {
        try (Ledger beside = Ledger.open(folder)) {
            IntStream.range(0, 60)
                    .parallel()
                    .forEach(i -> (i % 2 == 0 ? ledger : beside).append(act("x", "s" + i, null)));
            assertThat(ledger.head()).map(Entry::number).contains(60L);
            assertThat(beside.verify()).isEmpty();
        }
    }

    @Test
    void aTextDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> act("x", "s", "w".repeat(Act.LONGEST + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> act("x\n", "s", null));
        assertThatIllegalArgumentException().isThrownBy(() -> act(" ", "s", null));
    }
}
