package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorksTests {

    private static final String TITLE =
            "Consensus guidelines on bisphosphonate therapy in children";

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

    private static Record.Builder record(String id, String form, String title) {
        return Record.of(new SourceId(id), form, title, TextKind.FULL_TEXT);
    }

    private SourceId workOf(String id) {
        return library.current(new SourceId(id)).getFirst().source().work();
    }

    @Test
    void recordsThatNameEachOthersIdsAreOneWorkNamedByTheFirstScheme() {
        Shelf.add(
                library,
                record("pmc:PMC9", "jats", "Full").doi("10.1/A").pmcid("PMC9").build(),
                record("doi:10.1/a", "html", "Page").doi("10.1/a").build());
        assertThat(workOf("doi:10.1/a")).hasToString("pmc:PMC9");

        Shelf.add(library, Shelf.pubmed("77", "Abstract").doi("10.1/a").build());

        assertThat(workOf("pmc:PMC9")).hasToString("pmid:77");
        assertThat(library.work(new SourceId("doi:10.1/a")))
                .extracting(SourceId::value)
                .containsExactly("doi:10.1/a", "pmc:PMC9", "pmid:77");
    }

    @Test
    void aBridgeJoinsTwoWorksInWhateverOrderTheyCome() {
        Record one = Shelf.pubmed("5", "One thing").build();
        Record other = record("pmc:PMC5", "jats", "Other thing").pmcid("PMC5").build();
        Record bridge =
                record("doi:10.1/b", "html", "Third").pmid("5").pmcid("PMC5").doi("10.1/b").build();
        List<List<Record>> orders =
                List.of(
                        List.of(one, other, bridge),
                        List.of(bridge, one, other),
                        List.of(other, bridge, one));
        for (int i = 0; i < orders.size(); i++) {
            try (Library fresh = Shelf.open(folder.resolve("order" + i), Library.Access.WRITE)) {
                orders.get(i).forEach(record -> Shelf.add(fresh, record));
                assertThat(Shelf.current(fresh))
                        .extracting(version -> version.source().work().value())
                        .containsOnly("pmid:5");
            }
        }
    }

    @Test
    void titleYearAndFirstAuthorJoinHoweverTheNameIsWritten() {
        Shelf.add(
                library,
                Shelf.pubmed("5", TITLE + ".").authors(List.of("Simm PJ")).year(2018).build(),
                record(
                                "starter:S",
                                "starter",
                                "Consensus Guidelines on Bisphosphonate therapy in Children")
                        .authors(List.of("Simm, Peter J"))
                        .year(2018)
                        .build(),
                record("doi:10.1/x", "html", TITLE)
                        .authors(List.of("Peter J Simm"))
                        .year(2018)
                        .doi("10.1/x")
                        .build());
        assertThat(workOf("starter:S")).hasToString("pmid:5");
        assertThat(workOf("doi:10.1/x")).hasToString("pmid:5");
    }

    @Test
    void anotherYearOrAuthorOrAShortTitleDoesNotJoin() {
        Shelf.add(
                library,
                Shelf.pubmed("5", TITLE).authors(List.of("Simm PJ")).year(2018).build(),
                record("starter:A", "starter", TITLE)
                        .authors(List.of("Simm PJ"))
                        .year(2019)
                        .build(),
                record("starter:B", "starter", TITLE)
                        .authors(List.of("Ward LM"))
                        .year(2018)
                        .build(),
                record("starter:C", "starter", TITLE).year(2018).build(),
                record("starter:D", "starter", "Osteoporosis")
                        .authors(List.of("Li X"))
                        .year(2018)
                        .build(),
                record("starter:E", "starter", "Osteoporosis")
                        .authors(List.of("Li X"))
                        .year(2018)
                        .build());
        for (String id : List.of("starter:A", "starter:B", "starter:C", "starter:D", "starter:E")) {
            assertThat(workOf(id)).hasToString(id);
        }
    }

    @Test
    void aTitleNeverJoinsTwoDifferentPmids() {
        Shelf.add(
                library,
                Shelf.pubmed("5", TITLE).authors(List.of("Simm PJ")).year(2018).build(),
                Shelf.pubmed("6", TITLE).authors(List.of("Simm PJ")).year(2018).build(),
                record("starter:A", "starter", TITLE)
                        .authors(List.of("Simm PJ"))
                        .year(2018)
                        .build());
        assertThat(workOf("pmid:5")).hasToString("pmid:5");
        assertThat(workOf("pmid:6")).hasToString("pmid:6");
        assertThat(workOf("starter:A")).hasToString("starter:A");
    }

    @Test
    void aCorrectedIdTakesAWorkApartAgain() {
        Shelf.add(
                library,
                Shelf.pubmed("5", "One thing").doi("10.1/wrong").build(),
                record("doi:10.1/wrong", "html", "Another").doi("10.1/wrong").build());
        assertThat(workOf("doi:10.1/wrong")).hasToString("pmid:5");

        Shelf.add(library, Shelf.pubmed("5", "One thing").doi("10.1/right").build());

        assertThat(workOf("doi:10.1/wrong")).hasToString("doi:10.1/wrong");
        assertThat(library.work(SourceId.pmid("5"))).containsExactly(SourceId.pmid("5"));
    }

    @Test
    void anIndexLearnsThatAWorkChangedItsName() {
        Shelf.add(library, record("doi:10.1/a", "html", "Page").doi("10.1/a").build());
        long before = library.snapshot().number();
        Shelf.add(library, Shelf.pubmed("7", "Abstract").doi("10.1/a").build());
        List<String> changed = new ArrayList<>();
        library.changedSince(
                before, gone -> {}, version -> changed.add(version.source().id().value()));
        assertThat(changed).containsExactly("doi:10.1/a", "pmid:7");
    }
}
