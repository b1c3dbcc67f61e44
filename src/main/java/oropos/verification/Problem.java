package oropos.verification;

/// Something about an answer that does not hold.
///
/// @param where statement, premise or receipt it concerns
/// @param code name of the check that failed
/// @param words what was expected and what was found
public record Problem(String where, String code, String words) {}
