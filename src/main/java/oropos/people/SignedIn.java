package oropos.people;

/// Somebody who signed in, and the stay in which they did.
public record SignedIn(Account account, Session session) {}
