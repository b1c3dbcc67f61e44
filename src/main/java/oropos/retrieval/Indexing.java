package oropos.retrieval;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.GenerationWriter;
import oropos.retrieval.lucene.Generations;

/// Fills one generation from the library, reading texts on every core and taking them in one after
/// another in the order of the library, which is that of ids: what comes in the order in which it is
/// kept need not be put into it when it is written.
final class Indexing {

    /// Sources read ahead of those being described.
    private static final int AHEAD = 64;

    /// A source of more passages is read when its turn comes, one passage after the other: words of many
    /// large books read ahead would fill memory.
    private static final int LARGE = 64;

    /// Passages between two reports of progress.
    private static final int STEP = 500;

    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final Progress progress;
    private final Semaphore ahead = new Semaphore(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Turns turns = new Turns();
    private long begun;
    private long done;

    Indexing(Shelf shelf, Cataloguer cataloguer, Progress progress) {
        this.shelf = shelf;
        this.cataloguer = cataloguer;
        this.progress = progress;
    }

    /// Everything current, into an empty generation.
    Generations.Facts all(GenerationWriter writer) {
        long total = shelf.snapshot().passages();
        Snapshot snapshot;
        try (ExecutorService readers = readers()) {
            snapshot =
                    shelf.eachCurrent(version -> {
                        read(readers, () -> described(version, writer));
                        count(version.passages().size(), total);
                    });
        }
        return finished(snapshot);
    }

    /// What changed since a snapshot, into a generation that holds what was current then. Every
    /// source touched is taken out and described again as a whole, so that nothing depends on what
    /// exactly changed in it.
    Generations.Facts changed(GenerationWriter writer, long since) {
        TreeSet<SourceId> touched = new TreeSet<>();
        Snapshot snapshot =
                shelf.changedSince(
                        since,
                        passage -> touched.add(passage.source()),
                        version -> touched.add(version.source().id()));
        try (ExecutorService readers = readers()) {
            for (SourceId source : touched) {
                read(
                        readers,
                        () -> {
                            List<Runnable> versions =
                                    shelf.current(source).stream()
                                            .map(version -> described(version, writer))
                                            .toList();
                            return () -> {
                                writer.remove(source.value());
                                versions.forEach(Runnable::run);
                            };
                        });
                count(1, touched.size());
            }
        }
        return finished(snapshot);
    }

    private static ExecutorService readers() {
        return Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().daemon().name("index-", 1).factory());
    }

    /// @param work reads, and gives what is left to be done in its turn
    private void read(ExecutorService readers, Supplier<Runnable> work) {
        if (failure.get() != null) {
            return;
        }
        ahead.acquireUninterruptibly();
        long number = begun++;
        readers.execute(() -> {
            AtomicReference<Runnable> rest = new AtomicReference<>(() -> {});
            unlessFailed(() -> rest.set(work.get()));
            turns.finish(
                    number,
                    () -> {
                        unlessFailed(rest.get());
                        ahead.release();
                    });
        });
    }

    private void unlessFailed(Runnable work) {
        if (failure.get() != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private Runnable described(Version version, GenerationWriter writer) {
        List<Entry> entries = cataloguer.entries(version);
        if (entries.size() > LARGE) {
            return () -> entries.forEach(writer::add);
        }
        List<GenerationWriter.Read> read = entries.stream().map(writer::read).toList();
        return () -> read.forEach(writer::add);
    }

    private void count(int more, long total) {
        long reported = done / STEP;
        done += more;
        if (done / STEP > reported) {
            progress.step(done, total, "index");
        }
    }

    private Generations.Facts finished(Snapshot snapshot) {
        Throwable failed = failure.get();
        if (failed instanceof UncheckedIOException notOnDisk) {
            throw notOnDisk;
        }
        if (failed != null) {
            throw new IllegalStateException("The index could not be made: " + failed, failed);
        }
        progress.step(done, done, "index");
        return new Generations.Facts(cataloguer.recipe(), snapshot.number());
    }
}
