package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Terminology;

/// What a turn takes away from the case or points at further back, and that both are told.
class ChangedCaseTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final FollowUps FOLLOW_UPS =
            new FollowUps(TERMINOLOGY, new Understanding(TERMINOLOGY));

    private static FollowUp.Question read(String... turns) {
        List<String> texts = new ArrayList<>();
        FollowUp.Question last = new FollowUp.Question("", List.of(), false);
        for (String turn : turns) {
            last = (FollowUp.Question) FOLLOW_UPS.read(texts, turn);
            texts.add(last.text());
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wat if her kidneys were normal | left out: CKD; left out: eGFR 22",
                "and with a normal kidney function? | left out: CKD; left out: eGFR 22",
                "suppose she had no asthma | left out: asthma",
                "what if she wasn't on warfarin? | left out: warfarin",
                "what if she had no migraine? | no migraine: nobody had told of it",
                "what if her liver were normal? | liver normal: nobody had told otherwise"
            })
    void whatIsTakenAwayIsTold(String words, String told) {
        assertThat(
                        String.join(
                                "; ",
                                read(
                                                "72-year-old woman, CKD, eGFR 22, asthma, takes warfarin. Is naproxen safe?",
                                                words)
                                        .changed()))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are her kidneys normal?",
                "what if her kidneys weren't normal?",
                "what if her kidneys get better?",
                "what if she stops the warfarin before?",
                "what if she doesn't take naproxen?",
                "is normal saline ok?",
                "how long until her kidneys are normal?"
            })
    void whatTakesNothingAwayChangesNothing(String words) {
        FollowUp.Question read =
                read(
                        "72-year-old woman, CKD, eGFR 22, asthma, takes warfarin. Is naproxen safe?",
                        words);

        assertThat(read.text()).doesNotContain("Corrected");
        assertThat(read.changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorry, eGFR 53 | eGFR 53 in place of eGFR 35",
                "his eGFR is 90 now | eGFR is 90 in place of eGFR 35",
                "what if his eGFR was 90? | eGFR was 90 in place of eGFR 35",
                "his eGFR is 90 now, which dose? | eGFR is 90 in place of eGFR 35",
                "is eGFR 60 the limit? | ''",
                "his eGFR was 60 last year | ''"
            })
    void aValueToldAnewTakesThePlaceOfTheOldOne(String words, String told) {
        FollowUp.Question read = read("Man of 60, eGFR 35, gout. Allopurinol dose?", words);

        assertThat(String.join("; ", read.changed())).isEqualTo(told);
        assertThat(read.text().contains("no longer eGFR 35")).isEqualTo(!told.isEmpty());
    }

    @Test
    void whatIsTakenAwayStaysAwayInTheTurnsThatFollow() {
        FollowUp.Question read =
                read(
                        "A 48-year-old woman has asthma and gout. Is naproxen safe?",
                        "what if she had no asthma?",
                        "and how much?");

        assertThat(read.text()).contains("does not have asthma");
    }

    /// "What if he had no chest pain?" silences no sign; "sorry, he has none" does.
    @Test
    void whatIsOnlySupposedSilencesNoUrgentSign() {
        String first = "A 58-year-old man has chest pain and is sweating. What should be done?";

        assertThat(read(first, "what if he had no chest pain?").text()).doesNotContain("Corrected");
        assertThat(read(first, "sorry, he has no chest pain").text())
                .contains("does not have chest pain");
    }

    /// A pressure that is lower now is no reason to take back what the first one said with a headache.
    @Test
    void aValueToldAnewSilencesNoUrgentSignUnlessItIsPutRight() {
        String first = "I am 30 weeks pregnant, headache, BP 170/110. What now?";

        assertThat(read(first, "bp now 120/70").text()).doesNotContain("Corrected");
        assertThat(read(first, "what if I weren't pregnant?").text()).doesNotContain("Corrected");
        assertThat(read(first, "sorry, BP 120/70").text()).contains("no longer BP 170/110");
    }

    @Test
    void whatATurnAsksBesideWhatItChangesIsNotLost() {
        String first = "A 60-year-old woman with gout. Is colchicine safe?";

        assertThat(read(first, "what if she were 80 and on warfarin with eGFR 20?").text())
                .contains("warfarin")
                .contains("eGFR 20")
                .contains("age 80 years");
        assertThat(read(first, "and the dose for a 90-year-old?").text())
                .contains("the dose")
                .contains("about colchicine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is amoxicillin safe? | what about the rash? | and the dose of it for him? | about amoxicillin",
                "Is apixaban or warfarin better for a man of 70? | the dose of apixaban? | and the other one? | about warfarin",
                "Hydroxychloroquine or azathioprine for a woman of 34 with lupus? | the latter? | the dose of the former | about hydroxychloroquine",
                "Does a man of 40 with sciatica need an MRI? | and a fever? | is the scan safe? | about MRI"
            })
    void whatWasNamedTurnsBackIsFound(String first, String then, String last, String carried) {
        assertThat(read(first, then, last).carried()).contains(carried);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ramipril or amlodipine for a man of 60? / what about a cough? | how much of it?",
                "Is ibuprofen safe for a boy of 6? / And paracetamol? / can he swim? | the dose of that drug?",
                "Doxycycline or amoxicillin for a woman of 50? / can she work? | for how many days the antibiotic"
            })
    void whatFitsTwoIsAskedBack(String before, String words) {
        List<String> texts = new ArrayList<>();
        for (String turn : before.split(" / ")) {
            texts.add(((FollowUp.Question) FOLLOW_UPS.read(texts, turn)).text());
        }

        assertThat(FOLLOW_UPS.read(texts, words))
                .isEqualTo(new FollowUp.Unclear(FollowUp.Unclear.What.THING));
    }

    @Test
    void everyRowIsHeardInItsExampleAndNotInItsLookAlike() {
        assertThat(new TakenAway(RuleFile.Table.read(TakenAway.FILE), TERMINOLOGY).faults())
                .isEmpty();
        assertThat(new NamedBefore(RuleFile.Table.read(NamedBefore.FILE), TERMINOLOGY).faults())
                .isEmpty();
    }
}
