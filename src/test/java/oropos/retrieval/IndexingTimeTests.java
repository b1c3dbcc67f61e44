package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Progress;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.Generations;
import oropos.retrieval.lucene.PlainLucene;
import oropos.terminology.Terminology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What indexing takes beside plain Lucene: by the clock, ours on as many threads as there are processors
/// and Lucene's on one, and in processor time of the whole process, which other work on the machine
/// changes less. In turns, medians; run with `-Dsurefire.extra="-Doropos.slow=true"`.
class IndexingTimeTests {

    private static final int ROUNDS = 9;

    /// Rounds before counting, in which the machine compiles.
    private static final int WARM = 4;

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void takesLittleMoreThanLuceneForTheSameFields() throws IOException {
        assumeTrue(Boolean.getBoolean("oropos.slow"), "takes minutes: -Doropos.slow=true");
        ShelfInMemory shelf = shelf();
        Cataloguer cataloguer = new Cataloguer(Terminology.builtIn());
        List<Entry> entries = new ArrayList<>();
        shelf.eachCurrent(version -> entries.addAll(cataloguer.entries(version)));
        List<Time> ours = new ArrayList<>();
        List<Time> same = new ArrayList<>();
        List<Time> one = new ArrayList<>();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            Time own =
                    time(() ->
                            Generations.inMemory(writer ->
                                            new Indexing(shelf, cataloguer, Progress.none())
                                                    .all(writer))
                                    .close());
            Time fields = time(() -> PlainLucene.sameFields(entries));
            Time field = time(() -> PlainLucene.oneField(entries));
            if (round >= WARM) {
                ours.add(own);
                same.add(fields);
                one.add(field);
            }
        }
        System.out.printf("indexing %,d abstracts%n", entries.size());
        print("processor time", Time::processor, ours, same, one);
        print("by the clock", Time::clock, ours, same, one);
        assertThat(median(ours, Time::processor)).isLessThan(3 * median(same, Time::processor));
    }

    private record Time(double processor, double clock) {}

    private static void print(
            String kind,
            ToDoubleFunction<Time> which,
            List<Time> ours,
            List<Time> same,
            List<Time> one) {
        double own = median(ours, which);
        double fields = median(same, which);
        double field = median(one, which);
        System.out.printf(
                Locale.ROOT,
                "indexing, %s: ours on %d threads %.2f s, Lucene with the same fields on one %.2f s"
                        + " (%.2f times), with one field %.2f s (%.2f times)%n",
                kind,
                Runtime.getRuntime().availableProcessors(),
                own,
                fields,
                own / fields,
                field,
                own / field);
    }

    private static Time time(Work work) throws IOException {
        OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = machine.getProcessCpuTime();
        long clock = System.nanoTime();
        work.run();
        return new Time(
                (machine.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9);
    }

    private static double median(List<Time> times, ToDoubleFunction<Time> which) {
        return times.stream().mapToDouble(which).sorted().toArray()[times.size() / 2];
    }

    private static ShelfInMemory shelf() throws IOException {
        @Nullable String shared = System.getenv("OROPOS_SHARED");
        Path file =
                Path.of(shared == null ? "../shared/data" : shared)
                        .resolve("questions/scifact/corpus.jsonl.gz");
        assumeTrue(Files.isReadable(file), "SciFact is not there: " + file);
        ShelfInMemory shelf = new ShelfInMemory();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(JsonMapper.shared()::readTree)
                    // in the order in which a library hands its sources over
                    .sorted(Comparator.comparing(one -> one.path("id").asString()))
                    .forEach(one ->
                            shelf.with(
                                    "beir:" + one.path("id").asString(),
                                    "beir",
                                    one.path("title").asString(),
                                    new Part(Role.ABSTRACT, sentences(one))));
        }
        return shelf;
    }

    private static String sentences(JsonNode one) {
        List<String> sentences = new ArrayList<>();
        one.path("sentences").forEach(sentence -> sentences.add(sentence.asString()));
        return String.join(" ", sentences);
    }
}
