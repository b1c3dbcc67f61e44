package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts nobody should search for, through the real command and the real server on the starter
/// library: each gives the same result at both doors or the same clear sentence, and in time.
class BadSearchTests {

    /// Longer than any of these takes on a machine that does much else; far below a client's patience.
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir static Path data;

    private static Program server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        server = Program.serving(data, "--quota", 1_000_000);
    }

    @AfterAll
    static void nothingWasLogged() throws IOException {
        assertThat(server.err()).isEmpty();
        server.close();
    }

    /// A text, how it is read, and what comes of it.
    ///
    /// @param said a word of the note or of the mistake, empty where neither is needed
    private record Bad(String text, String syntax, Outcome outcome, String said) {
        @Override
        public String toString() {
            return text.substring(0, Math.min(30, text.length()));
        }
    }

    private enum Outcome {
        FOUND,
        NOTHING,
        MISTAKE
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad("osteoporosis", "auto", Outcome.FOUND, ""),
                new Bad(
                        "bone ".repeat(10_000),
                        "auto",
                        Outcome.FOUND,
                        "Only the first 12000 of 49999 characters"),
                new Bad("the of and to", "auto", Outcome.NOTHING, "no word in this"),
                new Bad("the[ti]", "auto", Outcome.FOUND, ""),
                new Bad("987654321 123454321", "auto", Outcome.NOTHING, ""),
                new Bad("0.00417 98.7231", "words", Outcome.NOTHING, "None of these words"),
                new Bad("987654321987", "auto", Outcome.NOTHING, ""),
                new Bad("she said \"bone", "auto", Outcome.FOUND, ""),
                new Bad("\"bone[ti]", "pubmed", Outcome.MISTAKE, "never closed"),
                new Bad("(bone[ti]", "auto", Outcome.MISTAKE, "never closed"),
                new Bad("bone[ti])", "auto", Outcome.MISTAKE, "bracket"),
                new Bad("*[ti]", "auto", Outcome.MISTAKE, "everything"),
                new Bad("a*[tiab] OR bone[ti]", "auto", Outcome.MISTAKE, "everything"),
                new Bad("骨粗鬆症", "auto", Outcome.NOTHING, ""),
                new Bad("переломы позвонков", "auto", Outcome.NOTHING, "None of these words"),
                new Bad("هشاشة العظام", "auto", Outcome.NOTHING, "None of these words"),
                new Bad("😀😀", "auto", Outcome.NOTHING, ""),
                new Bad("?!…", "auto", Outcome.NOTHING, "no word in this"),
                new Bad("\ud800", "auto", Outcome.NOTHING, ""),
                new Bad("bone\u0000\u001b[31m \u202edensity", "auto", Outcome.FOUND, ""),
                new Bad("<script>alert(1)</script> bone", "auto", Outcome.FOUND, ""),
                new Bad(
                        "bone[ti] OR ".repeat(1_200) + "bone[ti]",
                        "pubmed",
                        Outcome.MISTAKE,
                        "1000 terms"),
                new Bad(
                        "(".repeat(60) + "bone[ti]" + ")".repeat(60),
                        "pubmed",
                        Outcome.MISTAKE,
                        "50 deep"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theCommandAnswersInTimeAndInWords(Bad bad) {
        long start = System.nanoTime();
        Typed json =
                Typed.in(
                        "--data",
                        data,
                        "--no-vectors",
                        "search",
                        "--json",
                        "--syntax",
                        bad.syntax(),
                        bad.text());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        Typed.assertNoJava(json.err());
        assertThat(json.exit())
                .as(json.err())
                .isEqualTo(bad.outcome() == Outcome.MISTAKE ? Main.WRONG_USE : Main.DONE);
        check(JsonMapper.shared().readTree(json.out()), bad);
        Typed printed =
                Typed.in(
                        "--data",
                        data,
                        "--no-vectors",
                        "search",
                        "--syntax",
                        bad.syntax(),
                        bad.text());
        assertThat(printed.out() + printed.err()).doesNotContain("\u001b", "\u0000").isNotBlank();
        Typed.assertNoJava(printed.out() + printed.err());
        if (bad.outcome() == Outcome.MISTAKE) {
            assertThat(printed.out()).isEmpty();
            assertThat(printed.err()).contains("^");
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theServerAnswersInTimeAndInWords(Bad bad) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> posted =
                http.send(
                        request("/api/search")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                JsonMapper.shared()
                                                        .writeValueAsString(
                                                                Map.of(
                                                                        "q",
                                                                        bad.text(),
                                                                        "syntax",
                                                                        bad.syntax()))))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        assertThat(posted.statusCode())
                .as(posted.body())
                .isEqualTo(bad.outcome() == Outcome.MISTAKE ? 400 : 200);
        check(JsonMapper.shared().readTree(posted.body()), bad);
        if (bad.text().length() > 1_000) {
            return; // too long for an address; a form is sent instead, which SearchPageTests do
        }
        HttpResponse<String> page =
                http.send(
                        request(
                                        "/search?syntax="
                                                + bad.syntax()
                                                + "&q="
                                                + URLEncoder.encode(
                                                        bad.text(), StandardCharsets.UTF_8))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());
        assertThat(page.statusCode()).isIn(List.of(200, 400));
        Document shown = Jsoup.parse(page.body());
        assertThat(shown.text()).doesNotContain("Exception", "java.");
        assertThat(page.body()).doesNotContain("<script>alert", "\u001b");
        assertThat(shown.select("main").text()).contains(bad.said());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static void check(JsonNode json, Bad bad) {
        switch (bad.outcome()) {
            case MISTAKE -> {
                assertThat(json.path("error").path("code").asString()).isEqualTo("badSearch");
                assertThat(json.path("error").path("message").asString()).contains(bad.said());
            }
            case NOTHING -> {
                assertThat(json.path("total").asInt(-1)).isZero();
                assertThat(json.path("notes").toString()).contains(bad.said());
            }
            case FOUND -> {
                assertThat(json.path("total").asInt()).isPositive();
                assertThat(json.path("results").size()).isPositive();
                assertThat(json.path("notes").toString()).contains(bad.said());
            }
        }
    }
}
