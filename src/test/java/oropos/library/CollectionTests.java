package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Collections in BEIR's form, however they are packed.
class CollectionTests {

    private static final String THREE =
            """
            {"_id": "d1", "title": "Croup", "text": "Steroids help children with croup."}
            {"_id": "d 2", "title": "", "text": "Fractures of the spine."}

            {"_id": 3, "title": "Only a title"}
            """;

    @TempDir Path folder;
    private Path files = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(files.resolve(name), bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        }
        return out.toByteArray();
    }

    private Tally add(Path... named) throws IOException {
        try (Library library = Library.open(folder.resolve("data"), Library.Access.WRITE)) {
            return library.addCollection(List.of(named), Progress.none());
        }
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        try (Library library = Library.open(folder.resolve("data"), Library.Access.READ)) {
            library.eachCurrent(version -> ids.add(version.source().id().value()));
        }
        return ids;
    }

    @Test
    void readsPlainLinesWithIdsAsTheyAre() throws IOException {
        Tally tally = add(file("corpus.jsonl", utf8("\uFEFF" + THREE)));

        assertThat(tally.added()).isEqualTo(3);
        assertThat(tally.skipped()).isZero();
        assertThat(ids()).containsExactlyInAnyOrder("beir:3", "beir:d%00202", "beir:d1");
    }

    @Test
    void readsPiecesOfACompressedFile() throws IOException {
        byte[] all = packed(utf8(THREE));
        Path first = file("corpus.jsonl.gz.00", Arrays.copyOf(all, 40));
        Path second = file("corpus.jsonl.gz.01", Arrays.copyOfRange(all, 40, all.length));

        assertThat(add(first, second).added()).isEqualTo(3);
    }

    @Test
    void readsPiecesThatWereCutInsideALine() throws IOException {
        byte[] all = utf8(THREE);
        file("corpus-00.jsonl", Arrays.copyOf(all, 30));
        file("corpus-01.jsonl", Arrays.copyOfRange(all, 30, all.length));
        file("corpus-02.jsonl", utf8("{\"_id\": \"d4\", \"text\": \"Asthma.\"}\n"));
        file("queries.jsonl", utf8("{\"_id\": \"q1\", \"text\": \"croup\"}\n"));

        assertThat(add(files).added()).isEqualTo(4);
    }

    @Test
    void namesTheLinesThatCannotBeUsed() throws IOException {
        Tally tally =
                add(
                        file(
                                "corpus.jsonl",
                                utf8(
                                        """
                                        {"_id": "d1", "text": "Croup."
                                        {"_id": "", "text": "Croup."}
                                        {"_id": "d3", "title": "", "text": " "}
                                        [1, 2]
                                        {"_id": "d5", "text": "Croup."}
                                        """)));

        assertThat(tally.added()).isEqualTo(1);
        assertThat(tally.first())
                .containsExactly(
                        "corpus.jsonl, line 1: no JSON object stands on the line",
                        "corpus.jsonl, line 2: no \"_id\"",
                        "corpus.jsonl, line 3: neither \"title\" nor \"text\"",
                        "corpus.jsonl, line 4: no JSON object stands on the line");
    }

    @Test
    void staysAloneInANewFolder() throws IOException {
        add(file("corpus.jsonl", utf8(THREE)));
        try (Library library = Library.open(folder.resolve("data"), Library.Access.WRITE)) {
            library.addStarter();
        }

        assertThat(ids()).hasSize(3);
    }

    @Test
    void aLongDocumentIsCutAndNothingOfItLost() throws IOException {
        String text = "spine ".repeat(5_000).strip();
        add(file("corpus.jsonl", utf8("{\"_id\": \"long\", \"text\": \"" + text + "\"}")));

        StringBuilder read = new StringBuilder();
        try (Library library = Library.open(folder.resolve("data"), Library.Access.READ)) {
            library.eachCurrent(version ->
                    version.passages().stream()
                            .filter(passage -> passage.role() == Passage.Role.BLOCK)
                            .forEach(passage -> read.append(passage.text()).append(' ')));
        }
        assertThat(read.toString().strip()).isEqualTo(text);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> add(files))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("holds no collection");
        assertThatThrownBy(() -> add(files.resolve("nothing")))
                .hasMessageContaining("there is no such file or folder");
    }
}
