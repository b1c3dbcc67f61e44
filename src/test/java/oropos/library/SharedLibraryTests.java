package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A library that several read while one writes.
class SharedLibraryTests {

    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Shelf.open(folder, Library.Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void manyReadWhileOneWrites() throws Exception {
        Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
        Passage.Id id = Shelf.only(library, SourceId.pmid("1")).passages().getFirst().id();
        try (ExecutorService platform = Executors.newFixedThreadPool(6);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readings = new ArrayList<>();
            Callable<Integer> reading =
                    () -> {
                        int found = 0;
                        for (int i = 0; i < 50; i++) {
                            found += library.held(List.of(id)).size();
                            found += library.current(SourceId.pmid("1")).size();
                        }
                        return found;
                    };
            for (int i = 0; i < 6; i++) {
                readings.add(platform.submit(reading));
                readings.add(virtual.submit(reading));
            }
            for (int i = 2; i < 40; i++) {
                Shelf.add(library, Shelf.pubmed(i, "Title " + i, "Words.").build());
            }
            for (Future<Integer> one : readings) {
                assertThat(one.get()).isEqualTo(100);
            }
        }
        assertThat(library.snapshot().sources()).isEqualTo(39);
    }

    @Test
    void aLibraryOpenedToReadRefusesToWrite() {
        try (Library reading = Shelf.open(folder, Library.Access.READ)) {
            Record record = Shelf.pubmed(1, "Title", "Words.").build();
            assertThatThrownBy(() -> Shelf.add(reading, record))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("opened to read");
        }
    }

    @Test
    void aReaderBesideTheWriterSeesWhatIsCommitted() {
        Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
        try (Library reading = Shelf.open(folder, Library.Access.READ)) {
            Version before = Shelf.only(reading, SourceId.pmid("1"));
            Passage.Id id = before.passages().getFirst().id();
            assertThat(reading.held(List.of(id)).getFirst().source().year()).isNull();

            Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").year(2020).build());

            assertThat(reading.held(List.of(id)).getFirst().source().year()).isEqualTo(2020);
        }
    }
}
