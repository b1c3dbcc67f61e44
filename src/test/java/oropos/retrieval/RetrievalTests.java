package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Population;
import oropos.library.Progress;
import oropos.question.ClinicalQuestion;
import oropos.question.Patient;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Terminology;

class RetrievalTests {

    @TempDir Path folder;

    private static ShelfInMemory shelf() {
        return new ShelfInMemory()
                .with(
                        "guideline:test/bone",
                        "guideline",
                        "Vertebral fractures in children",
                        ShelfInMemory.body("Intravenous bisphosphonates may be considered."),
                        ShelfInMemory.body("Measure vitamin D before the first infusion."))
                .with(
                        "pmid:2",
                        "pubmed",
                        "Croup",
                        new Part(Role.ABSTRACT, "Dexamethasone shortens croup in children."))
                .with(
                        "pmid:3",
                        "pubmed",
                        "Calcitonin for acute pain",
                        new Part(
                                Role.ABSTRACT, "Calcitonin for pain of spine fractures in adults."))
                .with(
                        "medquad:NIH/1#1",
                        "medquad",
                        "What causes rickets?",
                        new Part(Role.QUESTION, "What causes rickets ?"),
                        new Part(Role.ANSWER, "Too little sunlight and calcium."));
    }

    private Retrieval open(Shelf shelf) {
        return open(shelf, null);
    }

    private Retrieval open(Shelf shelf, @Nullable WordEmbedder embedder) {
        return new Retrieval(folder, shelf, Terminology.builtIn(), embedder);
    }

    private static List<String> sources(Findings findings) {
        return findings.candidates().stream().map(c -> c.passage().source().value()).toList();
    }

    @Test
    void findsAPassageByTheTitleOfItsSource() {
        try (Retrieval retrieval = open(shelf())) {
            Findings findings =
                    retrieval.find(Questions.about("vertebral", "fractures", "infusion"));

            Candidate best = findings.candidates().getFirst();
            assertThat(best.passage().source().value()).isEqualTo("guideline:test/bone");
            assertThat(best.passage().ordinal()).isEqualTo(2);
            assertThat(best.rank()).isEqualTo(1);
            assertThat(best.score()).isEqualTo(1);
            assertThat(best.coverage()).isEqualTo(1);
            assertThat(best.cosine()).isNaN();
            assertThat(best.why())
                    .contains("title: vertebral", "title: fractures", "term: infusion");
            assertThat(findings.sourcesSearched()).isEqualTo(4);
            assertThat(findings.sourcesFound()).isEqualTo(2);
            assertThat(findings.generation()).isEqualTo("g0001-4");
            assertThat(findings.recipe()).contains("BM25", "meaning off: no encoder");
        }
    }

    @Test
    void findsAPairByItsQuestionAndGivesTheAnswer() {
        try (Retrieval retrieval = open(shelf())) {
            Candidate best =
                    retrieval.find(Questions.about("rickets", "cause")).candidates().getFirst();

            assertThat(best.passage().source().value()).isEqualTo("medquad:NIH/1#1");
            assertThat(best.passage().ordinal()).as("the answer").isEqualTo(2);
        }
    }

    @Test
    void findsAQuestionWithoutAnAnswer() {
        Shelf shelf =
                shelf().with(
                                "medquad:NIH/1#2",
                                "medquad",
                                "What is scurvy?",
                                new Part(Role.QUESTION, "What is scurvy ?"));
        try (Retrieval retrieval = open(shelf)) {
            assertThat(sources(retrieval.find(Questions.about("scurvy"))))
                    .containsExactly("medquad:NIH/1#2");
        }
    }

    @Test
    void findsATitleThatHasNothingElse() {
        try (Retrieval retrieval = open(shelf().with("pmid:9", "pubmed", "Scurvy returns"))) {
            assertThat(sources(retrieval.find(Questions.about("scurvy"))))
                    .containsExactly("pmid:9");
        }
    }

    @Test
    void doesNotSearchWhatIsDenied() {
        ClinicalQuestion question =
                Questions.of(
                        List.of(
                                Questions.problem("x:1", "Croup", "croup", Assertion.NEGATED),
                                Questions.problem("x:2", "Rickets", "rickets", Assertion.PRESENT)),
                        List.of("croup", "rickets"),
                        List.of(),
                        Patient.UNKNOWN);
        try (Retrieval retrieval = open(shelf())) {
            assertThat(sources(retrieval.find(question))).containsExactly("medquad:NIH/1#1");
        }
    }

