package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.inference.Embedder;
import oropos.inference.Encoders;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.lucene.Clause;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Terminology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures the search on SciFact: 809 claims, 5,183 abstracts. Skipped where the data are absent.
///
/// Published for these claims (BEIR's training queries): BM25 over title and abstract in one field
/// gives nDCG@10 .6974.
class SciFactTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir Path folder;

    private record Claim(String id, String words, Set<String> cited) {}

    private record Scores(double ndcg10, double recall100, double millis) {}

    @Test
    void ranksWithOneFieldAsThePublishedBaselineDoes() throws IOException {
        List<JsonNode> corpus = corpus();
        long start = System.nanoTime();
        Generation index =
                Generations.inMemory(writer -> {
                    corpus.forEach(abstractOf -> writer.add(entry(abstractOf)));
                    return new Generations.Facts("test", 1);
                });
        double perSecond = corpus.size() / ((System.nanoTime() - start) / 1e9);
        Scores scores =
                measure(
                        claims(),
                        words -> {
                            int[] places =
                                    index.search(clauses(words), 100).stream()
                                            .mapToInt(Generation.Hit::place)
                                            .toArray();
                            List<String> ids = new ArrayList<>();
                            for (int place : places) {
                                ids.add(index.ids(new int[] {place}).getFirst());
                            }
                            return ids;
                        });
        print("one field", scores, perSecond);
        assertThat(scores.ndcg10()).isBetween(.690, .705);
        assertThat(scores.recall100()).isGreaterThan(.90);
        index.close();
    }

    @Test
    void ranksWholeQuestionsNoWorse() throws IOException {
        List<JsonNode> corpus = corpus();
        List<Claim> claims = claims();
        long start = System.nanoTime();
        try (Retrieval retrieval = retrieval(corpus, null)) {
            double perSecond = corpus.size() / ((System.nanoTime() - start) / 1e9);
            Scores scores = measure(claims, words -> found(retrieval, words));
            print("whole search, words", scores, perSecond);
            assertThat(scores.ndcg10()).isGreaterThan(.68);
            assertThat(scores.recall100()).isGreaterThan(.90);
        }
    }

    @Test
    void ranksUnderstoodQuestionsNoWorse() throws IOException {
        Understanding understanding = new Understanding(Terminology.builtIn());
        try (Retrieval retrieval = retrieval(corpus(), null)) {
            Scores scores =
                    measure(claims(), words -> found(retrieval, understood(understanding, words)));
            print("understood, words and concepts", scores, 0);
            assertThat(scores.ndcg10()).isGreaterThan(.68);
            assertThat(scores.recall100()).isGreaterThan(.90);
        }
    }

    /// A claim of a laboratory may be refused as no clinical question; it is searched as it stands.
    private static ClinicalQuestion understood(Understanding understanding, String words) {
        return switch (understanding.of(new Asked(words, Reader.PHYSICIAN))) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail unclear -> unclear.question();
            case Understood.Refused refused -> Questions.about(words);
        };
    }

    /// Takes a minute: encodes the abstracts that 120 claims cite and 400 others. Run with
    /// `-Dsurefire.extra=-Doropos.slow=true`.
    @Test
    void ranksBetterWithMeaning() throws IOException {
        assumeTrue(Boolean.getBoolean("oropos.slow"), "encodes abstracts: -Doropos.slow=true");
        List<Claim> claims = new ArrayList<>(claims());
        Collections.shuffle(claims, new Random(11));
        List<Claim> sample = claims.subList(0, 120);
        Set<String> wanted = new HashSet<>();
        sample.forEach(claim -> wanted.addAll(claim.cited()));
        List<JsonNode> corpus = new ArrayList<>(corpus());
        Collections.shuffle(corpus, new Random(12));
        int most = wanted.size() + 400;
        corpus.stream().limit(most).forEach(one -> wanted.add(one.path("id").asString()));
        corpus.removeIf(one -> !wanted.contains(one.path("id").asString()));
        try (Embedder encoder = Encoders.builtIn();
                Retrieval retrieval = retrieval(corpus, encoder)) {
            Scores words = measure(sample, claim -> found(retrieval, claim));
            long start = System.nanoTime();
            retrieval.embed(Progress.none());
            double perSecond = corpus.size() / ((System.nanoTime() - start) / 1e9);
            Scores both = measure(sample, claim -> found(retrieval, claim));
            print("sample of " + corpus.size() + ", words", words, 0);
            print("sample, words and meaning", both, perSecond);
            assertThat(both.ndcg10()).isGreaterThan(words.ndcg10() + .01);
        }
    }

    private static List<String> found(Retrieval retrieval, String words) {
        return found(retrieval, Questions.about(words));
    }

    private static List<String> found(Retrieval retrieval, ClinicalQuestion question) {
        return retrieval.find(question).candidates().stream()
                .map(candidate -> candidate.passage().source().value().substring(5))
                .toList();
    }

    private Retrieval retrieval(List<JsonNode> corpus, @Nullable Embedder encoder) {
        ShelfInMemory shelf = new ShelfInMemory();
        for (JsonNode one : corpus) {
            shelf.with(
                    "beir:" + one.path("id").asString(),
                    "pubmed",
                    one.path("title").asString(),
                    new Part(Role.ABSTRACT, sentences(one)));
        }
        return new Retrieval(folder, shelf, Terminology.builtIn(), encoder);
    }

    private static Entry entry(JsonNode one) {
        String id = one.path("id").asString();
        String title = one.path("title").asString();
        String text = title + " " + sentences(one);
        return new Entry(
                id, id, text, "", "", title, new TreeSet<>(), new TreeSet<>(), List.of(), text, 1);
    }

    private static String sentences(JsonNode one) {
        List<String> sentences = new ArrayList<>();
        one.path("sentences").forEach(sentence -> sentences.add(sentence.asString()));
        return String.join(" ", sentences);
    }

    /// A word asked twice counts twice, as in the published runs.
    private static List<Clause> clauses(String words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Stems.of(words).forEach(stem -> counts.merge(stem, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(stem -> new Clause(Field.MAIN, stem.getKey(), stem.getValue()))
                .toList();
    }

    private static Scores measure(List<Claim> claims, Function<String, List<String>> search) {
        claims.stream().limit(100).forEach(claim -> search.apply(claim.words()));
        double gain = 0;
        double recall = 0;
        long nanos = 0;
        for (Claim claim : claims) {
            long start = System.nanoTime();
            List<String> found = search.apply(claim.words());
            nanos += System.nanoTime() - start;
            double ideal = 0;
            double got = 0;
            for (int rank = 0; rank < Math.min(10, claim.cited().size()); rank++) {
                ideal += 1 / (Math.log(rank + 2) / Math.log(2));
            }
            for (int rank = 0; rank < Math.min(10, found.size()); rank++) {
                if (claim.cited().contains(found.get(rank))) {
                    got += 1 / (Math.log(rank + 2) / Math.log(2));
                }
            }
            gain += got / ideal;
            Set<String> among = new HashSet<>(found.subList(0, Math.min(100, found.size())));
            among.retainAll(claim.cited());
            recall += (double) among.size() / claim.cited().size();
        }
        int n = claims.size();
        return new Scores(gain / n, recall / n, nanos / 1e6 / n);
    }

    private static void print(String what, Scores scores, double perSecond) {
        System.out.printf(
                Locale.ROOT,
                "SciFact, %s: nDCG@10 %.4f, R@100 %.3f, %.2f ms a search, %.0f abstracts a second%n",
                what,
                scores.ndcg10(),
                scores.recall100(),
                scores.millis(),
                perSecond);
    }

    private static List<JsonNode> corpus() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(data("corpus.jsonl.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> all.add(JSON.readTree(line)));
        }
        assertThat(all).hasSize(5183);
        return all;
    }

    /// A line stands for each claim and each abstract with evidence; claims are joined by id.
    private static List<Claim> claims() throws IOException {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data("claims-dev.jsonl"))) {
            JsonNode claim = JSON.readTree(line);
            String id = claim.path("id").asString();
            Claim known =
                    claims.computeIfAbsent(
                            id,
                            key -> new Claim(id, claim.path("claim").asString(), new HashSet<>()));
            claim.path("citedDocuments").forEach(cited -> known.cited().add(cited.asString()));
        }
        return List.copyOf(claims.values());
    }

    private static Path data(String name) {
        @Nullable String shared = System.getenv("OROPOS_SHARED");
        Path file =
                Path.of(shared == null ? "../shared/data" : shared)
                        .resolve("questions/scifact")
                        .resolve(name);
        assumeTrue(Files.isReadable(file), "SciFact is not there: " + file);
        return file;
    }
}
