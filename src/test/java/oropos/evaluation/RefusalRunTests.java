package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalRunTests {

    private static List<RefusalRun.Given> given() {
        List<RefusalRun.Given> given = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            given.add(new RefusalRun.Given(true, i % 2 == 0, i < 4 ? -1 : 0.5 + i / 250.0));
            given.add(new RefusalRun.Given(false, i % 2 == 0, i < 40 ? -1 : i / 200.0));
        }
        return given;
    }

    @Test
    void whatAbstainedIsRefusedAtAnyThreshold() {
        RefusalRun.Point point = RefusalRun.point(given(), 0);

        assertThat(point.rightly()).isEqualTo(.4, within(1e-9));
        assertThat(point.wrongly()).isEqualTo(.04, within(1e-9));
    }

    @Test
    void theThresholdIsTheLeastThatRefusesEnoughOnHalfA() {
        RefusalRun.Outcome outcome = RefusalRun.outcome(given());

        assertThat(outcome.halfA().rightly()).isGreaterThanOrEqualTo(RefusalRun.RIGHT);
        List<RefusalRun.Given> halfA = given().stream().filter(RefusalRun.Given::halfA).toList();
        assertThat(RefusalRun.point(halfA, outcome.threshold() - 0.02).rightly())
                .isLessThan(RefusalRun.RIGHT);
        assertThat(outcome.text()).contains("100 questions the library can answer, 100 it cannot");
    }

    @Test
    void theCurveOnlyRises() {
        List<RefusalRun.Point> curve = RefusalRun.outcome(given()).curve();
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).rightly()).isGreaterThanOrEqualTo(curve.get(i - 1).rightly());
            assertThat(curve.get(i).wrongly()).isGreaterThanOrEqualTo(curve.get(i - 1).wrongly());
        }
    }

    @Test
    void halvesAreReadFromTheWords() {
        long inA = 0;
        for (int i = 0; i < 1000; i++) {
            inA += RefusalRun.isHalfA("question " + i) ? 1 : 0;
        }
        assertThat(inA).isBetween(430L, 570L);
        assertThat(RefusalRun.isHalfA("the same")).isEqualTo(RefusalRun.isHalfA("the same"));
    }
}
