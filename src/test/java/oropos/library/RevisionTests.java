package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An old file that is read again takes nothing back: neither a correction nor a retraction.
class RevisionTests {

    private static final LocalDate EARLY = LocalDate.of(2014, 10, 11);
    private static final LocalDate LATE = LocalDate.of(2020, 2, 3);

    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Shelf.open(folder, Library.Access.WRITE, Schema.TODAY);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void anEarlierRevisionIsLeftAsideAndSaid() {
        Record late = Shelf.pubmed(1, "Title", "New words.").revised(LATE).build();
        Record early = Shelf.pubmed(1, "Title", "Old words.").revised(EARLY).build();
        Shelf.add(library, late);

        Tally again = Shelf.add(library, early);

        assertThat(again.updated()).isZero();
        assertThat(again.skipped()).isEqualTo(1);
        assertThat(again.reasons()).containsKey("a later revision of the record is held");
        assertThat(again.first().getFirst())
                .contains("pmid:1 (revised 2014-10-11, held as revised 2020-02-03)");
        assertThat(Shelf.only(library, SourceId.pmid("1")).text()).contains("New words.");
    }

    @Test
    void aRetractionStaysWhenTheFileFromBeforeItIsReadAgain() {
        Record retracted =
                Shelf.pubmed(1, "Title", "Words.")
                        .types(java.util.List.of("Retracted Publication"))
                        .revised(LATE)
                        .build();
        Record before = Shelf.pubmed(1, "Title", "Words.").revised(EARLY).build();
        Shelf.add(library, before);
        Shelf.add(library, retracted);

        Shelf.add(library, before);

        assertThat(Shelf.only(library, SourceId.pmid("1")).source().standing())
                .isEqualTo(Standing.RETRACTED);
    }

    @Test
    void twoRevisionsInOneFolderEndInTheSameStateHoweverOftenTheyAreRead() {
        Record early = Shelf.pubmed(1, "Title", "Old words.").revised(EARLY).build();
        Record late = Shelf.pubmed(1, "Title", "New words.").revised(LATE).build();

        Shelf.add(library, late, early);
        long snapshot = library.snapshot().number();
        Shelf.add(library, late, early);
        Shelf.add(library, early, late);

        assertThat(library.snapshot().number()).isEqualTo(snapshot);
        assertThat(Shelf.only(library, SourceId.pmid("1")).text()).contains("New words.");
    }

    @Test
    void aRecordWithoutADayStillReplacesWhatIsHeld() {
        Shelf.add(library, Shelf.pubmed(1, "Title", "Old words.").revised(LATE).build());

        Tally again = Shelf.add(library, Shelf.pubmed(1, "Title", "New words.").build());

        assertThat(again.updated()).isEqualTo(1);
    }
}
