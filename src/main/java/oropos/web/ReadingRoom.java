package oropos.web;

import java.util.List;
import java.util.Optional;
import oropos.library.SourceId;
import oropos.library.Status;
import oropos.library.Version;

/// What pages need of the library: texts to show quotes in, and how current it is.
interface ReadingRoom {

    /// The text a citation was taken from, exactly as it was then.
    Optional<Version> version(SourceId id, String hash);

    /// What the library holds of a source today, one for each form it came in.
    List<Version> current(SourceId id);

    Status status();
}
