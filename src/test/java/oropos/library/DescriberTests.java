package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Population.Pregnancy;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;
import oropos.terminology.Terminology;

class DescriberTests {

    private static final Describer DESCRIBER = Describer.builtIn();

    private static Record.Builder record(String title, String... types) {
        return Record.of(SourceId.pmid("1"), "pubmed", title, TextKind.ABSTRACT)
                .types(List.of(types));
    }

    private static Study study(String title, String words, String... types) {
        return DESCRIBER.describe(
                record(title, types).part(Passage.Role.ABSTRACT, List.of(), words).build());
    }

    @Test
    void aCohortTypedClinicalTrialIsACohortAndUncertain() {
        Study study =
                study(
                        "Vertebral fractures in children newly diagnosed with leukaemia",
                        "In this prospective cohort study we enrolled 186 children at diagnosis.",
                        "Clinical Trial",
                        "Journal Article");

        assertThat(study.design()).isEqualTo(Design.COHORT);
        assertThat(study.designCertain()).isFalse();
        assertThat(study.designReason())
                .contains("type Clinical Trial", "prospective cohort", "the weaker counts");
        assertThat(study.n()).isEqualTo(186);
    }

    @Test
    void anUncontrolledSeriesTypedClinicalTrialIsASeriesAndUncertain() {
        Study study =
                study(
                        "Efficacy of oral alendronate in children with osteogenesis imperfecta",
                        "Sixteen children were treated in an uncontrolled study.",
                        "Clinical Trial");

        assertThat(study.design()).isEqualTo(Design.CASE_SERIES);
        assertThat(study.designCertain()).isFalse();
        assertThat(study.n()).isEqualTo(16);
    }

    @Test
    void aClinicalTrialWhoseWordsAreSilentIsNoControlledTrial() {
        Study study = study("Drug A in asthma", "Drug A was given for a year.", "Clinical Trial");

        assertThat(study.design()).isEqualTo(Design.SINGLE_ARM_TRIAL);
        assertThat(study.designCertain()).isFalse();
    }

    @Test
    void typeAndWordsThatAgreeAreCertain() {
        Study study =
                study(
                        "Drug A or placebo in asthma",
                        "We randomly assigned 120 adults to drug A or placebo.",
                        "Randomized Controlled Trial",
                        "Journal Article");

        assertThat(study.design()).isEqualTo(Design.RANDOMISED_TRIAL);
        assertThat(study.designCertain()).isTrue();
        assertThat(study.n()).isEqualTo(120);
        assertThat(study.population().ages()).isEqualTo(AgeRange.years(18, AgeRange.OPEN_END));
    }

    @Test
    void reviewIsNotSystematicReview() {
        assertThat(study("Asthma", "We discuss what is new.", "Review").design())
                .isEqualTo(Design.NARRATIVE_REVIEW);
        assertThat(
                        study(
                                        "Asthma: a systematic review of randomised trials",
                                        "Trials were pooled.",
                                        "Review")
                                .design())
                .isEqualTo(Design.SYSTEMATIC_REVIEW);
        Study narrative =
                study("Proton pump inhibitors", "This narrative review asks.", "Meta-Analysis");
        assertThat(narrative.design()).isEqualTo(Design.NARRATIVE_REVIEW);
        assertThat(narrative.designCertain()).isFalse();
    }

    @Test
    void randomisedInAReviewsAbstractDoesNotMakeItATrial() {
        Study study =
                study(
                        "Drug A for asthma: systematic review and meta-analysis",
                        "We searched MEDLINE for trials in which patients were randomised to A.",
                        "Systematic Review");

        assertThat(study.design()).isEqualTo(Design.SYSTEMATIC_REVIEW);
        assertThat(study.designCertain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Previous randomised controlled trials disagree. We studied 40 patients. | UNSTATED",
                "Of 90 randomly selected practices, 40 answered. | UNSTATED",
                "A Mendelian randomisation of lipid traits. | UNSTATED",
                "In a non-randomised comparison, 40 patients received A. | UNSTATED"
            })
    void wordsThatSayNothingOfTheRecordsOwnDesignAreLeftOut(String words, Design design) {
        assertThat(study("Drug A", words).design()).isEqualTo(design);
    }

    @Test
    void protocolsAndNoticesCarryNoResults() {
        assertThat(
                        study(
                                        "Drug A for asthma: study protocol for a randomised trial",
                                        "Patients will be randomised.",
                                        "Clinical Trial Protocol")
                                .design())
                .isEqualTo(Design.OPINION);
        assertThat(study("Retraction: A rabbit model", "", "Retraction of Publication").design())
                .isEqualTo(Design.OPINION);
        assertThat(study("Corrigendum to \"A trial\"", "").design()).isEqualTo(Design.OPINION);
    }

