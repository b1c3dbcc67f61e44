package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTests {

    @TempDir Path folder;

    @Test
    void chanceMakesTwoEqualDifferencesHalfOfTheTime() {
        // of the four ways to set two signs, two give a sum as large as the one seen
        RunComparison two = RunComparison.of(List.of(new double[] {0, .5}, new double[] {.2, .7}));

        assertThat(two.p()).isCloseTo(.5, within(.01));
        assertThat(two.first()).isCloseTo(.1, within(1e-9));
        assertThat(two.second()).isCloseTo(.6, within(1e-9));
    }

    @Test
    void tenEqualDifferencesAreHardlyChance() {
        RunComparison ten = RunComparison.of(Collections.nCopies(10, new double[] {.4, .6}));

        assertThat(ten.p()).isCloseTo(2d / 1024, within(.001));
    }

    @Test
    void noDifferenceIsAlwaysChance() {
        assertThat(RunComparison.of(Collections.nCopies(5, new double[] {.4, .4})).p())
                .isEqualTo(1);
    }

    @Test
    void runsAreReadWithWhateverIdsTheyHave() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "q1 Q0 a b 1 0.9 t\nq1 Q0 c 2 0.8 t\n");
        Path other = Files.writeString(folder.resolve("other"), "q1 Q0 c 1 0.9 t\n");
        Path qrels = Files.writeString(folder.resolve("qrels"), "q1\ta b\t1\n");

        RunComparison compared = RunComparison.of(one, other, Judgments.of(qrels));

        assertThat(compared.questions()).isEqualTo(1);
        assertThat(compared.first()).isEqualTo(1);
        assertThat(compared.second()).isZero();
    }
}
