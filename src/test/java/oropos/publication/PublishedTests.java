package oropos.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.people.People;
import oropos.review.Address;
import oropos.review.ArticleVersion;
import oropos.review.CitedSource;
import oropos.review.ReviewedLibrary;
import oropos.review.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the public sees of articles of the starter library.
class PublishedTests {

    private static final String BASE = "https://oropos.example";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;
    private ReviewedLibrary house;
    private People people;
    private Articles articles;

    @BeforeEach
    void open() {
        house = new ReviewedLibrary(folder);
        people = People.open(folder, house.ledger);
        articles = new Articles(house.reviews, people);
    }

    @AfterEach
    void close() {
        people.close();
        house.close();
    }

    private Page page(ArticleVersion version) {
        return articles.at(version.address()).orElseThrow();
    }

    private static JsonNode ld(Page page) {
        return JSON.readTree(Machines.jsonLd(page, BASE));
    }

    @Test
    void onlyWhatPeopleApprovedSaysSoAndMayBeFound() {
        ArticleVersion submitted = house.submitted(ReviewedLibrary.CHILD);
        Page waiting = page(submitted);
        assertThat(waiting.status()).isInstanceOf(Status.Unreviewed.class);
        assertThat(waiting.mayBeIndexed()).isFalse();
        assertThat(ld(waiting).has("reviewedBy")).isFalse();
        assertThat(ld(waiting).has("lastReviewed")).isFalse();
        assertThat(waiting.people()).isEmpty();
        assertThat(articles.approved()).isEmpty();
        assertThat(JSON.readTree(Articles.json(waiting)).path("urgent").size()).isPositive();
        assertThat(Articles.json(waiting))
                .contains("\"approved\":false")
                .doesNotContain("borderline osteoporosis?");

        Page page = page(house.published(submitted));
        assertThat(page.status()).isInstanceOf(Status.Approved.class);
        assertThat(page.mayBeIndexed()).isTrue();
        assertThat(ld(page).path("reviewedBy").size()).isEqualTo(2);
        assertThat(ld(page).path("lastReviewed").stringValue()).isEqualTo("2026-11-30");
        assertThat(page.tracker())
                .extracting(Page.Tracked::step)
                .containsExactly("Submitted", "Under review", "Approved");
        assertThat(page.depth()).contains("sources");
        assertThat(articles.approved()).hasSize(1);
    }

    @Test
    void aRetractionIsOnThePageAtOnceAndTheClaimSaysWhatItLost() throws Exception {
        ArticleVersion version = house.published(house.submitted(ReviewedLibrary.CHILD));
        CitedSource source =
                version.content().sources().stream()
                        .filter(one -> one.bottomLine() && doi(one) != null)
                        .findFirst()
                        .orElseThrow();
        Path list = folder.resolve("map.json");
        Files.writeString(
                list,
                "{\"retractions\": {\"" + doi(source) + "\": \"10.1/notice\"}, \"concerns\": {}}");
        house.library.addRetractions(List.of(list), Progress.none());
        house.reviews.reopenings().follow();

        Page page = page(version);
        assertThat(page.status()).isInstanceOf(Status.Suspended.class);
        assertThat(page.mayBeIndexed()).isFalse();
        assertThat(page.struck()).isNotEmpty();
        assertThat(ld(page).has("reviewedBy")).isFalse();
        assertThat(page.log()).extracting(Page.Logged::kind).contains("Source retracted");
        assertThat(articles.printed(page.code()).orElseThrow().current()).isFalse();
        assertThat(Machines.atom(articles.all(), BASE)).contains("approval suspended");
        assertThat(ChangeFeed.atom(page, BASE)).contains("Source retracted");
    }

    @Test
    void aWithdrawnPageKeepsItsAddressAndSaysWhy() {
        ArticleVersion version = house.published(house.submitted(ReviewedLibrary.SCREENING));
        Page before = page(version);
        house.take(
                version,
                new Step.Withdraw("A drug was taken off the market."),
                ReviewedLibrary.PUBLISHER);
        Page page = page(version);
        assertThat(page.status())
                .isInstanceOfSatisfying(
                        Status.Withdrawn.class,
                        one ->
                                assertThat(one.reason())
                                        .isEqualTo("A drug was taken off the market."));
        assertThat(page.mayBeIndexed()).isFalse();
        assertThat(ld(page).path("correction").path("text").stringValue()).contains("taken off");
        assertThat(articles.printed(before.code()).orElseThrow().current()).isFalse();
        assertThat(articles.like(page.title())).as("it answers nothing any more").isEmpty();
    }

    @Test
    void theCodeOnAPrintTellsWhetherAVersionIsCurrent() {
        ArticleVersion one = house.published(house.submitted(ReviewedLibrary.SCREENING));
        String code = page(one).code();
        assertThat(
                        articles.printed(code.toUpperCase(java.util.Locale.ROOT))
                                .orElseThrow()
                                .current())
                .isTrue();
        house.published(house.submitted(ReviewedLibrary.SCREENING));
        assertThat(articles.printed(code).orElseThrow().current()).isFalse();
        assertThat(articles.printed("0000-0000-0000")).isEmpty();
        assertThat(articles.at(one.address(), 1).orElseThrow().status())
                .isInstanceOf(Status.Superseded.class);
        assertThat(articles.at(one.address()).orElseThrow().number()).isEqualTo(2);
        assertThat(articles.at(new Address("nowhere"))).isEmpty();
    }

