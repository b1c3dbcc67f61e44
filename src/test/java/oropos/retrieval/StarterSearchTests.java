package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Library;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.terminology.Terminology;

/// Real questions against the library that comes with the program.
class StarterSearchTests {

    /// Below this nothing carries an answer; see the refusal in answer.
    private static final double ABOUT = .5;

    @TempDir static Path folder;

    private static Library library;
    private static Retrieval retrieval;

    @BeforeAll
    static void open() {
        library = Library.open(folder, Library.Access.WRITE);
        library.addStarter();
        retrieval = Retrieval.open(folder, library, Terminology.builtIn(), null);
    }

    @AfterAll
    static void close() {
        retrieval.close();
        library.close();
    }

    private static ClinicalQuestion understood(String words) {
        Asked asked = Asked.by(Reader.PHYSICIAN, words);
        return switch (new Understanding(Terminology.builtIn()).of(asked)) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail unclear -> unclear.question();
            case Understood.Refused refused ->
                    throw new AssertionError(words + " was refused: " + refused.reason());
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Is calcitonin useful for acute vertebral fracture pain in my 81-year-old? | doi:10.1007/s00198-011-1676-0
                    Aspirin to prevent a first heart attack at 72? | guideline:uspstf/1972-aspirin-to-prevent-cardiovascular-disease-preventive
                    What must be checked before a first zoledronate infusion in a child? | pmid:29504223
                    Should a 67-year-old woman be screened for osteoporosis? | guideline:uspstf/420-osteoporosis-screening
                    What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures and borderline osteoporosis? | starter:ISCD19
                    """)
    void findsWhatAnswersAmongTheFirstTen(String question, String source) {
        List<Candidate> best =
                retrieval.find(understood(question)).candidates().stream().limit(10).toList();

        assertThat(best)
                .filteredOn(candidate -> candidate.passage().source().value().equals(source))
                .isNotEmpty()
                .allSatisfy(candidate -> {
                    assertThat(candidate.coverage()).isGreaterThanOrEqualTo(ABOUT);
                    assertThat(candidate.why()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Croup, 14 kg: dexamethasone dose?",
                "best treatment for migraine in a 30 year old woman"
            })
    void coversNothingOfAQuestionTheLibraryIsNotAbout(String question) {
        Findings findings = retrieval.find(understood(question));

        assertThat(findings.candidates())
                .allSatisfy(candidate -> assertThat(candidate.coverage()).isLessThan(.15));
    }

    @Test
    void givesTheSameFromAnIndexMadeAgain(@TempDir Path other) {
        ClinicalQuestion question =
                understood("Bisphosphonates for a child with broken vertebrae?");
        try (Retrieval again = Retrieval.open(other, library, Terminology.builtIn(), null)) {
            assertThat(again.find(question)).isEqualTo(retrieval.find(question));
        }
    }
}
