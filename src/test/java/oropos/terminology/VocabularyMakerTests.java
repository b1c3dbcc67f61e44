package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyMakerTests {

    @Test
    void theShippedVocabulariesAreWhatTheMakerMakes(@TempDir Path folder) throws IOException {
        String shared = System.getenv().getOrDefault("OROPOS_SHARED", "../shared/data");
        Path from = Path.of(shared).resolve("vocabulary");
        assumeTrue(Files.isDirectory(from), "real data absent: " + from + " (set OROPOS_SHARED)");

        VocabularyMaker.main(from.toString(), folder.toString());

        for (String table : new String[] {Vocabulary.MESH, Vocabulary.FDA, Headings.OTHERS}) {
            Path made = folder.resolve(Path.of(table).getFileName().toString());
            try (InputStream shipped =
                    Objects.requireNonNull(getClass().getResourceAsStream(table))) {
                assertThat(text(Files.newInputStream(made)))
                        .as("run VocabularyMaker again: " + table)
                        .isEqualTo(text(shipped));
            }
        }
    }

    private static String text(InputStream gz) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(gz)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
