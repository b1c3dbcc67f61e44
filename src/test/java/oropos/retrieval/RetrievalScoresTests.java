package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Progress;
import oropos.question.ClinicalQuestion;
import oropos.question.Patient;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Terminology;

/// What a candidate tells beside its rank: how near its meaning is, how much of the question it covers.
class RetrievalScoresTests {

    @TempDir Path folder;

    private Retrieval open(Shelf shelf) {
        return open(shelf, null);
    }

    private Retrieval open(Shelf shelf, @Nullable WordEmbedder embedder) {
        return new Retrieval(folder, shelf, Terminology.builtIn(), embedder);
    }

    private static ShelfInMemory shelf() {
        return RetrievalTests.shelf();
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
}
