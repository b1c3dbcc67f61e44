package oropos.retrieval.lucene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.retrieval.lucene.TokenFile.Text;

class TokenFileTests {

    private static final int HEADER = 4_096;

    /// Bytes of a piece: itself, its scale, its bits.
    private static final int LENGTH = 2 + 2 + 8;

    /// Of the header not every byte is cut off: each takes several writes to disk.
    private static final int STEP = 61;

    @TempDir Path folder;

    private TokenFile open() throws IOException {
        return open("words@1", "even", .5f, .5f, .5f, -.5f);
    }

    private TokenFile open(String encoder, String mean, float... numbers) throws IOException {
        return new TokenFile(folder, encoder, 4, new TokenFile.Mean(mean, () -> numbers));
    }

    private static Text text(String words, int... pieces) {
        float[][] states = new float[pieces.length][];
        for (int i = 0; i < pieces.length; i++) {
            states[i] = new float[] {i % 2, 1 - i % 2, .5f, -.5f};
        }
        return new Text(words, pieces, states);
    }

    private static BytesRef hash(String words) {
        return new BytesRef(GenerationWriter.hash(words));
    }

    private Path ending(String name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void keepsWhatWasAppended() throws IOException {
        open().append(List.of(text("croup", 7, 40_000), text("", new int[0])));
        open().append(List.of(text("bone", 9)));

        TokenFile file = open();
        assertThat(file.has("croup")).isTrue();
        assertThat(file.has("")).isTrue();
        assertThat(file.has("spine")).isFalse();
        assertThat(file.pieces(hash("croup"))).containsExactly(7, 40_000);
        assertThat(file.read(hash("croup")).scales()).hasSize(2);
        assertThat(file.read(hash("bone")).pieces()).containsExactly(9);
        assertThat(file.read(hash("")).pieces()).isEmpty();
    }

    @Test
    void theMeanIsAskedForOnceAndStaysInTheFile() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        TokenFile file = open("words@1", "even", 9, 9, 9, 9);
        file.append(List.of(text("bone", 1)));

        assertThat(file.mean()).containsExactly(.5f, .5f, .5f, -.5f);
        assertThat(open().mean()).containsExactly(.5f, .5f, .5f, -.5f);
    }

    @Test
    void aTextHasTheSameBitsWhateverElseIsThereAndInWhateverOrder() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        long[] alone = open().read(hash("croup")).codes();
        Path other = Files.createDirectory(folder.resolve("other"));
        TokenFile among =
                new TokenFile(
                        other,
                        "words@1",
                        4,
                        new TokenFile.Mean("even", () -> new float[] {.5f, .5f, .5f, -.5f}));
        among.append(List.of(text("spine", 3, 4, 5, 6), text("bone", 1)));
        among.append(List.of(text("croup", 1, 2)));

