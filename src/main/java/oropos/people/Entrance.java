package oropos.people;

import java.time.Duration;

/// What became of an attempt to sign in.
public sealed interface Entrance {

    /// @param secret for the browser to keep; it is nowhere else
    record In(Session session, String secret) implements Entrance {}

    /// Name, password or code are not right: which of them is not said.
    record Refused() implements Entrance {}

    /// Too many attempts under this name: nothing was tried.
    record Waits(Duration left) implements Entrance {}
}
