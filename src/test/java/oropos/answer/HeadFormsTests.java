package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.question.ClinicalQuestion;

/// Which sentence heads an answer to a question of a form, and what only looks like one.
class HeadFormsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How long does gout last? | An attack of gout goes away within two weeks. | true",
                "How long does gout last? | Gout can appear 2 to 7 weeks after exposure to lead. | false",
                "What are the symptoms of gout? | The first symptoms of gout typically begin 2 days after a meal. | false",
                "What are the symptoms of gout? | The pain of gout begins within hours. | true",
                "When do symptoms of gout start? | The first symptoms of gout begin 2 days after a meal. | true",
                "What are the side effects of tamoxifen? | Tamoxifen is contraindicated in pregnancy. | false",
                "What are the side effects of tamoxifen? | Side effects of tamoxifen vary from person to person. | false",
                "What are the side effects of tamoxifen? | Tamoxifen can cause hot flashes. | true",
                "What are the side effects of tamoxifen? | Side effects of tamoxifen can be managed with exercise. | false",
                "What dose of ibuprofen can a 6 year old have? | Ibuprofen is given once daily to children. | false",
                "What dose of ibuprofen can a 6 year old have? | The dose is 10 mg per kg of weight. | true",
                "How is gout treated? | Gout must be treated immediately to avoid damage. | false",
                "How is gout treated? | Gout must be treated with colchicine. | true",
                "How is gout treated? | New treatments may become available for gout. | false",
                "How is gout treated? | A vaccine lowers the risk of gout. | false",
                "How is gout treated? | Diseases such as arthritis can cause gout. | false",
                "Can gout be cured? | There is no cure for gout. | true",
                "Can gout be cured? | Gout is diagnosed by a doctor. | false",
                "What foods are high in sodium? | Avoid foods high in sodium and do not add salt. | false",
                "What foods are high in sodium? | Processed meats and canned soups are high in sodium. | true",
                "Does an inguinal hernia need surgery? | The surgeon gives instructions on eating after hernia surgery. | false",
                "Does an inguinal hernia need surgery? | A small hernia may be watched without surgery. | true",
                "How is gout diagnosed? | Gout is classified by the amount of acid in the blood. | false",
                "How is gout diagnosed? | A blood test and a sample of joint fluid show gout. | true",
                "How is polio spread? | Polio is an infectious disease caused by a virus. | false",
                "How is polio spread? | Polio spreads from person to person. | true",
                "Is mono contagious? | Infectious mononucleosis is an infection caused by a virus. | false",
                "Is mono contagious? | Mono is spread by saliva. | true",
                "How common is gout? | Anyone can get gout. | false",
                "How common is gout? | Gout occurs in 1 in 40 adults. | true",
                "How is gout treated? | Gout that comes back may need surgery. | false",
                "How is gout that comes back treated? | Gout that comes back may need surgery. | true",
                "How long does croup last? | Children between the ages of 6 months and 3 years get croup. | false"
            })
    void aSentenceTellsWhatTheFormNeeds(String question, String sentence, boolean fits) {
        ClinicalQuestion asked = WeighedTexts.question(question);
        var read = new PassageSentences().of(sentence).getFirst();
        assertThat(new HeadForms(asked).areFilledBy(read)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do I need a flu shot every year? | All people with sickle cell disease should receive a flu shot every year. | true",
                "Do I need a flu shot every year? | People with fever should not get a flu shot. | false",
                "Do people with asthma need a flu shot every year? | People with asthma should receive a flu shot every year. | false",
                "How is hyponatremia corrected? | The first symptoms of leprosy begin after hyponatremia is corrected. | true",
                "What are the complications of gout? | Complications of obesity are seen in gout. | true",
                "What are the complications of gout? | Complications of gout are kidney stones. | false",
                "Is hepatitis A serious? | Hepatitis B, C, and D can be serious. | true",
                "Is hepatitis A serious? | Hepatitis A is rarely serious. | false",
                "Who gets gout? | People with gout also have an increased risk of stroke. | true",
                "Who gets gout? | Factors that increase the risk of falling are poor eyes. | true",
                "What are the signs of cirrhosis? | Symptoms of gallstones include pain. | true",
                "Who gets gout? | People with kidney disease have an increased risk of gout. | false",
                "How is gout treated? | Depression in some is treated with drugs. | true",
                "How is gout treated? | Colchicine is given for gout. | false",
                "What causes gout? | Gout in pregnancy is caused by drugs. | true",
                "What causes gout? | Gout in most people is caused by uric acid. | false"
            })
    void whatIsToldOfAnotherHeadsNothing(String question, String sentence, boolean another) {
        ClinicalQuestion asked = WeighedTexts.question(question);
        Relevance relevance = new Relevance(asked, WeighedTexts.TERMINOLOGY, WeighedTexts.READER);
        assertThat(new SaidOfAnother(asked, Aspects.of(asked), relevance).isIt(sentence))
                .isEqualTo(another);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gout is a form of arthritis. | true",
                "Gout (also called podagra) is a form of arthritis. | true",
                "Gout, also known as podagra, is a form of arthritis. | true",
                "Gout disease occurs when crystals build up. | true",
                "In gout, crystals build up in a joint. | true",
                "Gout is often treated at home. | false",
                "Gout with kidney stones is a disease of the kidneys. | false",
                "Most cases of gout are sporadic. | false",
                "The kidney is an organ. | false"
            })
    void aDefinitionBeginsWithItsNameOrGivesIt(String sentence, boolean defined) {
        ClinicalQuestion asked = WeighedTexts.question("What is gout?");
        assertThat(
                        new Relevance(asked, WeighedTexts.TERMINOLOGY, WeighedTexts.READER)
                                .names()
                                .isDefinedBy(sentence))
                .isEqualTo(defined);
    }
}
