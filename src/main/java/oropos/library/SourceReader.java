package oropos.library;

import java.io.IOException;

/// Reads one file format into records.
///
/// Readers hold no state, so that one instance may read several files at a time. A record that
/// cannot be used is told to [Sink#skipped] and the rest of the file goes on; a file that is not what
/// it says is a [SourceFileException].
public interface SourceReader {

    /// Whether this reader knows the document by its name and first bytes. Readers are asked in a
    /// fixed order; the first that says yes reads it.
    boolean reads(Head head);

    void read(Input input, Sink sink) throws IOException;
}
