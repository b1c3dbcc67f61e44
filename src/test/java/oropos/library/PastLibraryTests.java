package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastLibraryTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TempDir Path folder;

    /// What was seen of a library on one day.
    private record Seen(Snapshot snapshot, List<Version> current) {
        static Seen in(Library library) {
            return new Seen(library.snapshot(), Shelf.current(library));
        }
    }

    private Seen asOf(Library library, LocalDate day) throws IOException {
        Path past = library.asOf(day, folder.resolve("past"));
        if (past.equals(library.folder())) {
            return Seen.in(library);
        }
        try (Library then = Shelf.open(past, Library.Access.READ)) {
            then.database().check();
            return Seen.in(then);
        }
    }

    /// Texts change and change back, fields, ids and notices come and go, records are withdrawn and
    /// come again in the same or another form: each day is had again as it was seen.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyDayOfARandomHistoryIsHadAgain(long seed) throws IOException {
        Random random = new Random(seed);
        Map<LocalDate, Seen> seen = new TreeMap<>();
        try (Library library = Shelf.open(folder.resolve("data"), Library.Access.WRITE)) {
            for (int i = 0; i < 25; i++) {
                LocalDate day = FIRST.plusDays(i);
                Shelf.add(library, day, sink -> something(random, sink));
                seen.put(day, Seen.in(library));
            }
            for (Map.Entry<LocalDate, Seen> day : seen.entrySet()) {
                if (day.getValue().snapshot.number() > 0) {
                    assertThat(asOf(library, day.getKey()))
                            .as("as of " + day.getKey())
                            .isEqualTo(day.getValue());
                }
            }
        }
    }

    private static void something(Random random, Sink sink) {
        List<String> used = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String pmid = Integer.toString(1 + random.nextInt(6));
            String form = random.nextInt(4) == 0 ? "jats" : "pubmed";
            if (used.contains(pmid + form)) {
                continue;
            }
            used.add(pmid + form);
            SourceId id = SourceId.pmid(pmid);
            if (random.nextInt(5) == 0) {
                sink.withdrawn(id, form);
                continue;
            }
            String title = random.nextInt(8) == 0 ? "RETRACTED: Title " : "Title ";
            Record.Builder record =
                    Record.of(id, form, title + random.nextInt(2), TextKind.ABSTRACT)
                            .pmid(pmid)
                            .mesh(random.nextBoolean() ? List.of("Humans") : List.of())
                            .part(
                                    Passage.Role.ABSTRACT,
                                    List.of("Heading " + random.nextInt(2)),
                                    "Words of kind " + random.nextInt(3) + ". ");
            if (random.nextInt(3) == 0) {
                record.doi("10.1/" + random.nextInt(3));
            }
            if (random.nextInt(4) == 0) {
                record.notice(
                        new Notice(
                                random.nextBoolean()
                                        ? Notice.Kind.RETRACTION_OF
                                        : Notice.Kind.CONCERN_IN,
                                Integer.toString(1 + random.nextInt(6)),
                                null,
                                "words",
                                null));
            }
            sink.record(record.build());
        }
    }

    @Test
    void aRetractionIsKnownFromTheDayItCame() throws IOException {
        try (Library library = Shelf.open(folder.resolve("data"), Library.Access.WRITE)) {
            Shelf.add(
                    library,
                    FIRST,
                    sink -> sink.record(Shelf.pubmed(1, "Title", "Words.").build()));
            Shelf.add(
                    library,
                    FIRST.plusDays(10),
                    sink ->
                            sink.record(
                                    Shelf.pubmed(2, "Retraction", "It is retracted.")
                                            .notice(
                                                    new Notice(
                                                            Notice.Kind.RETRACTION_OF,
                                                            "1",
                                                            null,
                                                            null,
                                                            null))
                                            .build()));

            assertThat(standing(asOf(library, FIRST.plusDays(9)))).isEqualTo(Standing.CURRENT);
            assertThat(asOf(library, FIRST.plusDays(9)).current).hasSize(1);
            assertThat(standing(asOf(library, FIRST.plusDays(10)))).isEqualTo(Standing.RETRACTED);
            assertThat(asOf(library, FIRST.plusYears(9))).isEqualTo(Seen.in(library));
        }
    }

    private static Standing standing(Seen seen) {
        return seen.current.getFirst().source().standing();
    }

    @Test
    void aDayBeforeTheFirstSourceIsSaid() {
        try (Library library = Shelf.open(folder.resolve("data"), Library.Access.WRITE)) {
            assertThatThrownBy(() -> library.asOf(FIRST, folder))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("held nothing on 2025-01-01")
                    .hasMessageContaining("add sources first");
            Shelf.add(
                    library,
                    FIRST,
                    sink -> sink.record(Shelf.pubmed(1, "Title", "Words.").build()));
            assertThatThrownBy(() -> library.asOf(FIRST.minusDays(1), folder))
                    .hasMessageContaining("held nothing on 2024-12-31")
                    .hasMessageContaining("as of 2025-01-01 or later");
        }
    }

    /// Tables of before this was kept: only what was there when they were brought up to date is known.
    @Test
    void whatWasNotKeptIsSaidAndNotGuessed() throws IOException {
        Path data = folder.resolve("data");
        try (Library library = Shelf.open(data, Library.Access.WRITE)) {
            for (int i = 1; i <= 3; i++) {
                int number = i;
                Shelf.add(
                        library,
                        FIRST.plusDays(i),
                        sink -> sink.record(Shelf.pubmed(number, "Title", "Words.").build()));
            }
            library.database()
                    .write(open ->
                            Rows.run(
                                    open,
                                    "update snapshot set last_source = null where number < 2"));
            assertThatThrownBy(() -> library.asOf(FIRST.plusDays(1), folder))
                    .hasMessageContaining("was not kept")
                    .hasMessageContaining("as of 2025-01-03 or later");
            assertThat(asOf(library, FIRST.plusDays(2)).current).hasSize(2);
        }
    }
}
