package oropos.library;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The SQLite file of a data folder: one connection that writes, a few that read.
///
/// Write-ahead logging lets readers go on beside the writer; `synchronous=FULL` makes a committed
/// transaction survive a power cut. SQLite's native calls would hold the carrier of a virtual
/// thread, so a virtual thread's reading is done by one of [#READERS] platform threads.
final class Database implements AutoCloseable {

    static final String FILE = "oropos.db";

    /// Reading connections kept open. SQLite reads from the page cache of one machine: more than a
    /// few only cost memory.
    static final int READERS = 4;

    /// How long a connection waits for a lock of another process.
    static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final boolean immutable;
    private final @Nullable Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(READERS);
    private final List<Connection> readers = new ArrayList<>();
    private final ExecutorService threads;
    private volatile boolean closed;

    private Database(Path file, boolean immutable, @Nullable Connection writer) {
        this.file = file;
        this.immutable = immutable;
        this.writer = writer;
        this.threads =
                Executors.newFixedThreadPool(
                        READERS, Thread.ofPlatform().name("library-", 1).daemon().factory());
    }

    /// What is done with a connection.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    static Database open(Path folder, Library.Access access, Schema schema) {
        Path file = folder.resolve(FILE);
        if (access == Library.Access.READ) {
            checkThere(folder, file);
        }
        checkWhole(file);
        return switch (access) {
            case WRITE -> openToWrite(file, schema);
            case READ -> openToRead(file, schema);
        };
    }

    private static Database openToWrite(Path file, Schema schema) {
        Connection connection = null;
        try {
            connection = connect(file, Library.Access.WRITE, false);
            int found = Schema.of(connection);
            if (found > schema.version()) {
                schema.checkReadable(found, file);
            }
            if (found < schema.version()) {
                schema.migrate("jdbc:sqlite:" + file.toAbsolutePath(), file);
            }
            return new Database(file, false, connection);
        } catch (SQLException failure) {
            quietly(connection);
            throw DataFolderException.of(failure, file);
        } catch (RuntimeException failure) {
            quietly(connection);
            throw failure;
        }
    }

    /// A file that nobody else has open, wherever it lies and whatever its tables.
    static Database openCopy(Path file) {
        try {
            Connection connection = connect(file, Library.Access.READ, true);
            Database database = new Database(file, true, null);
            database.readers.add(connection);
            database.idle.add(connection);
            return database;
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, file);
        }
    }

    /// Makes a file with the tables of `schema` and fills it in one transaction from this one, which is
    /// called `now` there and is only read.
    void fill(Path file, Schema schema, Filling filling) {
        String address = "jdbc:sqlite:" + file.toAbsolutePath();
        schema.migrate(address, file);
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "attach 'file:"
                            + this.file.toAbsolutePath().toUri().getRawPath().replace("'", "''")
                            + (immutable ? "?mode=ro&immutable=1" : "?mode=ro")
                            + "' as now");
            connection.setAutoCommit(false);
            filling.in(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, file);
        }
    }

    /// What fills a new file.
    @FunctionalInterface
    interface Filling {
        void in(Connection connection) throws SQLException;
    }

    /// Opens whatever version the tables have, for copying them as they are.
    static Database openAsItIs(Path folder) {
        Path file = folder.resolve(FILE);
        checkThere(folder, file);
        checkWhole(file);
        return openToRead(file, null);
    }

    private static void checkThere(Path folder, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFolderException(
                    "there is no library here yet",
                    folder,
                    "run oropos serve or oropos library add once, or name another folder");
        }
    }

    /// A folder that may not be written has nobody who writes it: SQLite may take its file as
    /// immutable, unless a write-ahead log waits to be taken in.
    private static Database openToRead(Path file, @Nullable Schema schema) {
        Path folder = file.toAbsolutePath().getParent();
        boolean immutable = folder != null && !canWrite(folder) && !hasLog(file);
        Connection connection = null;
        try {
            connection = connect(file, Library.Access.READ, immutable);
            int found = Schema.of(connection);
            if (schema != null) {
                schema.checkReadable(found, file);
            }
            Database database = new Database(file, immutable, null);
            database.readers.add(connection);
            database.idle.add(connection);
            return database;
        } catch (SQLException failure) {
            quietly(connection);
            if (folder != null && !canWrite(folder) && hasLog(file)) {
                throw new DataFolderException(
                        "the folder is read-only and holds changes that were not taken in yet",
                        file,
                        "open it once where it may be written, for example with oropos serve",
                        failure);
            }
            throw DataFolderException.of(failure, file);
        } catch (RuntimeException failure) {
            quietly(connection);
            throw failure;
        }
    }

    /// Whether a file can be made in the folder: rights alone do not tell of a read-only disk.
    private static boolean canWrite(Path folder) {
        if (!Files.isWritable(folder)) {
            return false;
        }
        try {
            return !Files.getFileStore(folder).isReadOnly();
        } catch (IOException unknown) {
            return true;
        }
    }

    private static boolean hasLog(Path file) {
        try {
            Path log = file.resolveSibling(FILE + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    /// SQLite notices a cut file only when it reaches the missing pages; the header tells at once.
    private static void checkWhole(Path file) {
        if (!Files.isRegularFile(file) || hasLog(file)) {
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            if (length == 0) {
                return;
            }
            if (length < HEADER) {
                throw DataFolderException.damaged(
                        file, "only " + length + " bytes long", new IOException("cut off"));
            }
            bytes.seek(16);
            int pageSize = bytes.readUnsignedShort();
            bytes.seek(28);
            long pages = bytes.readInt() & 0xFFFF_FFFFL;
            long expected = pages * (pageSize == 1 ? 65_536 : pageSize);
            if (length < expected) {
                throw DataFolderException.damaged(
                        file,
                        length + " of " + expected + " bytes are there",
                        new IOException("cut off"));
            }
        } catch (IOException failure) {
            throw new DataFolderException(
                    "the file cannot be read (" + failure.getMessage() + ")",
                    file,
                    "give this account the right to read it",
                    failure);
        }
    }

    /// Length of SQLite's file header; page size at 16, number of pages at 28
    /// (sqlite.org/fileformat.html, 1.3).
    private static final int HEADER = 100;

    private static Connection connect(Path file, Library.Access access, boolean immutable)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        if (access == Library.Access.READ) {
            config.setReadOnly(true);
            String path = file.toAbsolutePath().toUri().getRawPath();
            return config.createConnection(
                    "jdbc:sqlite:file:" + path + "?mode=ro" + (immutable ? "&immutable=1" : ""));
        }
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    Path file() {
        return file;
    }

    /// Reads in one transaction: everything `work` sees is of one moment.
    <T extends @Nullable Object> T read(Work<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return readHere(work);
        }
        try {
            return CompletableFuture.supplyAsync(() -> readHere(work), threads).join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw wrapped;
        }
    }

    private <T extends @Nullable Object> T readHere(Work<T> work) {
        Connection connection = borrow();
        try {
            return transaction(connection, work);
        } finally {
            idle.add(connection);
        }
    }

    /// Reads on a connection of its own, for work that takes long and may read again meanwhile.
    <T extends @Nullable Object> T readAlone(Work<T> work) {
        try (Connection connection = connect(file, Library.Access.READ, immutable)) {
            return transaction(connection, work);
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, file);
        }
    }

    /// Does what cannot be done within a transaction.
    <T extends @Nullable Object> T outsideTransaction(Work<T> work) {
        try (Connection connection = connect(file, Library.Access.READ, immutable)) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, file);
        }
    }

    /// Goes through the whole file and refuses one that is damaged.
    void check() {
        List<String> found = new ArrayList<>();
        read(connection -> {
            Rows.query(connection, "pragma integrity_check(1)", row -> found.add(row.getString(1)));
            Rows.query(
                    connection,
                    "pragma foreign_key_check",
                    row -> found.add("a row of " + row.getString(1) + " refers to none"));
            return null;
        });
        if (!found.equals(List.of("ok"))) {
            throw DataFolderException.damaged(
                    file, String.join(", ", found), new IOException("integrity check"));
        }
    }

    /// Changes something: all of it or, where `work` fails, nothing.
    <T extends @Nullable Object> T write(Work<T> work) {
        Connection connection = writer;
        if (connection == null) {
            throw new IllegalStateException("the library was opened to read, not to write");
        }
        writing.lock();
        try {
            return transaction(connection, work);
        } finally {
            writing.unlock();
        }
    }

    private <T extends @Nullable Object> T transaction(Connection connection, Work<T> work) {
        try {
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error failure) {
                abandon(connection, failure);
                throw failure;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failure) {
            throw DataFolderException.of(failure, file);
        }
    }

    /// Undoes what was begun. When the disk is full SQLite has done so by itself, and complains that
    /// there is nothing to undo: the first failure is the one to tell.
    private static void abandon(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException undone) {
            failure.addSuppressed(undone);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException undone) {
            failure.addSuppressed(undone);
        }
    }

    private Connection borrow() {
        if (closed) {
            throw new IllegalStateException("the library is closed");
        }
        Connection connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        synchronized (readers) {
            if (readers.size() < READERS) {
                try {
                    connection = connect(file, Library.Access.READ, immutable);
                } catch (SQLException failure) {
                    throw DataFolderException.of(failure, file);
                }
                readers.add(connection);
                return connection;
            }
        }
        try {
            return idle.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read", interrupted);
        }
    }

    /// Closes what is open and takes the write-ahead log into the file, so that the folder can be
    /// carried away or made read-only.
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        synchronized (readers) {
            readers.forEach(Database::quietly);
        }
        Connection connection = writer;
        if (connection != null) {
            writing.lock();
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma wal_checkpoint(truncate)");
            } catch (SQLException left) {
                // the log stays and is taken in when the folder is next opened
            } finally {
                quietly(connection);
                writing.unlock();
            }
        }
    }

    private static void quietly(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException ignored) {
            // closing fails only for a connection that is already unusable
        }
    }
}
