package oropos.retrieval;

import java.util.function.Consumer;
import oropos.library.Snapshot;
import oropos.library.Version;

/// What the index needs of the library, and no more.
interface Shelf {

    Snapshot snapshot();

    /// Hands over the current version of every source.
    void eachCurrent(Consumer<Version> reader);
}