    @Test
    void lettersEditorialsAndCommentsAreOpinionUnlessTheyReportACase() {
        assertThat(study("On asthma", "", "Editorial", "Comment").design())
                .isEqualTo(Design.OPINION);
        assertThat(study("Giant schwannoma: a case report", "", "Case Reports", "Letter").design())
                .isEqualTo(Design.CASE_REPORT);
    }

    @Test
    void aSecondaryAnalysisOfATrialIsWeakerThanTheTrial() {
        Study study =
                study(
                        "Drug A in women: post hoc analysis of the ASTRA trial",
                        "Patients were randomised to A or placebo.",
                        "Randomized Controlled Trial");

        assertThat(study.design()).isEqualTo(Design.COHORT);
        assertThat(study.designCertain()).isFalse();
    }

    @Test
    void animalsWithoutPeopleAreLaboratoryWork() {
        Study study =
                DESCRIBER.describe(
                        record("Drug A in asthma", "Journal Article")
                                .mesh(List.of("Animals", "Mice", "Asthma"))
                                .part(Passage.Role.ABSTRACT, List.of(), "We gave 40 mice drug A.")
                                .build());

        assertThat(study.design()).isEqualTo(Design.LABORATORY);
        assertThat(study.n()).isNull();
        assertThat(study.population()).isEqualTo(Population.UNSTATED);
    }

    @Test
    void guidelinesAreKnownByTypeAndByTitleAndNotByTheirFollowers() {
        assertThat(study("Screening", "", "Practice Guideline").design())
                .isEqualTo(Design.PRACTICE_GUIDELINE);
        assertThat(
                        study("Management of Barrett's Esophagus: An Updated ACG Guideline", "")
                                .design())
                .isEqualTo(Design.PRACTICE_GUIDELINE);
        assertThat(study("Bone health: official positions of the ISCD", "").design())
                .isEqualTo(Design.POSITION);
        assertThat(study("Adherence to asthma guidelines in primary care", "").design())
                .isEqualTo(Design.UNSTATED);
    }

