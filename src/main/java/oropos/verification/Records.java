package oropos.verification;

import java.util.Optional;
import oropos.library.SourceId;
import oropos.library.Version;

/// The record the checks read from: the library, never the draft.
@FunctionalInterface
public interface Records {
    Optional<Version> version(SourceId source, String hash);
}
