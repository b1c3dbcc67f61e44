package oropos.library;

/// Told how far a long piece of work is.
@FunctionalInterface
public interface Progress {

    /// @param total 0 where unknown
    /// @param what in words ("pubmed26n0001.xml.gz")
    void step(long done, long total, String what);

    /// Listens to nothing.
    static Progress none() {
        return (done, total, what) -> {};
    }
}
