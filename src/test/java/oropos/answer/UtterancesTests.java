package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        assertThat(only(texts, "Is scabies contagious?").aim()).matches(Utterance.Aim::mayHead);
    }

    @Test
    void aPageThatAsksTheVeryQuestionMayHeadWithoutNamingItsSubject() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What are the treatments for Scabies ?",
                                "Creams with permethrin are the usual treatment for adults.");

        Utterance said = only(texts, "What are the treatments for scabies?");
        assertThat(said.aim()).isEqualTo(Utterance.Aim.OF_THE_SAME_QUESTION);
        assertThat(said.topic()).isEqualTo("Scabies");
    }

    @Test
    void whatADiseaseCausesDoesNotTellWhatCausesIt() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies may not cause any symptoms in the first weeks.");

        assertThat(only(texts, "What causes scabies?").aim()).matches(aim -> !aim.mayHead());
    }

    @Test
    void whatHoldsOfARarerFormMayNotHead() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "Who is at risk for Scabies ?",
                                "Patients who have crusted scabies spread mites from person to person.");

        assertThat(only(texts, "Is scabies contagious?").aim()).matches(aim -> !aim.mayHead());
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
        assertThat(one.aim()).matches(aim -> !aim.mayHead());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is scabies inherited? | Is Scabies inherited ? | This condition is not inherited, and no gene for the disease is known. | true",
                "Is scabies inherited? | Is Ichthyosis inherited ? | This condition is not inherited, and no gene for scabies is known. | false",
                "How are pressure sores prevented? | Do you have information about Pressure Sores | You can prevent the sores by keeping the skin clean and dry. | true",
                "How are pressure sores prevented? | Do you have information about Pressure Sores | You can prevent accidents by keeping the floor clean and dry. | false",
                "How is celiac disease diagnosed? | How to diagnose Celiac Disease ? | A health care provider diagnoses celiac disease with • blood tests • an intestinal biopsy. | true",
                "How is a fever treated? | What are the treatments for Q Fever ? | The fever is treated with doxycycline for at least three days. | false"
            })
    void aPageMayCallItsSubjectByLessThanItsName(
            String question, String title, String sentence, boolean heads) {
        WeighedTexts texts = new WeighedTexts().page("medquad:a/1#1", title, sentence);

        assertThat(texts.utterances(question).stream().anyMatch(one -> one.aim().mayHead()))
                .as(question)
                .isEqualTo(heads);
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
                        .coverage(0.3)
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
    void noMoreThanFourSentencesComeFromOnePassage() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads from person to person by touch. Scabies spreads in"
                                        + " crowded homes and schools. Scabies is caught from bedding"
                                        + " at times. Scabies passes from mothers to infants. Scabies"
                                        + " is transmitted in nursing homes too.");

        assertThat(said(texts, "Is scabies contagious?")).hasSize(Utterances.PER_PASSAGE);
    }

    @Test
    void whatIsSaidOfASymptomElsewhereDoesNotAnswerOnItsPlace() {
        String general = "Pain is a symptom that many people report.";
        String here = "Testicular pain is a symptom of epididymitis.";
        WeighedTexts texts =
                new WeighedTexts()
                        .page("medquad:a/1#1", "What are the symptoms of Pain ?", general)
                        .page("medquad:a/2#1", "What are the symptoms of Epididymitis ?", here);

        assertThat(said(texts, "What are the symptoms of testicular pain?")).containsExactly(here);
        assertThat(said(texts, "What are the symptoms of severe pain?")).contains(general);
    }

    @Test
    void whatIsSaidOfAnyInjuryDoesNotAnswerOnOne() {
        String general = "Injuries are caused by violence and by falls.";
        String here = "Tailbone injuries are caused by falls on a hard floor.";
        WeighedTexts texts =
                new WeighedTexts()
                        .page("medquad:a/1#1", "What causes Injuries ?", general)
                        .page("medquad:a/2#1", "What causes Tailbone Injury ?", here);

        assertThat(said(texts, "What causes tailbone injury?")).containsExactly(here);
    }

    @Test
    void aPagesOwnSubjectIsTheQuestionsWhereNoVocabularyKnowsIt() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Zorbinin ?",
                                "Zorbinin is a waste product that the muscles make.")
                        .page(
                                "medquad:a/2#1",
                                "What is (are) Gout ?",
                                "Gout is a disease of the joints that crystals cause.");

        assertThat(said(texts, "I am confused, what is zorbinin?"))
                .containsExactly("Zorbinin is a waste product that the muscles make.");
    }

    @Test
    void whatIsLeftOutIsToldWithItsGate() {
        WeighedTexts texts =
                new WeighedTexts()
                        .page(
                                "medquad:a/1#1",
                                "What is (are) Scabies ?",
                                "Scabies spreads quickly where people live close together."
                                        + " It is caught by touch. Hot water, a table, a cup.")
                        .coverage(0.2)
                        .page("medquad:a/2#1", "What is (are) Gout ?", "Gout is a disease.");
        java.util.Map<String, Gate> lost = new java.util.TreeMap<>();

        texts.utterances("Is scabies contagious?", one -> lost.put(one.text(), one.gate()));

        assertThat(lost)
                .containsEntry("It is caught by touch.", Gate.NOT_WHOLE)
                .containsEntry("Hot water, a table, a cup.", Gate.NOT_WHOLE)
                .containsEntry("Gout is a disease.", Gate.SET_ASIDE)
                .doesNotContainKey("Scabies spreads quickly where people live close together.");
    }
}
