package oropos.retrieval;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets as many searches run at once as there are processors; the others wait in the order they came.
///
/// A search that shares a processor with others ends no sooner than one that waits for it, and the
/// unluckiest end much later (docs/measured.md, large library).
final class SearchQueue {

    private final Semaphore places =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /// Must not be called from inside itself.
    <T> T inTurn(Supplier<T> search) {
        places.acquireUninterruptibly();
        try {
            return search.get();
        } finally {
            places.release();
        }
    }
}
