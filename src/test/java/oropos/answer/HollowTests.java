package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.question.ClinicalQuestion;

/// What sounds like an answer and gives none heads nothing.
class HollowTests {

    private static Hollow asked(String words) {
        ClinicalQuestion question = WeighedTexts.question(words);
        return new Hollow(question, Aspects.of(question), relevance(question));
    }

    private static Relevance relevance(ClinicalQuestion question) {
        return new Relevance(question, WeighedTexts.TERMINOLOGY, WeighedTexts.READER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What are the treatments for cough? | ACE inhibitors are used to treat high blood pressure. | true",
                "What are the treatments for cough? | Honey is used to treat cough. | false",
                "What are the treatments for cough? | Treatment of asthma may ease cough. | false",
                "What are the treatments for gout? | People get gout from not taking their medicines. | true",
                "What are the treatments for scabies? | Cream is used to treat infestations of all kinds. | false",
                "What causes cough? | ACE inhibitors are used to treat high blood pressure. | false"
            })
    void whatIsTreatedIsWhatWasAskedAbout(String question, String sentence, boolean another) {
        assertThat(asked(question).treatsAnother(sentence)).isEqualTo(another);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hernia surgery is done under anaesthesia. | false",
                "Gout is treated with colchicine. | false",
                "There is no cure for gout. | false",
                "Osteoporosis is a condition in which bones become weak. | true",
                "Many people with gout see a doctor about it. | true",
                "People can get gout at any age. | true"
            })
    void anAnswerOnTreatmentNamesWhatIsDone(String sentence, boolean none) {
        ClinicalQuestion question = WeighedTexts.question("What are the treatments for gout?");
        Relevance relevance = relevance(question);
        var read = new PassageSentences().of(sentence).getFirst();
        assertThat(
                        new Hollow(question, Aspects.of(question), relevance)
                                .tellsNoTreatment(read, relevance.spoken(sentence)))
                .isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What are the treatments for excessive sweating? | Surgery is the definitive treatment for excessive sweating. | true",
                "What are the treatments for cough? | Treatment for gout includes watching for complications such as low blood pressure and cough. | false",
                "What are the symptoms of gout? | The symptoms of gout are pain and swelling. | true"
            })
    void whatIsToldIsToldOfTheSubject(String question, String sentence, boolean bound) {
        assertThat(asked(question).isBoundToTheSubject(sentence)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ask your doctor about the benefits and risks of medicines. | true",
                "Follow your treatment plan and take all medicines. | true",
                "Kidney stones may be treated by your regular doctor. | true",
                "NIAMS is the primary NIH organization for research on lupus. | true",
                "Hernia surgery is also called herniorrhaphy. | true",
                "Treatment depends on the type of exposure and the stage of the disease. | true",
                "Gout is treated with colchicine. | false"
            })
    void whatSendsElsewhereSaysLittle(String sentence, boolean little) {
        assertThat(WholeThought.saysLittle(sentence)).isEqualTo(little);
    }
}
