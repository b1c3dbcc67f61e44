package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.inference.Embedder;
import oropos.inference.Encoders;
import oropos.library.Design;
import oropos.library.Progress;
import oropos.terminology.Terminology;

class EmbeddingTests {

    private static final String ASKED = "steroids for a child with croup";

    private static final int HEADER = 4_096;

    @TempDir Path folder;

    private static ShelfInMemory shelf() {
        return new ShelfInMemory()
                .with(Article.of(1, "A case of croup", "One child.").design(Design.CASE_REPORT))
                .with(Article.of(2, "Steroids", "A trial.").design(Design.RANDOMISED_TRIAL))
                .with(Article.of(3, "All trials", "A review.").design(Design.SYSTEMATIC_REVIEW))
                .with(Article.guideline("who/croup", "WHO", "Croup", "Give dexamethasone."));
    }

    private Embedding embedding(ShelfInMemory shelf) {
        return new Embedding(
                folder, shelf, new Cataloguer(Terminology.builtIn()), new WordEmbedder());
    }

    @Test
    void theWorthiestTextsComeFirst() throws IOException {
        List<String> texts = embedding(shelf()).missing().texts();

        assertThat(texts)
                .extracting(text -> text.lines().findFirst().orElse(""))
                .containsExactly("Croup", "All trials", "Steroids", "A case of croup");
    }

    @Test
    void whatIsKeptIsNotMissing() throws IOException {
        Embedding embedding = embedding(shelf());
        embedding.encode(embedding.missing().texts().subList(0, 3), true);

        assertThat(embedding.missing().passages()).isEqualTo(1);
        assertThat(embedding(shelf()).missing().passages()).as("read again from disk").isEqualTo(1);
    }

    @Test
    void theBackgroundSwitchesMeaningOnAndFollowsTheLibrary() throws InterruptedException {
        ShelfInMemory shelf = shelf();
        try (Retrieval retrieval =
                new Retrieval(folder, shelf, Terminology.builtIn(), new WordEmbedder())) {
            assertThat(retrieval.rank("croup", 10).recipe()).contains("meaning off");
            assertThat(retrieval.rank("croup", 10).sources()).isNotEmpty();

            retrieval.embedInBackground();
            waitForMeaning(retrieval);
            assertThat(retrieval.waitingForVectors()).isZero();

            shelf.with(Article.of(9, "Asthma", "Wheeze in children."));
            retrieval.refresh(Progress.none());
            waitForMeaning(retrieval);
            assertThat(retrieval.rank("wheeze", 10).sources().getFirst().source().value())
                    .isEqualTo("pmid:9");
        }
    }

    /// One article alone, and the same one among others that come before it: the shipped encoder is asked,
    /// with the mean that ships.
    @Test
    void theBitsOfATextAreTheSameInEveryLibraryAndOrder() throws IOException {
        Article article = Article.of(5, "Croup", "Dexamethasone helped children with croup.");
        try (Embedder encoder = Encoders.builtIn()) {
            byte[] alone = pieces("alone", new ShelfInMemory().with(article), encoder);
            byte[] among = pieces("among", shelf().with(article), encoder);

            assertThat(Arrays.copyOf(among, HEADER)).containsExactly(Arrays.copyOf(alone, HEADER));
            String bits = latin(Arrays.copyOfRange(alone, HEADER, alone.length));
            assertThat(bits).hasSizeGreaterThan(200);
            assertThat(latin(among)).contains(bits);
            assertThat(latin(among).indexOf(bits)).isGreaterThan(HEADER);
        }
    }

    private byte[] pieces(String name, ShelfInMemory shelf, Embedder encoder) throws IOException {
        Path own = folder.resolve(name);
        try (Retrieval retrieval = new Retrieval(own, shelf, Terminology.builtIn(), encoder)) {
            retrieval.embed(Progress.none());
        }
        return Files.readAllBytes(tokenFiles(own).getFirst());
    }

    private static List<Path> tokenFiles(Path dataFolder) throws IOException {
        try (Stream<Path> files = Files.list(dataFolder.resolve("index"))) {
            return files.filter(file -> file.getFileName().toString().matches("tokens-.*bin"))
                    .sorted()
                    .toList();
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void afterAChangeOfMeanEarlierPiecesAreHeardUntilAllAreThereAndThenDeleted()
            throws IOException {
        PieceEmbedder before = new PieceEmbedder("before", .2f);
        PieceEmbedder after = new PieceEmbedder("after", -.05f);
        Ranking first = embedded(folder.resolve("kept"), before);
        Ranking anew = embedded(folder.resolve("anew"), after);
        assertThat(first.recipe()).contains("pieces " + Search.PIECES_OF_SHORT);
        assertThat(scores(first)).isNotEqualTo(scores(anew));

        Path kept = folder.resolve("kept");
        Embedding embedding =
                new Embedding(
                        kept.resolve("index"),
                        shelf(),
                        new Cataloguer(Terminology.builtIn()),
                        after);
        assertThat(embedding.missing().texts()).as("all are encoded again").hasSize(4);
        embedding.encode(embedding.missing().texts().subList(0, 2), false);
        assertThat(tokenFiles(kept)).hasSize(2);
        try (Retrieval retrieval = new Retrieval(kept, shelf(), Terminology.builtIn(), after)) {
            assertThat(retrieval.rank(ASKED, 10)).as("the earlier ones alone").isEqualTo(first);
            retrieval.embed(Progress.none());
            assertThat(retrieval.rank(ASKED, 10)).as("those of today alone").isEqualTo(anew);
        }
        assertThat(tokenFiles(kept)).singleElement().asString().contains("after");
    }

    @Test
    void theBackgroundComputesPiecesAnewAfterAChangeOfMean() throws Exception {
        embedded(folder, new PieceEmbedder("before", .2f));
        Ranking anew = embedded(folder.resolve("anew"), new PieceEmbedder("after", -.05f));
        try (Retrieval retrieval =
                new Retrieval(
                        folder,
                        shelf(),
                        Terminology.builtIn(),
                        new PieceEmbedder("after", -.05f))) {
            retrieval.embedInBackground();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!retrieval.rank(ASKED, 10).equals(anew) && System.nanoTime() < end) {
                assertThat(retrieval.rank(ASKED, 10).recipe())
                        .contains("pieces " + Search.PIECES_OF_SHORT);
                Thread.sleep(20);
            }
            assertThat(retrieval.rank(ASKED, 10)).isEqualTo(anew);
        }
        assertThat(tokenFiles(folder)).singleElement().asString().contains("after");
    }

    private static Ranking embedded(Path folder, Embedder encoder) {
        try (Retrieval retrieval = new Retrieval(folder, shelf(), Terminology.builtIn(), encoder)) {
            retrieval.embed(Progress.none());
            return retrieval.rank(ASKED, 10);
        }
    }

    private static List<Double> scores(Ranking ranking) {
        return ranking.sources().stream().map(Ranking.Found::score).toList();
    }

    private static void waitForMeaning(Retrieval retrieval) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (retrieval.rank("croup", 10).recipe().contains("meaning off")
                && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(retrieval.rank("croup", 10).recipe()).doesNotContain("meaning off");
    }
}
