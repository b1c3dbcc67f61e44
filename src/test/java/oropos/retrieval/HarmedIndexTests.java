package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Progress;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.lucene.FullDisk;
import oropos.retrieval.lucene.Generations;
import oropos.terminology.Terminology;

/// An index that a failing or a full disk has harmed: questions are answered all the same.
class HarmedIndexTests {

    private static final ClinicalQuestion QUESTION = Questions.about("bone", "fever");

    private final ShelfInMemory shelf = RetrievalTests.random(60, 5);
    private final List<String> told = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Retrieval.class.getName());
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    told.add(record.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @TempDir Path folder;

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        // Whatever other tests in this process made of logging.
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }

    private Retrieval open() {
        return new Retrieval(folder, shelf, Terminology.builtIn(), null);
    }

    private static List<Candidate> found(Retrieval retrieval) {
        return retrieval.find(QUESTION).candidates();
    }

    private static List<String> listed(Retrieval retrieval, String text) {
        return retrieval.search(Enquiry.of(text)).results().stream()
                .map(result -> result.source().id().value())
                .toList();
    }

    private List<Path> files() throws IOException {
        Path generation =
                folder.resolve("index")
                        .resolve(Files.readString(folder.resolve("index/CURRENT")).strip());
        try (Stream<Path> files = Files.list(generation)) {
            return files.filter(file -> file.toFile().length() > 0).sorted().toList();
        }
    }

    @Test
    void answersAsBeforeWhicheverByteOfItIsFlipped() throws IOException {
        List<Candidate> expected;
        List<String> fever;
        List<String> phrase;
        try (Retrieval retrieval = open()) {
            expected = found(retrieval);
            fever = listed(retrieval, "fever");
            phrase = listed(retrieval, "\"bone fever\"[tw]");
        }
        assertThat(expected).hasSizeGreaterThan(20);
        int files = files().size();
        assertThat(files).isGreaterThan(15);
        List<Double> places = List.of(0d, .4, 1d);
        for (int i = 0; i < files; i++) {
            for (double at : List.of(places.get(i % 3), places.get((i + 1) % 3))) {
                Path file = files().get(i);
                byte[] bytes = Files.readAllBytes(file);
                bytes[(int) (at * (bytes.length - 1))] ^= 0x10;
                Files.write(file, bytes);
                told.clear();
                try (Retrieval retrieval = open()) {
                    assertThat(found(retrieval)).as("%s", file).isEqualTo(expected);
                    assertThat(listed(retrieval, "fever")).as("%s", file).isEqualTo(fever);
                    assertThat(listed(retrieval, "\"bone fever\"[tw]")).isEqualTo(phrase);
                }
                assertThat(told).as("%s at %s", file, at).hasSize(1);
                assertThat(told.getFirst()).contains("made anew");
            }
        }
    }

    @Test
    void answersWhereAFileIsCutOffOrGone() throws IOException {
        List<Candidate> expected;
        try (Retrieval retrieval = open()) {
            expected = found(retrieval);
        }
        int files = files().size();
        for (int i = 0; i < files; i++) {
            Path cut = files().get(i);
            byte[] bytes = Files.readAllBytes(cut);
            Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            try (Retrieval retrieval = open()) {
                assertThat(found(retrieval)).as("%s cut off", cut).isEqualTo(expected);
            }
            Path gone = files().get(i);
            Files.delete(gone);
            try (Retrieval retrieval = open()) {
                assertThat(found(retrieval)).as("%s gone", gone).isEqualTo(expected);
            }
        }
    }

    @Test
    void staysInMemoryWhereverTheDiskBecomesFull() throws IOException {
        List<Candidate> expected;
        long size = 0;
        try (Retrieval retrieval = open()) {
            expected = found(retrieval);
            for (Path file : files()) {
                size += Files.size(file);
            }
        }
        for (double part : List.of(0d, .02, .3, .7, .95)) {
            Path other = folder.resolve("full" + part);
            told.clear();
            Generations full = FullDisk.generations(other.resolve("index"), (long) (size * part));
            try (Retrieval retrieval =
                    new Retrieval(other, full, shelf, Terminology.builtIn(), null)) {
                assertThat(retrieval.generation()).startsWith("memory-");
                assertThat(found(retrieval)).isEqualTo(expected);
                assertThat(told).hasSize(1);
                assertThat(told.getFirst()).contains("kept in memory");
                shelf.with("pmid:9000", "pubmed", "Scurvy", ShelfInMemory.body("No bone"));
                retrieval.refresh(Progress.none());
                assertThat(listed(retrieval, "scurvy")).containsExactly("pmid:9000");
                shelf.without("pmid:9000");
            }
        }
    }
}
