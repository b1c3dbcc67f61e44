package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTests {

    @Test
    void findsWhatSortingAllWouldAndAmongEqualsTheSmallerPlaces() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(3_000);
            int most = 1 + random.nextInt(200);
            int kinds = 1 + random.nextInt(round % 3 == 0 ? 5 : 100_000);
            float[] scores = new float[count];
            for (int i = 0; i < count; i++) {
                scores[i] = (random.nextInt(kinds) - kinds / 2) / 7f;
            }
            if (round % 4 == 1) {
                Arrays.sort(scores);
            }
            int[] expected =
                    IntStream.range(0, count)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble((Integer place) -> -scores[place])
                                            .thenComparing(Comparator.naturalOrder()))
                            .limit(most)
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .toArray();

            Best best = new Best(most);
            best.add(scores, 0, count);

            assertThat(best.places()).isEqualTo(expected);
            float[] told = best.scores();
            for (int i = 0; i < expected.length; i++) {
                assertThat(told[i]).isEqualTo(scores[expected[i]]);
            }
        }
    }
}
