package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.inference.Embedder;
import oropos.inference.Encoders;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.retrieval.lucene.Meanings;
import oropos.retrieval.lucene.Pieces;
import oropos.retrieval.lucene.TokenFile;
import oropos.retrieval.lucene.VectorFile;
import oropos.terminology.Terminology;

/// How long a search takes in a large library of made-up records. Takes minutes: run with
/// `-Dsurefire.extra="-Doropos.slow=true -Doropos.records=200000"`. With `-Doropos.folder=DIR` the
/// library is made in a folder that is kept, and found there by the next run with as many records.
class LatencyTests {

    private static final int DIMENSIONS = 384;
    private static final int WORDS = 60;
    private static final int PIECES = 32;
    private static final int VOCABULARY = 60_000;
    private static final int ASKERS = 4;
    private static final int QUESTIONS = 400;

    @TempDir Path folder;

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
            text.append(Integer.toString(word + 46_656, 36).replace('s', 'z')).append(' ');
        }
        return text.toString().strip();
    }

    private static float[] unit(SplittableRandom random) {
        float[] vector = new float[DIMENSIONS];
        double squares = 0;
        for (int k = 0; k < DIMENSIONS; k++) {
            vector[k] = (float) (random.nextDouble() - .5);
            squares += vector[k] * vector[k];
        }
        for (int k = 0; k < DIMENSIONS; k++) {
            vector[k] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Test
    void aLargeLibraryIsSearchedInBoundedTime() throws Exception {
        assumeTrue(Boolean.getBoolean("oropos.slow"), "takes minutes: -Doropos.slow=true");
        int records = Integer.getInteger("oropos.records", 200_000);
        String kept = System.getProperty("oropos.folder");
        if (kept != null) {
            folder = Path.of(kept).resolve("records-" + records);
        }
        Path whole = folder.resolve("whole");
        boolean there = Files.exists(whole);
        try (Embedder encoder = Encoders.builtIn();
                Generation index =
                        there ? new Generations(folder).open().orElseThrow() : index(records)) {
            if (!there) {
                vectors(records, encoder);
                Files.createFile(whole);
            }
            VectorFile vectors = new VectorFile(folder, encoder.name(), DIMENSIONS);
            TokenFile tokens = new TokenFile(folder, encoder.name(), DIMENSIONS);
            Catalogue.State hybrid =
                    new Catalogue.State(
                            index,
                            Meanings.of(index, vectors, DIMENSIONS).orElseThrow(),
                            Pieces.of(index, tokens, DIMENSIONS).orElseThrow(),
                            "");
            QueryWriter writer = new QueryWriter(Terminology.builtIn());
            List<String> questions = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(2);
            for (int i = 0; i < QUESTIONS; i++) {
                questions.add(words(random, 8));
            }
            double lucene =
                    p99(
                            "Lucene BM25, top 10",
                            records,
                            questions,
                            text ->
                                    index.search(
                                            writer.write(text, index, Stage.PLAIN).clauses(), 10));
            double text = p99("text", records, questions, ask(hybrid, null, writer));
            double both = p99("hybrid", records, questions, ask(hybrid, encoder, writer));
            assertThat(lucene).isPositive();
            assertThat(text).isLessThan(500);
            assertThat(both).isLessThan(2_000);
        }
    }

    private static Consumer<String> ask(
            Catalogue.State state, @Nullable Embedder encoder, QueryWriter writer) {
        return text -> {
            Wanted wanted = writer.write(text, state.index());
            new Search(state, encoder, wanted.meaning()).ranked(wanted, Fusion.DEPTH, place -> 4);
        };
    }

    private Generation index(int records) throws IOException {
        long start = System.nanoTime();
        Generation index =
                new Generations(folder)
                        .write(
                                null,
                                writer -> {
                                    SplittableRandom random = new SplittableRandom(1);
                                    for (int i = 0; i < records; i++) {
                                        String id = String.format("beir:%08d", i);
                                        writer.add(
                                                new Entry(
                                                        id,
                                                        id,
                                                        words(random, WORDS),
                                                        "",
                                                        "",
                                                        "",
                                                        new TreeSet<>(),
                                                        new TreeSet<>(),
                                                        List.of(),
                                                        id,
                                                        1));
                                    }
                                    return new Generations.Facts("latency", 1);
                                });
        System.out.printf(
                Locale.ROOT,
                "latency: %,d records indexed in %.1f s%n",
                records,
                (System.nanoTime() - start) / 1e9);
        return index;
    }

    private void vectors(int records, Embedder encoder) throws IOException {
        VectorFile vectors = new VectorFile(folder, encoder.name(), DIMENSIONS);
        TokenFile tokens = new TokenFile(folder, encoder.name(), DIMENSIONS);
        SplittableRandom random = new SplittableRandom(3);
        float[][] states = new float[1_000][];
        Arrays.setAll(states, i -> unit(random));
        for (int from = 0; from < records; from += 5_000) {
            Map<String, float[]> rows = new LinkedHashMap<>();
            List<TokenFile.Text> texts = new ArrayList<>();
            for (int i = from; i < Math.min(records, from + 5_000); i++) {
                String id = String.format("beir:%08d", i);
                rows.put(id, unit(random));
                int[] pieces = new int[PIECES];
                float[][] own = new float[PIECES][];
                for (int p = 0; p < PIECES; p++) {
                    pieces[p] = random.nextInt(30_000);
                    own[p] = states[random.nextInt(states.length)];
                }
                texts.add(new TokenFile.Text(id, pieces, own));
            }
            vectors.append(rows);
            tokens.append(texts);
        }
    }

    private static double p99(
            String what, int records, List<String> questions, Consumer<String> search)
            throws Exception {
        questions.stream().limit(100).forEach(search);
        List<Future<List<Double>>> askers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(ASKERS)) {
            for (int asker = 0; asker < ASKERS; asker++) {
                int first = asker;
                askers.add(
                        pool.submit(() -> {
                            List<Double> millis = new ArrayList<>();
                            for (int i = first; i < questions.size(); i += ASKERS) {
                                long start = System.nanoTime();
                                search.accept(questions.get(i));
                                millis.add((System.nanoTime() - start) / 1e6);
                            }
                            return millis;
                        }));
            }
        }
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> asker : askers) {
            all.addAll(asker.get());
        }
        all.sort(null);
        double p99 = all.get((int) Math.ceil(.99 * all.size()) - 1);
        System.out.printf(
                Locale.ROOT,
                "latency: %s, %,d records, %d askers: median %.1f ms, p99 %.1f ms%n",
                what,
                records,
                ASKERS,
                all.get(all.size() / 2),
                p99);
        return p99;
    }
}
