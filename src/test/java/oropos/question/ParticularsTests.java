package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticularsTests {

    private static Particulars of(String text) {
        return Asking.UNDERSTANDING.particulars(Asking.question(text));
    }

    @Test
    void aDrugIsToldWithDoseRouteFrequencyAndUse() {
        Particulars.Drug drug =
                of("He takes metformin 500 mg twice daily by mouth and asks about alcohol")
                        .drugs()
                        .getFirst();

        assertThat(drug.dose()).isEqualTo("500 mg");
        assertThat(drug.route()).isEqualTo("oral");
        assertThat(drug.use()).isEqualTo("current");
        assertThat(drug.brand()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She is on warfarin and bleeds | current",
                "Should we start alendronate? | proposed",
                "Trying to conceive on methotrexate | current",
                "What is the evidence on aspirin in stroke? |",
                "Aspirin in stroke |",
            })
    void useIsToldOnlyWhereTheWordsTellIt(String text, @Nullable String use) {
        assertThat(of(text).drugs().stream().map(Particulars.Drug::use).findFirst().orElse(null))
                .isEqualTo(use);
    }

    @Test
    void aDoseBelongsToTheDrugBesideIt() {
        Particulars told = of("On warfarin 5 mg daily, may he take fluconazole?");

        assertThat(told.drugs()).extracting(Particulars.Drug::dose).containsExactly("5 mg", null);
        assertThat(told.drugs())
                .extracting(Particulars.Drug::use)
                .containsExactly("current", "proposed");
    }

    @Test
    void anotherNameOfTheSubstanceIsNoBrand() {
        assertThat(of("Tylenol in liver disease").drugs().getFirst().brand()).isEqualTo("Tylenol");
        assertThat(of("Paracetamol in liver disease").drugs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apixaban versus warfarin for atrial fibrillation | warfarin |",
                "Amoxicillin or placebo for acute sinusitis? | placebo |",
                "Warfarin and aspirin in atrial fibrillation | |",
                "Effect of tight glucose control on mortality in diabetes | | mortality",
                "Does exercise improve quality of life in COPD? | | quality of life",
                "What is COPD? | |",
            })
    void whatIsComparedAndHopedForIsTold(
            String text, @Nullable String comparator, @Nullable String outcome) {
        Particulars told = of(text);

        if (comparator == null) {
            assertThat(told.comparator()).isNull();
        } else {
            assertThat(told.comparator()).isEqualToIgnoringCase(comparator);
        }
        assertThat(told.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am a nurse: how do I flush a central line? | nurse",
                "My daughter is 9 and wets the bed, what can we do? | carer",
                "Why do I get cramps at night? | patient",
                "My 7 yr old has two broken vertebrae, what now? | carer",
                "My 6-week-old will not feed, what now? | carer",
                "My nan has a rash, is it shingles? | carer",
                "Is calcitonin useful for my 81-year-old? |",
                "My patient is 8 with a T12 fracture, what next? |",
                "First-line drug for gout? |",
            })
    void whoAsksIsToldWhereHeSaysSo(String text, @Nullable String asker) {
        assertThat(of(text).asker()).isEqualTo(asker);
    }

    @Test
    void causeAndMechanismStandWithTheProblem() {
        assertThat(of("Hepatitis caused by isoniazid, what to do?").problems())
                .extracting(Particulars.Because::cause)
                .contains("isoniazid");
        assertThat(of("Hip fracture after a fall from standing height at 82").problems())
                .extracting(Particulars.Because::mechanism)
                .contains("fall");
        assertThat(of("Glucocorticoid-induced osteoporosis: prevention").problems())
                .extracting(Particulars.Because::cause)
                .contains("glucocorticoid");
    }

    @Test
    void aValueIsToldWithItsUnitAndAnAgeIsNoValue() {
        assertThat(of("Potassium 6.1 mmol/L in a man on ramipril: what first?").tests())
                .extracting(test -> test.value() + " " + test.unit())
                .containsExactly("6.1 mmol/L");
        assertThat(of("Haemoglobin at 35 years in anaemia").tests()).isEmpty();
    }
}
