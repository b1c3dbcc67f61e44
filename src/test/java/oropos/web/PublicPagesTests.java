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
import oropos.review.ReviewedLibrary;

/// What a reader who did not sign in gets of published articles, over HTTP.
@SpringBootTest(
        classes = PublishedHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTests {

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
        Path list = Files.createTempFile("watch", ".csv");
        Files.writeString(
                list,
                "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,"
                        + source.work().substring("pmid:".length())
                        + ",Retraction\n");
        house.library.addRetractions(List.of(list), Progress.none());
        house.reviews.follow();
        HttpResponse<byte[]> after = get(path, "Sec-Fetch-Site", "none");
        assertThat(text(after)).contains("Approval suspended").doesNotContain("Approved by people");
        assertThat(header(after, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(get(path, "Sec-Fetch-Site", "none"), "X-Robots-Tag"))
                .as("also from the shelf")
                .isEqualTo("noindex");
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
}
