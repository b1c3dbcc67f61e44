package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Copies of a data folder: one zip file with the library's tables, those of the other rooms, the
/// ledger, the keys, and a manifest with the hash of each.
///
/// Every room keeps its own tables in a file of its own, `NAME.db`; all there are go in, so that a new
/// room is saved from its first day. The ledger goes last: it may tell of more than the files before
/// it hold, never of less.
///
/// A backup is of one moment and may be made while a server runs. The search index is not in it: it
/// is derived and is made anew after restoring.
public final class Backup {

    static final String KEYS = "keys";

    private static final String LEDGER = "ledger.db";

    private static final int LARGEST_MANIFEST = 1_000_000;

    private final Path folder;

    private Backup(Path folder) {
        this.folder = folder;
    }

    /// Of the library in a data folder, which other processes may have open.
    public static Backup of(Path dataFolder) {
        return new Backup(dataFolder);
    }

    /// Writes the backup. Nothing is left behind where it fails.
    ///
    /// @param file must not exist yet
    /// @return the snapshot that was saved
    public Snapshot to(Path file) {
        if (Files.exists(file)) {
            throw new DataFolderException(
                    "there is such a file already", file, "name another file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path copy = file.resolveSibling(file.getFileName() + ".db.part");
        Path other = file.resolveSibling(file.getFileName() + ".other.part");
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(other);
            Snapshot snapshot;
            int version;
            try (Database database = Database.openAsItIs(folder)) {
                Files.createFile(copy);
                copy(database, copy, file);
            }
            try (Database database = Database.openCopy(copy)) {
                snapshot = database.read(Catalogue::snapshot);
                version = database.read(Schema::of);
            }
            List<BackupManifest.Entry> entries = new ArrayList<>();
            try (ZipOutputStream zip =
                    new ZipOutputStream(
                            Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
                entries.add(put(zip, Database.FILE, copy));
                for (Path room : rooms()) {
                    copy(room, other);
                    entries.add(put(zip, String.valueOf(room.getFileName()), other));
                    Files.delete(other);
                }
                for (Path key : keys()) {
                    entries.add(put(zip, KEYS + "/" + key.getFileName(), key));
                }
                zip.putNextEntry(entry(BackupManifest.FILE));
                zip.write(new BackupManifest(version, snapshot, entries).bytes());
                zip.closeEntry();
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return snapshot;
        } catch (IOException failure) {
            throw new DataFolderException(
                    "the backup cannot be written (" + why(failure) + ")",
                    file,
                    "check that there is room and that this account may write there",
                    failure);
        } finally {
            remove(part);
            remove(copy);
            remove(other);
        }
    }

    /// SQLite copies itself within one reading transaction, leaving out empty pages.
    ///
    /// @param copy an empty file
    /// @param backup what it is for: where there is no room, it is there that room is wanted
    private static void copy(Database database, Path copy, Path backup) {
        try {
            database.outsideTransaction(connection -> {
                Rows.run(connection, "vacuum into ?", copy.toAbsolutePath().toString());
                return null;
            });
        } catch (DataFolderException failure) {
            if (failure.getCause() instanceof SQLException full
                    && (full.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code) {
                throw new DataFolderException(
                        "the backup cannot be written (its disk is full)",
                        backup,
                        "make room there or name another place",
                        failure);
            }
            throw failure;
        }
        ownerOnly(copy);
    }

    /// The files of other rooms, the ledger last.
    private List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(one -> BackupManifest.isOfARoom(String.valueOf(one.getFileName())))
                    .sorted(
                            Comparator.comparing((Path one) -> one.endsWith(LEDGER))
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /// SQLite copies the file as it stands at one moment, while others may write it.
    private static void copy(Path room, Path copy) {
        String address = "jdbc:sqlite:file:" + room.toAbsolutePath().toUri().getRawPath();
        try (Connection reading = DriverManager.getConnection(address + "?mode=ro");
                PreparedStatement vacuum = reading.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, room);
        }
        ownerOnly(copy);
    }

    private List<Path> keys() throws IOException {
        Path keys = folder.resolve(KEYS);
        if (!Files.isDirectory(keys)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(keys)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static BackupManifest.Entry put(ZipOutputStream zip, String name, Path file)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        zip.putNextEntry(entry(name));
        long bytes;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes = in.transferTo(zip);
        }
        zip.closeEntry();
        return new BackupManifest.Entry(name, bytes, Sha256.hex(digest.digest()));
    }

    /// The same library gives the same entries, so no time of day is written.
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Library.STARTER_DATE.atStartOfDay());
        return entry;
    }

    /// Puts a backup into an empty folder and brings its tables up to date.
    ///
    /// Names, sizes and hashes are checked before anything is moved to its place; where something is
    /// wrong the folder is left as empty as it was.
    public static Snapshot restore(Path file, Path dataFolder) {
        return restore(file, dataFolder, Schema.TODAY);
    }

    static Snapshot restore(Path file, Path dataFolder, Schema schema) {
        boolean made = !Files.exists(dataFolder);
        checkEmpty(dataFolder);
        boolean done = false;
        try {
            Files.createDirectories(dataFolder);
            unpack(file, dataFolder);
            try (Library library =
                    Library.open(
                            dataFolder,
                            Library.Access.WRITE,
                            Clock.systemDefaultZone(),
                            List.of(),
                            record -> {
                                throw new IllegalStateException("nothing is added here");
                            },
                            schema)) {
                library.database().check();
                done = true;
                return library.snapshot();
            }
        } catch (IOException failure) {
            throw new DataFolderException(
                    "the backup cannot be restored (" + why(failure) + ")",
                    file,
                    "check the file and that there is room in " + dataFolder,
                    failure);
        } finally {
            if (!done) {
                clear(dataFolder, made);
            }
        }
    }

    private static void checkEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                return;
            }
        } catch (IOException failure) {
            throw new DataFolderException(
                    "the folder cannot be read (" + why(failure) + ")",
                    folder,
                    "name a new folder",
                    failure);
        }
        throw new DataFolderException(
                "the folder is not empty, and restoring never overwrites",
                folder,
                "name a new or empty folder");
    }

    private static void unpack(Path file, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry listed = zip.getEntry(BackupManifest.FILE);
            if (listed == null) {
                throw notABackup(file, "it has no " + BackupManifest.FILE, null);
            }
            BackupManifest manifest;
            try (InputStream in = zip.getInputStream(listed)) {
                manifest = BackupManifest.read(in.readNBytes(LARGEST_MANIFEST));
            } catch (IllegalArgumentException broken) {
                throw notABackup(file, String.valueOf(broken.getMessage()), broken);
            }
            Set<String> there = new TreeSet<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                there.add(all.nextElement().getName());
            }
            there.remove(BackupManifest.FILE);
            Set<String> expected = new TreeSet<>();
            manifest.files().forEach(entry -> expected.add(entry.name()));
            if (!there.equals(expected)) {
                throw notABackup(
                        file, "it holds " + there + " and its manifest says " + expected, null);
            }
            for (BackupManifest.Entry entry : manifest.files()) {
                Path to = folder.resolve(entry.name());
                Files.createDirectories(to.getParent());
                unpack(zip, entry, to, file);
            }
        } catch (ZipException broken) {
            throw notABackup(file, "it is no whole zip file", broken);
        }
    }

    private static void unpack(ZipFile zip, BackupManifest.Entry entry, Path to, Path file)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes;
        Files.createFile(to);
        ownerOnly(to);
        ZipEntry packed = zip.getEntry(entry.name());
        try (InputStream in = zip.getInputStream(packed);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            bytes = copyAtMost(in, out, entry.bytes() + 1);
        }
        if (bytes != entry.bytes() || !Sha256.hex(digest.digest()).equals(entry.sha256())) {
            throw notABackup(
                    file, entry.name() + " is not what its manifest says: it was changed", null);
        }
    }

    private static long copyAtMost(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[65_536];
        long copied = 0;
        while (copied < most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    private static DataFolderException notABackup(
            Path file, String why, @Nullable Throwable cause) {
        DataFolderException refused =
                new DataFolderException(
                        "this is no whole backup: " + why, file, "use another backup");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private static void clear(Path folder, boolean made) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (made || !path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException left) {
            // the message about the backup matters more than what could not be swept up
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // a part file never has the name of a backup
        }
    }

    private static void ownerOnly(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException other) {
            // systems without POSIX rights guard the folder itself
        }
    }

    private static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone -> "there is no " + gone.getFile();
            case AccessDeniedException closed -> closed.getFile() + " is closed to this account";
            case FileSystemException of when of.getReason() != null -> of.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
