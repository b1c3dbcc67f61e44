package oropos.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A number of askers who work through a list at once: as soon as one has its answer, it takes the
/// next question.
final class Askers {

    private Askers() {}

    /// Runs `work` for 0 to `count - 1`.
    ///
    /// @return nanoseconds of each, from being taken up to being done
    static long[] each(int askers, int count, IntConsumer work) {
        long[] nanos = new long[count];
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        askers, Thread.ofPlatform().daemon().name("asker-", 1).factory())) {
            List<Future<?>> all = new ArrayList<>(count);
            IntStream.range(0, count)
                    .forEach(at ->
                            all.add(
                                    threads.submit(() -> {
                                        long begun = System.nanoTime();
                                        work.accept(at);
                                        nanos[at] = System.nanoTime() - begun;
                                    })));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an answer failed", failed.getCause());
        }
        return nanos;
    }
}