    @Test
    void whatIsAnsweredAlreadyIsFoundByTitleSubjectAndWords() {
        ArticleVersion version = house.published(house.submitted(ReviewedLibrary.SCREENING));
        Page page = page(version);
        assertThat(articles.like(page.title()))
                .extracting(Articles.Entry::address)
                .containsExactly(version.address());
        assertThat(articles.like("Treatment of gout")).isEmpty();
        assertThat(articles.about("osteoporosis")).hasSize(1);
        assertThat(articles.about("osteoporosis gout")).isEmpty();
        assertThat(articles.about("  ")).isEmpty();
        assertThat(articles.bySubject()).isNotEmpty();
    }

    @Test
    void exportsSayWhatTheReferencesSayAndNothingElse() {
        Page page = page(house.published(house.submitted(ReviewedLibrary.CHILD)));
        var references = page.answer().references();
        List<String> titles = references.stream().map(one -> one.title()).toList();

        assertThat(
                        References.ris(references)
                                .lines()
                                .filter(line -> line.startsWith("TI  - "))
                                .map(line -> line.substring(6)))
                .containsExactlyElementsOf(titles);
        assertThat(
                        References.ris(references)
                                .lines()
                                .filter(line -> line.startsWith("DO  - "))
                                .map(line -> line.substring(6)))
                .containsExactlyElementsOf(
                        references.stream()
                                .map(one -> one.doi())
                                .filter(Objects::nonNull)
                                .toList());
        JsonNode csl = JSON.readTree(References.csl(references));
        assertThat(csl.size()).isEqualTo(references.size());
        for (int i = 0; i < references.size(); i++) {
            assertThat(csl.get(i).path("title").stringValue()).isEqualTo(titles.get(i));
            assertThat(csl.get(i).path("author").size())
                    .isEqualTo(
                            references.get(i).authors().isEmpty()
                                    ? references.get(i).issuer() == null ? 0 : 1
                                    : references.get(i).authors().size());
        }
        String bib = References.bibtex(references);
        assertThat(bib.lines().filter(line -> line.startsWith("@")))
                .hasSize(references.size())
                .doesNotHaveDuplicates();
        assertThat(bib.chars().filter(c -> c == '{').count())
                .isEqualTo(bib.chars().filter(c -> c == '}').count());
        assertThat(References.vancouver(references).lines()).hasSize(references.size());
    }

    @Test
    void feedAndSitemapAreWholeXmlAndNameTheRightPages() throws Exception {
        house.submitted(ReviewedLibrary.CHILD);
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.SCREENING));
        Document sitemap = xml(Machines.sitemap(articles.approved(), BASE));
        assertThat(sitemap.getElementsByTagName("loc").getLength()).isEqualTo(1);
        assertThat(sitemap.getElementsByTagName("loc").item(0).getTextContent())
                .isEqualTo(BASE + "/articles/" + page.address());
        Document feed = xml(Machines.atom(articles.all(), BASE + "/?a=1&b=<\"'"));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
    }

    @Test
    void nothingInATitleEndsAScriptElementOrAFeed() throws Exception {
        Page page = page(house.submitted(ReviewedLibrary.CHILD));
        Page hostile =
                new Page(
                        page.address(),
                        "</script><img src=x> & \u2028",
                        page.subjects(),
                        page.status(),
                        page.number(),
                        page.newest(),
                        page.code(),
                        page.dates(),
                        page.tracker(),
                        page.people(),
                        page.depth(),
                        page.minority(),
                        page.board(),
                        page.policy(),
                        page.versions(),
                        page.log(),
                        page.numbers(),
                        page.ratings(),
                        page.struck(),
                        page.version(),
                        page.answer());
        assertThat(Machines.jsonLd(hostile, BASE)).doesNotContain("<").doesNotContain("\u2028");
        assertThat(xml(ChangeFeed.atom(hostile, BASE)).getElementsByTagName("entry").getLength())
                .isEqualTo(page.log().size());
        assertThat(ld(hostile).path("name").stringValue()).startsWith("</script>");
    }

    @Test
    void whatIsOpenIsCountedFromTheRecord() {
        ArticleVersion page = house.published(house.submitted(ReviewedLibrary.SCREENING));
        house.submitted(ReviewedLibrary.CHILD);
        house.reviews.errors().report(page.address(), 0, "The year is wrong.");
        Openness open = articles.openness();
        assertThat(open.approved()).isEqualTo(1);
        assertThat(open.inWork()).isEqualTo(1);
        assertThat(open.medianDays()).isEqualTo(0);
        assertThat(open.reports()).isEqualTo(1);
        assertThat(open.answered()).isZero();
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private @org.jspecify.annotations.Nullable String doi(CitedSource source) {
        return house.library.current(new SourceId(source.source())).stream()
                .map(one -> one.source().doi())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
