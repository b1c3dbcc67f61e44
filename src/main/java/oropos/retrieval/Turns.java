package oropos.retrieval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lets work that is prepared on several threads be finished in the order of its numbers, from 0 on
/// without a gap.
///
/// Nobody waits for a turn: whoever is ready before it leaves the rest to the thread whose turn comes
/// first, and prepares the next.
final class Turns {

    private final Map<Long, Runnable> ready = new HashMap<>();
    private long next;
    private boolean busy;

    /// Finishes, now or on another thread, once everything of a smaller number is finished.
    ///
    /// @param rest must not throw: what it throws would leave everything behind it unfinished
    void finish(long number, Runnable rest) {
        synchronized (this) {
            ready.put(number, rest);
            if (busy) {
                return;
            }
            busy = true;
        }
        for (Runnable due = due(); due != null; due = due()) {
            due.run();
        }
    }

    private synchronized @Nullable Runnable due() {
        Runnable due = ready.remove(next);
        if (due == null) {
            busy = false;
        } else {
            next++;
        }
        return due;
    }
}
