package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Asks the real server about invented people, then reads every file it wrote: data folder, index,
/// backup, its folder for temporary files and what it printed. None of the people may be found.
class CanaryTests {

    /// Words that stand in no source and in no file of the program.
    private static final List<String> CANARIES =
            List.of(
                    "Quillfeather",
                    "Zubrowskaya",
                    "77341290",
                    "zubrow@",
                    "555-0199",
                    "Kestrelgate");

    private static final List<String> QUESTIONS =
            List.of(
                    "Mr. Quillfeather, 67, MRN: 77341290, has osteoporosis: alendronate?",
                    "Should Anna Zubrowskaya (zubrow@mail.example, 617-555-0199), 67, be screened for osteoporosis?",
                    "Write me a prescription, my name is Anna Zubrowskaya",
                    "My daughter Zubrowskaya, 8, seen at Kestrelgate Children's Hospital on 12 March 2024, has T11 and T12 compression fractures: treatment?",
                    "Dr. Quillfeather of 12 Kestrelgate Road thinks of ending my life, I want to die",
                    "bone ".repeat(2_500) + " Mr. Quillfeather");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @DisplayName("P11 no identifier of an asked question is in any file the server wrote")
    void noIdentifierIsInAnyFileTheServerWrote(@TempDir Path data, @TempDir Path elsewhere)
            throws Exception {
        Path backup = elsewhere.resolve("backup.zip");
        String printed;
        int clicks = 0;
        try (Program server = Program.serving(data, "--quota", 1_000_000)) {
            for (String question : QUESTIONS) {
                assertThat(json(server, question).statusCode()).isEqualTo(200);
                HttpResponse<String> restored = restoring(server, question);
                assertThat(restored.statusCode()).isEqualTo(200);
                assertThat(found(restored.body().getBytes(StandardCharsets.UTF_8))).isEmpty();
                clicks += restoredByClick(server, question);
            }
            assertThat(clicks).isGreaterThan(2);
            assertThat(Typed.in("--data", data, "backup", backup).exit()).isZero();
            printed = server.err();
        }
        List<String> found = new ArrayList<>(found(printed.getBytes(StandardCharsets.UTF_8)));
        int files = 0;
        try (Stream<Path> all = Stream.concat(Files.walk(data), Files.walk(elsewhere))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                byte[] bytes = Files.readAllBytes(file);
                found(bytes).forEach(word -> found.add(file + ": " + word));
                if (file.toString().endsWith(".zip")) {
                    zipped(bytes).forEach(word -> found.add(file + ": " + word));
                }
            }
        }
        assertThat(files).isGreaterThan(3);
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchForThemWouldFindThem() throws IOException {
        assertThat(found("x Quillfeather y".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Quillfeather");
        assertThat(found("x Quillfeather y".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("Quillfeather");
    }

    /// Canaries in the bytes, in either of two encodings.
    private static List<String> found(byte[] bytes) {
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        String wide = narrow.replace("\0", "");
        return CANARIES.stream()
                .filter(word -> narrow.contains(word) || wide.contains(word))
                .toList();
    }

    private static List<String> zipped(byte[] bytes) throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.addAll(found(zip.readAllBytes()));
            }
        }
        return found;
    }

    private HttpResponse<String> json(Program server, String question) throws Exception {
        return json(server, Map.of("question", question));
    }

    private HttpResponse<String> restoring(Program server, String question) throws Exception {
        return json(server, Map.of("question", question, "restore", CANARIES));
    }

    private HttpResponse<String> json(Program server, Map<String, Object> request)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(at(server, "/api/ask"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(request)))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Asks as one browser does and restores each word that is offered, then has the answer forgotten.
    ///
    /// @return how many were restored
    private int restoredByClick(Program server, String question) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .cookieHandler(new CookieManager())
                        .build();
        HttpResponse<String> front =
                browser.send(
                        HttpRequest.newBuilder(at(server, "/")).build(), BodyHandlers.ofString());
        HttpResponse<String> page =
                send(
                        browser,
                        server,
                        "/ask",
                        Map.of("question", question, "_csrf", token(front.body())));
        assertThat(page.statusCode()).isEqualTo(200);
        int restored = 0;
        for (int nth = 0; page.body().contains("name=\"nth\" value=\"" + nth + "\""); nth++) {
            page =
                    send(
                            browser,
                            server,
                            page.uri().getPath() + "/restore",
                            Map.of(
                                    "nth", String.valueOf(nth),
                                    "restored", "true",
                                    "_csrf", token(page.body())));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("class=\"restored\"");
            restored++;
        }
        // The browser that typed the words is shown them; another one is not.
        if (restored > 0) {
            assertThat(found(page.body().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        }
        HttpResponse<String> others =
                http.send(HttpRequest.newBuilder(page.uri()).build(), BodyHandlers.ofString());
        assertThat(found(others.body().getBytes(StandardCharsets.UTF_8))).isEmpty();
        return restored;
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> send(
            HttpClient browser, Program server, String path, Map<String, String> form)
            throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(server, path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(
                                BodyPublishers.ofString(
                                        form.entrySet().stream()
                                                .map(one ->
                                                        one.getKey()
                                                                + "="
                                                                + URLEncoder.encode(
                                                                        one.getValue(),
                                                                        StandardCharsets.UTF_8))
                                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void whatWasAnsweredWithARestoredWordIsVerifiedWithoutIt(@TempDir Path data) throws Exception {
        Path answer = data.resolve("answer.json");
        Typed asked =
                Typed.in(
                        "--data",
                        data.resolve("own"),
                        "ask",
                        "--json",
                        "--restore",
                        "Quillfeather",
                        QUESTIONS.getFirst());
        assertThat(asked.out()).contains("\"restored\":true");
        assertThat(found(asked.out().getBytes(StandardCharsets.UTF_8))).isEmpty();
        Files.writeString(answer, asked.out());
        Typed verified = Typed.in("--data", data.resolve("own"), "verify", answer);
        assertThat(verified.exit()).isZero();
        assertThat(verified.out() + verified.err()).contains("restored words");
    }

    private static URI at(Program server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
