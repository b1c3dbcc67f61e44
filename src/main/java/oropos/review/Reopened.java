package oropos.review;

/// A version that was flagged by what the library learned.
public record Reopened(Address address, int number, Flag flag) {}
