package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A disk that changes what it keeps: SQLite finds pages that are broken, not letters that are others.
class HarmedRowsTests {

    private static final SourceId ID = SourceId.pmid("5");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update version set text = replace(text, '10 mg', '70 mg')",
                "update version set text = replace(text, 'not ', '')",
                "update version set text = ''",
                "update passage set start_at = 100000, end_at = 100001 where ordinal = 1",
                "update passage set headings = '[\"RES' where ordinal = 1",
                "update source set authors = 'nonsense'",
                "update source set standing = 'excellent'",
                "update source set text_kind = 'hearsay'",
                "update source set published = 'yesterday'",
                "update study set population = '{'"
            })
    void areToldAsDamageAndNeverReadAsText(String harm) {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(
                    library,
                    Shelf.pubmed(5, "A title", "It should not be given above 10 mg.").build(),
                    Shelf.pubmed(6, "Another", "Words of the other.").build());
            String hash = library.current(ID).getFirst().hash();
            library.database().write(open -> Rows.run(open, harm + where(harm)));
            List<Version> read = new ArrayList<>();
            assertDamaged(() -> library.current(ID));
            assertDamaged(() -> library.eachCurrent(read::add));
            assertThat(read).isEmpty();
            assertThat(library.current(SourceId.pmid("6"))).hasSize(1);
            try (Library other = Shelf.open(folder, Library.Access.READ)) {
                assertDamaged(() -> other.version(ID, hash));
            }
        }
    }

    /// Only one of the two is harmed.
    private static String where(String harm) {
        String table = harm.split(" ")[1];
        String of = "(select number from version where id = 'pmid:5')";
        return (harm.contains(" where ") ? " and " : " where ")
                + switch (table) {
                    case "version", "source" -> "id = 'pmid:5'";
                    default -> "version = " + of;
                };
    }

    private static void assertDamaged(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("pmid:5")
                .hasMessageContaining("restore the newest backup");
    }

    @Test
    void whatWasNotHarmedIsReadAsItWas() {
        try (Library library = Shelf.open(folder, Library.Access.WRITE)) {
            Shelf.add(library, Shelf.pubmed(5, "A title", "Été: 10 mg, \uD83D\uDE00.").build());
            assertThat(library.current(ID).getFirst().text()).contains("Été: 10 mg, \uD83D\uDE00.");
        }
    }
}
