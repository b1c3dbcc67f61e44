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
import java.util.List;
import java.util.Locale;
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

/// What indexing takes beside plain Lucene, in processor time of the whole process, which other work on
/// the machine changes less than the clock. In turns, medians; run with
/// `-Dsurefire.extra="-Doropos.slow=true"`.
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
        List<Double> ours = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            double own =
                    seconds(() ->
                            Generations.inMemory(writer ->
                                            new Indexing(shelf, cataloguer, Progress.none())
                                                    .all(writer))
                                    .close());
            double fields = seconds(() -> PlainLucene.sameFields(entries));
            double field = seconds(() -> PlainLucene.oneField(entries));
            if (round >= WARM) {
                ours.add(own);
                same.add(fields);
                one.add(field);
            }
        }
        double own = median(ours);
        System.out.printf(
                Locale.ROOT,
                "indexing %,d abstracts, processor time: ours %.2f s, Lucene with the same fields %.2f s"
                        + " (%.2f times), Lucene with one field %.2f s (%.2f times)%n",
                entries.size(),
                own,
                median(same),
                own / median(same),
                median(one),
                own / median(one));
        assertThat(own).isLessThan(3 * median(same));
    }

    private static double seconds(Work work) throws IOException {
        OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = machine.getProcessCpuTime();
        work.run();
        return (machine.getProcessCpuTime() - start) / 1e9;
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
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
