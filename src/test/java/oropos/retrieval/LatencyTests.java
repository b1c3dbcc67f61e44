package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
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

    /// At most so many rounds before counting, and so many milliseconds of compiling in a round that
    /// counts as done.
    private static final int MOST_ROUNDS = 12;

    private static final long COMPILED = 40;

    private final SearchQueue queue = new SearchQueue();
    private List<String> vocabulary = List.of();

    @TempDir Path folder;

    private String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
            text.append(word(word)).append(' ');
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
        vocabulary = vocabulary();
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
            TokenFile tokens = tokens(encoder);
            Catalogue.State hybrid =
                    new Catalogue.State(
                            index,
                            Meanings.of(index, vectors, DIMENSIONS).orElseThrow(),
                            Pieces.of(index, tokens, DIMENSIONS).orElseThrow(),
                            false,
                            "");
            QueryWriter writer = new QueryWriter(Terminology.builtIn());
            SplittableRandom random = new SplittableRandom(2);
            List<String> drawn = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                drawn.add(words(random, 8));
            }
            measure("words drawn as the records' are", records, drawn, hybrid, encoder, writer);
            List<String> common = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                common.add(asCommonAsInClaims(random, 9));
            }
            measure("words as common as in claims", records, common, hybrid, encoder, writer);
        }
    }

    private void measure(
            String which,
            int records,
            List<String> questions,
            Catalogue.State hybrid,
            Embedder encoder,
            QueryWriter writer)
            throws Exception {
        double lucene =
                p99(
                        which + ": Lucene BM25, top 10",
                        records,
                        questions,
                        text ->
                                hybrid.index()
                                        .search(
                                                writer.write(text, hybrid.index(), Stage.PLAIN)
                                                        .clauses(),
                                                10));
        double deep =
                p99(
                        which + ": Lucene BM25, top 1,000",
                        records,
                        questions,
                        text ->
                                hybrid.index()
                                        .search(
                                                writer.write(text, hybrid.index(), Stage.PLAIN)
                                                        .clauses(),
                                                Fusion.DEPTH));
        double text = p99(which + ": text", records, questions, ask(hybrid, null, writer));
        double both = p99(which + ": hybrid", records, questions, ask(hybrid, encoder, writer));
        assertThat(lucene).isPositive();
        assertThat(deep).isPositive();
        assertThat(text).isLessThan(1_000);
        assertThat(both).isLessThan(4_000);
    }

    /// Shares of all records that hold a word, at the 0, 10, 25, 50, 75, 90, 99 and 100% of the words
    /// of SciFact's claims among its abstracts, without the commonest English words.
    private static final double[] AT = {0, .1, .25, .5, .75, .9, .99, 1};

    private static final double[] SHARES = {.0002, .0008, .0046, .0237, .0776, .1841, .3799, .7885};

    /// Words that stand in as large a share of the records as those of real claims do.
    private String asCommonAsInClaims(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double at = random.nextDouble();
            int step = 1;
            while (at > AT[step]) {
                step++;
            }
            double share =
                    SHARES[step - 1]
                            + (at - AT[step - 1])
                                    / (AT[step] - AT[step - 1])
                                    * (SHARES[step] - SHARES[step - 1]);
            int word = 0;
            while (word < VOCABULARY - 1 && share(word) > share) {
                word = word < 100 ? word + 1 : word + word / 100;
            }
            text.append(word(Math.min(word, VOCABULARY - 1))).append(' ');
        }
        return text.toString().strip();
    }

    /// The share of the records that hold a word.
    private static double share(int word) {
        double drawn = Math.cbrt((word + 1d) / VOCABULARY) - Math.cbrt(word / (double) VOCABULARY);
        return 1 - Math.pow(1 - drawn, WORDS);
    }

    /// Words by how common they are: those of the starter library, then those of the vocabulary's
    /// names, then made-up ones.
    private static List<String> vocabulary() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String file : resource("/starter/index.txt").lines().toList()) {
            for (String word :
                    resource("/starter/" + file).toLowerCase(Locale.ROOT).split("[^a-z]+")) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        Set<String> words = new LinkedHashSet<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(word -> word.length() > 3)
                .forEach(words::add);
        List<String> names =
                new ArrayList<>(
                        new TreeSet<>(
                                List.of(
                                        resource("/vocabulary/mesh-2024.tsv.gz")
                                                .toLowerCase(Locale.ROOT)
                                                .split("[^a-z]+"))));
        Collections.shuffle(names, new Random(4));
        names.stream().filter(word -> word.length() > 3).forEach(words::add);
        for (int i = 0; words.size() < VOCABULARY; i++) {
            words.add(Integer.toString(i + 46_656, 36).replace('s', 'z'));
        }
        return words.stream().limit(VOCABULARY).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = LatencyTests.class.getResourceAsStream(name);
                InputStream text = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String word(int number) {
        return vocabulary.get(number);
    }

    private Consumer<String> ask(
            Catalogue.State state, @Nullable Embedder encoder, QueryWriter writer) {
        QuestionEncoder questions = encoder == null ? null : new QuestionEncoder(encoder);
        return text -> {
            Wanted wanted = writer.write(text, state.index());
            new Search(state, questions, wanted.meaning()).ranked(wanted, Fusion.DEPTH, place -> 4);
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

    private TokenFile tokens(Embedder encoder) throws IOException {
        return new TokenFile(
                folder,
                encoder.name(),
                DIMENSIONS,
                new TokenFile.Mean(encoder.meanName(), encoder::mean));
    }

    private void vectors(int records, Embedder encoder) throws IOException {
        VectorFile vectors = new VectorFile(folder, encoder.name(), DIMENSIONS);
        TokenFile tokens = tokens(encoder);
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

    /// The 99th percentile of each question's time, told twice: after all of them were asked once, when
    /// the machine still compiles beside the askers, and after as many rounds as that takes. The last
    /// counts.
    private double p99(String what, int records, List<String> questions, Consumer<String> search)
            throws Exception {
        millis(questions, search);
        round(what + ", asked once before", records, questions, search);
        int rounds = 3;
        while (compiling(questions, search) > COMPILED && rounds < MOST_ROUNDS) {
            rounds++;
        }
        return round(what + ", asked " + rounds + " times before", records, questions, search);
    }

    /// Milliseconds that were spent compiling while the questions were asked.
    private long compiling(List<String> questions, Consumer<String> search) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long start = compiler.getTotalCompilationTime();
        millis(questions, search);
        return compiler.getTotalCompilationTime() - start;
    }

    private double round(String what, int records, List<String> questions, Consumer<String> search)
            throws Exception {
        OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = compiler.getTotalCompilationTime();
        long start = machine.getProcessCpuTime();
        List<Double> all = millis(questions, search);
        double work = (machine.getProcessCpuTime() - start) / 1e6 / questions.size();
        double compiling =
                (compiler.getTotalCompilationTime() - compiled) / (double) questions.size();
        all.sort(null);
        double p99 = all.get((int) Math.ceil(.99 * all.size()) - 1);
        System.out.printf(
                Locale.ROOT,
                "latency: %s, %,d records, %d askers: median %.1f ms, p95 %.1f ms, p99 %.1f ms,"
                        + " processor time %.2f ms a question (compiling %.2f ms by the clock)%n",
                what,
                records,
                ASKERS,
                all.get(all.size() / 2),
                all.get((int) Math.ceil(.95 * all.size()) - 1),
                p99,
                work,
                compiling);
        return p99;
    }

    private List<Double> millis(List<String> questions, Consumer<String> search) throws Exception {
        List<Future<List<Double>>> askers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(ASKERS)) {
            for (int asker = 0; asker < ASKERS; asker++) {
                int first = asker;
                askers.add(
                        pool.submit(() -> {
                            List<Double> millis = new ArrayList<>();
                            for (int i = first; i < questions.size(); i += ASKERS) {
                                long start = System.nanoTime();
                                String question = questions.get(i);
                                queue.inTurn(() -> {
                                    search.accept(question);
                                    return question;
                                });
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
        return all;
    }
}
