package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTests {

    private static String in(String text) {
        return Quantities.in(text).stream()
                .map(q -> q.unit() == null ? q.value() : q.value() + " " + q.unit())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12.5 mg/kg | 12.5 mg/kg
                    0.05 mg/kg every 6 months | 0.05 mg/kg; 6 month
                    5% | 5 %
                    5 percent | 5 %
                    95% CI 0.02-0.81 | 95 %; 0.02 to 0.81
                    95% CI, 0.02 to 0.81 | 95 %; 0.02 to 0.81
                    (95% CI −0.3 to 0.5) | 95 %; -0.3 to 0.5
                    VF 0/18 v 2/16 | 0/18; 2/16
                    16 of 19 children | 16/19
                    16 out of 19 | 16/19
                    1,234 patients | 1234
                    12,345,678 | 12345678
                    p<0.001 | <0.001
                    P < .05 | <0.05
                    p ≤ 0.05 | ≤0.05
                    Z-score −2.0 | -2.0
                    Z ≤ -2.0 | ≤-2.0
                    platelets 150 x 10^9/L | 150 x 10^9 /L
                    platelets 150 × 10⁹/L | 150 x 10^9 /L
                    10^9/L | 10^9 /L
                    2-5 mg | 2 to 5 mg
                    2 to 5 mg | 2 to 5 mg
                    2–5 mg | 2 to 5 mg
                    25-OH vitamin D >50 nmol/L | 25; >50 nmol/L
                    5 μg | 5 mcg
                    5 micrograms | 5 mcg
                    20 mg per kg per day | 20 mg/kg/day
                    70-mg tablet | 70 mg
                    8-year-old | 8 year
                    120/80 mmHg | 120/80 mmHg
                    eGFR 45 mL/min/1.73 m² | 45 mL/minute/m^2
                    38.4 °C | 38.4 °C
                    2,5 mg | 2.5 mg
                    62 ± 8 years | 62; 8 year
                    BMD Z +0.41 | 0.41
                    T12 and COVID-19 and B12 and CD4 | none
                    12th | none
                    3D | none
                    10.1111/jpc.13768 | none
                    see https://a.org/2018/05 now 7 | 7
                    fracture¹² | none
                    8½ mg | 8.5 mg
                    1.2.3 | 1.2
                    """)
    void reads(String text, String expected) {
        assertThat(in(text)).isEqualTo(expected.equals("none") ? "" : expected);
    }

    @Test
    void pointsAtValueAndUnit() {
        String text = "Give 0.05 mg per kg, then 5 %.";
        assertThat(Quantities.in(text))
                .extracting(q -> q.span().of(text))
                .containsExactly("0.05 mg per kg", "5 %");
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Quantities.in("")).isEmpty();
        assertThat(Quantities.in("-")).isEmpty();
        assertThat(Quantities.in("./-,")).isEmpty();
    }
}
