package oropos.library;

/// A file is not what it says, or breaks a limit. The message has what, where, and what to do.
@SuppressWarnings("serial")
public final class SourceFileException extends RuntimeException {

    private final String what;
    private final String where;
    private final String remedy;

    /// @param what what is wrong, without a full stop ("the XML ends inside a record")
    /// @param where file and place ("a.xml, line 12")
    /// @param remedy what to do, without a full stop ("download the file again")
    public SourceFileException(String what, String where, String remedy) {
        super(where + ": " + what + ". What to do: " + remedy + ".");
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public SourceFileException(String what, String where, String remedy, Throwable cause) {
        this(what, where, remedy);
        initCause(cause);
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }
}
