package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which sentences of running text may be said to a question, and how near to it they are.
class UtterancesTests {

    private static List<String> said(WeighedTexts texts, String question) {
        return texts.utterances(question).stream().map(Utterance::text).toList();
    }

    private static Utterance only(WeighedTexts texts, String question) {
        List<Utterance> said = texts.utterances(question);
        assertThat(said).hasSize(1);
        return said.getFirst();
    }

    @Test
    void ofAPageOnTheDiseaseOnlyWhatWasAskedIsSaid() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads quickly where people live close together. Washing"
                                        + " machines with hot water clean bedding in most homes.");

        assertThat(said(texts, "Is scabies contagious?"))
                .containsExactly("Scabies spreads quickly where people live close together.");
    }

    @Test
    void aSentenceThatTellsAllThatWasAskedOfTheVerySubjectMayHead() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch.");

        assertThat(only(texts, "Is scabies contagious?").aim()).isEqualTo(Utterance.Aim.HEADS);
    }

    @Test
    void whatHoldsOfARarerFormMayNotHead() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "Who is at risk for Scabies ?",
                                "Patients who have crusted scabies spread mites from person to person.");

        assertThat(only(texts, "Is scabies contagious?").aim()).isNotEqualTo(Utterance.Aim.HEADS);
    }

    @Test
    void aSentenceThatDoesNotNameItsSubjectCarriesTheTopicOfItsPage() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the treatments for Scabies ?",
                                "Most people recover within four weeks after one treatment.");

        Utterance one = only(texts, "How long does scabies last?");

        assertThat(one.topic()).isEqualTo("Scabies");
        assertThat(one.aim()).isNotEqualTo(Utterance.Aim.HEADS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can get it from having sex with people who have scabies.",
                "If these microbes spread quickly, scabies becomes harder to treat.",
                "Some are spread by touch in homes where scabies is common.",
                "The disease spreads quickly where people live close together.",
                "At first, it spreads slowly among people with scabies in one home."
            })
    void whatLeansOnASentenceBeforeIsNotSaid(String leaning) {
        WeighedTexts texts =
                new WeighedTexts().page("medquad:a/1#1", "What is (are) Scabies ?", leaning);

        assertThat(said(texts, "Is scabies contagious?")).isEmpty();
    }

    @Test
    void textOfTwoKindsRunTogetherIsNotSaid() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads by touch in 5 percent.2 Scabies in homes spreads too.");

        assertThat(said(texts, "Is scabies contagious?"))
                .noneMatch(text -> text.contains("percent.2"));
    }

    @Test
    void aPassageThatHoldsLittleOfTheQuestionIsNotRead() {
        WeighedTexts texts =
                new WeighedTexts()
                        .coverage(0.4)
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch.");

        assertThat(said(texts, "Is scabies contagious?")).isEmpty();
    }

    @Test
    void aDrugsChapterNeedNotBearTheNameOfTheDrugASentenceBeginsWith() {
        WeighedTexts texts =
                new WeighedTexts()
                        .chapter(
                                "html:b",
                                "Drugs for mood",
                                "Reuptake inhibitors",
                                "Escitalopram can cause nausea, headache and loss of sleep.");

        assertThat(said(texts, "What are the side effects of escitalopram?"))
                .containsExactly("Escitalopram can cause nausea, headache and loss of sleep.");
    }

    @Test
    void noMoreThanTwoSentencesComeFromOnePassage() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch. Scabies spreads in"
                                        + " crowded homes and schools. Scabies is caught from bedding"
                                        + " at times.");

        assertThat(said(texts, "Is scabies contagious?")).hasSize(Utterances.PER_PASSAGE);
    }
}
