package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fewer fractures (RR 0.52, 95% CI 0.43 to 0.61) | RR | .52 | .43 | .61",
                "lower risk (hazard ratio, 0.62; 95% CI, 0.50–0.78; P<.001) | HR | .62 | .50 | .78",
                "odds ratio 1.8 (95% confidence interval 0.9-3.4) | OR | 1.8 | .9 | 3.4",
                "mean difference -2.1 (95% CI -3.0 to -1.2) points | MD | -2.1 | -3 | -1.2",
                "relative risk of 0.80 (95% CI: 0.70, 0.91) | RR | .8 | .7 | .91"
            })
    void readsAnEffectWithItsInterval(
            String words, String measure, double estimate, double low, double high) {
        assertThat(Effect.in(words))
                .hasValueSatisfying(effect -> {
                    assertThat(effect.measure()).isEqualTo(measure);
                    assertThat(effect.estimate()).isEqualTo(estimate);
                    assertThat(effect.low()).isEqualTo(low);
                    assertThat(effect.high()).isEqualTo(high);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RR 0.52",
                "95% CI 0.43 to 0.61",
                "RR 0.92 (95% CI 0.43 to 0.61)",
                "OR 5 of 10 people (3 to 4)",
                "HR -0.5 (95% CI -0.9 to -0.1)"
            })
    void whatIsNotWrittenOutWholeIsLeftAlone(String words) {
        assertThat(Effect.in(words)).isEmpty();
    }
}
