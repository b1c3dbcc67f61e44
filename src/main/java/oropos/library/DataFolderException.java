package oropos.library;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;

/// The data folder cannot be used: another process writes, the disk is full, a file is damaged. The
/// message says what, where and what to do. Nothing that was already stored is harmed by it.
@SuppressWarnings("serial")
public final class DataFolderException extends RuntimeException {

    private final String what;
    private final Path where;
    private final String remedy;

    public DataFolderException(String what, Path where, String remedy) {
        super(where + ": " + what + ". What to do: " + remedy + ".");
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public DataFolderException(String what, Path where, String remedy, Throwable cause) {
        this(what, where, remedy);
        initCause(cause);
    }

    public String what() {
        return what;
    }

    public Path where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }

    /// What SQLite said, in words of who runs the server.
    static DataFolderException of(SQLException failure, Path file) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE);
        return switch (code) {
            case SQLITE_FULL ->
                    new DataFolderException(
                            "the disk is full; what was being stored is not stored, all before it"
                                    + " is",
                            file,
                            "make room and run the same command again",
                            failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                    new DataFolderException(
                            "the file may not be written",
                            file,
                            "give the account that runs oropos the right to write there",
                            failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    damaged(file, String.valueOf(failure.getMessage()), failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    new DataFolderException(
                            "another process keeps the file locked",
                            file,
                            "wait for it to finish or stop it, then try again",
                            failure);
            case SQLITE_CANTOPEN ->
                    new DataFolderException(
                            "the file cannot be opened",
                            file,
                            "check that the folder exists and that the account may read it",
                            failure);
            case SQLITE_IOERR ->
                    new DataFolderException(
                            "the disk failed (" + failure.getMessage() + ")",
                            file,
                            "check the disk; if the file is harmed, restore a backup into an empty"
                                    + " folder",
                            failure);
            default ->
                    new DataFolderException(
                            "the store failed: " + failure.getMessage(),
                            file,
                            "report this with the message ("
                                    + code.name().toLowerCase(Locale.ROOT)
                                    + ")",
                            failure);
        };
    }

    static DataFolderException damaged(Path file, String how, Throwable cause) {
        return new DataFolderException(
                "the file is damaged (" + how + ")",
                file,
                "restore the newest backup into an empty folder with oropos restore",
                cause);
    }

    /// SQLite's extended codes hold the primary code in their lowest byte.
    private static final int PRIMARY_CODE = 0xFF;
}
