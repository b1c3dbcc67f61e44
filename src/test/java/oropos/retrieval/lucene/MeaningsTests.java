package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningsTests {

    private static final int PASSAGES = 3_000;
    private static final int DIMENSIONS = 64;

    @TempDir Path folder;

    /// Vectors around a few centres with one large dimension, as encoders give them.
    private static Map<String, float[]> vectors() {
        Random random = new Random(3);
        float[][] centres = new float[40][DIMENSIONS];
        for (float[] centre : centres) {
            for (int k = 0; k < DIMENSIONS; k++) {
                centre[k] = (float) random.nextGaussian();
            }
        }
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (int i = 0; i < PASSAGES; i++) {
            float[] vector = new float[DIMENSIONS];
            float[] centre = centres[random.nextInt(centres.length)];
            double squares = 0;
            for (int k = 0; k < DIMENSIONS; k++) {
                vector[k] = centre[k] + (float) random.nextGaussian() + (k == 0 ? 8 : 0);
                squares += vector[k] * vector[k];
            }
            for (int k = 0; k < DIMENSIONS; k++) {
                vector[k] /= (float) Math.sqrt(squares);
            }
            vectors.put(String.format("%05d", i), vector);
        }
        return vectors;
    }

    @Test
    void theBitsFindNearlyAllThatAnExactScanFinds() throws IOException {
        Map<String, float[]> vectors = vectors();
        VectorFile file = new VectorFile(folder, "test", DIMENSIONS);
        file.append(vectors);
        try (Generation index =
                Generations.inMemory(writer -> {
                    vectors.keySet().forEach(id -> writer.add(entry(id)));
                    return new Generations.Facts("test", 1);
                })) {
            Meanings exact = Meanings.of(index, file, DIMENSIONS, Integer.MAX_VALUE).orElseThrow();
            Meanings bits = Meanings.of(index, file, DIMENSIONS, 0).orElseThrow();
            int common = 0;
            for (String id : List.of("00005", "01234", "02999")) {
                float[] question = java.util.Objects.requireNonNull(vectors.get(id));
                int[] wanted = exact.hear(question).nearest(100);
                int[] found = bits.hear(question).nearest(100);
                assertThat(found).hasSize(100).isSorted();
                assertThat(bits.hear(question).cosine(found[0]))
                        .isEqualTo(exact.hear(question).cosine(found[0]));
                common +=
                        (int)
                                IntStream.of(found)
                                        .filter(place -> Arrays.binarySearch(wanted, place) >= 0)
                                        .count();
            }
            assertThat(common).isGreaterThan(270);
        }
    }

    @Test
    void amongEqualsTheSmallerPlacesAreFound() throws IOException {
        float[] near = new float[DIMENSIONS];
        float[] far = new float[DIMENSIONS];
        near[0] = 1;
        far[1] = 1;
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (int i = 0; i < PASSAGES; i++) {
            vectors.put(String.format("%05d", i), i % 3 == 1 ? near : far);
        }
        VectorFile file = new VectorFile(folder, "test", DIMENSIONS);
        file.append(vectors);
        try (Generation index =
                Generations.inMemory(writer -> {
                    vectors.keySet().forEach(id -> writer.add(entry(id)));
                    return new Generations.Facts("test", 1);
                })) {
            int[] wanted = IntStream.range(0, 100).map(i -> 3 * i + 1).toArray();
            for (int exact : new int[] {Integer.MAX_VALUE, 0}) {
                Meanings meanings = Meanings.of(index, file, DIMENSIONS, exact).orElseThrow();
                assertThat(meanings.hear(near).nearest(100)).containsExactly(wanted);
                assertThat(meanings.hear(near).nearest(PASSAGES)).hasSize(PASSAGES).isSorted();
            }
        }
    }

    private static Entry entry(String id) {
        return new Entry(
                id, id, id, "", "", "", new TreeSet<>(), new TreeSet<>(), List.of(), id, 1);
    }
}
