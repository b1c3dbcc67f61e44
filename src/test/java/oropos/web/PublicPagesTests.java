package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.library.Progress;
import oropos.review.ArticleVersion;
import oropos.review.CitedSource;
import oropos.review.NumberedClaim;
import oropos.review.ReviewedLibrary;

/// What a reader who did not sign in gets of published articles, over HTTP.
@SpringBootTest(
        classes = PublishedHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTests {

    private static final String WAITING =
            "Should a 45-year-old man be screened for colorectal cancer?";
    private static final String NEAR =
            "Should a 70-year-old woman with a hip fracture be screened for osteoporosis?";

    @Autowired ReviewedLibrary house;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private ArticleVersion screening;

    @BeforeEach
    void publish() {
        if (screening == null) {
            screening = house.published(house.submitted(ReviewedLibrary.SCREENING));
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        byte[] body = response.body();
        return response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()
                ? new String(
                        new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(),
                        StandardCharsets.UTF_8)
                : new String(body, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aPageForEverybodyIsKeptPackedAndSaysWhetherItChanged() throws Exception {
        String path = "/articles/" + screening.address();
        HttpResponse<byte[]> first = get(path, "Sec-Fetch-Site", "none");
        HttpResponse<byte[]> packed =
                get(path, "Sec-Fetch-Site", "none", "Accept-Encoding", "gzip");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(text(packed)).isEqualTo(text(first)).contains("Approved by people");
        assertThat(packed.body().length).isLessThan(45 * 1024);
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(header(packed, "Content-Security-Policy")).isEqualTo(WebSecurity.CONTENT_POLICY);
        assertThat(header(first, "ETag")).isNotEqualTo(header(packed, "ETag"));

        HttpResponse<byte[]> known =
                get(path, "Sec-Fetch-Site", "none", "If-None-Match", header(first, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();

        HttpResponse<byte[]> patient = get(path + "?reader=patient", "Sec-Fetch-Site", "none");
        assertThat(header(patient, "Set-Cookie")).startsWith("reader=patient");
        assertThat(text(patient)).isNotEqualTo(text(first));
        assertThat(header(get(path + "?reader=patient", "Sec-Fetch-Site", "none"), "Set-Cookie"))
                .as("also from the shelf")
                .startsWith("reader=patient");
    }

    @Test
    void aPageIsAnotherAsSoonAsASourceIsRetracted() throws Exception {
        ArticleVersion child = house.published(house.submitted(ReviewedLibrary.CHILD));
        String path = "/articles/" + child.address();
        assertThat(text(get(path, "Sec-Fetch-Site", "none"))).contains("Approved by people");
        CitedSource source =
                child.content().sources().stream()
                        .filter(one -> one.claims() > 0 && one.work().startsWith("pmid:"))
                        .findFirst()
                        .orElseThrow();
        Path list = Files.createTempFile(house.folder, "watch", ".csv");
        Files.writeString(
                list,
                "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,"
                        + source.work().substring("pmid:".length())
                        + ",Retraction\n");
        house.library.addRetractions(List.of(list), Progress.none());
        house.reviews.reopenings().follow();
        HttpResponse<byte[]> after = get(path, "Sec-Fetch-Site", "none");
        assertThat(text(after)).contains("Approval suspended").doesNotContain("Approved by people");
        assertThat(header(after, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(get(path, "Sec-Fetch-Site", "none"), "X-Robots-Tag"))
                .as("also from the shelf")
                .isEqualTo("noindex");

        house.retrieval.refresh(Progress.none());
        ArticleVersion next = house.published(house.submitted(ReviewedLibrary.CHILD));
        assertThat(next.number()).isEqualTo(child.number() + 1);
        Document page = Jsoup.parse(text(get(path, "Sec-Fetch-Site", "none")));
        int gone = 0;
        for (NumberedClaim claim : child.content().claims()) {
            Element there = page.getElementById("c" + claim.number());
            assertThat(there).as("an address of a claim leads somewhere for good").isNotNull();
            if (next.claim(claim.number()).isEmpty()) {
                gone++;
                assertThat(java.util.Objects.requireNonNull(there).text())
                        .contains("is no longer part of this page");
            }
        }
        assertThat(gone).isPositive();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u00A0\u00AD]+", "");
    }

    @Test
    void onPaperStandTheSameWordsWithStatusMarksAndCode() throws Exception {
        String path = "/articles/" + screening.address();
        for (String reader : List.of("physician", "patient")) {
            Document page =
                    Jsoup.parse(text(get(path + "?reader=" + reader, "Sec-Fetch-Site", "none")));
            HttpResponse<byte[]> response = get(path + "/article.pdf?reader=" + reader);
            assertThat(header(response, "Content-Type")).isEqualTo("application/pdf");
            assertThat(header(response, "X-Robots-Tag")).isEmpty();
            try (PDDocument pdf = Loader.loadPDF(response.body())) {
                String words = bare(new PDFTextStripper().getText(pdf));
                List<String> said = page.select(".claim > span").eachText();
                assertThat(said).hasSizeGreaterThan(3);
                assertThat(said).allSatisfy(one -> assertThat(words).contains(bare(one)));
                assertThat(page.select(".refs .title").eachText())
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(words).contains(bare(one)));
                assertThat(words)
                        .contains("Approvedbypeople.", "[1]", "c1")
                        .contains(
                                bare(page.select(".sheet").text())
                                        .replaceFirst("^.*·version", "·version"))
                        .doesNotContain("#");
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
                assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
                assertThat(pdf.getDocumentInformation().getTitle())
                        .isEqualTo(page.select("h1").text());
            }
        }
    }

    @Test
    void anUnreviewedPageCarriesItsBannerOnEverySheet() throws Exception {
        ArticleVersion waiting = house.submitted(WAITING);
        String path = "/articles/" + waiting.address();
        HttpResponse<byte[]> response = get(path + "/article.pdf");
        assertThat(header(response, "X-Robots-Tag")).isEqualTo("noindex");
        try (PDDocument pdf = Loader.loadPDF(response.body())) {
            for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(sheet);
                one.setEndPage(sheet);
                assertThat(bare(one.getText(pdf)))
                        .as("sheet %d", sheet)
                        .contains("Notreviewedbyaperson.", "·version1·");
            }
        }
        Document page = Jsoup.parse(text(get(path, "Sec-Fetch-Site", "none")));
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .isEqualTo("Not reviewed by a person");
        assertThat(page.select("script[type=application/ld+json]").html())
                .doesNotContain("reviewedBy", "lastReviewed");
        assertThat(text(get("/sitemap.xml"))).doesNotContain(waiting.address().value());
        assertThat(text(get("/articles.atom"))).doesNotContain(waiting.address().value());
    }

    @Test
    void aLinkElsewhereShowsFirstWhetherPeopleVouchForThePage() throws Exception {
        Document page =
                Jsoup.parse(
                        text(get("/articles/" + screening.address(), "Sec-Fetch-Site", "none")));
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo(page.select("h1").text());
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .startsWith("Approved by named people on ");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost:" + port + "/articles/" + screening.address());
        assertThat(page.select("script[type=application/ld+json]").html())
                .contains("\"reviewedBy\"", "\"lastReviewed\"");
        assertThat(text(get("/robots.txt"))).contains("Disallow: /a/", "/sitemap.xml");
        assertThat(text(get("/sitemap.xml"))).contains(screening.address().value());
        assertThat(text(get("/articles.atom"))).contains(screening.address().value());
    }

    @Test
    void theIndexListsBySpecialtyAndProblemAndPagesNameRelatedOnes() throws Exception {
        ArticleVersion near = house.submitted(NEAR);
        Document index = Jsoup.parse(text(get("/articles")));
        assertThat(index.select("h2").eachText()).contains("By specialty", "By problem");
        assertThat(index.select("h3").eachText()).contains("bone");
        Document page = Jsoup.parse(text(get("/articles/" + near.address())));
        assertThat(page.select("#h-related + ul a").eachAttr("href"))
                .contains("/articles/" + screening.address());
    }

    @Test
    void aTypedQuestionFindsTheArticleThatAnswersIt() throws Exception {
        assertThat(like(ReviewedLibrary.SCREENING))
                .contains("/articles/" + screening.address(), "\"title\"");
        assertThat(like("What is the dose of ibuprofen in gout?")).isEqualTo("[]");
        assertThat(like("osteoporosis")).as("too few words to say").isEqualTo("[]");
    }

    private String like(String question) throws Exception {
        Browserless reader = new Browserless(port);
        String token =
                Browserless.page(reader.get("/"))
                        .select("form.ask input[name=_csrf]")
                        .attr("value");
        return reader.send(
                        reader.post(
                                "/articles/like",
                                "_csrf="
                                        + Browserless.encoded(token)
                                        + "&question="
                                        + Browserless.encoded(question)))
                .body();
    }

    @Test
    void aFormOfAPageForEverybodyIsTakenFromThisServersPagesAlone() throws Exception {
        String path = "/articles/" + screening.address() + "/report";
        assertThat(report(path, "same-origin")).isEqualTo(200);
        for (String whence : List.of("cross-site", "same-site", "none")) {
            assertThat(report(path, whence)).as(whence).isEqualTo(403);
        }
        assertThat(report(path, null)).as("says nothing and has no token").isEqualTo(403);
        assertThat(text(get("/articles/" + screening.address())))
                .as("a browser that says nothing gets a token")
                .contains("name=\"_csrf\"");
    }

    @Test
    void aQuestionMayFollowAPublishedPageAndLeavesItAsItIs() throws Exception {
        String page = "/articles/" + screening.address();
        String before = text(get(page, "Sec-Fetch-Site", "none"));
        HttpResponse<Void> asked =
                http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ask"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "text/html")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "question=How+often%3F&article="
                                                        + screening.address()))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(asked.statusCode()).isEqualTo(302);
        String address = URI.create(header(asked, "Location")).getPath();
        assertThat(address).startsWith("/a/");
        assertThat(text(get(address))).contains("Not reviewed by a person.");
        assertThat(text(get(page, "Sec-Fetch-Site", "none"))).isEqualTo(before);
    }

    private int report(String path, @org.jspecify.annotations.Nullable String whence)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("claim=0&words=A+slip."));
        if (whence != null) {
            request.header("Sec-Fetch-Site", whence);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /// What patients read first on a published page is in their words, as on an answer.
    @Test
    void patientsMeetTheirOwnWordsInTheBottomLine() throws Exception {
        Document page =
                Jsoup.parse(
                        text(
                                get(
                                        "/articles/" + screening.address() + "?reader=patient",
                                        "Sec-Fetch-Site",
                                        "none")));
        assertThat(page.select(".bottom .card > dt").eachText())
                .contains("Who was studied")
                .doesNotContain("Certainty", "Fit", "Benefit");
        assertThat(page.select(".bottom details.terms:not([open]) li")).isNotEmpty();
        assertThat(page.select(".bottom .whom").text()).startsWith("For women aged 65 years");
    }
}
