package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @DisplayName("P11 no identifier of an asked question is in any file the server wrote")
    void noIdentifierIsInAnyFileTheServerWrote(@TempDir Path data, @TempDir Path elsewhere)
            throws Exception {
        Path backup = elsewhere.resolve("backup.zip");
        String printed;
        try (Program server = Program.serving(data, "--quota", 1_000_000)) {
            for (String question : QUESTIONS) {
                assertThat(json(server, question).statusCode()).isEqualTo(200);
                HttpResponse<String> page = form(server, question);
                assertThat(found(page.body().getBytes(StandardCharsets.UTF_8))).isEmpty();
            }
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
        return http.send(
                HttpRequest.newBuilder(at(server, "/api/ask"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared()
                                                .writeValueAsString(Map.of("question", question))))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> form(Program server, String question) throws Exception {
        HttpClient following =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        return following.send(
                HttpRequest.newBuilder(at(server, "/ask"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(
                                BodyPublishers.ofString(
                                        "question="
                                                + URLEncoder.encode(
                                                        question, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI at(Program server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
