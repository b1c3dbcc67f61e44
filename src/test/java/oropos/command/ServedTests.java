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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions nobody should ask, through the real command and the real server on the starter library.
class ServedTests {

    private static final String GOOD = "Should a 67-year-old woman be screened for osteoporosis?";

    @TempDir static Path data;

    private static Program server;
    private static String before;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        server = Program.serving(data, "--quota", 1_000_000);
        before = Typed.in("--data", data, "library", "status").out();
    }

    @AfterAll
    static void nothingStoredWasChangedAndNothingWasLogged() throws IOException {
        assertThat(Typed.in("--data", data, "library", "status").out()).isEqualTo(before);
        assertThat(server.err()).isEmpty();
        server.close();
    }

    /// What is asked, and a word of what is said to it.
    private static Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("", "Nothing was asked");
        bad.put(" \t\r\n\u00a0\u2003", "Nothing was asked");
        bad.put("\u0007\u001b\u0001\u0000", "Nothing was asked");
        bad.put("?".repeat(5_000), "please");
        bad.put("bone ".repeat(4_001), "characters, and 12,000 are read at most");
        bad.put(
                "¿Cuál es el mejor tratamiento para la osteoporosis en una mujer de 67 años?",
                "English");
        bad.put("67岁女性骨质疏松症的最佳治疗方法是什么？", "English");
        bad.put("ما هو أفضل علاج لهشاشة العظام لدى امرأة عمرها 67 عاما؟", "English");
        bad.put("😀😀😀😀", "health");
        bad.put("<script>alert(document.cookie)</script>", "health");
        bad.put("'; drop table source; --", "health");
        bad.put("${jndi:ldap://127.0.0.1/a} {{7*7}} __${7*7}__", "health");
        bad.put("\ud800\udc00\ud800", "please");
        return bad;
    }

    static Stream<String> questions() {
        return bad().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isRefusedInASentenceByTheCommand(String question) {
        Typed typed = Typed.in("--data", data, "--no-vectors", "ask", "--json", question);
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertRefused(typed.out().strip(), question);
        assertThat(typed.err()).doesNotContain("\u001b", "\u0007");
        Typed.assertNoJava(typed.err());
        Typed printed = Typed.in("--data", data, "--no-vectors", "ask", question);
        assertThat(printed.out()).contains("Not reviewed by a person").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isRefusedInASentenceByTheServer(String question) throws Exception {
        HttpResponse<String> json =
                ask(server, JsonMapper.shared().writeValueAsString(Map.of("question", question)));
        assertThat(json.statusCode()).isEqualTo(200);
        assertRefused(json.body(), question);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isRefusedOnAPageThatRunsNothing(String question) throws Exception {
        HttpResponse<String> response = form(server, question, "text/html");
        assertThat(response.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(response.body());
        assertThat(page.body().text().replaceAll("\\s+", " ")).contains(said(question));
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("[onerror], [onload], [style]")).isEmpty();
        assertThat(response.body()).doesNotContain("49 ", "__49__", "\u001b");
        assertThat(response.uri().toString()).matches(".*/a/[A-Za-z0-9_-]{22}");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isRefusedInTheStreamToo(String question) throws Exception {
        HttpResponse<String> response = form(server, question, "text/event-stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("event:answer").doesNotContain("event:failed");
    }

    private static String said(String question) {
        return bad().getOrDefault(question, "");
    }

    private static void assertRefused(String json, String question) {
        JsonNode answer = JsonMapper.shared().readTree(json);
        assertThat(answer.at("/outcome/kind").stringValue()).isEqualTo("abstained");
        assertThat(answer.at("/outcome/words").stringValue())
                .contains(said(question))
                .endsWith(".")
                .doesNotContain("\n");
        assertThat(answer.at("/bottomLine/lead")).isEmpty();
        assertThat(answer.at("/references")).isEmpty();
    }

    @Test
    void aCarerReadsTheCardInOrdinaryWords() throws Exception {
        String address =
                form(
                                server,
                                "They want to give my 9-year-old daughter a zoledronate drip. Side effects?",
                                "text/html")
                        .uri()
                        .getPath();
        Document clinical = page(address + "?reader=physician");
        Document told = page(address + "?reader=carer");

        assertThat(clinical.select("dl.card > dt").eachText())
                .contains("Certainty", "Fit", "Who decides");
        assertThat(told.select("dl.card > dt").eachText())
                .contains("What it may help", "What harm it may do", "How sure is this?")
                .doesNotContain("Certainty", "Fit", "Benefit", "Harm", "Unknown");
        assertThat(told.select("dl.card details.professionals").text())
                .as("the reasons, word for word, for professionals")
                .contains("very low: starts high: randomised trial");
        assertThat(told.select("dl.card a.c").eachAttr("href"))
                .as("the same marks")
                .isEqualTo(clinical.select("dl.card a.c").eachAttr("href"));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                http.send(request(server, path).build(), BodyHandlers.ofString()).body());
    }

    @Test
    void aQuestionInTheMidstOfRubbishIsAnswered() throws Exception {
        for (String question :
                List.of(
                        "\u202e" + GOOD + "\u202c 😀",
                        "<b>" + GOOD + "</b>",
                        "\u0000" + GOOD + "\u0007")) {
            HttpResponse<String> json =
                    ask(
                            server,
                            JsonMapper.shared().writeValueAsString(Map.of("question", question)));
            JsonNode answer = JsonMapper.shared().readTree(json.body());
            assertThat(answer.at("/bottomLine/lead").size()).as(question).isPositive();
            assertThat(answer.get("asked").stringValue()).doesNotContainPattern("[\\p{Cc}\u202e]");
        }
    }

    @Test
    void whatIsNoRequestIsABadRequestInASentence() throws Exception {
        for (String body :
                List.of(
                        "",
                        "null",
                        "[]",
                        "\"words\"",
                        "{\"question\":",
                        "{\"question\":null}",
                        "{\"question\":[\"a\"]}",
                        "{\"question\":{\"a\":1}}",
                        "[".repeat(10_000),
                        "{\"question\":\"a\",\"reader\":\"boss\"}",
                        "{\"question\":\"a\",\"reader\":[1]}")) {
            HttpResponse<String> response = ask(server, body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            JsonNode error = JsonMapper.shared().readTree(response.body()).get("error");
            assertThat(error.get("code").stringValue()).isEqualTo("badRequest");
            Typed.assertNoJava(error.get("message").stringValue());
        }
        assertThat(ask(server, "{\"question\":\"" + "a".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void anAddressHasItsQuotaWhateverItSaysItIs() throws Exception {
        try (Program small = Program.serving(data.resolve("small"), "--quota", 3)) {
            for (int asked = 0; asked < 3; asked++) {
                assertThat(ask(small, "{\"question\":\"\"}").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> fourth = ask(small, "{\"question\":\"\"}", "10.0.0.7");
            assertThat(fourth.statusCode()).isEqualTo(429);
            assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
            assertThat(fourth.body()).contains("tooMany", "3 questions a minute");
            assertThat(form(small, GOOD, "text/html").statusCode()).isEqualTo(429);
            assertThat(get(small, "/").statusCode()).as("reading is not asking").isEqualTo(200);
        }
    }

    @Test
    void behindAProxyEachReaderHasItsOwnQuota() throws Exception {
        try (Program small =
                Program.serving(data.resolve("proxied"), "--quota", 1, "--behind-proxy")) {
            assertThat(ask(small, "{\"question\":\"\"}", "203.0.113.7").statusCode())
                    .isEqualTo(200);
            assertThat(ask(small, "{\"question\":\"\"}", "203.0.113.7").statusCode())
                    .isEqualTo(429);
            assertThat(ask(small, "{\"question\":\"\"}", "203.0.113.8").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenIsToldBeforeTheFolderIsOpened() {
        Path other = data.resolve("other");
        assertThat(
                        Typed.in("--data", other, "serve", "--port", server.port())
                                .isRefused(Main.WRONG_USE)
                                .sentence())
                .contains("port " + server.port(), "--port");
        assertThat(other).doesNotExist();
    }

    @Test
    void aServerThatIsToldToStopLetsGoOfTheFolder() throws IOException {
        Path other = data.resolve("stopping");
        Program stopped = Program.serving(other);
        assertThat(other.resolve("oropos.sock")).exists();
        stopped.close();
        assertThat(other.resolve("oropos.sock")).doesNotExist();
        assertThat(Typed.in("--data", other, "library", "rebuild").exit()).isZero();
    }

    @Test
    void theCommandAndTheServerGiveTheSameBytes() throws Exception {
        Typed typed = Typed.in("--data", data, "--no-vectors", "ask", "--json", GOOD);
        HttpResponse<String> served =
                ask(server, JsonMapper.shared().writeValueAsString(Map.of("question", GOOD)));
        assertThat(served.body()).isEqualTo(typed.out().strip());
    }

    // ---- how a browser asks

    private HttpResponse<String> get(Program at, String path) throws Exception {
        return http.send(request(at, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Program at, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + at.port() + path));
    }

    private HttpResponse<String> ask(Program at, String json, String... forwarded)
            throws Exception {
        HttpRequest.Builder request =
                request(at, "/api/ask")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        for (String address : forwarded) {
            request.header("X-Forwarded-For", address);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> form(Program at, String question, String accept)
            throws Exception {
        HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new java.net.CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        String token =
                Jsoup.parse(browser.send(request(at, "/").build(), BodyHandlers.ofString()).body())
                        .select("form.ask input[name=_csrf]")
                        .attr("value");
        return browser.send(
                request(at, "/ask")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", accept)
                        .POST(
                                BodyPublishers.ofString(
                                        "_csrf="
                                                + encoded(token)
                                                + "&question="
                                                + encoded(question)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
