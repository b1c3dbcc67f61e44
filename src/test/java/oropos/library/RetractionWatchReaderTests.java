package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetractionWatchReaderTests {

    private static final String HEAD =
            "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
                    + "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,"
                    + "RetractionNature,Reason,Paywalled,Notes,\n";

    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Library.open(folder.resolve("data"), Library.Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private static String row(String nature, String doi, String pmid, String notice, String date) {
        return "7,\"Title, with a comma and a \"\"quote\"\"\nover two lines\",,,J,P,,A;B,,Research Article;,"
                + date
                + ","
                + notice
                + ",0,1/1/2019 0:00,"
                + doi
                + ","
                + pmid
                + ","
                + nature
                + ",+Error in Data;+Investigation by Journal;,No,,\n";
    }

    private Tally add(String rows) throws Exception {
        Path file = Shelf.write(folder, "watch.csv", HEAD + rows);
        return library.addRetractions(List.of(file), Progress.none());
    }

    private Source source(String id) {
        return library.current(new SourceId(id)).getFirst().source();
    }

    @Test
    void eachNatureIsADifferentStandingAndReachesThePaperByDoiOrPmid() throws Exception {
        Shelf.add(
                library,
                Shelf.pubmed("1", "Retracted").doi("10.1000/one").build(),
                Shelf.pubmed("2", "Doubted").build(),
                Shelf.pubmed("3", "Corrected").doi("10.1000/three").build(),
                Shelf.pubmed("4", "The notice").doi("10.1000/notice").build());

        Tally tally =
                add(
                        row("Retraction", "10.1000/ONE", "0", "10.1000/notice", "8/21/2023 0:00")
                                + row("Expression of concern", "unavailable", "2", "", "")
                                + row("Correction", "10.1000/three", "3", "", "2024-02-30"));

        assertThat(tally.skipped()).isZero();
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
        assertThat(source("pmid:1").standingNote())
                .contains(
                        "2023-08-21",
                        "doi:10.1000/notice",
                        "Error in Data; Investigation by Journal");
        assertThat(source("pmid:2").standing()).isEqualTo(Standing.CONCERN);
        assertThat(source("pmid:3").standing()).isEqualTo(Standing.CORRECTED);
        assertThat(source("pmid:4").standing())
                .as("a notice is not itself retracted")
                .isEqualTo(Standing.CURRENT);
    }

    @Test
    void whatCannotBeUsedIsToldByRow() throws Exception {
        Tally tally =
                add(
                        row("Reinstatement", "10.1000/one", "1", "", "")
                                + row("Rumour", "10.1000/one", "1", "", "")
                                + row("Retraction", "Unavailable", "0", "10.1000/notice", ""));

        assertThat(tally.notices()).isZero();
        assertThat(tally.reasons())
                .containsEntry(
                        "a reinstatement without a day: which retraction it takes back is not said",
                        1)
                .containsEntry("a kind of notice nobody knows", 1)
                .containsEntry("no DOI and no PMID of the paper", 1);
    }

    @Test
    void aFileThatBreaksOffIsToldAndWhatWasReadIsKept() throws Exception {
        Shelf.add(library, Shelf.pubmed("1", "Retracted").doi("10.1000/one").build());
        Tally tally =
                add(row("Retraction", "10.1000/one", "0", "", "") + "8,\"never closed, ,,,,,,,,");
        assertThat(tally.skipped()).isEqualTo(1);
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
    }

    @Test
    void whatIsNoListOfRetractionsIsToldAndNotRead() throws Exception {
        Path file = Shelf.write(folder, "other.csv", "a,b\n1,2\n");
        assertThat(library.addRetractions(List.of(file), Progress.none()).skipped()).isEqualTo(1);
    }

    @Test
    void theTableIsKnownAmongOtherFilesToo() throws Exception {
        Shelf.add(library, Shelf.pubmed("1", "Retracted").doi("10.1000/one").build());
        Path file =
                Shelf.write(
                        folder, "all.csv", HEAD + row("Retraction", "10.1000/one", "0", "", ""));
        assertThat(library.add(List.of(file), Progress.none()).notices()).isEqualTo(1);
        assertThat(source("pmid:1").standing()).isEqualTo(Standing.RETRACTED);
    }
}
