package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTests {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("keys").resolve("receipts.ed25519");
    }

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        assertThat(ServerKey.existing(folder)).isEmpty();
        ServerKey made = ServerKey.of(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(ServerKey.of(folder).open()).isEqualTo(made.open());
        assertThat(ServerKey.existing(folder).orElseThrow().open()).isEqualTo(made.open());
        assertThat(ServerKey.passing().open()).isNotEqualTo(made.open());
        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void isOneHoweverManyAskForItFirst() {
        List<String> keys =
                IntStream.range(0, 16).parallel().mapToObj(asker -> made().open()).toList();
        assertThat(keys).containsOnly(keys.getFirst());
    }

    private ServerKey made() {
        try {
            return ServerKey.of(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void signsTheSameWordsWithTheSameBytes() {
        ServerKey key = made();
        String signature = key.sign("words");
        assertThat(key.sign("words")).isEqualTo(signature);
        assertThat(ServerKey.holds(key.open(), "words", signature)).isTrue();
        assertThat(ServerKey.holds(key.open(), "Words", signature)).isFalse();
        assertThat(ServerKey.holds(ServerKey.passing().open(), "words", signature)).isFalse();
        for (int at = 0; at < signature.length(); at++) {
            char other = signature.charAt(at) == 'A' ? 'B' : 'A';
            String changed = signature.substring(0, at) + other + signature.substring(at + 1);
            assertThat(ServerKey.holds(key.open(), "words", changed)).as("letter " + at).isFalse();
        }
        for (String nonsense : List.of("", "%", "AAAA", signature + "A", signature + "=", "é")) {
            assertThat(ServerKey.holds(key.open(), "words", nonsense)).isFalse();
            assertThat(ServerKey.holds(nonsense, "words", signature)).isFalse();
        }
    }

    @Test
    void thatIsDamagedIsToldAndNeverReplaced() throws IOException {
        made();
        List<String> lines = Files.readAllLines(file());
        List<String> other = List.of(lines.get(0), made(folder.resolve("other")));
        for (List<String> damaged :
                List.of(
                        List.<String>of(),
                        List.of("junk"),
                        List.of("junk", "junk"),
                        List.of(lines.get(0)),
                        List.of(lines.get(1), lines.get(0)),
                        List.of(lines.get(0), lines.get(1), "more"),
                        List.of(lines.get(0).substring(4), lines.get(1)),
                        List.of(Base64.getEncoder().encodeToString(new byte[48]), lines.get(1)),
                        other)) {
            Files.write(file(), damaged);
            assertThatThrownBy(() -> ServerKey.of(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file() + " is not a receipt key")
                    .hasMessageContaining("Restore it from a backup");
            assertThat(Files.readAllLines(file())).isEqualTo(damaged);
        }
    }

    private static String made(Path folder) throws IOException {
        return ServerKey.of(folder).open();
    }

    @Test
    void thatCannotBeMadeSaysWhere() throws IOException {
        Files.writeString(folder.resolve("keys"), "a file in its place");
        assertThatThrownBy(() -> ServerKey.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("right to write there");
    }
}
