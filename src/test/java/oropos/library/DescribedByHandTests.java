package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.pubmed.PubmedReader;
import oropos.terminology.AgeRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the describer against what a person read in the same records. The labels were committed
/// before the describer was written; the shares it must reach are what it reached, rounded down, so
/// that a change that makes it worse is noticed.
class DescribedByHandTests {

    /// Designs named as a person would.
    private static final double DESIGNS_RIGHT = 0.90;

    /// Of the numbers, ages and sexes it states, the share that is right: a wrong one is worse than
    /// none.
    private static final double STATED_RIGHT = 0.90;

    /// Of those a person found, the share it states rightly.
    private static final double FOUND = 0.70;

    private record Label(
            String corpus, String id, String design, String n, String ages, String sex) {
        String name() {
            return corpus + " " + id;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"described-by-hand.tsv", "described-by-hand-2.tsv"})
    void designsAreThoseAPersonReads(String file) {
        List<String> wrong = new ArrayList<>();
        Map<Label, Study> described = described(file);
        described.forEach((label, study) -> {
            if (!List.of(label.design().split("\\|")).contains(study.design().name())) {
                wrong.add(label.name() + " is " + label.design() + ", was " + study);
            }
        });

        assertThat(share(described.size() - wrong.size(), described.size()))
                .as(String.join("\n", wrong))
                .isGreaterThanOrEqualTo(DESIGNS_RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"described-by-hand.tsv", "described-by-hand-2.tsv"})
    void noDesignIsCalledCertainAndStrongerThanAPersonReads(String file) {
        described(file)
                .forEach((label, study) -> {
                    boolean trial = study.design() == Design.RANDOMISED_TRIAL;
                    boolean review = study.design() == Design.SYSTEMATIC_REVIEW;
                    if (study.designCertain() && (trial || review)) {
                        assertThat(label.design())
                                .as(label.name() + " " + study.designReason())
                                .contains(study.design().name());
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"described-by-hand.tsv", "described-by-hand-2.tsv"})
    void numbersOfPeopleAreRightOrNotStated(String file) {
        measure(file, label -> label.n(), study -> study.n() == null ? null : study.n().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"described-by-hand.tsv", "described-by-hand-2.tsv"})
    void agesAreRightOrNotStated(String file) {
        measure(file, label -> label.ages(), study -> ages(study.population().ages()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"described-by-hand.tsv", "described-by-hand-2.tsv"})
    void sexIsRightOrNotStated(String file) {
        measure(
                file,
                label -> label.sex(),
                study -> study.population().sex() == null ? null : study.population().sex().name());
    }

    private interface Said {
        @Nullable String of(Study study);
    }

    private interface Read {
        String of(Label label);
    }

    private static void measure(String file, Read read, Said said) {
        int stated = 0;
        int right = 0;
        int found = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Label, Study> one : described(file).entrySet()) {
            String expected = read.of(one.getKey());
            String actual = said.of(one.getValue());
            found += expected.equals("-") ? 0 : 1;
            stated += actual == null ? 0 : 1;
            if (actual != null && actual.equals(expected)) {
                right++;
            } else if (actual != null || !expected.equals("-")) {
                wrong.add(one.getKey().name() + " is " + expected + ", was " + actual);
            }
        }
        String report =
                "%d right of %d stated, %d to be found%n%s"
                        .formatted(right, stated, found, String.join("\n", wrong));
        assertThat(share(right, stated)).as(report).isGreaterThanOrEqualTo(STATED_RIGHT);
        assertThat(share(right, found)).as(report).isGreaterThanOrEqualTo(FOUND);
    }

    private static @Nullable String ages(@Nullable AgeRange ages) {
        if (ages == null) {
            return null;
        }
        int from = ages.youngest().inYears();
        return ages.oldest().inYears() >= AgeRange.OPEN_END
                ? from + "+"
                : from + "-" + ages.oldest().inYears();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private static Map<Label, Study> described(String file) {
        Map<String, Record> records = records();
        Map<Label, Study> described = new LinkedHashMap<>();
        for (Label label : labels(file)) {
            Record record = records.get(label.name());
            assertThat(record).as(label.name()).isNotNull();
            described.put(label, Describer.builtIn().describe(Objects.requireNonNull(record)));
        }
        return described;
    }

    private static List<Label> labels(String file) {
        try (var stream = DescribedByHandTests.class.getResourceAsStream(file)) {
            String words =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return words.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Label(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Record> records() {
        Map<String, Record> records = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(Literature.at("literature/pubmed-xml"))) {
            PubmedReader reader = new PubmedReader();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.toString().endsWith(".xml") || !reader.reads(Head.of(Input.file(file)))) {
                    continue;
                }
                try {
                    for (Record record : Gathered.from(reader, Input.file(file)).records) {
                        records.putIfAbsent("pubmed " + record.pmid(), record);
                    }
                } catch (SourceFileException malformed) {
                    // Two files of the collection are malformed on purpose.
                    continue;
                }
            }
            records.putAll(pubmedQa());
            records.putAll(medEvidence());
            records.putAll(sciFact());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return records;
    }

    private static Map<String, Record> pubmedQa() {
        Map<String, Record> records = new LinkedHashMap<>();
        JsonNode all =
                JsonMapper.shared()
                        .readTree(Literature.at("questions/pubmedqa/pubmedqa-dev.json").toFile());
        for (Map.Entry<String, JsonNode> one : all.properties()) {
            Record.Builder record =
                    Record.of(
                                    SourceId.pmid(one.getKey()),
                                    "pubmed",
                                    one.getValue().get("QUESTION").asString(),
                                    TextKind.ABSTRACT)
                            .mesh(strings(one.getValue().get("MESHES")));
            List<String> labels = strings(one.getValue().get("LABELS"));
            List<String> contexts = strings(one.getValue().get("CONTEXTS"));
            for (int at = 0; at < contexts.size(); at++) {
                record.part(
                        Passage.Role.ABSTRACT,
                        List.of(labels.get(at).toUpperCase(Locale.ROOT)),
                        contexts.get(at));
            }
            records.put("pubmedqa " + one.getKey(), record.build());
        }
        return records;
    }

    private static Map<String, Record> medEvidence() throws IOException {
        Map<String, Record> records = new LinkedHashMap<>();
        Path file = Literature.at("questions/med-evidence/med-evidence-dev.jsonl");
        for (String line : Files.readAllLines(file)) {
            for (Map.Entry<String, JsonNode> one :
                    JsonMapper.shared().readTree(line).get("sources").properties()) {
                JsonNode source = one.getValue();
                records.put(
                        "medevidence " + one.getKey(),
                        plain(
                                one.getKey(),
                                source.get("title").asString(),
                                source.get("content").asString()));
            }
        }
        return records;
    }

    private static Map<String, Record> sciFact() throws IOException {
        Map<String, Record> records = new LinkedHashMap<>();
        Path file = Literature.at("questions/scifact/corpus.jsonl.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode one = JsonMapper.shared().readTree(line);
                records.put(
                        "scifact " + one.get("id").asString(),
                        plain(
                                "1",
                                one.get("title").asString(),
                                String.join(" ", strings(one.get("sentences")))));
            }
        }
        return records;
    }

    private static Record plain(String pmid, String title, String words) {
        return Record.of(SourceId.pmid(pmid), "pubmed", title, TextKind.ABSTRACT)
                .part(Passage.Role.ABSTRACT, List.of(), words)
                .build();
    }

    private static List<String> strings(@Nullable JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node != null) {
            node.forEach(one -> found.add(one.asString()));
        }
        return found;
    }
}
