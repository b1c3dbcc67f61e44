package oropos.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right to write a data folder, held by one process at a time.
///
/// It is an operating system lock on `oropos.lock`, so it ends with its process however that ends.
/// The file says who holds it and, while a server runs, at which local socket it takes commands that
/// write. A left-over file without a lock means nothing.
public final class DataLock implements AutoCloseable {

    /// The file's name in the data folder.
    public static final String FILE = "oropos.lock";

    /// Where the lock lies in the file: beyond its words, so that they can be read on systems whose
    /// locks are mandatory.
    private static final long PLACE = Long.MAX_VALUE - 1;

    /// More than the file ever holds: a number and a path.
    private static final int LONGEST = 8192;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /// Who writes a folder.
    ///
    /// @param pid 0 where the file does not say
    /// @param socket where it takes commands, or null while it serves none
    public record Holder(long pid, @Nullable Path socket) {}

    /// Takes the lock.
    ///
    /// @throws DataFolderException where another process, or this one, holds it already
    static DataLock take(Path folder) {
        Path file = folder.resolve(FILE);
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw new DataFolderException(
                    "the folder cannot be written (" + refused.getMessage() + ")",
                    folder,
                    "choose another folder or give this account the right to write there",
                    refused);
        }
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock != null) {
                DataLock taken = new DataLock(file, channel, lock);
                taken.write("");
                return taken;
            }
        } catch (OverlappingFileLockException heldHere) {
            // told below
        } catch (IOException refused) {
            close(channel);
            throw new DataFolderException(
                    "the folder cannot be locked (" + refused.getMessage() + ")",
                    folder,
                    "use a folder on a local disk",
                    refused);
        }
        close(channel);
        long pid = read(file).map(Holder::pid).orElse(0L);
        throw new DataFolderException(
                "another oropos" + (pid > 0 ? " (process " + pid + ")" : "") + " is writing here",
                folder,
                "stop it, or let it do the work if it is serving");
    }

    /// Who writes the folder now, or nobody.
    public static Optional<Holder> holder(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock probe = channel.tryLock(PLACE, 1, true);
            if (probe != null) {
                probe.release();
                return Optional.empty();
            }
        } catch (OverlappingFileLockException heldHere) {
            return read(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return read(file);
    }

    /// Tells other processes at which socket this one takes commands.
    void announce(Path socket) {
        try {
            write("socket=" + socket.toAbsolutePath() + "\n");
        } catch (IOException failure) {
            throw new DataFolderException(
                    "the lock cannot name the socket (" + failure.getMessage() + ")",
                    file,
                    "check that the disk is not full",
                    failure);
        }
    }

    private void write(String more) throws IOException {
        ByteBuffer words =
                ByteBuffer.wrap(
                        ("pid=" + ProcessHandle.current().pid() + "\n" + more)
                                .getBytes(StandardCharsets.UTF_8));
        channel.truncate(0);
        channel.position(0);
        while (words.hasRemaining()) {
            channel.write(words);
        }
    }

    private static Optional<Holder> read(Path file) {
        String words;
        try (var in = Files.newInputStream(file)) {
            words = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return Optional.of(new Holder(0, null));
        }
        long pid = 0;
        Path socket = null;
        for (String line : words.lines().toList()) {
            if (line.matches("pid=\\d{1,18}")) {
                pid = Long.parseLong(line.substring(4));
            } else if (line.startsWith("socket=")) {
                socket = Path.of(line.substring(7));
            }
        }
        return Optional.of(new Holder(pid, socket));
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
        } catch (IOException alreadyGone) {
            // the operating system has released it
        }
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was written through it that matters
        }
    }
}
