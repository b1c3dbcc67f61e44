package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir Path folder;

    @Test
    void aSecondWriterIsToldInOneSentenceWhoWrites() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            assertThatThrownBy(() -> Shelf.open(folder, Library.Access.WRITE))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining(
                            "another oropos (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("What to do");
            assertThat(DataLock.holder(folder).orElseThrow().socket()).isNull();

            library.announce(folder.resolve("s"));

            DataLock.Holder holder = DataLock.holder(folder).orElseThrow();
            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(holder.socket()).isEqualTo(folder.resolve("s").toAbsolutePath());
        }
        assertThat(DataLock.holder(folder)).isEmpty();
        Shelf.open(folder, Library.Access.WRITE).close();
    }

    @Test
    void aLockFileLeftBehindMeansNothing() throws IOException {
        Files.writeString(folder.resolve(DataLock.FILE), "pid=1\nsocket=/nowhere\n");
        assertThat(DataLock.holder(folder)).isEmpty();
        Shelf.open(folder, Library.Access.WRITE).close();
    }

    @Test
    void aFolderWithoutALibraryCannotBeRead() {
        assertThatThrownBy(() -> Shelf.open(folder, Library.Access.READ))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("no library here yet");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsAFileIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Shelf.open(file, Library.Access.WRITE))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aCutFileIsNoticedWhenItIsOpened() throws IOException {
        fill(300);
        Path file = folder.resolve(Database.FILE);
        long length = Files.size(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length / 2);
        }
        for (Library.Access access : Library.Access.values()) {
            assertThatThrownBy(() -> Shelf.open(folder, access))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("oropos restore");
        }
        assertThat(DataLock.holder(folder)).isEmpty();
        assertThat(Files.size(file)).as("left as it was").isEqualTo(length / 2);
    }

    @Test
    void aFileThatIsNoDatabaseIsNoticed() throws IOException {
        Files.writeString(folder.resolve(Database.FILE), "not a database ".repeat(500));
        for (Library.Access access : Library.Access.values()) {
            assertThatThrownBy(() -> Shelf.open(folder, access))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void harmedPagesAreNoticedAndNotTakenForText() throws IOException {
        fill(300);
        Path file = folder.resolve(Database.FILE);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) (bytes.length() - 8_192)];
            Arrays.fill(noise, (byte) 0xA5);
            bytes.seek(8_192);
            bytes.write(noise);
        }
        assertThatThrownBy(
                        () -> {
                            try (Library library = Shelf.open(folder, Library.Access.READ)) {
                                library.database().check();
                            }
                        })
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFullDiskLosesOnlyWhatWasBeingStored() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
            Snapshot before = library.snapshot();
            long pages = library.database().write(open -> Rows.number(open, "pragma page_count"));
            library.database()
                    .write(open -> Rows.number(open, "pragma max_page_count = " + (pages + 2)));

            assertThatThrownBy(() ->
                            Shelf.add(
                                    library,
                                    Shelf.pubmed(2, "Title", "Words. ".repeat(9_000)).build()))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("disk is full")
                    .hasMessageContaining("make room");

            assertThat(library.snapshot()).isEqualTo(before);
            assertThat(Shelf.current(library)).hasSize(1);
            library.database().write(open -> Rows.number(open, "pragma max_page_count = 999999"));
            Shelf.add(library, Shelf.pubmed(2, "Title", "Words. ".repeat(9_000)).build());
            assertThat(Shelf.current(library)).hasSize(2);
            library.database().check();
        }
    }

    @Test
    void tablesOfANewerOroposAreLeftAlone() {
        Schema next = new Schema(5, List.of("classpath:db/library", "classpath:db/library-later"));
        Shelf.open(folder, Library.Access.WRITE, next).close();
        for (Library.Access access : Library.Access.values()) {
            assertThatThrownBy(() -> Shelf.open(folder, access))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("newer oropos");
        }
    }

    @Test
    void tablesOfAnOlderOroposAreBroughtUpToDateByTheOneThatWrites() {
        fill(5);
        Schema next = new Schema(5, List.of("classpath:db/library", "classpath:db/library-later"));
        assertThatThrownBy(() -> Shelf.open(folder, Library.Access.READ, next))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("older oropos");
        Shelf.open(folder, Library.Access.WRITE, next).close();
        try (Library library = Shelf.open(folder, Library.Access.READ, next)) {
            assertThat(Shelf.current(library)).hasSize(5);
        }
    }

    @Test
    void theNewestMigrationIsTheVersionTheProgramSays() throws IOException {
        Path migrations = Path.of("src/main/resources/db/library");
        try (var files = Files.list(migrations)) {
            int newest =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("V\\d+__.*\\.sql"))
                            .mapToInt(
                                    name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max()
                            .orElseThrow();
            assertThat(Schema.TODAY.version()).isEqualTo(newest);
        }
    }

    @Test
    void aWriterKilledInTheMiddleLosesNothingCommitted() throws Exception {
        Process writer =
                new ProcessBuilder(Scribe.command("write", folder))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int committed = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("committed=")) {
                    continue;
                }
                committed = Integer.parseInt(line.substring("committed=".length()));
                if (committed == 25) {
                    writer.toHandle()
                            .destroyForcibly(); // kill -9, most likely inside a transaction
                }
            }
        }
        assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(committed).isGreaterThanOrEqualTo(25);
        assertThat(DataLock.holder(folder)).isEmpty();

        try (Library reading = Shelf.open(folder, Library.Access.READ)) {
            assertThat(reading.snapshot().sources()).isGreaterThanOrEqualTo(committed * 20);
        }
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            library.database().check();
            for (int i = 1; i <= committed; i++) {
                for (int j = 0; j < 20; j++) {
                    assertThat(library.current(SourceId.pmid("" + (i * 100 + j)))).hasSize(1);
                }
            }
            List<Version> all = Shelf.current(library);
            assertThat(all.size() % 20).as("batches are whole or absent").isZero();
            assertThat(library.snapshot().sources()).isEqualTo(all.size());
            Shelf.add(library, Shelf.pubmed(7, "Title", "Goes on.").build());
        }
    }

    @Test
    void aReadOnlyFolderIsRead() throws Exception {
        fill(7);
        assertThat(readOnly()).isEqualTo("read=7 7");
        try (Library library = Shelf.open(folder, Library.Access.READ)) {
            // a reader where it may write can leave SQLite's side files behind: read-only again
            assertThat(library.snapshot().sources()).isEqualTo(7);
        }
        assertThat(readOnly()).isEqualTo("read=7 7");
    }

    @Test
    void aReadOnlyFolderWithChangesNotTakenInIsReadOrToldSo() throws Exception {
        fill(7);
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(8, "Title", "In the log only.").build());
            Path copy = Files.createDirectory(folder.resolve("copy"));
            for (String name : List.of("", "-wal")) {
                Files.copy(
                        folder.resolve(Database.FILE + name), copy.resolve(Database.FILE + name));
            }
        }
        String said = alone("read", folder.resolve("copy"));
        assertThat(said).containsAnyOf("read=8 8", "holds changes that were not taken in yet");
    }

    @Test
    void aWriterIsToldThatTheFolderIsReadOnly() throws Exception {
        fill(1);
        assertThat(alone("write", folder))
                .contains("DataFolderException")
                .contains("cannot be written")
                .contains("choose another folder");
    }

    private String readOnly() throws Exception {
        return alone("read", folder)
                .lines()
                .filter(line -> line.startsWith("read="))
                .findFirst()
                .orElse("");
    }

    /// Uses the folder in a process that sees it on a read-only mount, the only way to take away
    /// the right to write from an administrator too.
    private static String alone(String what, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-c"));
        command.add(
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && ! touch"
                        + " \"$0/x\" 2>/dev/null || exit 77; exec \"$@\"");
        command.add(folder.toString());
        command.addAll(Scribe.command(what, folder));
        Process reader;
        try {
            reader = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            assumeTrue(false, "no unshare on this system: read-only mounts are not tested");
            throw absent;
        }
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = reader.waitFor();
        assumeTrue(
                code != 77 && !said.contains("unshare"),
                "this account may not mount: read-only mounts are not tested");
        return said;
    }

    private void fill(int count) {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(
                    library,
                    sink -> {
                        for (int i = 1; i <= count; i++) {
                            sink.record(
                                    Shelf.pubmed(i, "Title " + i, "Words. ".repeat(40)).build());
                        }
                    });
        }
    }
}
