package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Mention;
import oropos.terminology.Sex;

class PatientReaderTests {

    private static Patient read(String text) {
        return PatientReader.read(Wording.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What helps a 45-year-old man with gout? | MALE",
                "Girl 14 with acne | FEMALE",
                "48F with migraine | FEMALE",
                "62 M with COPD | MALE",
                "My son has a fever | MALE",
                "She is 30 and coughs | FEMALE",
                "Postmenopausal osteoporosis at 60 | FEMALE",
                "32 weeks pregnant with a cough | FEMALE",
                "I am breastfeeding, which antibiotic? | FEMALE",
                "8-year-old patient with a fracture |",
                "My mother broke her hip; I am a 40-year-old man | MALE",
                "I have MS, what helps? |",
                "My husband has tuberculosis, should I be tested? |",
                "My sister is pregnant and I have hay fever, may I take cetirizine? |",
                "My husband has gout, should he take allopurinol? | MALE",
                "If I miss a dose of metformin? |",
                "My doctor says he will give me statins |",
                "Screening of men and women for diabetes |"
            })
    void readsTheSexFromWords(String text, @Nullable Sex sex) {
        assertThat(read(text).sex()).isEqualTo(sex);
    }

    @Test
    void aGrownUpWhoSpeaksGivesAChildNoSex() {
        assertThat(
                        PatientReader.read(
                                        Wording.of(
                                                "My 2-year-old broke his arm, my wife says. What now?"))
                                .sex())
                .isNotEqualTo(Sex.FEMALE);
        assertThat(
                        PatientReader.read(
                                        Wording.of(
                                                "My 2-year-old has asthma, my wife says. What now?"))
                                .sex())
                .isNull();
    }

    @Test
    void anotherWomansPregnancyIsNotTheAskers() {
        assertThat(
                        read("My sister is pregnant and I have hay fever, may I take cetirizine?")
                                .pregnant())
                .isNull();
        assertThat(read("My wife is pregnant and I ask whether she may take cetirizine").pregnant())
                .isTrue();
    }

    @Test
    void whoStoppedBreastfeedingDoesNotBreastfeed() {
        assertThat(read("She stopped breastfeeding last year").lactating()).isFalse();
        assertThat(read("I want to stop breastfeeding").lactating()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Her husband has tuberculosis. Should she be tested? | FAMILY",
                "My husband has tuberculosis, should I be tested? | FAMILY",
                "My husband has tuberculosis, how long is he treated? | PRESENT",
                "Her husband is well and she has tuberculosis | PRESENT"
            })
    void whatAPartnerHasIsThePartners(String text, Mention.Assertion assertion) {
        assertThat(Asking.question(text).problems())
                .extracting(Finding::assertion)
                .containsExactly(assertion);
    }

