package oropos.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import oropos.inference.Embedder;
import oropos.library.Progress;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.retrieval.lucene.Meanings;
import oropos.retrieval.lucene.Pieces;
import oropos.terminology.Terminology;

/// The index in use and its upkeep: opened, made from the library, made again where something
/// changed, and joined with vectors where all of them are there.
final class Catalogue implements AutoCloseable {

    /// From so many passages on, a refresh reads only the sources that changed; below, making the
    /// index anew takes seconds.
    static final int REBUILT_BELOW = 50_000;

    /// Where meaning is searched already, a refresh encodes at most so many new passages itself, so
    /// that adding one document does not switch meaning off; for more, vectors must be asked for.
    static final int ENCODED_AT_REFRESH = 500;

    /// Texts encoded between two writes to disk.
    private static final int BATCH = 256;

    /// Texts encoded in the background between two looks whether somebody waits.
    private static final int FEW = 16;

    /// How long closing waits for texts being encoded in the background.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String VECTORS = "vectors";

    private static final System.Logger LOG = System.getLogger(Retrieval.class.getName());

    private final Path folder;
    private final Generations generations;
    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final @Nullable Embedding embedding;
    private final ReentrantLock encoding = new ReentrantLock(true);
    private final Object bell = new Object();
    private boolean rung;
    private @Nullable Thread background;
    private volatile boolean closed;
    private volatile long waiting;
    private volatile State state;

    /// What is searched now.
    ///
    /// @param meanings null where vectors are off, and then `off` says why
    /// @param pieces null where those of word pieces are off
    /// @param waits whether pieces under the encoder's mean are still missing; those of an earlier one
    ///     may step in
    record State(
            Generation index,
            @Nullable Meanings meanings,
            @Nullable Pieces pieces,
            boolean waits,
            String off) {

        State withoutPieces() {
            return new State(index, meanings, null, waits, off);
        }
    }

    Catalogue(
            Path folder,
            Generations generations,
            Shelf shelf,
            Terminology terminology,
            @Nullable Embedder embedder) {
        this.folder = folder;
        this.generations = generations;
        this.shelf = shelf;
        this.cataloguer = new Cataloguer(terminology);
        this.embedding =
                embedder == null ? null : new Embedding(folder, shelf, cataloguer, embedder);
        Generation index = opened();
        this.state = index == null ? joined(made(Progress.none(), null)) : joined(index);
    }

