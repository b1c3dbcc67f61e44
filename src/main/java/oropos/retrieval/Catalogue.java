package oropos.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oropos.inference.Embedder;
import oropos.inference.Encoded;
import oropos.library.Progress;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.retrieval.lucene.Meanings;
import oropos.retrieval.lucene.Pieces;
import oropos.retrieval.lucene.TokenFile;
import oropos.retrieval.lucene.VectorFile;
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

    private static final System.Logger LOG = System.getLogger(Retrieval.class.getName());

    private final Path folder;
    private final Generations generations;
    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final @Nullable Embedder embedder;
    private final ReentrantLock encoding = new ReentrantLock();
    private volatile State state;

    /// What is searched now.
    ///
    /// @param meanings null where vectors are off, and then `off` says why
    /// @param pieces null where those of word pieces are off
    record State(
            Generation index, @Nullable Meanings meanings, @Nullable Pieces pieces, String off) {

        State withoutPieces() {
            return new State(index, meanings, null, off);
        }
    }

    Catalogue(Path folder, Shelf shelf, Terminology terminology, @Nullable Embedder embedder) {
        this.folder = folder;
        this.generations = new Generations(folder);
        this.shelf = shelf;
        this.cataloguer = new Cataloguer(terminology);
        this.embedder = embedder;
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
                    damaged);
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
                    notOnDisk);
        }
        try {
            return Generations.inMemory(new Indexing(shelf, cataloguer, progress)::all);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private State joined(Generation index) {
        if (embedder == null) {
            return new State(index, null, null, "no encoder");
        }
        try {
            int dimensions = embedder.dimensions();
            return new State(
                    index,
                    Meanings.of(index, vectors(embedder), dimensions).orElse(null),
                    Pieces.of(index, tokens(embedder), dimensions).orElse(null),
                    "vectors not computed");
        } catch (IOException damaged) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Meaning is not searched, because vectors cannot be read: {0}",
                    damaged);
            return new State(index, null, null, "vectors damaged");
        }
    }

    private VectorFile vectors(Embedder encoder) throws IOException {
        return new VectorFile(folder, encoder.name(), encoder.dimensions());
    }

    private TokenFile tokens(Embedder encoder) throws IOException {
        return new TokenFile(folder, encoder.name(), encoder.dimensions());
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
        if (embedder != null && before.meanings() != null && now.meanings() == null) {
            if (encoding.tryLock()) {
                try {
                    if (missing(embedder) <= ENCODED_AT_REFRESH) {
                        encode(embedder, progress);
                        now = joined(next);
                    }
                } finally {
                    encoding.unlock();
                }
            }
        }
        state = now;
        before.index().close();
    }

    /// Computes the vectors that are missing and switches meaning on. Searches and refreshes go on
    /// meanwhile.
    void embed(Progress progress) {
        if (embedder == null) {
            throw new IllegalStateException("There is no encoder to compute vectors with.");
        }
        encoding.lock();
        try {
            encode(embedder, progress);
        } finally {
            encoding.unlock();
        }
        synchronized (this) {
            state = joined(state.index());
        }
    }

    private int missing(Embedder encoder) {
        try {
            VectorFile vectors = vectors(encoder);
            TokenFile tokens = tokens(encoder);
            Set<String> missing = new HashSet<>();
            shelf.eachCurrent(version ->
                    cataloguer.meanings(version).stream()
                            .filter(text ->
                                    missing.size() <= ENCODED_AT_REFRESH
                                            && !(vectors.has(text) && tokens.has(text)))
                            .forEach(missing::add));
            return missing.size();
        } catch (IOException damaged) {
            return Integer.MAX_VALUE;
        }
    }

    private void encode(Embedder encoder, Progress progress) {
        try {
            VectorFile vectors = vectors(encoder);
            TokenFile tokens = tokens(encoder);
            long total = state.index().passages();
            long[] done = {0};
            Set<String> waiting = new LinkedHashSet<>();
            shelf.eachCurrent(version -> {
                for (String text : cataloguer.meanings(version)) {
                    done[0]++;
                    if (!vectors.has(text) || !tokens.has(text)) {
                        waiting.add(text);
                    }
                    if (waiting.size() >= BATCH) {
                        append(vectors, tokens, encoder, waiting);
                        progress.step(done[0], total, "vectors");
                    }
                }
            });
            append(vectors, tokens, encoder, waiting);
            progress.step(total, total, "vectors");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void append(
            VectorFile vectors, TokenFile tokens, Embedder encoder, Set<String> waiting) {
        List<String> texts = new ArrayList<>(waiting);
        Encoded[] encoded = new Encoded[texts.size()];
        IntStream.range(0, texts.size())
                .parallel()
                .forEach(i -> encoded[i] = encoder.encodedPassage(texts.get(i)));
        Map<String, float[]> rows = new LinkedHashMap<>();
        List<TokenFile.Text> pieces = new ArrayList<>();
        for (int i = 0; i < encoded.length; i++) {
            String text = texts.get(i);
            if (!vectors.has(text)) {
                rows.put(text, encoded[i].vector());
            }
            if (!tokens.has(text)) {
                pieces.add(new TokenFile.Text(text, encoded[i].pieces(), encoded[i].states()));
            }
        }
        try {
            vectors.append(rows);
            tokens.append(pieces);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        waiting.clear();
    }

    @Override
    public void close() {
        state.index().close();
    }
}