    @Test
    void findsNothingForNothing() {
        try (Retrieval retrieval = open(shelf())) {
            assertThat(retrieval.find(Questions.about()).candidates()).isEmpty();
            assertThat(retrieval.find(Questions.about("xyzzy", "the", "")).candidates()).isEmpty();
        }
    }

    @Test
    void searchesAnEmptyLibrary() {
        try (Retrieval retrieval = open(new ShelfInMemory())) {
            Findings findings = retrieval.find(Questions.about("croup"));

            assertThat(findings.candidates()).isEmpty();
            assertThat(findings.sourcesSearched()).isZero();
        }
    }

    @Test
    void givesNoSourceMoreThanItsShare() {
        ShelfInMemory shelf = new ShelfInMemory();
        Part[] many =
                IntStream.range(0, 40)
                        .mapToObj(i -> ShelfInMemory.body("Croup and " + "steam ".repeat(i + 1)))
                        .toArray(Part[]::new);
        shelf.with("guideline:test/croup", "guideline", "Croup", many)
                .with("pmc:PMC1", "jats", "Croup", many);
        try (Retrieval retrieval = open(shelf)) {
            List<String> found = sources(retrieval.find(Questions.about("croup")));

            assertThat(found).filteredOn("guideline:test/croup"::equals).hasSize(12);
            assertThat(found).filteredOn("pmc:PMC1"::equals).hasSize(4);
        }
    }

    @Test
    void readsSubscriptDigits() {
        try (Retrieval retrieval = open(shelf().with("pmid:7", "pubmed", "Fracture of T₁₂"))) {
            assertThat(sources(retrieval.find(Questions.about("T12")))).containsExactly("pmid:7");
        }
    }

    @Test
    void readsAVertebraInWhateverWords() {
        ShelfInMemory shelf =
                shelf().with("pmid:7", "pubmed", "Fracture of the twelfth thoracic vertebra")
                        .with("pmid:8", "pubmed", "Compression fracture of Th12")
                        .with("pmid:9", "pubmed", "Compression fracture of L1");
        try (Retrieval retrieval = open(shelf)) {
            assertThat(sources(retrieval.find(Questions.about("T12"))))
                    .containsExactlyInAnyOrder("pmid:7", "pmid:8");
        }
    }

