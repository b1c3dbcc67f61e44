package oropos.library;

/// Where a reader puts what it finds, one by one, so that a file of any length needs little memory.
public interface Sink {

    /// A record was read.
    void record(Record record);

    /// A record could not be used; the rest of the file goes on.
    ///
    /// @param where the document and the place in it ("pubmed26n0001.xml, record 17, PMID 123")
    /// @param why in words that group well when counted ("no title and no abstract")
    void skipped(String where, String why);

    /// The file says that a record no longer exists at its source (PubMed's DeleteCitation). What
    /// was stored of it stays readable by version but is no longer current.
    void withdrawn(SourceId id, String form);

    /// The file says something about the publication that has this DOI or PMID, without holding its
    /// record (a map of retractions).
    ///
    /// @param affected a `doi:` or `pmid:` id
    /// @param notice of a kind that affects its bearer
    void notice(SourceId affected, Notice notice);

    /// The file held no sources but a vocabulary, which was kept in the data folder.
    ///
    /// @param name what was kept ("mesh names")
    /// @param entries how many entries it has
    default void vocabulary(String name, int entries) {}
}
