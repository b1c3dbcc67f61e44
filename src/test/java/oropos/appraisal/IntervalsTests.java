package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RR 0.91 (95% CI 0.70 to 1.19) | true",
                "RR 0.71 (95% CI 0.60 to 0.89) | false",
                "odds ratio 1.4; 95% confidence interval, 0.9-2.1 | true",
                "mean difference 0.41 (95% CI 0.02-0.81) | false",
                "mean difference -1.2 (95% CI -3.0 to 0.6) | true",
                "difference \u22121.2 (95% CI \u22123.0 to \u22120.6) | false",
                "HR 0.8 (95% CI 0.6 to 1.1) and RR 0.5 (95% CI 0.4 to 0.7) | false",
                "mean age 12.6 years (95% CI 0.2 to 14.1) | false",
                "no interval at all | false",
                "HR (CI | false"
            })
    void anIntervalHoldsNoEffectOnlyWhereItsMeasureIsKnown(String text, boolean crosses) {
        assertThat(Intervals.allHoldNoEffect(text, StatedNumbers.in(text).effects()).isPresent())
                .isEqualTo(crosses);
    }
}
