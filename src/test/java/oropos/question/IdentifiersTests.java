package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | Mr. Okonkwo has asthma: inhaler? | Okonkwo",
                "name | Asthma in Keisha W., 34 years: inhaler? | Keisha",
                "name | Patient name: Ewa Nowak, asthma: inhaler? | Nowak",
                "name | My name is Priyanka and I have asthma | Priyanka",
                "name | Asthma, 34-year-old female, Thandiwe Dlamini, seen today: inhaler? | Dlamini",
                "name | Dr. Li wrote that it is asthma: inhaler? | Dr. Li",
                "date | Asthma since March 5th, 2021: inhaler? | March 5th",
                "date | Asthma, seen 2023-04-17: inhaler? | 04-17",
                "date | Asthma, seen on 17.04.2023: inhaler? | 17.04",
                "date | Asthma, seen 4/17/23: inhaler? | 4/17",
                "date | Asthma, seen 12 May 2024: inhaler? | 12 May",
                "date of birth | Asthma, born on 3 June 1999: inhaler? | 3 June",
                "date of birth | Asthma, DOB 06/03/1999: inhaler? | 1999",
                "telephone number | Asthma, call 555-123-4567 | 555-123",
                "telephone number | Asthma, call +44 20 7946 0958 | 7946",
                "telephone number | Asthma, mobile 07700 900123 | 900123",
                "fax number | Asthma, fax: (212) 555-0182 | 555-0182",
                "e-mail address | Asthma, write to a.b@example.org | example",
                "social security number | Asthma, SSN 123-45-6789 | 6789",
                "record number | Asthma (MRN: 00-12345) | 12345",
                "record number | Asthma, hospital number 8842211 | 8842211",
                "NHS number | Asthma, NHS 943 476 5919 | 5919",
                "health plan number | Asthma, insurance number HP-678901 | 678901",
                "account number | Asthma, account 998877 | 998877",
                "licence number | Asthma, license number D1234567 | D1234567",
                "web address | Asthma, see https://example.org/p?id=7 | example",
                "network address | Asthma, logged in from 192.168.10.24 | 192.168",
                "address | Asthma, lives at 221 Baker Street | Baker",
                "postcode | Asthma, lives in SW1A 1AA | SW1A",
                "place | Asthma, treated at Riverside Community Hospital | Riverside",
                "place | Asthma, moved from Rochester, MN | Rochester",
                "age over 89 | Asthma in a 94-year-old: inhaler? | 94"
            })
    void areTakenOut(String kind, String text, String words) {
        assertThat(Asking.asked(text)).doesNotContain(words);
        assertThat(Asking.question(text).removed())
                .extracting(ClinicalQuestion.Removed::kind)
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the treatment of Paget's disease in an 80-year-old woman?",
                "Does Hodgkin lymphoma run in families?",
                "What does a Glasgow Coma Scale of 9 mean?",
                "Is the Chaddock reflex useful in multiple sclerosis?",
                "Hepatitis B. Is vaccination safe?",
                "Vitamin D. How much should a child take?",
                "Is Parkinson disease treated with levodopa 100 mg three times daily?",
                "Blood pressure 165/95 at 60 years: which drug?",
                "Diagnosed in 2021 with Crohn's disease: which biologic?",
                "What is the Philadelphia chromosome in leukaemia?",
                "New York Heart Association class III heart failure: which drug?",
                "Trial NCT01234567 of asthma: what was found?",
                "May 5 mg of prednisolone be given daily in asthma?",
                "Marfan syndrome, Down syndrome or Turner syndrome: heart screening?",
                "Los Angeles grade C oesophagitis: omeprazole?",
                "INR 2.0-3.0 on warfarin: how often should it be checked?",
                "Platelets 150000 and white cells 12000 in sepsis trials: prognosis?",
                "Does St John's wort interact with warfarin?"
            })
    void areNotSeenInMedicine(String text) {
        assertThat(Asking.asked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Weight Gain in Pregnancy",
                "Healthy Weight Gain in Pregnancy: what is advised?",
                "Counseling on Weight Gain, in Pregnancy and After",
                "Fall Prevention in Older Adults: what works?",
                "Is there evidence for Sun Exposure, Tobacco Use and Drug Use in asthma?",
                "Screening for Lipid Disorders, Elevated Lead, and Visual Impairment in Children",
                "Management of Side Effects, and Dose Changes of prednisolone in asthma",
                "Children of Deaf Parents, with asthma: hearing screening?",
                "Benefits of Breast Feeding, Skin Contact, and Rooming In for newborns",
                "What is known on Wound Infections, after caesarean section?",
                "Prevention of Motor Complications, in Parkinson disease"
            })
    void areNotSeenInHeadings(String text) {
        assertThat(Asking.asked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which inhaler is right for Oksana Petrenko?",
                "Follow up of Ngozi Adeyemi after stroke: aspirin?",
                "A man like Marcin Kowalczyk, with asthma, needs which inhaler?",
                "Asthma inhaler for Thandiwe Dlamini, aged 34",
                "Healthy Weight Gain in Pregnancy: advice for Oksana Petrenko?"
            })
    void areSeenInTheSamePlaces(String text) {
        assertThat(Asking.asked(text))
                .contains("[name]")
                .doesNotContain("Petrenko", "Adeyemi", "Kowalczyk", "Dlamini");
    }

    @Test
    void theYearOfADateStays() {
        assertThat(Asking.asked("Asthma since March 5th, 2021: inhaler?"))
                .isEqualTo("Asthma since [date in 2021]: inhaler?");
    }

    @Test
    void whatWasTakenOutIsListedOnceForEachKind() {
        assertThat(Asking.question("Mr. Brown and Mrs. Green both have asthma: inhaler?").removed())
                .containsExactly(new ClinicalQuestion.Removed("name", "[name]", false));
    }

    @Test
    void neitherTitleNorFocusNorFindingsCarryAName() {
        ClinicalQuestion question =
                Asking.question("John Smith, 54, of 12 Hill Road has asthma. Which inhaler?");

        assertThat(
                        question.title()
                                + question.focus()
                                + question.problems()
                                + question.unknownWords())
                .doesNotContainIgnoringCase("smith")
                .doesNotContainIgnoringCase("hill road");
    }

    @Test
    void aRefusedTextIsCleanedToo() {
        assertThat(Asking.refused("Write me a prescription, my name is Anna Bauer").asked())
                .doesNotContain("Bauer")
                .contains("[name]");
    }
}
