package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Terminology;

/// Which sentence says of the subject what was asked of it, and which only holds the words.
class PredicationTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final Spoken.Reader READER = new Spoken.Reader(TERMINOLOGY);

    private static boolean isSaid(String question, String sentence, String topic) {
        ClinicalQuestion asked = WeighedTexts.question(question);
        return new Predication(asked, new Relevance(asked, TERMINOLOGY, READER))
                .isMadeBy(new PassageSentences().of(sentence).getFirst(), topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is gout serious? | Gout can be a serious disease of the joints. | true",
                "Is gout serious? | Gout may cause a more serious swelling of the skin. | false",
                "Is gout serious? | Gout is not dangerous for most people. | true",
                "How is gout treated? | Gout is treated with colchicine or steroids. | true",
                "How is gout treated? | The steroids used to treat gout are different from others. | false",
                "How is gout treated? | Treatments for gout include colchicine and rest. | true",
                "How is gout treated? | Treatments for psoriasis include light, as for gout. | false",
                "How is gout treated? | If gout is caused by a drug, it is treated with another. | false",
                "What causes gout? | Gout is caused by crystals in the joint. | true",
                "What causes gout? | Kidney failure is a cause of gout in older people. | true",
                "What causes gout? | Gout can cause a wide range of problems in the joints. | false",
                "What causes gout? | Inherited forms of gout are caused by changes in a gene. | false",
                "What are the symptoms of gout? | Signs of gout include pain and swelling. | true",
                "What are the symptoms of gout? | The doctor gives drugs to treat symptoms of gout. | false",
                "Can gout cause fever? | Gout can also cause a fever and a red joint. | true",
                "Can gout cause fever? | Gout is treated with drugs against fever and pain. | false",
                "Can gout cause fever? | Although gout can cause fever, most people have none. | false",
                "Is gout inherited? | Gout is inherited in some families. | true",
                "Is gout inherited? | The early form of gout is inherited in some families. | false",
                "How common is gout? | Gout affects about 1 in 40 adults in Europe. | true",
                "How common is gout? | Gout is not diagnosed in most patients for years. | false",
                "When is gout an emergency? | For many years a drug was used in the emergency room for gout. | false",
                "Who gets gout? | Men are more likely to get gout than women. | true",
                "Who gets gout? | Gout can affect any joint of the body. | false",
                "Who gets gout? | Research suggests diets high in meat increase the risk of gout. | false",
                "What raises the risk of gout? | High blood pressure raises the risk of gout. | false",
                "What raises the risk of gout? | Risk factors for gout include age, beer, and a high body weight. | true",
                "Is gout contagious? | Gout varies from person to person within a family. | false",
                "Is gout contagious? | Gout does not spread from person to person. | true",
                "Is there a cure for gout? | There is no cure for gout. | true",
                "Which doctor treats gout? | Treatments for gout include colchicine. | false",
                "gout diet | People with gout should limit foods rich in purines, such as liver. | true",
                "gout diet | People with gout should discuss dietary supplements with their doctor. | false",
                "gout diet | Clients taking allopurinol for gout should avoid some foods. | false",
                "gout diet | Children should eat fruits to prevent gout and other things. | false",
                "gout diet | Fast foods should be balanced with low-purine foods and gout foods. | false",
                "gout diet | To control potassium levels, people with gout should avoid bananas. | false",
                "gout and beer | People with gout should avoid alcohol. | true",
                "gout and beer | People with gout need to understand how alcohol affects them. | false",
                "gout and beer | People with gout should avoid alcohol before a test. | false",
                "surgery for gallstones | The usual treatment for gallstones is surgery. | true",
                "surgery for gallstones | Fever is not a sign of gallstones, but surgery may be needed to treat it. | true",
                "surgery for gallstones | Pregnancy is no illness, but surgery may be needed in it. | false",
                "surgery for gallstones | People with gallstones should eat little before surgery. | false",
                "asthma in pregnancy | Pregnant women who have asthma need to control it. | true",
                "asthma in pregnancy | Asthma happens when a body can't breathe well in pregnancy. | false",
                "test of gout | Doctors diagnose gout based on a physical exam. | true",
                "test of gout | Doctors may need only a physical exam to diagnose gout in children. | false",
                "asthma in pregnancy | Asthma is common, and a test in pregnancy may show it. | false",
                "Do I need a flu shot every year? | People with anemia should have a flu shot every year. | false"
            })
    void theMainClauseSaysItOfTheSubject(String question, String sentence, boolean said) {
        assertThat(isSaid(question, sentence, "")).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What are the symptoms of polycystic ovary syndrome? | Symptoms of PCOS include hair and acne. | Polycystic Ovary Syndrome | true",
                "What are the symptoms of polycystic ovary syndrome? | Symptoms of PCOS include hair and acne. | '' | false",
                "What are the symptoms of gout? | Symptoms of the disease include pain and fever. | Gout | true",
                "What are the symptoms of gout? | Symptoms of the other disease include pain and fever. | Gout | false"
            })
    void aPageOnTheSubjectMayCallItShortly(
            String question, String sentence, String topic, boolean said) {
        assertThat(isSaid(question, sentence, topic)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where does gout hurt? | Gout is an illness of kings and of many others.",
                "Whose gout was the worst? | Gout is an illness of kings and of many others."
            })
    void aQuestionOfNoFormIsSaidByNothing(String question, String sentence) {
        assertThat(isSaid(question, sentence, "")).isFalse();
    }
}
