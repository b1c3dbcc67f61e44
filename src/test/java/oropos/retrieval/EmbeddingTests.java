package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Design;
import oropos.library.Progress;
import oropos.terminology.Terminology;

class EmbeddingTests {

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

    private static void waitForMeaning(Retrieval retrieval) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (retrieval.rank("croup", 10).recipe().contains("meaning off")
                && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(retrieval.rank("croup", 10).recipe()).doesNotContain("meaning off");
    }
}
