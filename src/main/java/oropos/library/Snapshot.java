package oropos.library;

import java.time.LocalDate;

/// A state of the library. Every import that changed something makes the next one.
///
/// @param number 0 for an empty library, then counting up
/// @param date day of the newest import that changed something; how current the library is
/// @param sources current sources
/// @param passages current passages
public record Snapshot(long number, LocalDate date, int sources, int passages) {}
