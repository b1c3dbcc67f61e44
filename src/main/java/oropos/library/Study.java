package oropos.library;

import org.jspecify.annotations.Nullable;

/// What a version of a source is, described once when it is stored.
///
/// @param designCertain false where publication types and words disagree: "design uncertain"
/// @param designReason what the design was read from, in words a reviewer can check
/// @param n people studied, null where not stated
/// @param rules version of the describing rules
public record Study(
        Design design,
        boolean designCertain,
        String designReason,
        Population population,
        @Nullable Integer n,
        String rules) {}
