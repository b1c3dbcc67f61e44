package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {

    /// Tables as a later release could have them.
    private static final Schema NEXT =
            new Schema(5, List.of("classpath:db/library", "classpath:db/library-later"));

    @TempDir Path temp;
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        folder = temp.resolve("data");
        file = temp.resolve("oropos.backup");
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(1, "Title", "First words.").build());
            Shelf.add(library, Shelf.pubmed(1, "Title", "Second words.").build());
            Shelf.add(library, Shelf.pubmed(2, "RETRACTED: other title", "Words.").build());
        }
        Shelf.write(folder, "keys/server.key", "a secret");
    }

    @Test
    void whatWasSavedIsThereAfterRestoring() throws IOException {
        Snapshot saved = Backup.of(folder).to(file);
        Path elsewhere = temp.resolve("elsewhere");

        Snapshot restored = Backup.restore(file, elsewhere);

        assertThat(restored).isEqualTo(saved);
        assertThat(Files.readString(elsewhere.resolve("keys/server.key"))).isEqualTo("a secret");
        try (Library before = Shelf.open(folder, Library.Access.READ);
                Library after = Shelf.open(elsewhere, Library.Access.WRITE)) {
            assertThat(Shelf.current(after)).isEqualTo(Shelf.current(before)).hasSize(2);
            assertThat(after.status()).isEqualTo(before.status());
            assertThat(after.status().versions()).isEqualTo(3);
            Shelf.add(after, Shelf.pubmed(3, "Title", "More.").build());
            assertThat(after.snapshot().sources()).isEqualTo(3);
        }
    }

    @Test
    void theFileOfEveryRoomIsSavedAndTheLedgerLast() throws Exception {
        for (String room : List.of("ledger.db", "people.db", "review.db")) {
            try (Connection open = room(folder, room);
                    Statement statement = open.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("create table said (words text)");
                statement.execute("insert into said values ('" + room + "')");
                if (room.equals("review.db")) {
                    // others may be writing while it is saved
                    Backup.of(folder).to(file);
                }
            }
        }
        Path elsewhere = temp.resolve("elsewhere");
        Backup.restore(file, elsewhere);
        for (String room : List.of("ledger.db", "people.db", "review.db")) {
            try (Connection open = room(elsewhere, room);
                    Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("select words from said")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(room);
            }
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(elsewhere.resolve(room))))
                    .isEqualTo("rw-------");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsSubsequence("people.db", "review.db", "ledger.db");
        }
    }

    private static Connection room(Path folder, String name) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
    }

    @Test
    void aBackupIsMadeWhileTheLibraryIsBeingWritten() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(3, "Title", "Not yet in the main file.").build());
            Snapshot saved = Backup.of(folder).to(file);
            Shelf.add(library, Shelf.pubmed(4, "Title", "After it.").build());
            assertThat(saved.sources()).isEqualTo(3);
        }
        assertThat(Backup.restore(file, temp.resolve("new")).sources()).isEqualTo(3);
    }

    @Test
    void aBackupFromBeforeAChangeOfTablesIsRestoredAfterIt() {
        Snapshot saved = Backup.of(folder).to(file);
        Path elsewhere = temp.resolve("elsewhere");

        Backup.restore(file, elsewhere, NEXT);

        try (Library library = Shelf.open(elsewhere, Library.Access.WRITE, NEXT)) {
            assertThat(library.snapshot()).isEqualTo(saved);
            assertThat(Shelf.only(library, SourceId.pmid("1")).text()).endsWith("Second words.");
            long marks =
                    library.database()
                            .read(open -> Rows.number(open, "select count(*) from shelf_mark"));
            assertThat(marks).isEqualTo(2);
            assertThat(library.database().<Integer>read(Schema::of)).isEqualTo(5);
        }
    }

    @Test
    void aBackupFromANewerOroposIsRefusedAndLeavesNothing() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE, NEXT)) {
            assertThat(library.snapshot().sources()).isEqualTo(2);
        }
        Backup.of(folder).to(file);
        Path elsewhere = temp.resolve("elsewhere");

        assertThatThrownBy(() -> Backup.restore(file, elsewhere))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("newer oropos");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void aFolderThatIsNotEmptyIsNeverOverwritten() throws IOException {
        Backup.of(folder).to(file);
        Path elsewhere = temp.resolve("elsewhere");
        Shelf.write(elsewhere, "letter.txt", "mine");

        assertThatThrownBy(() -> Backup.restore(file, elsewhere))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("not empty");
        assertThat(Files.readString(elsewhere.resolve("letter.txt"))).isEqualTo("mine");
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Backup.of(folder).to(file))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("such a file already");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        Backup.of(folder).to(file);
        Map<String, byte[]> entries = entries();
        byte[] database = Objects.requireNonNull(entries.get(Database.FILE));
        database[database.length / 2] ^= 1;

        refused(entries, "was changed");
    }

    @Test
    void anEntryThatLeavesItsFolderIsRefused() throws IOException {
        Backup.of(folder).to(file);
        Map<String, byte[]> entries = entries();
        entries.put("../evil", new byte[] {1});
        refused(entries, "manifest says");

        String manifest = new String(Objects.requireNonNull(entries.get(BackupManifest.FILE)));
        entries.put(BackupManifest.FILE, manifest.replace("keys/server.key", "../evil").getBytes());
        entries.remove("keys/server.key");
        refused(entries, "no file called ../evil");
        assertThat(temp.resolve("evil")).doesNotExist();
    }

    @Test
    void aFileThatIsNoBackupIsRefused() throws IOException {
        Files.writeString(file, "no zip at all");
        assertThatThrownBy(() -> Backup.restore(file, temp.resolve("new")))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("no whole");
        refused(new LinkedHashMap<>(Map.of("a", new byte[] {1})), "no manifest.json");
        refused(
                new LinkedHashMap<>(Map.of(BackupManifest.FILE, "{}".getBytes())),
                "lacks \"form\"");
        assertThat(temp.resolve("new")).doesNotExist();
    }

    @Test
    void aHalfBackupIsRefused() throws IOException {
        Backup.of(folder).to(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Backup.restore(file, temp.resolve("new")))
                .isInstanceOf(DataFolderException.class);
        assertThat(temp.resolve("new")).doesNotExist();
    }

    @Test
    void nothingIsLeftBehindWhereItCannotBeWritten() throws IOException {
        Path nowhere = temp.resolve("none/x.backup");
        assertThatThrownBy(() -> Backup.of(folder).to(nowhere))
                .isInstanceOf(DataFolderException.class);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("data");
        }
    }

    private void refused(Map<String, byte[]> entries, String why) throws IOException {
        Path changed = temp.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Path empty = Files.createDirectories(temp.resolve("empty"));
        assertThatThrownBy(() -> Backup.restore(changed, empty))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(why);
        assertThat(empty).isEmptyDirectory();
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }
}
