package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.terminology.Terminology;

/// Which sentences say all of a question, and which of their look-alikes do not.
class WholeQuestionTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final Spoken.Reader READER = new Spoken.Reader(TERMINOLOGY);
    private static final Understanding UNDERSTANDING = new Understanding(TERMINOLOGY);

    private static boolean says(String asked, String topic, String sentence) {
        ClinicalQuestion question =
                switch (UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, asked))) {
                    case Understood.Clear(ClinicalQuestion clear) -> clear;
                    case Understood.NeedsDetail(
                                    ClinicalQuestion clear,
                                    List<ClinicalQuestion.Fact> _) ->
                            clear;
                    case Understood.Refused refused -> throw new AssertionError(refused.words());
                };
        Relevance relevance = new Relevance(question, TERMINOLOGY, READER);
        Spoken here = relevance.spoken(sentence);
        Spoken context = relevance.spoken(topic);
        return relevance.isExactly(context.and(here))
                && !relevance.names().isNarrowed(sentence)
                && !relevance.names().isCompounded(sentence)
                && new WholeQuestion(question, relevance, Aspects.of(question))
                        .isSaid(here, sentence, context);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May opioids and benzodiazepines be prescribed together? | Recommendation 11 | Clinicians should use caution when prescribing opioids and benzodiazepines concurrently.",
                "Which drug treats schistosomiasis? | Schistosomiasis | Praziquantel is taken for one or two days to treat the infection.",
                "Which germ causes cat scratch disease? | Cat Scratch Disease | Cat scratch disease is caused by the bacterium Bartonella henselae.",
                "Does diabetes cause gastroparesis? | Gastroparesis | Diabetes is the most common known cause of gastroparesis.",
                "What are the signs of hypothyroidism? | Endocrine wellness | Some signs of hypothyroidism include exhaustion and cold intolerance.",
                "How many people over 70 lack zinc? | Nutrition | Zinc deficiency occurs in 60% of adults older than 70 years.",
                "Can long-term opioids be stopped abruptly? | Recommendation 5 | Opioid therapy should not be discontinued abruptly.",
                "Does hypopharyngeal cancer cause ear pain? | Hypopharyngeal Cancer | Signs of hypopharyngeal cancer include a sore throat and ear pain."
            })
    void aSentenceThatHoldsEveryWordSaysIt(String asked, String topic, String sentence) {
        assertThat(says(asked, topic, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Does gastroparesis cause diabetes? | Gastroparesis | Diabetes is the most common known cause of gastroparesis.",
                "Can dementia be caused by haloperidol? | Haloperidol | Elderly patients with dementia who are given antipsychotics are at an increased risk of death.",
                "How common is cat scratch disease in New Zealand? | Cat Scratch Disease | Cat scratch disease is common and occurs in 1 of 10,000 people.",
                "How is secondary CNS lymphoma diagnosed? | Primary CNS Lymphoma | Tests that examine the eyes and brain are used to diagnose primary CNS lymphoma.",
                "Is there a vaccine for hepatitis C? | Hepatitis | A hepatitis B vaccine has been available since 1986.",
                "What is the best position to sleep with asthma? | Asthma | The best setting keeps a positive pressure while you sleep with asthma.",
                "What foods are high in potassium? | Kidney disease | Many foods that were eaten before have a high potassium content.",
                "What should I do about crusted scabies on the scalp? | Scabies | Crusted scabies is treated with creams.",
                "What is a common cause of hypokalemia? | Electrolytes | Hypokalemia is a common cause of dysrhythmias.",
                "Do men get osteoporosis? | Osteoporosis | A hormone is approved for men with osteoporosis at high risk of a fracture."
            })
    void whatLeavesAWordUnsaidOrTurnsItRoundDoesNot(String asked, String topic, String sentence) {
        assertThat(says(asked, topic, sentence)).isFalse();
    }
}
