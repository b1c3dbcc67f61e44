package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Data folders that are full, read-only, damaged or somebody else's, through the real commands: one
/// sentence with what, where and what to do, exit code 3, and nothing stored is harmed.
class HarmedFolderTests {

    private static final String QUESTION =
            "Should a 67-year-old woman be screened for osteoporosis?";

    @TempDir static Path whole;

    @TempDir Path folder;

    private Path data;

    @BeforeAll
    static void fill() {
        assertThat(status(whole).exit()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(whole.relativize(file).toString()));
            }
        }
    }

    private static Typed status(Path data) {
        return Typed.in("--data", data, "library", "status");
    }

    private Typed ask() {
        return Typed.in("--data", data, "--no-vectors", "ask", "--json", QUESTION);
    }

    /// Random access, as a failing disk would.
    private static void harm(Path file, double from, int bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[bytes];
            Arrays.fill(noise, (byte) 0xA5);
            open.seek((long) (open.length() * from));
            open.write(noise);
        }
    }

    @Test
    void aDamagedDatabaseIsToldByEveryCommand() throws IOException {
        harm(data.resolve("oropos.db"), 0.02, 20_000);
        for (Object[] words :
                new Object[][] {
                    {"--data", data, "--no-vectors", "ask", QUESTION},
                    {"--data", data, "library", "status"},
                    {"--data", data, "library", "rebuild", "--no-vectors"},
                    {"--data", data, "serve", "--port=0", "--no-vectors"},
                    {"--data", data, "backup", folder.resolve("b.zip")},
                }) {
            assertThat(Typed.in(words).isRefused(Main.DATA_UNUSABLE).sentence())
                    .contains("oropos.db", "damaged", "restore");
        }
        assertThat(folder.resolve("b.zip")).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
        Files.writeString(data.resolve("oropos.db"), "words of mine ".repeat(500));
        Files.deleteIfExists(data.resolve("oropos.db-wal"));
        ask().isRefused(Main.DATA_UNUSABLE);
        Typed.in("--data", data, "library", "rebuild").isRefused(Main.DATA_UNUSABLE);
        assertThat(data.resolve("oropos.db")).hasContent("words of mine ".repeat(500));
    }

    @Test
    void aDamagedIndexIsMadeAnewAndAnswersTheSame() throws IOException {
        List<JsonNode> before = said(ask());
        try (Stream<Path> files = Files.walk(data.resolve("index"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "nothing an index would hold");
            }
        }
        assertThat(said(ask())).isEqualTo(before);
    }

    private static List<JsonNode> said(Typed typed) {
        assertThat(typed.exit()).as(typed.err()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(typed.out());
        assertThat(answer.get("references").size()).isPositive();
        return Stream.of("outcome", "bottomLine", "sections", "references")
                .map(answer::get)
                .toList();
    }

    @Test
    void aDamagedKeyIsToldAndServesNothing() throws IOException {
        Files.writeString(data.resolve("keys").resolve("receipts.ed25519"), "not a key\n");
        Typed asked = ask();
        assertThat(asked.exit()).isZero();
        assertThat(asked.sentence()).contains("key of this run only", "is not a receipt key");
        Typed.in("--data", data, "serve", "--port=0", "--no-vectors").isRefused(Main.SOME_FAILED);
        assertThat(data.resolve("keys").resolve("receipts.ed25519")).hasContent("not a key");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(
                        Typed.in("--data", file, "ask", QUESTION)
                                .isRefused(Main.DATA_UNUSABLE)
                                .sentence())
                .contains(file + ": it is a file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aBackupThatIsNoneIsRefusedAndLeavesNothing() throws IOException {
        Path zip = Files.writeString(folder.resolve("b.zip"), "PK nothing");
        Path into = folder.resolve("new");
        Typed.in("--data", into, "restore", zip).isRefused(Main.DATA_UNUSABLE);
        assertThat(into).doesNotExist();
        Typed.in("--data", data, "restore", zip).isRefused(Main.DATA_UNUSABLE);
        Typed.in("--data", into, "restore", folder.resolve("gone.zip"))
                .isRefused(Main.DATA_UNUSABLE);
        assertThat(status(data).exit()).isZero();
    }

    @Test
    void aBackupGoesWhereThereIsRoomOrSaysWhere() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken.zip"), "mine");
        assertThat(
                        Typed.in("--data", data, "backup", taken)
                                .isRefused(Main.DATA_UNUSABLE)
                                .sentence())
                .contains(taken.toString());
        assertThat(taken).hasContent("mine");
        Path nowhere = folder.resolve("no-such-folder").resolve("b.zip");
        assertThat(
                        Typed.in("--data", data, "backup", nowhere)
                                .isRefused(Main.DATA_UNUSABLE)
                                .sentence())
                .contains(nowhere.toString());
    }

    // ---- disks of their own: these need the right to mount one

    @Test
    void aReadOnlyDiskIsAskedAndNotWritten() throws IOException {
        try (Disk disk = Disk.of(folder.resolve("disk"), "64m")) {
            Path there = disk.folder.resolve("data");
            assertThat(status(there).exit()).isZero();
            data = there;
            assertThat(ask().exit()).isZero();
            disk.mount("remount,ro");
            Typed asked = ask();
            assertThat(asked.exit()).as(asked.err()).isZero();
            Typed.assertNoJava(asked.err());
            assertThat(status(there).exit()).isZero();
            for (Object[] words :
                    new Object[][] {
                        {"--data", there, "library", "add", whole.resolve("oropos.db")},
                        {"--data", there, "library", "rebuild"},
                        {"--data", there, "serve", "--port=0"},
                        {"--data", disk.folder.resolve("new"), "ask", QUESTION},
                        {"--data", there, "backup", disk.folder.resolve("b.zip")},
                    }) {
                assertThat(Typed.in(words).isRefused(Main.DATA_UNUSABLE).sentence())
                        .containsAnyOf("Read-only", "read-only");
            }
        }
    }

    @Test
    void aFullDiskIsToldAndWhatWasThereStays() throws IOException {
        assumeTrue(
                Boolean.getBoolean("oropos.slow"),
                "skipped: filling a disk takes a minute; -Doropos.slow=true");
        Path many = folder.resolve("many.txt");
        StringBuilder records = new StringBuilder();
        for (int number = 0; number < 1_700; number++) {
            records.append("PMID- ").append(92_000_000 + number);
            records.append("\nTI  - Bone density in group ").append(number);
            records.append("\nAB  - ").append("It was measured. ".repeat(90));
            records.append("\nLA  - eng\nDP  - 2001\nSO  - A journal\n\n");
        }
        Files.writeString(many, records);
        try (Disk disk = Disk.of(folder.resolve("disk"), "5m")) {
            Path there = disk.folder.resolve("data");
            Typed before = status(there);
            assertThat(before.exit()).as(before.err()).isZero();
            assertThat(
                            Typed.in("--data", there, "--no-vectors", "library", "add", many)
                                    .isRefused(Main.DATA_UNUSABLE)
                                    .sentence())
                    .contains("disk is full", "make room");
            assertThat(
                            Typed.in("--data", there, "backup", disk.folder.resolve("b.zip"))
                                    .isRefused(Main.DATA_UNUSABLE)
                                    .sentence())
                    .contains("b.zip", "full");
            assertThat(disk.folder.resolve("b.zip")).doesNotExist();
            data = there;
            Typed asked = ask();
            if (asked.exit() != Main.DONE) {
                assertThat(asked.isRefused(Main.DATA_UNUSABLE).sentence())
                        .contains("index", "there is room");
            }
            disk.mount("remount,size=200m");
            Typed again = Typed.in("--data", there, "--no-vectors", "library", "add", many);
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(again.out()).contains("unchanged");
            assertThat(ask().exit()).isZero();
        }
    }

    /// A disk in memory, of a size.
    private record Disk(Path folder) implements AutoCloseable {

        static Disk of(Path folder, String size) throws IOException {
            Files.createDirectories(folder);
            Disk disk = new Disk(folder);
            assumeTrue(
                    disk.run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder + ""),
                    "skipped: this account may not mount a small disk");
            return disk;
        }

        void mount(String options) {
            assertThat(run("mount", "-o", options, folder.toString())).isTrue();
        }

        private boolean run(String... words) {
            try {
                Process process =
                        new ProcessBuilder(List.of(words))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException noSuchProgram) {
                return false;
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            assertThat(run("umount", "-l", folder.toString())).isTrue();
        }
    }
}