    @Test
    void aCaseReportIsOnePersonOfOneAge() {
        Study study =
                study(
                        "Coronary ischemia after a centipede sting: case report",
                        "A 60-year-old man presented to the emergency department.",
                        "Case Reports");

        assertThat(study.n()).isOne();
        assertThat(study.population().ages()).isEqualTo(AgeRange.years(60, 60));
        assertThat(study.population().sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void whatADocumentStatesOfItselfWins() {
        Study stated =
                new Study(
                        Design.PRACTICE_GUIDELINE,
                        true,
                        "stated",
                        Population.UNSTATED,
                        null,
                        "form");

        assertThat(
                        DESCRIBER.describe(
                                record("A randomised trial", "Randomized Controlled Trial")
                                        .stated(stated)
                                        .build()))
                .isSameAs(stated);
    }

    @ParameterizedTest
    @CsvSource({"label, DRUG_LABEL", "medquad, PATIENT_INFORMATION", "openstax, TEXTBOOK"})
    void formsWithOneKindOfTextAreThatKind(String form, Design design) {
        assertThat(
                        DESCRIBER
                                .describe(
                                        Record.of(
                                                        new SourceId("x:1"),
                                                        form,
                                                        "Asthma in children",
                                                        TextKind.FULL_TEXT)
                                                .build())
                                .design())
                .isEqualTo(design);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We enrolled children aged 4 to 19 years. | 4 to 19 years",
                "Participants were 60 years or older. | 60 years or older",
                "Adults (\u226518 years) were eligible. | 18 years or older",
                "Patients under 18 years were included. | 0 to 17 years",
                "We studied children under five in Ghana; they were poor. | 0 to 4 years",
                "Residents (mean age 83.7 \u00b1 8.5 y, range 55-98) were seen. | 55 to 98 years",
                "We included infants aged 6 to 23 months. | 6 to 23 months",
                "Women aged 41-75 years; those aged 51-55 y were resistant. | 41 to 75 years"
            })
    void agesAreReadWhereTheyAreStated(String words, String ages) {
        assertThat(study("A survey", words).population().ages()).hasToString(ages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patients had a mean age of 62.6 years.",
                "Women over 18 years of follow-up were well.",
                "Patients were followed for 5 to 10 years.",
                "The long-term (\u2265 10 years) outcome of patients was good.",
                "Patients were seen 2 to 3 times a day.",
                "CONCLUSION We advise it, especially in women age 30 years or older."
            })
    void whatIsNoRangeOfAgesIsNotReadAsOne(String words) {
        assertThat(study("A survey", words).population().ages()).isNull();
    }

    @Test
    void tagsTellAgesWhereWordsDoNotAndSpanningThemIsMixed() {
        Study study =
                DESCRIBER.describe(
                        record("A survey")
                                .mesh(
                                        List.of(
                                                "Child",
                                                "Adolescent",
                                                "Adult",
                                                "Female",
                                                "Male",
                                                "Humans"))
                                .build());

        assertThat(study.population().ages()).isEqualTo(AgeRange.years(6, 44));
        assertThat(study.population().mixed()).isTrue();
        assertThat(study.population().sex()).isNull();
        assertThat(study.population().ageGroups()).containsExactly("D002648", "D000293", "D000328");
    }

    @Test
    void tagsWithAGapBetweenThemTellNoSpan() {
        assertThat(
                        DESCRIBER
                                .describe(
                                        record("Fetal growth and later disease", "Review")
                                                .mesh(List.of("Infant, Newborn", "Adult"))
                                                .build())
                                .population()
                                .ages())
                .isNull();
    }

    @Test
    void wordsAndTagsThatExcludeEachOtherTellNothing() {
        assertThat(
                        DESCRIBER
                                .describe(
                                        record("Asthma in children")
                                                .mesh(List.of("Aged", "Humans"))
                                                .build())
                                .population()
                                .ages())
                .isNull();
    }

    @Test
    void sexIsToldByAllThePeopleNotByCounts() {
        assertThat(study("Fractures in postmenopausal women", "").population().sex())
                .isEqualTo(Sex.FEMALE);
        assertThat(study("A survey", "Thirty patients (21 women) took part.").population().sex())
                .isNull();
        assertThat(study("A survey", "Patients were 51.3% women.").population().sex()).isNull();
        assertThat(study("A survey", "Men and women were asked.").population().sex()).isNull();
    }

    @Test
    void pregnancyIsOnlyOrExcludedOrNotSpokenOf() {
        assertThat(study("Asthma in pregnant women", "").population().pregnancy())
                .isEqualTo(Pregnancy.ONLY);
        assertThat(
                        study("Asthma", "Pregnant women were excluded from the trial.")
                                .population()
                                .pregnancy())
                .isEqualTo(Pregnancy.EXCLUDED);
        assertThat(study("Asthma", "We asked 20 women.").population().pregnancy()).isNull();
    }

    @Test
    void whatEverybodyHadIsReadByTheTerminology() {
        Describer real = new Describer(Terminology.builtIn()::read);
        Population people =
                real.describe(
                                record(
                                                "Alendronate in children with osteogenesis imperfecta:"
                                                        + " a randomised trial")
                                        .build())
                        .population();

        assertThat(people.conditions()).containsExactly("osteogenesis imperfecta");
        assertThat(people.words()).isEqualTo("0 days to 17 years, with osteogenesis imperfecta");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "A total of 1,234 patients were enrolled. | 1234",
                "Eighty-three consecutive elderly patients underwent surgery. | 83",
                "Three thousand four hundred and ninety-four patients participated. | 3494",
                "In 34 children with fractures, drug A helped (n = 18). | 34",
                "One patient (n = 57) is what we say. | 57",
                "We report 5 of 57 patients who had pain. | -",
                "Twelve patients (15%) had pain. | -",
                "We enrolled 63 patients and 52 healthy controls. | -",
                "Data from 1291 urine cultures were used. | -",
                "Of 200 patients screened, none was suitable. | -",
                "We studied 40 patients. Later 90 patients were seen in clinics. | -",
                "Nobody was counted. | -"
            })
    void peopleAreCountedOnlyWhereOneReadingIsPossible(String words, Integer n) {
        assertThat(study("A survey", words).n()).isEqualTo(n);
    }

    @Test
    void anEmptyRecordIsDescribedAsUnstated() {
        Study study =
                DESCRIBER.describe(
                        Record.of(SourceId.pmid("1"), "pubmed", "", TextKind.ABSTRACT).build());

        assertThat(study.design()).isEqualTo(Design.UNSTATED);
        assertThat(study.population()).isEqualTo(Population.UNSTATED);
        assertThat(study.n()).isNull();
        assertThat(study.rules()).startsWith("describer-1 design-words-2026-");
    }

    @Test
    void starsAndQualifiersDoNotHideADescriptor() {
        Record record =
                Record.of(SourceId.pmid("1"), "pubmed", "A made-up study", TextKind.ABSTRACT)
                        .types(List.of("Journal Article"))
                        .mesh(List.of("Humans", "*Female", "*Adolescent/psychology"))
                        .build();
        Population population = Describer.builtIn().describe(record).population();
        assertThat(population.sex()).isEqualTo(Sex.FEMALE);
        assertThat(population.ageGroups()).containsExactly("D000293");
        assertThat(Describer.descriptors(List.of("*Osteoporosis", "Fractures/*etiology")))
                .containsExactly("Osteoporosis", "Fractures");
    }

    /// A text made to send a reader in circles must not.
    @Test
    void hostileTextIsReadInTime() {
        String words = "patients aged ".repeat(2_000) + "(((".repeat(2_000) + "1 ".repeat(5_000);
        long start = System.nanoTime();
        study("randomised ".repeat(500), words);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