    @Test
    void givesTheSameWhateverTheOrderAndTheThreads() throws Exception {
        ShelfInMemory shelf = random(600, 42);
        ClinicalQuestion question = Questions.about("bone", "pain", "child", "fever");
        Findings expected;
        try (Retrieval retrieval = open(shelf)) {
            expected = retrieval.find(question);
            assertThat(expected.candidates()).hasSize(Retrieval.DEPTH);
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<Findings>> together = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    together.add(threads.submit(() -> retrieval.find(question)));
                }
                for (Future<Findings> one : together) {
                    assertThat(one.get()).isEqualTo(expected);
                }
            }
        }
        for (long seed = 1; seed <= 3; seed++) {
            try (Retrieval retrieval =
                    new Retrieval(
                            folder.resolve("other" + seed),
                            shelf.shuffled(seed),
                            Terminology.builtIn(),
                            null)) {
                assertThat(retrieval.find(question)).isEqualTo(expected);
            }
        }
    }

    @Test
    void ranksEqualsByTheirIds() {
        ShelfInMemory shelf = new ShelfInMemory();
        Stream.of("pmid:5", "pmid:30", "doi:10.1/a", "pmid:4")
                .forEach(id -> shelf.with(id, "pubmed", "Croup"));
        try (Retrieval retrieval = open(shelf)) {
            assertThat(sources(retrieval.find(Questions.about("croup"))))
                    .containsExactly("doi:10.1/a", "pmid:30", "pmid:4", "pmid:5");
        }
    }

    @Test
    void refreshesToTheSameAsMakingItAnew() {
        ShelfInMemory shelf = random(200, 7);
        ClinicalQuestion question = Questions.about("bone", "fever");
        try (Retrieval retrieval = open(shelf)) {
            shelf.without("pmid:100")
                    .with("pmid:101", "pubmed", "Bone", ShelfInMemory.body("Fever of bone"))
                    .with("pmid:9999", "pubmed", "Bone fever", ShelfInMemory.body("Bone"));
            assertThat(retrieval.isStale()).isTrue();

            retrieval.refresh(Progress.none());

            assertThat(retrieval.isStale()).isFalse();
            assertThat(retrieval.generation()).isEqualTo("g0002-203");
            Findings refreshed = retrieval.find(question);
            assertThat(sources(refreshed)).contains("pmid:101", "pmid:9999");
            retrieval.rebuild(Progress.none());
            assertThat(retrieval.find(question).candidates()).isEqualTo(refreshed.candidates());
        }
    }

    @Test
    void leavesAnUnchangedIndexAlone() {
        try (Retrieval retrieval = open(shelf())) {
            retrieval.refresh(Progress.none());

            assertThat(retrieval.generation()).isEqualTo("g0001-4");
        }
    }

    @Test
    void opensWhatIsThere() {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0001-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void takesOverWhatAnotherProcessMade() {
        ShelfInMemory shelf = shelf();
        try (Retrieval reading = open(shelf);
                Retrieval writing = open(shelf)) {
            shelf.with("pmid:8", "pubmed", "Scurvy");
            writing.refresh(Progress.none());
            assertThat(sources(reading.find(Questions.about("scurvy")))).isEmpty();

            reading.refresh(Progress.none());

            assertThat(reading.generation()).isEqualTo(writing.generation()).isEqualTo("g0002-5");
            assertThat(sources(reading.find(Questions.about("scurvy")))).containsExactly("pmid:8");
        }
    }

    @Test
    void makesADamagedIndexAnew() throws IOException {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        try (Stream<Path> files = Files.list(folder.resolve("index/g0001-4"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0002-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void makesAnIndexAnewWhoseNameIsLost() throws IOException {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        Files.writeString(folder.resolve("index/CURRENT"), "../../etc");
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0002-4");
        }
    }

    @Test
    void staysInMemoryWhereTheFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("index"), "a file where a folder should be");
        try (Retrieval retrieval = open(shelf())) {
            assertThat(retrieval.generation()).isEqualTo("memory-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void keepsNoOldGenerations() throws IOException {
        ShelfInMemory shelf = shelf();
        try (Retrieval retrieval = open(shelf)) {
            for (int i = 0; i < 3; i++) {
                retrieval.rebuild(Progress.none());
            }
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("CURRENT", "LOCK", "g0004-4");
            }
        }
    }

    @Test
    void saysThatItIsClosed() {
        Retrieval retrieval = open(shelf());
        retrieval.close();

        assertThatThrownBy(() -> retrieval.find(Questions.about("croup")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void searchesAFloodOfWordsAsItsMostTellingOnes() {
        Random random = new Random(5);
        String flood =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> Integer.toString(random.nextInt(1_000_000), 36))
                        .reduce(
                                new StringBuilder(),
                                (a, b) -> a.append(b).append(' '),
                                StringBuilder::append)
                        .toString();
        ClinicalQuestion question = Questions.about("calcitonin", flood, "a AND (b OR *) \"");
        try (Retrieval retrieval = open(shelf())) {
            Findings findings = retrieval.find(question);

            assertThat(sources(findings)).startsWith("pmid:3");
            assertThat(findings.candidates().getFirst().coverage()).isBetween(0d, .1);
        }
    }

    @Test
    void searchesByMeaningOnceAllVectorsAreThere() {
        ShelfInMemory shelf = shelf();
        try (Retrieval retrieval = open(shelf, new WordEmbedder())) {
            assertThat(retrieval.find(Questions.about("croup")).recipe())
                    .contains("meaning off: vectors not computed");

            retrieval.embed(Progress.none());

            Findings findings = retrieval.find(Questions.about("croup", "dexamethasone"));
            assertThat(findings.recipe()).contains("meaning 0.5 words-64");
            Candidate best = findings.candidates().getFirst();
            assertThat(best.passage().source().value()).isEqualTo("pmid:2");
            assertThat(best.score()).isEqualTo(1);
            assertThat(best.cosine()).isBetween(.3, 1d);
            assertThat(best.why()).last().asString().startsWith("meaning .");
            assertThat(findings.candidates())
                    .as("passages without a common word are ranked by meaning alone")
                    .hasSizeGreaterThan(2);

            shelf.with("pmid:11", "pubmed", "Croup at night", ShelfInMemory.body("Steam"));
            retrieval.refresh(Progress.none());
            assertThat(retrieval.find(Questions.about("croup")).recipe())
                    .as("a few new passages are encoded at once")
                    .contains("meaning 0.5");
        }
        try (Retrieval again = open(shelf, new WordEmbedder())) {
            assertThat(again.find(Questions.about("croup")).recipe()).contains("meaning 0.5");
        }
    }

    @Test
    void fusesHalfWordsAndHalfMeaning() {
        ShelfInMemory shelf =
                new ShelfInMemory()
                        .with("pmid:1", "pubmed", "croup croup steam")
                        .with("pmid:2", "pubmed", "croup night cough steam barking")
                        .with("pmid:3", "pubmed", "rickets");
        WordEmbedder encoder = new WordEmbedder();
        try (Retrieval words = open(shelf);
                Retrieval both = open(shelf, encoder)) {
            ClinicalQuestion question = Questions.about("croup");
            List<Candidate> byWords = words.find(question).candidates();
            both.embed(Progress.none());
            List<Candidate> fused = both.find(question).candidates();

            double least = fused.stream().mapToDouble(Candidate::cosine).min().orElseThrow();
            double most = fused.stream().mapToDouble(Candidate::cosine).max().orElseThrow();
            assertThat(fused).hasSize(3);
            for (Candidate one : fused) {
                double bm25 =
                        byWords.stream()
                                .filter(c -> c.passage().equals(one.passage()))
                                .mapToDouble(Candidate::score)
                                .findFirst()
                                .orElse(0);
                double expected = .5 * bm25 + .5 * (one.cosine() - least) / (most - least);
                assertThat(one.score()).isCloseTo(expected, within(.0003));
            }
        }
    }

    @Test
    void countsCoverageByTheFormula() {
        ShelfInMemory shelf =
                new ShelfInMemory()
                        .with("pmid:1", "pubmed", "croup steam")
                        .with("pmid:2", "pubmed", "croup night");
        try (Retrieval retrieval = open(shelf)) {
            List<Candidate> found =
                    retrieval
                            .find(
                                    Questions.of(
                                            List.of(),
                                            List.of("treatment", "croup", "steam"),
                                            List.of("zorbitrexone"),
                                            Patient.UNKNOWN))
                            .candidates();

            // N = 2: croup in both, ln(1 + .5 / 2.5) -> 1, halved; steam in one,
            // ln(1 + 1.5 / 1.5) -> 1, halved; zorbitrexone in none and unknown, ln(1 + 2.5 / .5)
            double all = .5 + .5 + Math.log(6);
            assertThat(found.get(0).passage().source().value()).isEqualTo("pmid:1");
            assertThat(found.get(0).coverage()).isCloseTo(1 / all, within(.0001));
            assertThat(found.get(1).coverage()).isCloseTo(.5 / all, within(.0001));
        }
    }

    @Test
    void countsAConceptOnceAndWhole() {
        ClinicalQuestion question =
                Questions.of(
                        List.of(
                                Questions.problem(
                                        "x:1", "Acute pain", "acute pain", Assertion.PRESENT)),
                        List.of("acute", "pain"),
                        List.of(),
                        Patient.UNKNOWN);
        ShelfInMemory shelf = shelf().with("pmid:12", "pubmed", "Pain of teething");
        try (Retrieval retrieval = open(shelf)) {
            List<Candidate> found = retrieval.find(question).candidates();

            assertThat(found.get(0).passage().source().value()).isEqualTo("pmid:3");
            assertThat(found.get(0).coverage()).isEqualTo(1);
            assertThat(found.get(0).why()).contains("title: acute pain");
            assertThat(found.get(1).passage().source().value()).isEqualTo("pmid:12");
            assertThat(found.get(1).coverage()).isZero();
        }
    }

    static ShelfInMemory random(int sources, long seed) {
        List<String> words =
                List.of("bone", "pain", "child", "fever", "cough", "rash", "dose", "night", "drug");
        Random random = new Random(seed);
        ShelfInMemory shelf = new ShelfInMemory();
        for (int i = 0; i < sources; i++) {
            StringBuilder text = new StringBuilder();
            int length = 3 + random.nextInt(40);
            for (int w = 0; w < length; w++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            shelf.with(
                    "pmid:" + (i + 1),
                    "pubmed",
                    words.get(random.nextInt(words.size())),
                    List.of(),
                    Population.UNSTATED,
                    ShelfInMemory.body(text.toString().strip()),
                    ShelfInMemory.body("Plain " + words.get(i % words.size())));
        }
        return shelf;
    }
}
