package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AgeYearsTests {

    @Test
    void everyAgeInYearsHasThatManyCompletedYears() {
        for (int years = 0; years <= AgeRange.OPEN_END; years++) {
            assertThat(Age.years(years).inYears()).isEqualTo(years);
        }
    }

    @Test
    void monthsAndWeeksCountCompletedYears() {
        assertThat(new Age(BigDecimal.valueOf(11), Age.Unit.MONTH).inYears()).isZero();
        assertThat(new Age(BigDecimal.valueOf(12), Age.Unit.MONTH).inYears()).isOne();
        assertThat(new Age(BigDecimal.valueOf(23), Age.Unit.MONTH).inYears()).isOne();
        assertThat(new Age(BigDecimal.valueOf(51), Age.Unit.WEEK).inYears()).isZero();
        assertThat(new Age(BigDecimal.valueOf(53), Age.Unit.WEEK).inYears()).isOne();
    }
}
