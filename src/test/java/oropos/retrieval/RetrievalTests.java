package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Population;
import oropos.question.ClinicalQuestion;
import oropos.question.Patient;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Terminology;

class RetrievalTests {

    @TempDir Path folder;

    static ShelfInMemory shelf() {
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
        return new Retrieval(folder, shelf, Terminology.builtIn(), null);
    }

    static List<String> sources(Findings findings) {
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
