package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages as a browser without script meets them.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class PagesTests {

    private static final String QUESTION = "What is best for an 8-year-old with borderline B?";

    @LocalServerPort int port;
    @Autowired SmallRoom room;
    private Browserless reader;

    @BeforeEach
    void open() {
        reader = new Browserless(port);
    }

    private Document answer(String question) {
        return Browserless.page(reader.ask(question));
    }

    @Test
    void theFrontPageOffersQuestionsAndSaysHowCurrentTheLibraryIs() {
        Document page = Browserless.page(reader.get("/"));
        assertThat(page.select(".examples button").eachAttr("value"))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "What is the best treatment for an 8-year-old patient with T12 and T11"
                                + " compression fractures and borderline osteoporosis?");
        assertThat(page.text())
                .contains("Evidence to 21 November 2026: 1,286 sources")
                .contains("Not for emergencies.")
                .contains("courtesy of the U.S. National Library of Medicine")
                .contains("No endorsement is implied");
    }

    @Test
    void askingLeadsToAnAddressThatSaysNothingOfTheQuestion() {
        HttpResponse<String> response = reader.ask(QUESTION);
        URI address = response.uri();
        assertThat(address.getPath()).matches("/a/[A-Za-z0-9_-]{22}");
        assertThat(address.getQuery()).isNull();
        assertThat(reader.ask(QUESTION).uri()).isNotEqualTo(address);
    }

    @Test
    void theAnswerStandsInTheOrderOfTheContract() {
        String page = reader.ask(QUESTION).body();
        assertThat(page)
                .containsSubsequence(
                        "class=\"status\"",
                        "<h1",
                        "class=\"line care",
                        "class=\"line premise",
                        "class=\"bottom\"",
                        "class=\"understood\"",
                        "id=\"section-drugs\"",
                        "id=\"section-monitoring\"",
                        "id=\"section-nonDrug\"",
                        "h-indirect",
                        "h-conflicts",
                        "h-untold",
                        "h-refs",
                        "h-basis",
                        "class=\"part follow\"",
                        "class=\"disclaimer\"");
    }

    @Test
    void theQuestionStandsWordForWordUnderTheTitle() {
        assertThat(answer(QUESTION).select(".asked q").text()).isEqualTo(QUESTION);
    }

    @Test
    void theSoonestUrgentSignLeadsAndItsActionIsNeverFolded() {
        Element line = answer(QUESTION).expectFirst("details.line.care");
        assertThat(line.expectFirst("summary").text())
                .isEqualTo(
                        "Today Look for a cause today. Condition B can be the first sign of"
                                + " another disease. and 1 more");
        assertThat(line.text()).contains("Arrange a review within two weeks.");
    }

    @Test
    void aPremiseShowsItsFirstSentenceAndOpensToTheRest() {
        Element line = answer(QUESTION).expectFirst("details.line.premise");
        assertThat(line.expectFirst("summary").text())
                .isEqualTo("“Borderline B” is not a category in children.");
        assertThat(line.text()).contains("is confirmed by two tests or it is not there.");
    }

    @Test
    void anEmergencyStandsAloneAboveEverything() {
        Document page = answer("She cannot walk, an emergency?");
        Element body = page.body();
        assertThat(body.child(0).className()).isEqualTo("skip");
        assertThat(body.child(1).className()).isEqualTo("emergency");
        assertThat(body.child(1).text()).startsWith("Act now Call the emergency number");
        assertThat(page.select(".line.care").text()).doesNotContain("emergency number");
        assertThat(answer(QUESTION).select(".emergency")).isEmpty();
    }

    @Test
    void aSentenceThatAProgramPutInFrontSaysSo() {
        String said = "A program picked this sentence by its words.";

        assertThat(answer(QUESTION).expectFirst(".bottom .lead + p").text()).startsWith(said);
        assertThat(answer("Is there nothing on this?").text()).doesNotContain(said);
    }

    @Test
    void everyMarkOpensAQuote() {
        Document page = answer(QUESTION);
        assertThat(page.select("a.c")).hasSizeGreaterThan(10);
        for (Element mark : page.select("a.c")) {
            Element note = page.expectFirst(mark.attr("href"));
            assertThat(note.expectFirst(".no").text()).isEqualTo(mark.text());
            assertThat(note.expectFirst("mark").text()).isNotBlank();
        }
    }

    @Test
    void severalPassagesOfOneWorkAreToldApartAtTheirOwnClauses() {
        Element lead = answer(QUESTION).expectFirst(".bottom .lead");
        assertThat(lead.text())
                .isEqualTo(
                        "Treatment A may be considered where condition B has been confirmed by two"
                                + " tests1a. It should not be started before level C has been"
                                + " measured1b.");
    }

    @Test
    void aSummaryIsNeverSetAsAQuotation() {
        Document page = answer(QUESTION);
        Element summary = page.expectFirst("#c-2a");
        assertThat(summary.select("blockquote, q")).isEmpty();
        assertThat(summary.text())
                .contains("Oropos's summary of Doe et al.")
                .contains("Oropos’s own words; the source’s are not held.");
        assertThat(page.expectFirst("#c-1a").select("blockquote mark")).hasSize(1);
    }

    @Test
    void aQuoteStandsInItsSurroundings() {
        assertThat(answer(QUESTION).expectFirst("#c-1b .said").text())
                .isEqualTo(
                        "We compared what is known. Treatment A may be considered where condition B"
                                + " has been confirmed by two tests. It should not be started before"
                                + " level C has been measured. Monitoring is advised every year."
                                + " Evidence for longer intervals was not found.");
    }

    @Test
    void aSectionWithoutFindingsSaysWhatWasLookedFor() {
        Element missing = answer(QUESTION).expectFirst(".missing");
        assertThat(missing.expectFirst("summary").text())
                .startsWith("Looked for and not found: ")
                .contains(missing.expectFirst("#section-nonDrug").text());
        assertThat(missing.expectFirst("#section-nonDrug + dd").text())
                .contains("Rest, splints, physiotherapy: not found in this library.");
    }

    @Test
    void aRefusalFitsOneScreenSaysWhatToDoAndFoldsItsEmptySections() {
        Document page = answer("nothing of this");
        assertThat(page.expectFirst("#bottom-line").text()).isEqualTo("Not answered");
        assertThat(page.select(".bottom .outcome a[href^=/search]").eachText())
                .contains("Treatment A for condition B");
        assertThat(page.select(".now-do li").eachText())
                .hasSizeGreaterThan(1)
                .anyMatch(words -> words.startsWith("Ask again"));
        assertThat(page.select(".rest > section[id^=section-]")).isEmpty();
        assertThat(page.select(".missing [id^=section-]")).hasSize(1);
    }

    @Test
    void whatNoSourceGivesIsSaidToBeNotReported() {
        Element card = answer(QUESTION).expectFirst(".bottom .card");
        assertThat(card.select("dt:contains(Who decides) + dd").text()).isEqualTo("not reported");
        assertThat(card.select("dt:contains(Benefit) + dd").text()).contains("1 of 20 people");
    }

    @Test
    void otherPopulationsAreNamedAtEachStatement() {
        assertThat(answer(QUESTION).select("section:has(#h-indirect) li").text())
                .contains("indirect")
                .contains("asked about 8 years, studied in adults");
    }

    @Test
    void aReferenceCarriesItsIdentifiersAsLinks() {
        Document page = answer(QUESTION);
        assertThat(page.select("#r-1 > .links a").eachAttr("href"))
                .contains("https://pubmed.ncbi.nlm.nih.gov/10000001/");
        assertThat(page.select("#r-3 > .links a").eachAttr("href"))
                .contains("https://doi.org/10.1234/adults.b");
        assertThat(page.select("#r-3").text()).contains("expression of concern");
    }

    @Test
    void noAnswerIsCalledApproved() {
        Document page = answer(QUESTION);
        assertThat(page.select(".status").text()).startsWith("Not reviewed by a person.");
        assertThat(page.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("approved");
    }

    @Test
    void whereNothingIsFoundThePageSaysSoAndShowsNoCard() {
        Document page = answer("Is there nothing on this?");
        assertThat(page.expectFirst(".bottom").text())
                .contains("Nothing in this library answers this question.");
        assertThat(page.select(".bottom .card")).isEmpty();
        assertThat(page.select(".line.care")).isNotEmpty();
    }

    @Test
    void theReaderIsRemembered() {
        reader.ask(QUESTION, "text/html", "&reader=nurse");
        Document page = Browserless.page(reader.get("/"));
        assertThat(page.select("input[name=reader][checked]").attr("value")).isEqualTo("nurse");
        assertThat(answer(QUESTION).select(".again summary").text()).contains("Nurse");
    }

    @Test
    void aCarerReadsADisclaimerForCarers() {
        Document page = Browserless.page(reader.ask(QUESTION, "text/html", "&reader=carer"));
        assertThat(page.select(".disclaimer").text()).contains("do not start, stop or change");
    }

    @Test
    void factsThatAreAddedBecomePartOfTheQuestion() {
        Document page =
                Browserless.page(
                        reader.ask(
                                QUESTION,
                                "text/html",
                                "&told.how+it+began=fell+from+a+swing&told.level+C="));
        assertThat(page.select(".asked q").text())
                .isEqualTo(QUESTION + " How it began: fell from a swing.");
    }

    @Test
    void wordsOfTheAskerStayWords() {
        String hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> \u202Egnp.exe";
        Document page = answer(hostile);
        assertThat(page.select("script").eachAttr("src"))
                .hasSize(1)
                .allMatch(s -> s.startsWith("/oropos"));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("h1").text())
                .as("as typed, without the sign that turns text round")
                .isEqualTo(hostile.replace("\u202E", ""));
    }

    @Test
    void noPageCarriesStyleOrScriptInItself() {
        for (String path : new String[] {"/", "/library", "/about", "/nowhere"}) {
            Document page = Browserless.page(reader.get(path));
            assertThat(page.select("[style], style, script:not([src]), [onclick]")).isEmpty();
        }
        assertThat(answer(QUESTION).select("[style], style, script:not([src])")).isEmpty();
    }

    @Test
    void aSourceShowsItsRecordAndTheCitedPassage() {
        String link = answer(QUESTION).select("#c-1b .links a").attr("href");
        Document page = Browserless.page(reader.get(link.replaceFirst("#.*", "")));
        assertThat(page.select("mark#passage").text())
                .isEqualTo("It should not be started before level C has been measured");
        assertThat(page.text()).contains("CC BY 4.0").contains("pmid:10000001").contains("current");
    }

    @Test
    void aSourceWhoseTextWasRemovedShowsNoText() {
        String id = "guideline:place/removed";
        Document page = Browserless.page(reader.get("/source?id=" + Browserless.encoded(id)));
        assertThat(page.text()).doesNotContain("These words were removed");
        assertThat(page.text()).contains("rests nothing on it").contains("Retracted on 1 May 2021");
        assertThat(page.select("img, .text script")).isEmpty();
        assertThat(page.select("h1.struck")).hasSize(1);
    }

    @Test
    void theEvidenceTableHasARowForEachSourceAndSortsWithoutScript() {
        String address = reader.ask(QUESTION).uri().getPath() + "/evidence";
        Document page = Browserless.page(reader.get(address));
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("thead th a").eachAttr("href"))
                .contains(address + "?by=year", address + "?by=design");
        assertThat(page.select("thead th[aria-sort]")).hasSize(1);
        Document sorted = Browserless.page(reader.get(address + "?by=standing"));
        assertThat(sorted.select("tbody tr")).hasSameSizeAs(page.select("tbody tr"));
        assertThat(sorted.select("thead th[aria-sort]").text()).contains("Standing");
        assertThat(reader.get(address + ".csv").body()).startsWith("mark,source,title");
        assertThat(reader.get("/a/AAAAAAAAAAAAAAAAAAAAAA/evidence").statusCode()).isEqualTo(404);
        assertThat(page.select("[style], style, script:not([src]), .evidence script")).isEmpty();
    }

    @Test
    void anUnknownSourceIsNotFoundAndAMalformedOneIsABadRequest() {
        assertThat(reader.get("/source?id=pmid:9").statusCode()).isEqualTo(404);
        assertThat(reader.get("/source?id=9").statusCode()).isEqualTo(400);
        assertThat(reader.get("/source?id=pmid:10000001&at=x").statusCode()).isEqualTo(400);
        assertThat(reader.get("/source").statusCode()).isEqualTo(400);
    }

    @Test
    void theLibraryPageCountsWhatIsHeldAndWhatIsMissing() {
        assertThat(Browserless.page(reader.get("/library")).text())
                .contains("Evidence to 21 November 2026")
                .contains("PubMed records 1,234")
                .contains("2 records could not be used")
                .contains("abstract cut at 250 words 4");
    }

    @Test
    void theAboutPageSaysWhatIsRefused() {
        assertThat(Browserless.page(reader.get("/about")).text())
                .contains("It is not for emergencies.")
                .contains("does not write prescriptions");
    }

    @Test
    void anErrorSaysWhatHappenedWhatIsSafeAndWhatToDo() {
        HttpResponse<String> response = reader.get("/a/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Browserless.page(response).select("main").text())
                .contains("There is nothing at this address.")
                .contains("The library is unharmed.")
                .contains("Ask the question again.");
    }

    @Test
    void aFailureKeepsNoHalfAnswerAndRepeatsNothing() {
        try (PlannedFailure failure = new PlannedFailure()) {
            HttpResponse<String> response = reader.ask("Please fail on Mrs Jones");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("The fault is ours").doesNotContain("Jones");
            assertThat(failure.logged())
                    .singleElement()
                    .asString()
                    .contains("IllegalStateException")
                    .doesNotContain("Jones", "lost a page");
        }
    }

    @Test
    void stagesComeAsTheyEndWithTheirCounts() {
        String stream = reader.ask(QUESTION, "text/event-stream", "").body();
        assertThat(stream)
                .containsSubsequence(
                        "understood",
                        "searched",
                        "\"sources searched\":1286",
                        "weighed",
                        "written",
                        "checked",
                        "event:answer",
                        "\"address\":\"/a/");
    }

    @Test
    void aFailureInTheStreamIsSaid() {
        try (PlannedFailure failure = new PlannedFailure()) {
            assertThat(reader.ask("fail", "text/event-stream", "").body()).contains("event:failed");
            assertThat(failure.logged()).hasSize(1);
        }
    }
}
