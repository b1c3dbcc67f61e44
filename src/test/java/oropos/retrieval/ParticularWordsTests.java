package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.question.Patient;
import oropos.terminology.Terminology;

/// Facts of the patient bring sources on such people to the front and hide none.
class ParticularWordsTests {

    @TempDir Path folder;

    private static Patient with(
            Map<String, String> facts, @Nullable Boolean pregnant, @Nullable Boolean lactating) {
        return new Patient(null, null, null, null, pregnant, lactating, facts);
    }

    private static ShelfInMemory shelf() {
        return new ShelfInMemory()
                .with("pmid:1", "pubmed", "Gout", text("Colchicine for gout in adults at home."))
                .with(
                        "pmid:2",
                        "pubmed",
                        "Gout and the kidney",
                        text("Colchicine for gout in adults with renal impairment at home."))
                .with(
                        "pmid:3",
                        "pubmed",
                        "Gout in pregnancy",
                        text("Colchicine for gout in pregnant adults who stay at home."))
                .with(
                        "pmid:4",
                        "pubmed",
                        "Gout and allopurinol hypersensitivity",
                        text("Colchicine for gout in adults with an allergy to allopurinol."))
                .with("pmid:5", "pubmed", "Kidneys", text("Renal impairment has many causes."));
    }

    private static Part text(String text) {
        return new Part(Role.ABSTRACT, text);
    }

    private List<String> found(Patient patient) {
        try (Retrieval retrieval = new Retrieval(folder, shelf(), Terminology.builtIn(), null)) {
            return RetrievalTests.sources(
                    retrieval.find(
                            Questions.of(
                                    List.of(), List.of("colchicine", "gout"), List.of(), patient)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "egfr, 22 mL/min/1.73 m2, pmid:2",
        "creatinineClearance, 18 mL/min, pmid:2",
        "ckdStage, 4, pmid:2",
        "allergy, allopurinol, pmid:4"
    })
    void aFactBringsASourceOnItToTheFrontAndHidesNone(String fact, String value, String first) {
        List<String> told = found(with(Map.of(fact, value), null, null));
        List<String> untold = found(Patient.UNKNOWN);

        assertThat(told.getFirst()).isEqualTo(first);
        assertThat(new TreeSet<>(told)).isEqualTo(new TreeSet<>(untold));
    }

    @Test
    void pregnancyBringsASourceOnItToTheFront() {
        assertThat(found(with(Map.of(), true, null)).getFirst()).isEqualTo("pmid:3");
        assertThat(found(with(Map.of(), false, null))).isEqualTo(found(Patient.UNKNOWN));
    }

    @Test
    void goodKidneysChangeNothing() {
        assertThat(found(with(Map.of("egfr", "95 mL/min/1.73 m2"), null, null)))
                .isEqualTo(found(Patient.UNKNOWN));
    }

    @Test
    void aSourceOnTheFactAloneIsNotFound() {
        assertThat(found(with(Map.of("egfr", "22"), null, null))).doesNotContain("pmid:5");
    }
}
