package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Which sentences of texts without typed fields may be said, and where.
class RunningTextTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final Spoken.Reader READER = new Spoken.Reader(TERMINOLOGY);

    private static Relevance asked(String words) {
        Understood understood =
                new Understanding(TERMINOLOGY).of(Asked.by(Reader.PHYSICIAN, words));
        ClinicalQuestion question =
                switch (understood) {
                    case Understood.Clear(ClinicalQuestion clear) -> clear;
                    case Understood.NeedsDetail(
                                    ClinicalQuestion clear,
                                    List<ClinicalQuestion.Fact> _) ->
                            clear;
                    case Understood.Refused refused -> throw new AssertionError(refused.words());
                };
        return new Relevance(question, TERMINOLOGY, READER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Box plots of the duration in days for both groups of children",
                "Healthy People 2030. https://example.org/objectives says what was planned.",
                "Fever | 12 | 14 | 1.02 (0.9-1.3) was reported by the parents",
                "It reduced the pain by half in the first week.",
                "The Human Phenotype Ontology provides the following list of signs and symptoms.",
                "For more information you should speak to your pharmacist about this."
            })
    void whatIsNoThoughtOfItsOwnIsNotSaid(String sentence) {
        assertThat(WholeThought.holds(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Most people with back pain recover without loss of function.",
                "Antiviral medicines help sores to heal faster in adults.",
                "Call your doctor if the fever does not fall within two days."
            })
    void aPlainSentenceIsSaid(String sentence) {
        assertThat(WholeThought.holds(sentence)).isTrue();
    }

    @Test
    void whatStandsUnderMethodsAtAnyLevelIsNotSaid() {
        assertThat(WholeThought.underMethods(List.of("Methods", "Sample size"))).isTrue();
        assertThat(WholeThought.underMethods(List.of("Results", "Figure 2"))).isTrue();
        assertThat(WholeThought.underMethods(List.of("Introduction to the immune system of man")))
                .isFalse();
        assertThat(WholeThought.underMethods(List.of("Results"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What are the treatments for Scabies ? | drugs",
                "What are the symptoms of Scabies ? | diagnosis",
                "What is the outlook for Glaucoma ? | prognosis",
                "What causes Kidney Stones ? | cause",
                "What is (are) Scabies ? | definition",
                "What are the side effects or risks of Zinc ? | harms"
            })
    void theAnswerToAQuestionBelongsWhereTheQuestionAsks(String question, String section) {
        Passage answer =
                new Passage(
                        new Passage.Id(new SourceId("pmid:1"), "0".repeat(64), 0),
                        Passage.Role.ANSWER,
                        new Span(0, 10),
                        "0123456789",
                        List.of(),
                        null);

        assertThat(new SentenceRoles().read("Most people have it.", answer, question).section())
                .isEqualTo(section);
    }

    @Test
    void whatIsSaidOfTheDrugInAnotherDiseaseDoesNotAnswer() {
        Relevance relevance = asked("Does sertraline work for premature ejaculation?");

        assertThat(
                        relevance.coversSubjects(
                                relevance.spoken("Sertraline is used to treat depression.")))
                .isFalse();
        assertThat(
                        relevance.coversSubjects(
                                relevance.spoken(
                                        "Sertraline delayed climax in men with premature ejaculation.")))
                .isTrue();
    }

    @Test
    void typeTwoIsNotTypeOne() {
        assertThat(Relevance.stems("type 2 diabetes"))
                .isNotEqualTo(Relevance.stems("type 1 diabetes"));
    }

    @Test
    void aPageOnTheDiseaseItselfStandsBeforeOneOnARareFormOfIt() {
        Relevance relevance = asked("What causes osteoporosis?");

        assertThat(relevance.isExactly(relevance.spoken("Causes of osteoporosis"))).isTrue();
        assertThat(relevance.isExactly(relevance.spoken("Causes of brittle nails"))).isFalse();
    }

    @Test
    void twoTextsTogetherSpeakOfWhatEachSpeaksOf() {
        Spoken both =
                READER.of("People without osteoporosis").and(READER.of("Zinc may help in gout"));

        assertThat(both.denied()).extracting(concept -> concept.name()).contains("Osteoporosis");
        assertThat(both.spoken()).extracting(concept -> concept.name()).contains("Gout");
        assertThat(both.words()).contains("zinc", "gout", "osteoporosis");
    }

    @ParameterizedTest
    @CsvSource({
        "Antibiotics can cure PID.,true",
        "Chickenpox is very contagious.,true",
        "It can cure PID.,false",
        "These are the signs.,false",
        "Figure 2 of PID.,false",
        "Treatment of pelvic infection.,false",
        "There is no cure.,false",
    })
    void aShortSentenceIsWholeWhereItSaysWhatSomethingDoesToSomething(
            String sentence, boolean whole) {
        assertThat(WholeThought.holds(sentence)).isEqualTo(whole);
    }
}
