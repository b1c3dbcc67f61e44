package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterLoadingTests {

    @TempDir Path folder;

    @Test
    void everyFileOfTheStarterLibraryIsTakenInAndASecondTimeNothingHappens() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Tally tally = library.addStarter();

            assertThat(tally.first()).isEmpty();
            assertThat(tally.added()).isEqualTo(Starter.files().size()).isPositive();
            Snapshot snapshot = library.snapshot();
            assertThat(snapshot.date()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(snapshot.sources()).isEqualTo(tally.added());

            long start = System.nanoTime();
            Tally again = library.addStarter();
            long millis = (System.nanoTime() - start) / 1_000_000;

            assertThat(again.added() + again.updated() + again.withdrawn()).isZero();
            assertThat(again.unchanged()).isEqualTo(tally.added());
            assertThat(library.snapshot()).isEqualTo(snapshot);
            assertThat(millis).as("a warm start").isLessThan(500);
        }
    }

    @Test
    void everyStarterSourceSaysWhatItsTextIsMadeFrom() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            library.addStarter();
            for (Version version : Shelf.current(library)) {
                assertThat(version.source().form()).isEqualTo("starter");
                assertThat(version.source().textKind().isSummary())
                        .as(version.source().id().value())
                        .isTrue();
                assertThat(version.study().rules()).isEqualTo(GuidelineReader.RULES);
            }
        }
    }

    @Test
    void aSourceThatALaterPackNoLongerHoldsIsNotCurrent() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Record old =
                    Record.of(
                                    new SourceId("starter:GONE"),
                                    Starter.FORM,
                                    "Of an earlier pack",
                                    TextKind.SUMMARY_OF_PRIMARY)
                            .part(Passage.Role.BODY, List.of(), "Words.")
                            .build();
            Shelf.add(library, old);

            Tally tally = library.addStarter();

            assertThat(tally.withdrawn()).isEqualTo(1);
            assertThat(library.current(old.id())).isEmpty();
        }
    }

    @Test
    void importedSourcesOutliveAPack() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
            assertThat(library.addStarter().withdrawn()).isZero();
            assertThat(library.current(SourceId.pmid("1"))).hasSize(1);
            assertThat(library.snapshot().date())
                    .as("the newer of the two days")
                    .isEqualTo(LocalDate.of(2026, 11, 30));
        }
    }
}
