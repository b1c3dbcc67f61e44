package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosesTests {

    private static String in(String text) {
        return Doses.in(text).stream()
                .map(d -> d.amount() + " " + d.unit() + ", " + d.route() + ", " + d.frequency())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alendronate 70 mg orally once weekly | 70 mg, oral, once weekly
                    Alendronate 70 mg weekly for an 8-year-old? | 70 mg, null, weekly
                    intravenous zoledronate 0.05 mg/kg every 6 months | 0.05 mg/kg, intravenous, every 6 months
                    zoledronate 0.05 mg/kg IV 6-monthly | 0.05 mg/kg, intravenous, 6-monthly
                    5 mg PO twice daily | 5 mg, oral, twice daily
                    5 mg p.o. b.i.d. | 5 mg, oral, b.i.d
                    400 IU of vitamin D daily by mouth | 400 IU, oral, daily
                    10-20 mg/kg q6h | 10 to 20 mg/kg, null, q6h
                    2 puffs inhaled three times a day | 2 puff, inhaled, three times a day
                    dexamethasone 0.15 mg/kg | 0.15 mg/kg, null, null
                    calcitonin 200 IU nasal spray daily | 200 IU, nasal, daily
                    Give 5 mg daily. Then 10 mg at night. | 5 mg, null, daily; 10 mg, null, at night
                    5 mg in the morning and 10 mg at night | 5 mg, null, in the morning; 10 mg, null, at night
                    croup, 14 kg | none
                    glucose 90 mg/dL daily | none
                    vitamin D >50 nmol/L | none
                    every 6 months | none
                    5% | none
                    """)
    void reads(String text, String expected) {
        assertThat(in(text)).isEqualTo(expected.equals("none") ? "" : expected);
    }

    @Test
    void isCompleteOnlyWithAllItsParts() {
        assertThat(Doses.in("70 mg orally once weekly"))
                .singleElement()
                .matches(DoseMention::isComplete);
        assertThat(Doses.in("70 mg weekly")).singleElement().matches(d -> !d.isComplete());
        assertThat(Doses.in("70 mg orally")).singleElement().matches(d -> !d.isComplete());
    }

    @Test
    void pointsAtAllThatBelongsToIt() {
        String text = "Start 70 mg orally once weekly with water.";
        assertThat(Doses.in(text))
                .extracting(d -> d.span().of(text))
                .containsExactly("70 mg orally once weekly");
    }

    @Test
    void doesNotBorrowFromTheNextSentence() {
        assertThat(in("It was 5 mg. Daily walks helped.")).isEqualTo("5 mg, null, null");
        assertThat(in("5 mg; daily")).isEqualTo("5 mg, null, null");
    }
}
