package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.appraisal.PopulationFit;
import oropos.appraisal.PopulationFit.Gap;

class RankingTests {

    private static int nearness(PopulationFit fit) {
        return Ranking.nearness(fit, true);
    }

    private static PopulationFit indirect(Gap gap) {
        return new PopulationFit.Indirect("how they differ", gap);
    }

    @Test
    @DisplayName("P3 the nearest people are this patient's kind, the farthest adults for a child")
    void ordersPeopleByHowNearTheyAre() {
        List<PopulationFit> farther =
                List.of(
                        new PopulationFit.Direct(),
                        indirect(Gap.MIXED),
                        indirect(Gap.CONDITION),
                        new PopulationFit.Unstated(),
                        indirect(Gap.AGE),
                        indirect(Gap.SEX),
                        indirect(Gap.ADULT_FOR_CHILD));
        assertThat(farther).isSortedAccordingTo(Comparator.comparingInt(RankingTests::nearness));
        assertThat(farther.stream().map(RankingTests::nearness)).doesNotHaveDuplicates();
        assertThat(nearness(indirect(Gap.PREGNANCY))).isEqualTo(nearness(indirect(Gap.SEX)));
        assertThat(nearness(indirect(Gap.CHILD_FOR_ADULT)))
                .isEqualTo(nearness(indirect(Gap.ADULT_FOR_CHILD)));
    }

    @Test
    void everyDifferenceHasItsPlace() {
        assertThat(Stream.of(Gap.values()).map(gap -> nearness(indirect(gap))))
                .allMatch(place -> place >= 1 && place <= 6);
    }

    @Test
    void whereNoAgeIsAskedOneAgeGroupIsAsNearAsNobodyNamed() {
        assertThat(Ranking.nearness(indirect(Gap.AGE), false))
                .isEqualTo(Ranking.nearness(new PopulationFit.Unstated(), false));
        assertThat(Ranking.nearness(indirect(Gap.ADULT_FOR_CHILD), false))
                .isEqualTo(nearness(indirect(Gap.ADULT_FOR_CHILD)));
    }
}
