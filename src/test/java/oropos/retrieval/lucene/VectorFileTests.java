package oropos.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTests {

    private static final int HEADER = 256;

    /// Bytes of a row of three numbers.
    private static final int ROW = 16 + 3 * 4;

    @TempDir Path folder;

    private Path data() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin")).findFirst().orElseThrow();
        }
    }

    private VectorFile open() throws IOException {
        return new VectorFile(folder, "test@1", 3);
    }

    private float[] read(VectorFile file, String text) {
        float[] vector = new float[3];
        file.read(
                file.row(new org.apache.lucene.util.BytesRef(GenerationWriter.hash(text)))
                        .orElseThrow(),
                vector);
        return vector;
    }

    @Test
    void keepsVectorsByTheirText() throws IOException {
        VectorFile file = open();
        assertThat(file.has("croup")).isFalse();
        file.append(Map.of("croup", new float[] {1, 0, -.5f}));
        file.append(Map.of("bone", new float[] {0, 1, 0}));

        for (VectorFile one : List.of(file, open())) {
            assertThat(one.has("croup")).isTrue();
            assertThat(read(one, "croup")).containsExactly(1, 0, -.5f);
            assertThat(read(one, "bone")).containsExactly(0, 1, 0);
            assertThat(one.has("rickets")).isFalse();
        }
    }

    @Test
    void goesOnAfterACrashInTheMiddleOfARow() throws IOException {
        open().append(Map.of("croup", new float[] {1, 0, 0}));
        Files.write(data(), new byte[] {9, 9, 9, 9, 9}, StandardOpenOption.APPEND);

        VectorFile again = open();
        again.append(Map.of("bone", new float[] {0, 1, 0}));

        assertThat(read(open(), "croup")).containsExactly(1, 0, 0);
        assertThat(read(open(), "bone")).containsExactly(0, 1, 0);
    }

    @Test
    void aChangedByteCostsItsTextAloneWhichCanBeAppendedAgain() throws IOException {
        open().append(Map.of("croup", new float[] {1, 0, 0}));
        open().append(Map.of("bone", new float[] {0, 1, 0}));
        byte[] data = Files.readAllBytes(data());
        for (int at = HEADER; at < data.length; at++) {
            byte[] harmed = data.clone();
            harmed[at] ^= 32;
            Files.write(data(), harmed);

            boolean inFirst = at < HEADER + ROW;
            assertThat(open().has("croup")).as("byte " + at).isEqualTo(!inFirst);
            assertThat(open().has("bone")).as("byte " + at).isEqualTo(inFirst);
        }
        VectorFile file = open();
        file.append(Map.of("bone", new float[] {0, 1, 0}));
        for (VectorFile one : List.of(file, open())) {
            assertThat(read(one, "croup")).containsExactly(1, 0, 0);
            assertThat(read(one, "bone")).containsExactly(0, 1, 0);
        }
    }

    @Test
    void aDamagedVectorSwitchesMeaningOffUntilItIsComputedAgain() throws IOException {
        open().append(Map.of("one", new float[] {1, 0, 0}));
        byte[] data = Files.readAllBytes(data());
        data[data.length - 1] ^= 1;
        Files.write(data(), data);
        VectorFile file = open();
        try (Generation index =
                Generations.inMemory(writer -> {
                    writer.add(entry("a", "one"));
                    return new Generations.Facts("test", 1);
                })) {
            assertThat(Meanings.of(index, file, 3)).isEmpty();

            file.append(Map.of("one", new float[] {1, 0, 0}));

            assertThat(Meanings.of(index, file, 3)).isPresent();
        }
    }

    @Test
    void whatWasWrittenBeforeThereWereChecksumsIsBelievedAndGetsOne() throws IOException {
        open().append(Map.of("croup", new float[] {1, 0, 0}));
        Files.delete(data().resolveSibling(data().getFileName() + ".sums"));
        assertThat(open().has("croup")).isTrue();
        open().append(Map.of("bone", new float[] {0, 1, 0}));
        byte[] data = Files.readAllBytes(data());
        data[HEADER + ROW - 1] ^= 1;
        Files.write(data(), data);

        assertThat(open().has("croup")).isFalse();
        assertThat(open().has("bone")).isTrue();
    }

    @Test
    void refusesAFileThatIsNotItsOwn() throws IOException {
        open().append(Map.of("croup", new float[] {1, 0, 0}));
        Files.write(data(), new byte[400]);

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("delete it");
    }

    @Test
    void refusesVectorsOfAnotherLength() throws IOException {
        VectorFile file = open();

        assertThatThrownBy(() -> file.append(Map.of("croup", new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 numbers");
    }

    @Test
    void comparesOnlyWhereEveryPassageHasItsVector() throws IOException {
        VectorFile file = open();
        file.append(Map.of("one", new float[] {1, 0, 0}));
        try (Generation index =
                Generations.inMemory(writer -> {
                    writer.add(entry("b", "two"));
                    writer.add(entry("a", "one"));
                    return new Generations.Facts("test", 1);
                })) {
            assertThat(Meanings.of(index, file, 3)).isEmpty();

            file.append(Map.of("two", new float[] {0, 1, 0}));

            Meanings.Heard heard =
                    Meanings.of(index, file, 3).orElseThrow().hear(new float[] {.6f, .8f, 0});
            assertThat(heard.nearest(1)).containsExactly(1);
            assertThat(heard.cosine(0)).isEqualTo(.6f);
            assertThat(heard.cosine(1)).isEqualTo(.8f);
        }
    }

    private static Entry entry(String id, String meaning) {
        return new Entry(
                id,
                id,
                meaning,
                "",
                "",
                "",
                new TreeSet<>(),
                new TreeSet<>(),
                List.of(),
                meaning,
                1);
    }
}
