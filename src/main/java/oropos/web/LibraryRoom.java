package oropos.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.library.Library;
import oropos.library.SourceId;
import oropos.library.Status;
import oropos.library.Version;

/// The reading room over the library of a data folder.
///
/// Every page says how current the library is; counting it anew for each page would read the whole
/// catalogue, so the counts are kept until the next import.
final class LibraryRoom implements ReadingRoom {

    private final Library library;
    private volatile @Nullable Status counted;

    LibraryRoom(Library library) {
        this.library = library;
    }

    @Override
    public Optional<Version> version(SourceId id, String hash) {
        return library.version(id, hash);
    }

    @Override
    public List<Version> current(SourceId id) {
        return library.current(id);
    }

    @Override
    public Status status() {
        Status known = counted;
        if (known != null && known.snapshot().number() == library.snapshot().number()) {
            return known;
        }
        Status fresh = library.status();
        counted = fresh;
        return fresh;
    }
}
