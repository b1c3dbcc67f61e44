package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Every figure here was counted by hand.
class RankMeasuresTests {

    private static final Offset<Double> EXACT = within(1e-9);

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    @Test
    void aGradedListIsCountedWithLinearGain() {
        RankMeasures of =
                RankMeasures.of(
                        List.of("x", "b", "a", "y"), Map.of("a", 3d, "b", 1d, "c", 2d, "y", 0d));

        double gain = 1 / log2(3) + 3 / log2(4);
        double best = 3 / log2(2) + 2 / log2(3) + 1 / log2(4);
        assertThat(of.ndcg10()).isCloseTo(gain / best, EXACT);
        assertThat(of.recall100()).isCloseTo(2d / 3, EXACT);
        assertThat(of.reciprocal10()).isCloseTo(.5, EXACT);
        assertThat(of.averagePrecision()).isCloseTo((1d / 2 + 2d / 3) / 3, EXACT);
        assertThat(of.success1()).isZero();
        assertThat(of.firstGrade()).isZero();
    }

    @Test
    void theBestOrderHasTheBestFigures() {
        RankMeasures of = RankMeasures.of(List.of("a", "b"), Map.of("a", 2d, "b", 1d));

        assertThat(of).isEqualTo(new RankMeasures(1, 1, 1, 1, 1, 2));
    }

    @Test
    void ranksBeyondTheirDepthDoNotCount() {
        List<String> ranked = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ranked.add("n" + i);
        }
        RankMeasures eleventh = RankMeasures.of(ranked, Map.of("n10", 1d));
        RankMeasures beyond = RankMeasures.of(ranked, Map.of("n100", 1d));

        assertThat(eleventh.ndcg10()).isZero();
        assertThat(eleventh.reciprocal10()).isZero();
        assertThat(eleventh.recall100()).isEqualTo(1);
        assertThat(eleventh.averagePrecision()).isCloseTo(1d / 11, EXACT);
        assertThat(beyond.recall100()).isZero();
    }

    @Test
    void nothingFoundIsNothing() {
        assertThat(RankMeasures.of(List.of(), Map.of("a", 1d)))
                .isEqualTo(new RankMeasures(0, 0, 0, 0, 0, 0));
    }

    @Test
    void moreThanTenRelevantAreComparedWithTheTenBest() {
        Map<String, Double> grades = new java.util.HashMap<>();
        List<String> ranked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            grades.put("n" + i, 1d);
            ranked.add("n" + i);
        }
        assertThat(RankMeasures.of(ranked, grades).ndcg10()).isCloseTo(1, EXACT);
    }
}
