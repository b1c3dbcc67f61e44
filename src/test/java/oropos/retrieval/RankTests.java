package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oropos.inference.Embedder;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.Progress;
import oropos.terminology.Terminology;

/// Ranking sources for a text as it stands.
class RankTests {

    @TempDir Path folder;

    private Retrieval open(@Nullable Embedder embedder) {
        ShelfInMemory shelf = new ShelfInMemory();
        shelf.with(
                "beir:croup",
                "beir",
                "Dexamethasone in croup",
                new Part(Role.BLOCK, "A single dose of dexamethasone helps children with croup."));
        shelf.with(
                "beir:spine",
                "beir",
                "[Title not stated]",
                new Part(Role.BLOCK, "Craniosynostosis and fractures of the spine."),
                new Part(Role.BLOCK, "The spine again: fractures, fractures, fractures."));
        shelf.with(
                "beir:not",
                "beir",
                "Title of nothing stated",
                new Part(Role.BLOCK, "A title that is not stated."));
        return new Retrieval(folder, shelf, Terminology.builtIn(), embedder);
    }

    private static List<String> ids(Ranking ranking) {
        return ranking.sources().stream().map(found -> found.source().value()).toList();
    }

    @Test
    void aSourceStandsOnceByItsBestPassage() {
        try (Retrieval retrieval = open(null)) {
            assertThat(ids(retrieval.rank("fractures of the spine", 10)))
                    .containsExactly("beir:spine");
        }
    }

    @Test
    void aMissingTitleIsNoText() {
        try (Retrieval retrieval = open(null)) {
            assertThat(ids(retrieval.rank("title stated", 10))).containsExactly("beir:not");
        }
    }

    @Test
    void aMisspeltWordFindsWhatWasMeant() {
        try (Retrieval retrieval = open(null)) {
            assertThat(ids(retrieval.rank("crainosynstosis", 10))).containsExactly("beir:spine");
            assertThat(ids(retrieval.rank("dexamethazone", 10))).containsExactly("beir:croup");
        }
    }

    static List<String> hostile() {
        return List.of(
                "",
                " ",
                "croup",
                "the of and",
                "12345 0.5 99%",
                "\"unbalanced (croup [ { AND OR NOT *",
                "* ? ~ ^ \\ croup~2 cro*",
                "中文 العربية русский कखग 😀",
                "\u0000\ud83d\uffff",
                "croup ".repeat(10_000),
                "a".repeat(100_000),
                "word".repeat(3) + " " + String.join(" ", numbered(10_000)),
                "Is it? ".repeat(5_000));
    }

    private static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "wordy" + i).toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverIsAskedTheAnswerIsBoundedAndTheSameTwice(String text) {
        try (Retrieval retrieval = open(new WordEmbedder())) {
            retrieval.embed(Progress.none());
            long start = System.nanoTime();
            Ranking first = retrieval.rank(text, 1_000);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(first.sources()).hasSizeLessThanOrEqualTo(3);
            assertThat(retrieval.rank(text, 1_000)).isEqualTo(first);
        }
    }
}
