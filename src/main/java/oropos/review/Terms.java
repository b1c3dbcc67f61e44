package oropos.review;

/// The policy and the declarations of interests in force when somebody takes a step; an approval pins
/// both.
public record Terms(String policy, String interests) {}