        assertThat(among.read(hash("croup")).codes()).containsExactly(alone);
    }

    @Test
    void anotherMeanHasItsOwnFilesAndEarlierOnesAreReadButNeverAddedTo() throws IOException {
        open().append(List.of(text("croup", 1, 2), text("bone", 3)));
        open("words@1x", "even", 0, 0, 0, 0).append(List.of(text("croup", 1)));
        TokenFile now = open("words@1", "odd", 0, 0, 0, 0);

        assertThat(now.has("croup")).isFalse();
        assertThat(now.earlier()).hasSize(1);
        TokenFile earlier = now.earlier().getFirst();
        assertThat(earlier.has("croup")).isTrue();
        assertThat(earlier.mean()).containsExactly(open().mean());
        assertThat(earlier.read(hash("bone")).codes())
                .containsExactly(open().read(hash("bone")).codes());
        now.append(List.of(text("croup", 1, 2)));
        assertThat(now.mean()).containsExactly(0, 0, 0, 0);

        now.forgetEarlier();
        assertThat(now.earlier()).isEmpty();
        assertThat(open().has("croup")).isFalse();
        assertThat(now.has("croup")).isTrue();
        assertThat(open("words@1x", "even", 0, 0, 0, 0).has("croup"))
                .as("another encoder's stay")
                .isTrue();
    }

    @Test
    void anEarlierFileThatIsDamagedIsLeftOutAndDeletedWithTheOthers() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        byte[] data = Files.readAllBytes(ending(".bin"));
        data[258] ^= 1;
        Files.write(ending(".bin"), data);
        Files.write(folder.resolve("tokens-words_1-cut.bin"), new byte[0]);
        Files.write(folder.resolve("tokens-words_1-other.bin"), new byte[9_000]);
        TokenFile now = open("words@1", "odd", 0, 0, 0, 0);

        assertThat(now.earlier()).isEmpty();
        now.append(List.of(text("croup", 1, 2)));
        now.forgetEarlier();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "tokens-words_1-odd.bin",
                            "tokens-words_1-odd.bin.sums",
                            "tokens-words_1-odd.list",
                            "tokens-words_1-cut.bin",
                            "tokens-words_1-other.bin");
        }
    }

    /// As it was written until 2026-11-30: the mean was that of the first texts, and had no name.
    @Test
    void whatWasWrittenUnderTheMeanOfALibraryIsAnEarlierOne() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        for (String end : List.of(".bin", ".list")) {
            byte[] bytes = Files.readAllBytes(ending(end));
            byte[] line = Arrays.copyOf("oropos tokens 1 words@1 4\n".getBytes(US_ASCII), 256);
            System.arraycopy(line, 0, bytes, 0, line.length);
            Files.delete(ending(end));
            Files.write(folder.resolve("tokens-words_1" + end), bytes);
        }
        Files.delete(ending(".sums"));

        TokenFile now = open();
        assertThat(now.has("croup")).isFalse();
        assertThat(now.earlier().getFirst().read(hash("croup")).pieces()).containsExactly(1, 2);
        now.forgetEarlier();
        assertThat(now.earlier()).isEmpty();
    }

    @Test
    void theSameTextsGiveTheSameBytes() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        byte[] first = Files.readAllBytes(ending(".bin"));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        open().append(List.of(text("croup", 1, 2)));

        assertThat(Files.readAllBytes(ending(".bin"))).isEqualTo(first);
    }

    @Test
    void aCrashAtAnyByteLosesOnlyWhatItCutOff() throws IOException {
        open().append(List.of(text("croup", 1, 2), text("bone", 3)));
        open().append(List.of(text("spine", 4, 5, 6)));
        byte[] data = Files.readAllBytes(ending(".bin"));
        byte[] list = Files.readAllBytes(ending(".list"));
        Path dataFile = ending(".bin");
        Path listFile = ending(".list");
        byte[] sums = Files.readAllBytes(ending(".sums"));
        Path sumsFile = ending(".sums");
        for (int cut = 0; cut <= list.length; cut++) {
            Files.write(dataFile, data);
            Files.write(listFile, Arrays.copyOf(list, cut));
            Files.write(sumsFile, sums);
            check(open());
        }
        for (int cut = 0; cut <= data.length; cut += cut < HEADER - STEP ? STEP : 1) {
            Files.write(dataFile, Arrays.copyOf(data, cut));
            Files.write(listFile, list);
            Files.write(sumsFile, sums);
            check(open());
        }
    }

    /// Whatever was lost can be appended again, and what is there is right.
    private static void check(TokenFile file) throws IOException {
        for (Text text : List.of(text("croup", 1, 2), text("bone", 3), text("spine", 4, 5, 6))) {
            if (!file.has(text.text())) {
                file.append(List.of(text));
            }
            assertThat(file.read(hash(text.text())).pieces()).containsExactly(text.pieces());
        }
    }

    @Test
    void aChangedByteCostsItsTextAloneWhichCanBeAppendedAgain() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        open().append(List.of(text("bone", 3)));
        byte[] data = Files.readAllBytes(ending(".bin"));
        for (int at = HEADER; at < data.length; at++) {
            byte[] harmed = data.clone();
            harmed[at] ^= 4;
            Files.write(ending(".bin"), harmed);

            TokenFile file = open();
            boolean inFirst = at < HEADER + LENGTH * 2;
            assertThat(file.has(inFirst ? "bone" : "croup")).as("byte " + at).isTrue();
            assertThat(file.read(hash(inFirst ? "croup" : "bone")).pieces()).isEmpty();
            assertThat(file.has(inFirst ? "croup" : "bone")).isFalse();
        }
        TokenFile file = open();
        assertThat(file.has("bone")).isFalse();
        file.append(List.of(text("bone", 3)));
        for (TokenFile one : List.of(file, open())) {
            assertThat(one.read(hash("bone")).pieces()).containsExactly(3);
            assertThat(one.read(hash("croup")).pieces()).containsExactly(1, 2);
        }
    }

    @Test
    void aChangedMeanIsRefused() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        byte[] data = Files.readAllBytes(ending(".bin"));
        data[258] ^= 1;
        Files.write(ending(".bin"), data);

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged", "delete it");
    }

    @Test
    void whatWasWrittenBeforeThereWereChecksumsIsBelievedAndGetsOne() throws IOException {
        open().append(List.of(text("croup", 1, 2)));
        Files.delete(ending(".sums"));
        assertThat(open().has("croup")).isTrue();
        open().append(List.of(text("bone", 3)));
        byte[] data = Files.readAllBytes(ending(".bin"));
        data[HEADER] ^= 1;
        Files.write(ending(".bin"), data);

        assertThat(open().has("croup")).isFalse();
        assertThat(open().has("bone")).isTrue();
    }

    @Test
    void refusesFilesThatAreNotItsOwn() throws IOException {
        open().append(List.of(text("croup", 1)));
        Files.write(ending(".list"), new byte[600], StandardOpenOption.WRITE);

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("delete it");
    }

    @Test
    void anotherEncoderHasItsOwnFiles() throws IOException {
        open().append(List.of(text("croup", 1)));

        assertThat(open("words@2", "even", 0, 0, 0, 0).has("croup")).isFalse();
    }
}
