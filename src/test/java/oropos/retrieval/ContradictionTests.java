package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Literature;
import oropos.library.Progress;
import oropos.terminology.Terminology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether evidence against a claim is found by searching for the claim: the SciFact development
/// claims with an abstract labelled CONTRADICT, halved by the parity of their ids' digit sums.
class ContradictionTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir Path folder;

    private record Claim(String id, String words, Set<String> against) {}

    @Test
    void whatContradictsAClaimStandsAmongItsFirstResults() throws IOException {
        ShelfInMemory shelf = new ShelfInMemory();
        for (JsonNode one : corpus()) {
            List<String> sentences = new ArrayList<>();
            one.path("sentences").forEach(sentence -> sentences.add(sentence.asString()));
            shelf.with(
                    Article.of(
                            one.path("id").asInt(),
                            one.path("title").asString(),
                            String.join(" ", sentences)));
        }
        long start = System.nanoTime();
        try (Retrieval retrieval = new Retrieval(folder, shelf, Terminology.builtIn(), null)) {
            retrieval.refresh(Progress.none());
            double indexed = (System.nanoTime() - start) / 1e9;
            double[] sums = new double[2];
            int[] counts = new int[2];
            long nanos = 0;
            for (Claim claim : claims()) {
                long asked = System.nanoTime();
                SearchResults found =
                        retrieval.search(Enquiry.of(claim.words()).read(Enquiry.Syntax.WORDS));
                nanos += System.nanoTime() - asked;
                int half = claim.id().chars().map(digit -> digit - '0').sum() % 2;
                counts[half]++;
                sums[half] +=
                        found.results().stream()
                                .filter(hit ->
                                        claim.against()
                                                .contains(hit.source().id().value().substring(5)))
                                .findFirst()
                                .map(hit -> 1d / hit.rank())
                                .orElse(0d);
            }
            System.out.printf(
                    Locale.ROOT,
                    "SciFact, abstracts that contradict: MRR %.4f of %d claims and %.4f of %d; %.1f ms a"
                            + " search with quotes and facets; %.0f abstracts a second%n",
                    sums[0] / counts[0],
                    counts[0],
                    sums[1] / counts[1],
                    counts[1],
                    nanos / 1e6 / (counts[0] + counts[1]),
                    5183 / indexed);
            assertThat(sums[0] / counts[0]).isGreaterThan(.80);
            assertThat(sums[1] / counts[1]).isGreaterThan(.80);
        }
    }

    private static List<JsonNode> corpus() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                Literature.at(
                                                        "questions/scifact/corpus.jsonl.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> all.add(JSON.readTree(line)));
        }
        return all;
    }

    private static List<Claim> claims() throws IOException {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(Literature.at("questions/scifact/claims-dev.jsonl"))) {
            JsonNode claim = JSON.readTree(line);
            if (claim.path("label").asString().equals("CONTRADICT")) {
                String id = claim.path("id").asString();
                claims.computeIfAbsent(
                                id,
                                any ->
                                        new Claim(
                                                id,
                                                claim.path("claim").asString(),
                                                new TreeSet<>()))
                        .against()
                        .add(claim.path("evidenceDocument").asString());
            }
        }
        return List.copyOf(claims.values());
    }
}
