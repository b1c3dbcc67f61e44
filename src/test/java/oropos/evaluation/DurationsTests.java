package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    /// 1 to 100 milliseconds, longest first.
    private static final Durations HUNDRED =
            new Durations(LongStream.range(0, 100).map(at -> (100 - at) * 1_000_000).toArray());

    @ParameterizedTest
    @CsvSource({"50, 50", "95, 95", "95.5, 96", "99, 99", "100, 100", "0.1, 1", "1, 1"})
    void aPercentileIsTheMeasuredTimeOfThatRank(double percent, double milliseconds) {
        assertThat(HUNDRED.percentile(percent)).isEqualTo(milliseconds);
    }

    @Test
    void theOnlyTimeIsEveryPercentile() {
        Durations one = new Durations(new long[] {2_500_000});
        assertThat(one.percentile(50)).isEqualTo(2.5);
        assertThat(one.percentile(100)).isEqualTo(2.5);
        assertThat(one.count()).isOne();
    }

    @Test
    void aFewSlowAnswersShowInTheHighPercentileOnly() {
        Durations mixed = new Durations(new long[] {1_000_000, 1_000_000, 1_000_000, 900_000_000});
        assertThat(mixed.percentile(50)).isEqualTo(1);
        assertThat(mixed.percentile(95)).isEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
    void aPercentileOutsideItsRangeIsRefused(double percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> HUNDRED.percentile(percent));
    }

    @Test
    void nothingTimedHasNoPercentiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Durations(new long[0]));
    }
}
