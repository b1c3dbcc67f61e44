package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Library;
import oropos.library.Literature;
import oropos.library.Progress;
import oropos.retrieval.Enquiry.Syntax;
import oropos.terminology.Terminology;

class ClinicalQueryTests {

    /// Records that meet one part of a string each, and some that come near and do not.
    private static ShelfInMemory shelf() {
        return new ShelfInMemory()
                .with(Article.of(10, "A clinical study", "This was no trial but a survey."))
                .with(Article.of(11, "Stones", "People were randomised, not randomized."))
                .with(Article.of(12, "Stones").types("Clinical Trial, Phase II"))
                .with(Article.of(13, "Stones").mesh("Quarries/therapeutic use"))
                .with(Article.of(14, "Stones").mesh("Random Allocation"))
                .with(Article.of(15, "Stones").types("Randomized Controlled Trial"))
                .with(Article.of(16, "A trial of stones", "It was randomized.", "And controlled."))
                .with(Article.of(17, "Stones", "Controlled but a trial by chance."))
                .with(Article.of(20, "Stones", "A sensitive test."))
                .with(Article.of(21, "Stones").mesh("Diagnosis, Differential"))
                .with(Article.of(22, "Stones").mesh("Diagnostic Imaging"))
                .with(Article.of(23, "Stones").mesh("Spinal Fractures/diagnosis"))
                .with(Article.of(24, "Stones", "Its specificity was high."))
                .with(Article.of(25, "Stones", "Their nonspecificity."))
                .with(Article.of(30, "Stones").mesh("Risk Factors"))
                .with(Article.of(31, "Stones").mesh("Retrospective Studies"))
                .with(Article.of(32, "Stones", "Two groups."))
                .with(Article.of(33, "Stones", "The relative height, and who risked it."))
                .with(Article.of(34, "Stones").mesh("Cohort Studies"))
                .with(Article.of(40, "Stones").mesh("Follow-Up Studies"))
                .with(Article.of(41, "Stones").mesh("Infant Mortality"))
                .with(Article.of(42, "Stones", "Of course."))
                .with(Article.of(43, "The first stone", "An episode of stones."))
                .with(Article.of(50, "Stones", "A scoring system."))
                .with(Article.of(51, "Stones").mesh("Predictive Value of Tests"))
                .with(Article.of(52, "Stones", "We validate it."))
                .with(Article.of(60, "Stones", "Nothing of the kind."));
    }

    @ParameterizedTest
    @CsvSource({
        "therapy-broad, 10 11 12 13 14 15 16",
        "therapy-narrow, 15 16",
        "diagnosis-broad, 20 21 22 23 51",
        "diagnosis-narrow, 24",
        "aetiology-broad, 30 31 32 33 34 40",
        "aetiology-narrow, 33 34",
        "prognosis-broad, 40 41 42 51",
        "prognosis-narrow, 43",
        "prediction-broad, 50 51",
        "prediction-narrow, 52"
    })
    void eachStringIsAPredicateOverTheIndex(String code, String expected, @TempDir Path folder) {
        try (Retrieval retrieval = new Retrieval(folder, shelf(), Terminology.builtIn(), null)) {
            SearchResults found = retrieval.search(all().with(List.of("query:" + code)));

            assertThat(
                            found.results().stream()
                                    .map(result -> result.source().id().value().substring(5))
                                    .sorted()
                                    .collect(Collectors.joining(" ")))
                    .isEqualTo(expected);
        }
    }

    private static Enquiry all() {
        return new Enquiry(
                "NOT zzzz[ti]", Syntax.PUBMED, List.of(), Enquiry.Sort.RELEVANCE, 0, 100);
    }

    /// Counts on real PubMed records. A narrow string finds fewer than the broad one, and of therapy
    /// and prognosis nothing that the broad one leaves out.
    @Test
    void theStringsCountRealRecords(@TempDir Path folder) {
        Path literature = Literature.at("literature/pubmed-xml");
        try (Library library = Library.open(folder, Library.Access.WRITE)) {
            library.add(List.of(literature), Progress.none());
            try (Retrieval retrieval =
                    Retrieval.open(folder, library, Terminology.builtIn(), null)) {
                Map<String, Integer> counts = new TreeMap<>();
                for (ClinicalQuery query : ClinicalQuery.all()) {
                    String filter = "query:" + query.code();
                    counts.put(query.code(), retrieval.search(all().with(List.of(filter))).total());
                }
                int both =
                        retrieval
                                .search(
                                        all().with(
                                                        List.of(
                                                                "query:therapy-narrow",
                                                                "query:therapy-broad")))
                                .total();
                System.out.println(
                        "Clinical Queries on " + retrieval.search(all()).total() + ": " + counts);
                assertThat(counts.values()).allMatch(count -> count > 0);
                for (String category :
                        List.of("therapy", "diagnosis", "aetiology", "prognosis", "prediction")) {
                    assertThat(counts.get(category + "-narrow"))
                            .as(category)
                            .isLessThan(counts.get(category + "-broad"));
                }
                assertThat(both).isEqualTo(counts.get("therapy-narrow"));
            }
        }
    }

    @Test
    void everyStringHasItsSource() {
        assertThat(ClinicalQuery.all())
                .hasSize(10)
                .allSatisfy(query -> assertThat(query.source()).contains("NBK3827"));
    }

    @Test
    void aStringThatCannotBeReadStopsTheProgram() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ClinicalQuery.read(
                                List.of(
                                        "# version: 1",
                                        "category\tscope\tquery\tsource",
                                        "therapy\tbroad\t(trial[tiab]\tnowhere")))
                .withMessageContaining("line 3")
                .withMessageContaining("never closed");
    }
}