    @Test
    void theAgeOfAMothersChildIsNotHers() {
        assertThat(read("Mother of a healthy 7-year-old has back pain").age()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My mother, 72, has osteoporosis. I am 45. Which drug? | 72",
                "I am 34 and my 8-year-old son has back pain | 8",
                "A 60-year-old man whose father had a stroke at 50 | 60",
                "Her mother had breast cancer at 45. She is 30 years old | 30",
                "He had a fever at 3 weeks old; now he is 4 years and well | 4",
                "An 81-year-old woman | 81"
            })
    void readsTheAgeOfThePersonAskedAbout(String text, int years) {
        assertThat(read(text).age()).isEqualTo(Age.years(years));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fracture in a child | 0 to 17 years",
                "Statins in adults | 18 years or older",
            })
    void readsGroupsOfAges(String text, String ages) {
        assertThat(String.valueOf(read(text).ages())).isEqualTo(ages);
        assertThat(read(text).age()).isNull();
    }

    @Test
    void readsPregnancyWithItsWeeksAndTrimester() {
        Patient patient = read("A 29-year-old woman at 32 weeks of pregnancy with itching");

        assertThat(patient.pregnant()).isTrue();
        assertThat(patient.facts())
                .containsEntry("gestation", "32 weeks")
                .containsEntry("trimester", "3");
        assertThat(patient.age()).isEqualTo(Age.years(29));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She is in the second trimester | true",
                "I am pregnant | true",
                "She is not pregnant | false",
                "Trying to become pregnant |",
                "Pregnancy test negative |",
                "History of ectopic pregnancy |",
                "Depression after pregnancy |",
                "A 5-year-old born after a pregnancy of 30 weeks |"
            })
    void aPregnancyWishedPastOrDeniedIsNone(String text, @Nullable Boolean pregnant) {
        assertThat(read(text).pregnant()).isEqualTo(pregnant);
    }

    @Test
    void anAgeAboveEightyNineLeavesMemoryAsNinetyOrOlder() {
        ClinicalQuestion question = Asking.question("93-year-old woman with a hip fracture: drug?");

        assertThat(question.patient().age()).isNull();
        assertThat(question.patient().ages()).isEqualTo(AgeRange.years(90, 120));
        assertThat(question.asked()).doesNotContain("93").contains("90 or older");
        assertThat(question.title()).doesNotContain("93");
    }

    @Test
    void anAgeOfEightyNineStays() {
        assertThat(Asking.question("89-year-old man with gout: drug?").patient().age())
                .isEqualTo(Age.years(89));
    }

    @Test
    void whatIsSaidOfMySonIsSaidOfThePatient() {
        assertThat(
                        Asking.question("I am 34 and my 8-year-old son has back pain at night")
                                .problems())
                .allMatch(Finding::isSearched);
    }

    @Test
    void whatIsSaidOfHisMotherIsNot() {
        assertThat(
                        Asking.question(
                                        "8-year-old boy with asthma, his mother has diabetes:"
                                                + " inhaler?")
                                .problems())
                .filteredOn(finding -> finding.name().startsWith("Diabetes"))
                .noneMatch(Finding::isSearched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pregnant? No. 28F with acne | false",
                "Pregnancy: negative, 31F, UTI | false",
                "32F, 12/40, vomiting | true",
                "nitrofurantoin for a 34F 10/40 with a UTI? | true",
                "AUDIT score 12/40, 45F, advice on alcohol? | ",
                "When I was pregnant in 2019 I had a clot, is the pill safe? | "
            })
    void pregnancyIsToldInTheFormsOfNotes(String text, @Nullable Boolean pregnant) {
        assertThat(Asking.question(text).patient().pregnant()).isEqualTo(pregnant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Her husband, 50, has HIV; she is 45 and negative: PrEP? | 45",
                "His mother is on warfarin; the 2-year-old swallowed a coin and has a cough | 2",
                "The mother takes lithium; her 6-year-old son has a tremor | 6",
                "My dad (68) had a stroke, my mum (66) has diabetes: which diet for her? | 66",
                "Mum is 84 and I am 58: do I inherit her glaucoma? | 58"
            })
    void theAgeIsThatOfThePersonAskedAbout(String text, String years) {
        assertThat(Asking.question(text).patient().age())
                .satisfies(age -> assertThat(String.valueOf(age)).startsWith(years + " "));
    }

    @Test
    void whatARelativeTakesIsNotThePatients() {
        ClinicalQuestion question =
                Asking.question(
                        "My mum, 79, takes warfarin. Her sister, 82, takes apixaban. Can mum have ibuprofen?");

        assertThat(question.drugs())
                .filteredOn(drug -> drug.name().equals("Apixaban"))
                .allMatch(drug -> !drug.isSearched());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I had chickenpox as a child. Do I need the vaccine?",
                "I have had asthma since I was 8 years old. Is salbutamol enough?",
                "He had an operation on his heart when he was 6 years old. Can he run?"
            })
    void anAgeOfThePastIsNoAgeOfToday(String question) {
        assertThat(Asking.question(question).patient().ages()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is given to a toddler as well as adults with croup?",
                "She is 8 years old and had croup as a baby. Is it back?"
            })
    void anAgeOfTodayStaysBesideOneOfThePast(String question) {
        assertThat(Asking.question(question).patient().isChild()).isTrue();
    }
}
