package oropos.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.library.Progress;
import oropos.library.Source;
import oropos.library.Version;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.GenerationWriter;
import oropos.retrieval.lucene.Generations;

/// Fills one generation from the library, reading texts on every core.
///
/// A line is kept for each record with the hash of all that entries are made from; with the lines of
/// the generation before, only what changed is read again.
final class Indexing {

    /// Sources read ahead of those being described.
    private static final int AHEAD = 64;

    /// Passages between two reports of progress.
    private static final int STEP = 500;

    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final Progress progress;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Indexing(Shelf shelf, Cataloguer cataloguer, Progress progress) {
        this.shelf = shelf;
        this.cataloguer = cataloguer;
        this.progress = progress;
    }

    /// @param before lines of the generation the writer started from; empty where it started empty
    Generations.Facts fill(GenerationWriter writer, List<String> before) {
        Map<String, String> old = new HashMap<>();
        for (String line : before) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                old.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        Map<String, String> now = new TreeMap<>();
        long total = shelf.snapshot().passages();
        long[] done = {0};
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
        Semaphore ahead = new Semaphore(AHEAD);
        try (ExecutorService readers =
                Executors.newFixedThreadPool(
                        cores, Thread.ofPlatform().daemon().name("index-", 1).factory())) {
            shelf.eachCurrent(version -> {
                String record = Cataloguer.record(version.source());
                String print = print(version);
                now.put(record, print);
                if (!print.equals(old.remove(record))) {
                    ahead.acquireUninterruptibly();
                    readers.execute(() -> {
                        try {
                            describe(version, record, writer, !before.isEmpty());
                        } finally {
                            ahead.release();
                        }
                    });
                }
                long reported = done[0] / STEP;
                done[0] += version.passages().size();
                if (done[0] / STEP > reported) {
                    progress.step(done[0], total, "index");
                }
            });
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The index could not be made: " + failed, failed);
        }
        old.keySet().forEach(writer::remove);
        progress.step(total, total, "index");
        return new Generations.Facts(
                Cataloguer.RECIPE,
                now.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList());
    }

    private void describe(
            Version version, String record, GenerationWriter writer, boolean replaces) {
        if (failure.get() != null) {
            return;
        }
        try {
            if (replaces) {
                writer.remove(record);
            }
            for (Entry entry : cataloguer.entries(version)) {
                writer.add(entry);
            }
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    /// The hash of everything that goes into the entries of a version.
    private static String print(Version version) {
        Source source = version.source();
        StringBuilder all = new StringBuilder(512);
        put(all, version.hash(), source.title());
        put(all, source.mesh().toArray(String[]::new));
        put(all, people(version.study().population()));
        for (Passage passage : version.passages()) {
            put(all, passage.id().toString(), passage.role().name(), passage.span().toString());
            put(all, passage.headings().toArray(String[]::new));
            Claim claim = passage.claim();
            if (claim != null) {
                put(
                        all,
                        String.valueOf(claim.about()),
                        String.valueOf(claim.intervention()),
                        String.valueOf(claim.comparator()),
                        String.valueOf(claim.outcome()),
                        claim.population() == null ? "" : people(claim.population()));
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String people(oropos.library.Population population) {
        return population.ages() + " " + population.ageGroups();
    }

    private static void put(StringBuilder all, String... values) {
        for (String value : values) {
            all.append(value.length()).append(':').append(value).append('\n');
        }
    }
}
