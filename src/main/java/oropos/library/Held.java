package oropos.library;

/// A passage with everything around it that is held in the library.
///
/// @param version hash of the version the passage stands in
public record Held(Source source, String version, Study study, Passage passage) {}
