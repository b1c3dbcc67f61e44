package oropos.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Passage;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.retrieval.lucene.Clause;
import oropos.retrieval.lucene.Entry;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.GenerationWriter;
import oropos.retrieval.lucene.Generations;
import oropos.terminology.Terminology;

class IndexingTests {

    private static final List<Clause> ASKED =
            List.of(
                    new Clause(Field.MAIN, "bone", 1),
                    new Clause(Field.MAIN, "fever", .5),
                    new Clause(Field.CONTEXT, "night", .3));

    private final Cataloguer cataloguer = new Cataloguer(Terminology.builtIn());

    @TempDir Path folder;

    private Generations.Facts fill(Shelf shelf, GenerationWriter writer) {
        return new Indexing(shelf, cataloguer, Progress.none()).all(writer);
    }

    private static List<String> ranking(Generation index) {
        List<String> ranking = new ArrayList<>();
        for (Generation.Hit hit : index.search(ASKED, 300)) {
            ranking.add(index.ids(new int[] {hit.place()}).getFirst() + " " + hit.score());
        }
        return ranking;
    }

    @Test
    void readsOnlyWhatChangedAndRanksAsIfAllWereReadAgain() throws IOException {
        ShelfInMemory shelf = RetrievalTests.random(300, 3);
        Generations generations = new Generations(folder);
        Generation first = generations.write(null, to -> fill(shelf, to));
        shelf.without("pmid:7")
                .with("pmid:8", "pubmed", "Bone", ShelfInMemory.body("fever at night"))
                .with("pmid:900", "pubmed", "Night", ShelfInMemory.body("bone and fever"));
        List<String> steps = new ArrayList<>();

        Generation second =
                generations.write(
                        first,
                        to ->
                                new Indexing(
                                                shelf,
                                                cataloguer,
                                                (done, total, what) -> steps.add(what))
                                        .changed(to, 300));
        Generation anew = Generations.inMemory(to -> fill(shelf, to));

        assertThat(ranking(second)).hasSizeGreaterThan(200).isEqualTo(ranking(anew));
        assertThat(ranking(second))
                .anyMatch(line -> line.startsWith("pmid:900 "))
                .noneMatch(line -> line.startsWith("pmid:7 "));
        assertThat(second.sources()).isEqualTo(anew.sources()).isEqualTo(300);
        assertThat(steps).isNotEmpty();
        List.of(first, second, anew).forEach(Generation::close);
    }

    @Test
    void keepsTheOldGenerationForSearchesThatStillRun() throws IOException {
        ShelfInMemory shelf = RetrievalTests.random(20, 3);
        Generations generations = new Generations(folder);
        Generation old = generations.write(null, to -> fill(shelf, to));
        assertThat(old.retain()).isTrue();
        List<String> before = ranking(old);
        Generation next = generations.write(null, to -> fill(shelf, to));
        old.close();

        assertThat(ranking(old)).isEqualTo(before);
        assertThat(folder.resolve(old.name())).exists();
        old.release();
        assertThat(folder.resolve(old.name())).doesNotExist();
        assertThat(old.retain()).isFalse();
        next.close();
        assertThat(folder.resolve(next.name())).exists();
    }

    @Test
    void keepsWhatIsInUseWhenWritingFails() throws IOException {
        ShelfInMemory shelf = RetrievalTests.random(20, 3);
        Generations generations = new Generations(folder);
        generations.write(null, to -> fill(shelf, to)).close();
        Shelf broken =
                new Shelf() {
                    @Override
                    public Snapshot snapshot() {
                        return shelf.snapshot();
                    }

                    @Override
                    public Snapshot eachCurrent(Consumer<Version> reader) {
                        throw new IllegalStateException("the disk is gone");
                    }

                    @Override
                    public Snapshot changedSince(
                            long since, Consumer<Passage.Id> gone, Consumer<Version> shelved) {
                        return shelf.changedSince(since, gone, shelved);
                    }

                    @Override
                    public List<Version> current(SourceId source) {
                        return shelf.current(source);
                    }
                };

        assertThatThrownBy(() -> generations.write(null, to -> fill(broken, to)))
                .hasMessageContaining("the disk is gone");

        assertThat(generations.current()).contains("g0001-20");
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    @Test
    void letsOnlyOneWriteAtATime() throws IOException {
        ShelfInMemory shelf = RetrievalTests.random(5, 3);
        Generations generations = new Generations(folder);
        List<String> refused = new ArrayList<>();
        generations
                .write(
                        null,
                        to -> {
                            try {
                                new Generations(folder).write(null, x -> fill(shelf, x));
                            } catch (IOException busy) {
                                refused.add(String.valueOf(busy.getMessage()));
                            }
                            return fill(shelf, to);
                        })
                .close();

        assertThat(refused).containsExactly("it is being written by another process");
    }

    @Test
    void describesASourceTheSameWhateverItsMapsAreOrderedLike() {
        ShelfInMemory shelf = RetrievalTests.random(5, 9);
        List<List<Entry>> twice = new ArrayList<>();
        shelf.eachCurrent(version -> twice.add(cataloguer.entries(version)));
        List<List<Entry>> again = new ArrayList<>();
        shelf.eachCurrent(
                version -> again.add(new Cataloguer(Terminology.builtIn()).entries(version)));

        assertThat(twice).isEqualTo(again);
        shelf.eachCurrent(version ->
                assertThat(cataloguer.meanings(version))
                        .isEqualTo(
                                cataloguer.entries(version).stream().map(Entry::meaning).toList()));
    }

    @Test
    void namesPassagesSoThatTheySortAndComeBack() {
        shelfIds(RetrievalTests.random(3, 1))
                .forEach(id -> assertThat(Cataloguer.id(Cataloguer.id(id))).isEqualTo(id));
    }

    private static List<Passage.Id> shelfIds(Shelf shelf) {
        List<Passage.Id> ids = new ArrayList<>();
        shelf.eachCurrent(version -> version.passages().forEach(passage -> ids.add(passage.id())));
        return ids;
    }
}
