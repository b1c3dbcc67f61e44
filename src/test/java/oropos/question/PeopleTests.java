package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Age;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;

class PeopleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My dad had colon cancer, should I be screened?",
                "My husband has hepatitis B, should I be tested?",
                "My 3-year-old has chickenpox and I am 20 weeks pregnant: what should I do?",
                "I have shingles, are my kids at risk?",
                "55M, wife has shingles, should he be vaccinated?"
            })
    void anIllnessOfSomebodyElseIsNoPossibleProblemOfThePatient(String asked) {
        assertThat(Asking.question(asked).problems())
                .isNotEmpty()
                .allMatch(one -> one.assertion() == Assertion.FAMILY);
    }

    @Test
    void theAnswerNamesWhomItIsForAndWhatIsToldOfTheOthers() {
        Company company =
                Asking.question("My mum takes methotrexate. Can my breastfed baby have MMR?")
                        .company();

        assertThat(company.askedFor()).isEqualTo("my breastfed baby");
        assertThat(company.others())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.words()).isEqualTo("My mum");
                    assertThat(one.relation()).isEqualTo("mother");
                    assertThat(one.findings())
                            .extracting(Finding::name)
                            .containsExactly("Methotrexate");
                });
    }

    @Test
    void aQuestionForTwoIsAskedForEach() {
        List<String> parts =
                Asking.UNDERSTANDING.parts(
                        "My 3-year-old and my 7-month-old both have a fever, how much paracetamol?");

        assertThat(parts).hasSize(2);
        assertThat(parts)
                .map(part -> String.valueOf(Asking.question(part).patient().age()))
                .containsExactly("3 years", "7 months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My son has asthma. Can I give him ibuprofen?",
                "My 6-year-old broke her wrist twice this year. Should we get her vitamin D checked?",
                "My newborn is 9 weeks old and spits. Should I be concerned?",
                "My baby has colic. I'm breastfeeding. Should I use gripe water?",
                "My mother is 78 with dementia. Can you please help me or suggest any medicine?",
                "Our 4-year-old has a cough. Can I get help from a pharmacist?"
            })
    void whoAsksForAnotherIsNotThePatient(String asked) {
        ClinicalQuestion question = Asking.question(asked);

        assertThat(Objects.requireNonNullElse(question.company().askedFor(), "nobody"))
                .isNotEqualTo("me");
        assertThat(question.patient().isToldOf()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My wife says I snore and stop breathing. What should I do?",
                "My husband keeps telling me my cough is bad. Antibiotics?",
                "My girlfriend takes the pill and I have acne, isotretinoin?",
                "My dad had colon cancer, should I be screened?",
                "Newborn of a mother with hepatitis B: what to give?"
            })
    void anotherSaysNothingOfTheSexOfThePatient(String asked) {
        assertThat(Asking.question(asked).patient().sex()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What vitamins should I take before trying for a baby?",
                "Can I take folic acid before having a baby?",
                "I had a baby six weeks ago and have piles, which cream?",
                "Can we still have a healthy baby with sickle cell trait?"
            })
    void aChildThatIsWishedForOrBornIsNotThePatient(String asked) {
        assertThat(Asking.question(asked).patient().isChild()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My baby has eczema, which cream?", "My baby has a fever"})
    void aChildThatIsThereIs(String asked) {
        assertThat(Asking.question(asked).patient().isChild()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My kids both have a fever and a rash, what could it be?",
                "Both my parents have high cholesterol. What should I do?",
                "We both have scabies, what cream do we use?"
            })
    void whatTwoPeopleHaveIsNotOnBothSides(String asked) {
        assertThat(Asking.question(asked).problems()).allMatch(one -> one.side() == null);
    }

    @Test
    void whatBothKneesHaveIs() {
        assertThat(Asking.question("Both knees have arthritis, what helps?").problems())
                .allMatch(one -> "both".equals(one.side()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I have gestational diabetes, which breakfast is best? | FEMALE | true",
                "I had gestational diabetes in my last pregnancy, what now? | FEMALE |",
                "I've had prostatitis twice this year. Ciprofloxacin? | MALE |",
                "My prostate is enlarged, can I take decongestants? | MALE |",
                "I went through the menopause two years ago; is HRT worth it? | FEMALE |",
                "My husband's prostate is enlarged and I am worried | MALE |",
                "How can gestational diabetes be prevented? | |",
                "Does finasteride prevent prostate cancer? | |",
                "I'm 35, my partner is 52 and has a low sperm count | |"
            })
    void whatAWordImpliesWithCertaintyIsKnown(String asked, Sex sex, Boolean pregnant) {
        Patient patient = Asking.question(asked).patient();

        assertThat(patient.sex()).isEqualTo(sex);
        assertThat(patient.pregnant()).isEqualTo(pregnant);
    }

    @Test
    void whoIsPostmenopausalIsAGrownUp() {
        assertThat(Asking.question("I'm postmenopausal and had some bleeding. Why?").patient())
                .matches(Patient::isAdult);
    }

    @Test
    void whatOnlyOthersHaveIsSearchedForAndTold() {
        ClinicalQuestion contact =
                Asking.question("My husband has hepatitis B, should I be tested?");
        ClinicalQuestion own =
                Asking.question("My wife has gout and I have asthma. Can I take aspirin?");

        assertThat(contact.isAboutOthers()).isTrue();
        assertThat(contact.searched()).extracting(Finding::name).contains("Hepatitis B");
        assertThat(own.isAboutOthers()).isFalse();
    }

    @Test
    void whatIsAdvisedToPreventAnIllnessIsNotLookedForWhereAParentHadIt() {
        assertThat(
                        Asking.question("My dad had colon cancer, should I be screened?")
                                .isAboutOthers())
                .isFalse();
    }

    @Test
    void aLetterIsReadAsEver() {
        String letter =
                "My mother is 70 and has gout. ".repeat(12) + "I am 40. Should I be tested?";

        assertThat(Asking.question(letter).company()).isEqualTo(Company.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My mother is 80 and takes digoxin, my aunt is 75 and takes warfarin. She feels sick. What should I check?",
                "My sons are 4 and 10. He swallowed two of my iron tablets. What should I do?",
                "My daughters, 1 and 6, both have a fever. How much ibuprofen may she have?"
            })
    void whereAPronounFitsSeveralItIsAskedBackAndNothingIsThePatients(String asked) {
        assertThat(Asking.understood(asked))
                .isInstanceOfSatisfying(
                        Understood.NeedsDetail.class,
                        needs -> {
                            assertThat(needs.missing().getFirst().key())
                                    .isEqualTo(ClinicalQuestion.Fact.WHOM);
                            assertThat(needs.missing().getFirst().values()).hasSizeGreaterThan(1);
                            assertThat(needs.question().patient().age()).isNull();
                            assertThat(needs.question().company().askedFor()).isNull();
                            assertThat(needs.question().company().others()).hasSizeGreaterThan(1);
                        });
    }

    @Test
    void whoIsChosenIsAnsweredFor() {
        String asked =
                Corrections.join(
                        "My sons are 4 and 10. He swallowed two iron tablets. What should I do?",
                        List.of("asked for the 4-year-old"));

        assertThat(Asking.question(asked).patient().age()).isEqualTo(Age.years(4));
        assertThat(Asking.question(asked).unknownFacts())
                .noneMatch(fact -> fact.key().equals(ClinicalQuestion.Fact.WHOM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    My daughters are 6 and 12. The older one has a sore throat. Can she have ibuprofen? | the 12-year-old
                    My mother is 80. My daughter is 14 and gets migraines. Can she take sumatriptan? | My daughter
                    My brother is 22 and our dad, who is 60, gives him his own lithium. Is that dangerous for him? | My brother
                    The donor is 60 with hepatitis B, the recipient is 31 with cirrhosis. What does the recipient need? | the recipient
                    """)
    void aPronounIsWhomItsSentenceLeaves(String asked, String whom) {
        assertThat(Asking.question(asked).company().askedFor()).isEqualTo(whom);
    }

    @Test
    void anAnimalIsNobodysPatient() {
        ClinicalQuestion question =
                Asking.question(
                        "My cat is 9 and on methimazole. I'm pregnant. Is it safe for me to give her the tablets?");

        assertThat(question.patient().age()).isNull();
        assertThat(question.company().others()).isEmpty();
    }

    @Test
    void whatBefellANeighbourIsAskedForOneself() {
        ClinicalQuestion question =
                Asking.question("My 50-year-old neighbour broke her hip. How can I prevent that?");

        assertThat(question.company().askedFor()).isEqualTo("me");
        assertThat(question.patient().age()).isNull();
    }
}
