package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Progress;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Terminology;

/// How the index is opened, made anew, refreshed and shared between processes.
class RetrievalUpkeepTests {

    @TempDir Path folder;

    private Retrieval open(Shelf shelf) {
        return new Retrieval(folder, shelf, Terminology.builtIn(), null);
    }

    private static ShelfInMemory shelf() {
        return RetrievalTests.shelf();
    }

    private static List<String> sources(Findings findings) {
        return RetrievalTests.sources(findings);
    }

    @Test
    void refreshesToTheSameAsMakingItAnew() {
        ShelfInMemory shelf = RetrievalTests.random(200, 7);
        ClinicalQuestion question = Questions.about("bone", "fever");
        try (Retrieval retrieval = open(shelf)) {
            shelf.without("pmid:100")
                    .with("pmid:101", "pubmed", "Bone", ShelfInMemory.body("Fever of bone"))
                    .with("pmid:9999", "pubmed", "Bone fever", ShelfInMemory.body("Bone"));
            assertThat(retrieval.isStale()).isTrue();

            retrieval.refresh(Progress.none());

            assertThat(retrieval.isStale()).isFalse();
            assertThat(retrieval.generation()).isEqualTo("g0002-203");
            Findings refreshed = retrieval.find(question);
            assertThat(sources(refreshed)).contains("pmid:101", "pmid:9999");
            retrieval.rebuild(Progress.none());
            assertThat(retrieval.find(question).candidates()).isEqualTo(refreshed.candidates());
        }
    }

    @Test
    void leavesAnUnchangedIndexAlone() {
        try (Retrieval retrieval = open(shelf())) {
            retrieval.refresh(Progress.none());

            assertThat(retrieval.generation()).isEqualTo("g0001-4");
        }
    }

    @Test
    void opensWhatIsThere() {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0001-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void takesOverWhatAnotherProcessMade() {
        ShelfInMemory shelf = shelf();
        try (Retrieval reading = open(shelf);
                Retrieval writing = open(shelf)) {
            shelf.with("pmid:8", "pubmed", "Scurvy");
            writing.refresh(Progress.none());
            assertThat(sources(reading.find(Questions.about("scurvy")))).isEmpty();

            reading.refresh(Progress.none());

            assertThat(reading.generation()).isEqualTo(writing.generation()).isEqualTo("g0002-5");
            assertThat(sources(reading.find(Questions.about("scurvy")))).containsExactly("pmid:8");
        }
    }

    @Test
    void makesADamagedIndexAnew() throws IOException {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        try (Stream<Path> files = Files.list(folder.resolve("index/g0001-4"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0002-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void makesAnIndexAnewWhoseNameIsLost() throws IOException {
        ShelfInMemory shelf = shelf();
        open(shelf).close();
        Files.writeString(folder.resolve("index/CURRENT"), "../../etc");
        try (Retrieval retrieval = open(shelf)) {
            assertThat(retrieval.generation()).isEqualTo("g0002-4");
        }
    }

    @Test
    void staysInMemoryWhereTheFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("index"), "a file where a folder should be");
        try (Retrieval retrieval = open(shelf())) {
            assertThat(retrieval.generation()).isEqualTo("memory-4");
            assertThat(sources(retrieval.find(Questions.about("croup")))).containsExactly("pmid:2");
        }
    }

    @Test
    void keepsNoOldGenerations() throws IOException {
        ShelfInMemory shelf = shelf();
        try (Retrieval retrieval = open(shelf)) {
            for (int i = 0; i < 3; i++) {
                retrieval.rebuild(Progress.none());
            }
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("CURRENT", "LOCK", "g0004-4");
            }
        }
    }

    @Test
    void saysThatItIsClosed() {
        Retrieval retrieval = open(shelf());
        retrieval.close();

        assertThatThrownBy(() -> retrieval.find(Questions.about("croup")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
