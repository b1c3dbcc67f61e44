package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.RuleFile;

class ConditionWordsTests {

    private static final ConditionWords SHIPPED =
            new ConditionWords(
                    RuleFile.shipped(
                            Appraisal.class,
                            ConditionWords.FILE,
                            "condition",
                            "told",
                            "denied",
                            "source"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "planning or able to become pregnant | Should folic acid be taken before pregnancy?",
                "planning or able to become pregnant | Folic acid for a woman trying to conceive?",
                "body mass index of 30 or higher | Counselling at 45 with a BMI of 34?",
                "overweight or obesity | Should an overweight man of 40 be screened?",
                "20 pack-year smoking history | Lung screening after 30 pack-years?",
                "10-year cardiovascular disease risk of 10% or greater | A statin with a 10-year risk of 12.5%?",
                "10-year cardiovascular disease risk of 7.5% to less than 10% | A statin with a 10-year risk of 8%?",
                "ever smoked | Aneurysm screening in a former smoker?",
                "smoking now or stopped within 15 years | Lung screening at 60. Stopped smoking 15 years ago",
                "smoking now or stopped within 15 years | Lung screening? Stopped smoking 8 months ago",
                "smoking now or stopped within 15 years | My dad smokes 20 a day. Lung screening?",
                "never smoked | Aneurysm screening in a man who never smoked?",
                "postmenopausal | Calcium for a post-menopausal woman?"
            })
    void otherWordsTellTheSame(String condition, String asked) {
        assertThat(SHIPPED.holds(condition, asked)).contains(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ever smoked | Aneurysm screening in a man who never smoked?",
                "20 pack-year smoking history | Lung screening in a woman who never smoked?",
                "smoking now or stopped within 15 years | Lung screening at 60? Stopped smoking 16 years ago",
                "20 pack-year smoking history | Lung screening after 10 pack-years?",
                "overweight or obesity | Should a thin man of 40 be screened?",
                "male or premenopausal | Calcium for a postmenopausal woman?"
            })
    void whatTellsTheContraryDenies(String condition, String asked) {
        assertThat(SHIPPED.holds(condition, asked)).contains(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body mass index of 30 or higher | Counselling at 45 with a BMI of 24?",
                "smoking now or stopped within 15 years | Lung screening in an ex-smoker of 60?",
                "10-year cardiovascular disease risk of 10% or greater | A statin with a 10-year risk of 8%?",
                "cardiovascular risk factor | A statin for a man without diabetes?",
                "postmenopausal | Calcium for a woman of 60?"
            })
    void aNumberOutsideADenialAndSilenceTellNothing(String condition, String asked) {
        assertThat(SHIPPED.holds(condition, asked)).isNotEqualTo(Optional.of(true));
    }

    @Test
    void aConditionTheListDoesNotKnowIsLeftToTheVocabulary() {
        assertThat(SHIPPED.holds("osteogenesis imperfecta", "a child with it")).isEmpty();
    }
}
