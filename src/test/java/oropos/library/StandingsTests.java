package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTests {

    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Shelf.open(folder.resolve("data"), Library.Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private static Notice notice(Notice.Kind kind, String pmid) {
        return new Notice(kind, pmid, null, "words", LocalDate.of(2010, 2, 6));
    }

    private Source source(String id) {
        return library.current(new SourceId(id)).getFirst().source();
    }

    @ParameterizedTest
    @CsvSource({
        "RETRACTION_IN, RETRACTED",
        "RETRACTED_AND_REPUBLISHED_IN, RETRACTED",
        "CONCERN_IN, CONCERN",
        "ERRATUM_IN, CORRECTED",
        "CORRECTED_AND_REPUBLISHED_IN, CORRECTED",
        "UPDATE_IN, SUPERSEDED"
    })
    void theRecordThatBearsAnInNoticeStandsAccordingly(Notice.Kind kind, Standing standing) {
        Shelf.add(library, Shelf.pubmed("1", "Title").notice(notice(kind, "2")).build());
        assertThat(source("pmid:1").standing()).isEqualTo(standing);
        assertThat(source("pmid:1").standingNote()).isEqualTo("2010-02-06, pmid:2, words");
    }

    @ParameterizedTest
    @CsvSource({
        "RETRACTION_OF, RETRACTED",
        "RETRACTED_AND_REPUBLISHED_OF, RETRACTED",
        "CONCERN_OF, CONCERN",
        "ERRATUM_OF, CORRECTED",
        "CORRECTED_AND_REPUBLISHED_OF, CORRECTED",
        "UPDATE_OF, SUPERSEDED"
    })
    void aNoticeIsNotItselfAffectedButThePublicationItNamesIs(Notice.Kind kind, Standing standing) {
        Record paper = Shelf.pubmed("1", "Paper").build();
        Record notice = Shelf.pubmed("2", "Notice").notice(notice(kind, "1")).build();
        List<List<Record>> orders = List.of(List.of(paper, notice), List.of(notice, paper));
        for (int i = 0; i < 2; i++) {
            try (Library fresh = Shelf.open(folder.resolve("" + i), Library.Access.WRITE)) {
                orders.get(i).forEach(record -> Shelf.add(fresh, record));
                Source said = Shelf.only(fresh, SourceId.pmid("1")).source();
                assertThat(said.standing()).isEqualTo(standing);
                assertThat(said.standingNote()).contains("pmid:2").contains("2010-02-06");
                assertThat(Shelf.only(fresh, SourceId.pmid("2")).source().standing())
                        .isEqualTo(Standing.CURRENT);
            }
        }
    }

    @Test
    void theGravestNoticeWinsAndEveryMemberOfTheWorkStandsTheSame() {
        Shelf.add(
                library,
                Shelf.pubmed("9500320", "Ileal-lymphoid-nodular hyperplasia")
                        .doi("10.1/l")
                        .notice(notice(Notice.Kind.CONCERN_IN, "21971344"))
                        .notice(notice(Notice.Kind.RETRACTION_IN, "20137807"))
                        .notice(notice(Notice.Kind.ERRATUM_IN, "15016483"))
                        .build(),
                Record.of(SourceId.doi("10.1/l"), "html", "Page", TextKind.FULL_TEXT)
                        .doi("10.1/l")
                        .build());
        for (String id : List.of("pmid:9500320", "doi:10.1/l")) {
            assertThat(source(id).standing()).isEqualTo(Standing.RETRACTED);
            assertThat(source(id).standingNote()).contains("20137807").doesNotContain("21971344");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETRACTED: A trial of things",
                "Retracted Article: A trial",
                "[Retracted] A trial",
                "RETRACTED ARTICLE - A trial",
                "(Retracted) A trial",
                "WITHDRAWN: A trial"
            })
    void aTitleThatSaysSoIsEnough(String title) {
        Shelf.add(library, Shelf.pubmed("1", title).build());
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retraction: A trial of things",
                "Retraction notice to \"A trial\"",
                "Retracted papers in anaesthesia: a survey",
                "Retracted-disc syndrome",
                "Citation of retracted: a study",
                "Withdrawn life support: a cohort"
            })
    void aTitleThatOnlySpeaksOfRetractionIsNot(String title) {
        Shelf.add(library, Shelf.pubmed("1", title).build());
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void thePublicationTypeOfARetractedPaperCountsAndThatOfTheNoticeDoesNot() {
        Shelf.add(
                library,
                Shelf.pubmed("1", "Paper").types(List.of("Retracted Publication")).build(),
                Shelf.pubmed("2", "Notice").types(List.of("Retraction of Publication")).build(),
                Shelf.pubmed("3", "Concern").types(List.of("Expression of Concern")).build());
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
        assertThat(source("pmid:2").standing()).isEqualTo(Standing.CURRENT);
        assertThat(source("pmid:3").standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void aNewerEditionOfTheSameGuidelineSupersedesTheOlder() {
        Shelf.add(library, guideline("old", "Opioids for chronic pain: guideline 2016", 2016));
        assertThat(source("guideline:cdc/old").standing()).isEqualTo(Standing.CURRENT);

        Shelf.add(library, guideline("new", "Opioids for Chronic Pain: Guideline 2022", 2022));

        assertThat(source("guideline:cdc/old").standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(source("guideline:cdc/old").standingNote())
                .isEqualTo("2022, newer edition guideline:cdc/new");
        assertThat(source("guideline:cdc/new").standing()).isEqualTo(Standing.CURRENT);

        Shelf.add(library, sink -> sink.withdrawn(new SourceId("guideline:cdc/new"), "guideline"));
        assertThat(source("guideline:cdc/old").standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void theSameTitleByAnotherIssuerSupersedesNothing() {
        Shelf.add(
                library,
                guideline("old", "Opioids for chronic pain: guideline", 2016),
                Record.of(
                                new SourceId("guideline:who/x"),
                                "guideline",
                                "Opioids for chronic pain: guideline",
                                TextKind.FULL_TEXT)
                        .issuer("WHO")
                        .year(2022)
                        .stated(study())
                        .build());
        assertThat(source("guideline:cdc/old").standing()).isEqualTo(Standing.CURRENT);
    }

    private static Record guideline(String name, String title, int year) {
        return Record.of(
                        new SourceId("guideline:cdc/" + name),
                        "guideline",
                        title,
                        TextKind.FULL_TEXT)
                .issuer("CDC")
                .year(year)
                .stated(study())
                .build();
    }

    private static Study study() {
        return new Study(Design.PRACTICE_GUIDELINE, true, "stated", Population.UNSTATED, null, "t");
    }

    @Test
    void aMapOfRetractionsReachesThePmidRecordBeforeOrAfterItComes() throws Exception {
        Path map =
                Shelf.write(
                        folder,
                        "map.json",
                        """
                        {"retractions": {"10.1000/Early": "10.1000/notice", "10.1000/late": "10.1000/late"},
                         "concerns": {"10.1000/doubt": "10.1000/why"}}
                        """);
        Shelf.add(library, Shelf.pubmed("1", "Early").doi("10.1000/EARLY").build());

        Tally tally = library.addRetractions(map);
        Shelf.add(
                library,
                Shelf.pubmed("2", "Late").doi("10.1000/late").build(),
                Shelf.pubmed("3", "Doubt").doi("10.1000/doubt").build(),
                Shelf.pubmed("4", "Notice").doi("10.1000/notice").build());

        assertThat(tally.notices()).isEqualTo(3);
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
        assertThat(source("pmid:1").standingNote())
                .isEqualTo("doi:10.1000/notice, map of retractions by DOI");
        assertThat(source("pmid:2").standing()).isEqualTo(Standing.RETRACTED);
        assertThat(source("pmid:3").standing()).isEqualTo(Standing.CONCERN);
        assertThat(source("pmid:4").standing()).isEqualTo(Standing.CURRENT);
        Snapshot before = library.snapshot();
        assertThat(library.addRetractions(map).notices()).isZero();
        assertThat(library.add(List.of(map), Progress.none()).notices()).isZero();
        assertThat(library.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"retractions\": {\"10.1000/a\": ",
                "{\"retractions\": {\"10.1000/a\": [1]}}",
                "[]",
                "{\"retractions\": \"none\"}",
                "{\"retractions\": {\"not a doi\": \"10.1000/a\"}}"
            })
    void aBrokenMapIsToldAndChangesNothing(String words) throws Exception {
        Path map = Shelf.write(folder, "map.json", words);
        Tally tally = library.addRetractions(map);
        assertThat(tally.skipped()).isEqualTo(1);
        assertThat(tally.notices()).isZero();
        assertThat(tally.first().getFirst()).contains("map.json");
    }

    @Test
    void aRetractionReachesAnIndexThatFollowsChanges() {
        Shelf.add(library, Shelf.pubmed(1, "Paper", "Words.").build());
        long before = library.snapshot().number();
        Shelf.add(
                library,
                Shelf.pubmed("2", "Notice").notice(notice(Notice.Kind.RETRACTION_OF, "1")).build());
        List<Standing> seen = new ArrayList<>();
        library.changedSince(
                before,
                gone -> {
                    throw new AssertionError("nothing is gone");
                },
                version -> seen.add(version.source().standing()));
        assertThat(seen).containsExactly(Standing.RETRACTED, Standing.CURRENT);
    }

    @Test
    void aNoticeTakenBackNoLongerCounts() {
        Shelf.add(library, Shelf.pubmed("1", "Paper").build());
        Shelf.add(
                library,
                Shelf.pubmed("2", "Notice").notice(notice(Notice.Kind.RETRACTION_OF, "1")).build());
        Shelf.add(library, Shelf.pubmed("2", "Notice").build());
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.CURRENT);
        assertThat(source("pmid:1").standingNote()).isNull();
    }

    @Test
    void howAWorkStoodIsKept() {
        Shelf.add(library, Shelf.pubmed("1", "Paper").build());
        Shelf.add(
                library,
                Shelf.pubmed("2", "A").notice(notice(Notice.Kind.CONCERN_OF, "1")).build());
        Shelf.add(
                library,
                Shelf.pubmed("3", "B").notice(notice(Notice.Kind.RETRACTION_OF, "1")).build());
        List<String> history = new ArrayList<>();
        library.database()
                .read(open -> {
                    Rows.query(
                            open,
                            "select standing from standing_change where work = ? order by"
                                    + " snapshot",
                            row -> history.add(row.getString(1)),
                            "pmid:1");
                    return null;
                });
        assertThat(history).containsExactly("concern", "retracted");
    }

    @Test
    void aNoticeAboutAnotherPublicationIsToldFromThatOnesSide() {
        assertThatThrownBy(() ->
                        new Import(
                                        library.database(),
                                        List.of(),
                                        Shelf::described,
                                        LocalDate.EPOCH,
                                        Progress.none())
                                .notice(SourceId.pmid("1"), notice(Notice.Kind.RETRACTION_OF, "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRealMapIsTakenInWhole() throws Exception {
        String shared = System.getenv().getOrDefault("OROPOS_SHARED", "../shared/data");
        Path map = Path.of(shared, "retractions/retraction-watch-doi-map.json");
        assumeTrue(Files.exists(map), "no shared data at " + map);

        Tally tally = library.addRetractions(map);

        assertThat(tally.notices()).isGreaterThan(61_000);
        assertThat(tally.notices() + tally.skipped()).isEqualTo(59_876 + 1_666);
        Shelf.add(library, Shelf.pubmed("1", "Paper").doi("10.1007/S00009-022-02040-3").build());
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
        assertThat(source("pmid:1").standingNote()).contains("10.1007/s00009-023-02468-1");
    }
}
