package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealArchivesTests {

    static List<String> read(Path path, Gathered gathered) throws IOException {
        List<String> refused = new ArrayList<>();
        SourceFiles.each(
                path,
                input -> {
                    try {
                        Head head = Head.of(input);
                        for (SourceReader reader : SourceReaders.builtIn()) {
                            if (reader.reads(head)) {
                                reader.read(input, gathered);
                                return;
                            }
                        }
                    } catch (SourceFileException reason) {
                        refused.add(reason.getMessage());
                    }
                });
        return refused;
    }

    @Test
    void allPairsOfMedquadAreRead() throws IOException {
        Gathered gathered = new Gathered();
        long start = System.nanoTime();
        List<String> refused = read(Literature.at("literature/medquad.zip"), gathered);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(seconds).as("seconds").isLessThan(60);
        assertThat(gathered.skipped).isEmpty();
        assertThat(refused)
                .hasSize(8)
                .filteredOn(sentence -> sentence.contains("holds no question"))
                .hasSize(6);
        assertThat(gathered.records).hasSize(47_441 + 16);
        assertThat(gathered.records).filteredOn(Record::linkOnly).hasSize(31_034);
        assertThat(gathered.records).extracting(Record::id).doesNotHaveDuplicates();
    }
}
