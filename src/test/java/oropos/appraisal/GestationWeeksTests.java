package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GestationWeeksTests {

    @ParameterizedTest
    @CsvSource({
        "24 weeks of gestation or after, 26 weeks, true",
        "24 weeks of gestation or after, 24 weeks, true",
        "24 weeks of gestation or after, 23 weeks, false",
        "before 24 weeks of gestation, 23 weeks, true",
        "before 24 weeks of gestation, 24 weeks, false",
        "after 12 weeks of pregnancy, 14 weeks, true",
        "24 to 28 weeks of gestation, 28 weeks, true",
        "24 to 28 weeks of gestation, 29 weeks, false",
    })
    void weeksAreHeldAgainstTheWeekTold(String condition, String told, boolean holds) {
        assertThat(GestationWeeks.holds(condition, told)).contains(holds);
    }

    @Test
    void whatIsSomethingElseOrNotToldIsNotDecided() {
        assertThat(GestationWeeks.holds("24 weeks of gestation or after", null)).isEmpty();
        assertThat(GestationWeeks.holds("high risk at 24 weeks of gestation or after", "26 weeks"))
                .isEmpty();
        assertThat(GestationWeeks.holds("hypertension", "26 weeks")).isEmpty();
    }
}