    private @Nullable Generation opened() {
        try {
            Optional<Generation> found = generations.open();
            if (found.isEmpty()) {
                return null;
            }
            if (generations.recipe(found.get().name()).equals(cataloguer.recipe())) {
                return found.get();
            }
            found.get().close();
            LOG.log(System.Logger.Level.INFO, "The index in {0} is outdated and made anew", folder);
        } catch (IOException | RuntimeException damaged) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The index in {0} cannot be read and is made anew from the library: {1}",
                    folder,
                    said(damaged));
        }
        return null;
    }

    /// Makes the next generation: on disk, or in memory where the folder cannot be written.
    private Generation made(Progress progress, @Nullable Generation older) {
        Indexing indexing = new Indexing(shelf, cataloguer, progress);
        try {
            return older == null
                    ? generations.write(null, indexing::all)
                    : generations.write(
                            older,
                            writer -> indexing.changed(writer, Generations.snapshot(older.name())));
        } catch (IOException | UncheckedIOException notOnDisk) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The index is kept in memory, because {0} cannot be written: {1}",
                    folder,
                    said(notOnDisk));
        }
        try {
            return Generations.inMemory(new Indexing(shelf, cataloguer, progress)::all);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What is wrong, in a few words: the innermost reason that has some.
    private static String said(Throwable failed) {
        String words = String.valueOf(failed.getMessage());
        return failed instanceof UncheckedIOException && failed.getCause() != null
                ? said(failed.getCause())
                : failed instanceof FileSystemException
                                && words.equals(((FileSystemException) failed).getFile())
                        ? words + " (" + failed.getClass().getSimpleName() + ")"
                        : words;
    }

    private State joined(Generation index) {
        if (embedding == null) {
            return new State(index, null, null, true, "no encoder");
        }
        try {
            return embedding.join(index);
        } catch (IOException damaged) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Meaning is not searched, because vectors cannot be read: {0}",
                    damaged);
            return new State(index, null, null, true, "vectors damaged");
        }
    }

    /// The index to search; the caller releases it.
    State retained() {
        while (true) {
            State now = state;
            if (now.index().retain()) {
                return now;
            }
            if (now == state) {
                throw new IllegalStateException("the index is closed");
            }
        }
    }

    String generation() {
        return state.index().name();
    }

    /// Whether the library changed since the index was made.
    boolean isStale() {
        return Generations.snapshot(generation()) != shelf.snapshot().number();
    }

    synchronized void refresh(Progress progress) {
        if (takeOver() || !isStale()) {
            return;
        }
        boolean large = shelf.snapshot().passages() >= REBUILT_BELOW;
        replace(made(progress, large ? state.index() : null), progress);
    }

    synchronized void rebuild(Progress progress) {
        replace(made(progress, null), progress);
    }

    /// Takes the generation another process has put in use, if it is of the library's state.
    private boolean takeOver() {
        try {
            Optional<String> current = generations.current();
            if (current.isEmpty()
                    || current.get().equals(generation())
                    || Generations.snapshot(current.get()) != shelf.snapshot().number()) {
                return false;
            }
        } catch (IOException damaged) {
            return false;
        }
        Generation theirs = opened();
        if (theirs == null) {
            return false;
        }
        replace(theirs, Progress.none());
        return true;
    }

    private void replace(Generation next, Progress progress) {
        State before = state;
        State now = joined(next);
        if (embedding != null && before.meanings() != null && now.meanings() == null) {
            if (encoding.tryLock()) {
                try {
                    Embedding.Missing missing = embedding.withoutVectors();
                    if (missing.texts().size() <= ENCODED_AT_REFRESH) {
                        encode(embedding, missing.texts(), missing.passages(), progress);
                        now = joined(next);
                    }
                } catch (IOException notWritten) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "Meaning is not searched, because vectors cannot be written: {0}",
                            said(notWritten));
                } finally {
                    encoding.unlock();
                }
            }
        }
        state = now;
        before.index().close();
        wake();
    }

    /// Computes the vectors that are missing and switches meaning on. Searches and refreshes go on
    /// meanwhile.
    void embed(Progress progress) {
        if (embedding == null) {
            throw new IllegalStateException("There is no encoder to compute vectors with.");
        }
        encoding.lock();
        try {
            long done = 0;
            for (Embedding.Missing missing = embedding.missing();
                    !missing.texts().isEmpty();
                    missing = embedding.missing()) {
                long before = done;
                long total = before + missing.passages();
                encode(
                        embedding,
                        missing.texts(),
                        total,
                        (now, all, what) -> progress.step(before + now, total, what));
                done += missing.texts().size();
            }
            progress.step(done, done, VECTORS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            encoding.unlock();
        }
        join();
        forgetEarlier(embedding);
    }

    /// Pieces of an earlier mean have served their time once none are missing under this one.
    private void forgetEarlier(Embedding embedding) {
        if (state.waits()) {
            return;
        }
        try {
            embedding.forgetEarlier();
        } catch (IOException kept) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Vectors of earlier days are not deleted: {0}",
                    said(kept));
        }
    }

    private synchronized void join() {
        state = joined(state.index());
    }

    private static void encode(
            Embedding embedding, List<String> texts, long total, Progress progress)
            throws IOException {
        for (int from = 0; from < texts.size(); from += BATCH) {
            int to = Math.min(texts.size(), from + BATCH);
            embedding.encode(texts.subList(from, to), true);
            progress.step(to, total, VECTORS);
        }
    }

    /// Computes missing vectors beside all other work until [#close], a few texts at a time, so that
    /// questions find a core free; whenever all are there, meaning is switched on.
    synchronized void embedInBackground() {
        if (embedding == null || background != null) {
            return;
        }
        Embedding worker = embedding;
        background =
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("vectors")
                        .start(() -> fill(worker));
    }

    private void fill(Embedding worker) {
        try {
            while (!closed) {
                Embedding.Missing missing = worker.missing();
                waiting = missing.passages();
                if (missing.texts().isEmpty()) {
                    if (state.meanings() == null || state.waits()) {
                        join();
                        forgetEarlier(worker);
                    }
                    sleep();
                }
                for (int from = 0; from < missing.texts().size() && !closed; from += FEW) {
                    int to = Math.min(missing.texts().size(), from + FEW);
                    encoding.lock();
                    try {
                        worker.encode(missing.texts().subList(from, to), false);
                    } finally {
                        encoding.unlock();
                    }
                    waiting = Math.max(0, missing.passages() - to);
                }
            }
        } catch (IOException | RuntimeException failed) {
            if (!closed) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "Vectors are not computed any more; searching goes on with what is there",
                        failed);
            }
        }
    }

    /// How many passages had no vector yet when last counted; what a background count finds.
    long waiting() {
        return waiting;
    }

    private void sleep() {
        synchronized (bell) {
            while (!closed && !rung) {
                try {
                    bell.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            rung = false;
        }
    }

    private void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        Thread worker = background;
        if (worker != null) {
            try {
                worker.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        state.index().close();
    }
}
