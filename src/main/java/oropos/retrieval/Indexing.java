package oropos.retrieval;

import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.GenerationWriter;
import oropos.retrieval.lucene.Generations;

/// Fills one generation from the library, reading texts on every core.
final class Indexing {

    /// Sources read ahead of those being described.
    private static final int AHEAD = 64;

    /// Passages between two reports of progress.
    private static final int STEP = 500;

    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final Progress progress;
    private final Semaphore ahead = new Semaphore(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
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
                        read(readers, () -> describe(version, writer));
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
                            writer.remove(source.value());
                            shelf.current(source).forEach(version -> describe(version, writer));
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

    private void read(ExecutorService readers, Runnable work) {
        if (failure.get() != null) {
            return;
        }
        ahead.acquireUninterruptibly();
        readers.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
            } finally {
                ahead.release();
            }
        });
    }

    private void describe(Version version, GenerationWriter writer) {
        for (Entry entry : cataloguer.entries(version)) {
            writer.add(entry);
        }
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
