package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    T₁₂; T12
                    10⁹; 10^9
                    10⁻¹²; 10^-12
                    8½; 8.5
                    ½; 0.5
                    m²; m^2
                    − – — ‑; - - - -
                    don’t; don't
                    ㎎; mg
                    oste\u00ado; osteo
                    e\u0301; \u00e9
                    ½\u0301; 0.5
                    Ⅳ; IV
                    """)
    void makesPlain(String written, String plain) {
        assertThat(Plain.of(written).text()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"T₁₂,0,3,0,3", "aﬁb,1,3,1,2", "8½,1,3,1,2", "a\u00adb,0,2,0,3"})
    void findsTheWayBack(String written, int start, int end, int from, int to) {
        assertThat(Plain.of(written).span(start, end)).isEqualTo(new Span(from, to));
    }
}
