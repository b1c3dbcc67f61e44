package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.evaluation.Questions;

/// How soon a page that asks hears the first of an answer, and the last, with several askers at once.
///
/// `-Doropos.stream.data=DIR` asks a library that is there instead of the starter library,
/// `-Doropos.stream.rounds=N` asks all questions N times (the first round warms and is not counted).
@Tag("measured")
class AnswerStreamTests {

    private static final String DATA = System.getProperty("oropos.stream.data", "");
    private static final int ROUNDS = Integer.getInteger("oropos.stream.rounds", 2);
    private static final int ASKERS = 4;

    /// What a busy machine that builds may need, for half of the first bytes; the aim is 50 ms.
    private static final double PATIENCE_MILLIS = 1_000;

    @TempDir Path folder;

    /// Nanoseconds from sending a question.
    private record Heard(long first, long last) {}

    @Test
    void theFirstOfAnAnswerIsHeardSoon() throws Exception {
        Path data = DATA.isEmpty() ? folder.resolve("data") : Path.of(DATA);
        List<String> questions = Questions.shipped();
        try (Program server = Program.serving(data, "--quota", 1_000_000);
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<Heard> heard = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Heard>> asked = new ArrayList<>();
                for (String question : questions) {
                    asked.add(() -> asked(client, server.port(), question));
                }
                for (Future<Heard> one : askers.invokeAll(asked)) {
                    if (round > 0) {
                        heard.add(one.get());
                    }
                }
            }
            long[] first = heard.stream().mapToLong(Heard::first).sorted().toArray();
            long[] last = heard.stream().mapToLong(Heard::last).sorted().toArray();
            System.err.printf(
                    "streamed answers, %d askers, %d questions: first byte median %.1f ms, p95 %.1f ms;"
                            + " last byte median %.1f ms, p95 %.1f ms%n",
                    ASKERS,
                    heard.size(),
                    millis(first, 0.5),
                    millis(first, 0.95),
                    millis(last, 0.5),
                    millis(last, 0.95));
            assertThat(heard).hasSize(questions.size() * (ROUNDS - 1));
            assertThat(millis(first, 0.5)).isLessThan(PATIENCE_MILLIS);
        }
    }

    private static Heard asked(HttpClient client, int port, String question) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ask"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/event-stream")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(
                                BodyPublishers.ofString(
                                        "question="
                                                + URLEncoder.encode(
                                                        question, StandardCharsets.UTF_8)))
                        .build();
        long sent = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int begins = body.read();
            long first = System.nanoTime() - sent;
            String told = (char) begins + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            long last = System.nanoTime() - sent;
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(told).contains("event:stage", "event:answer");
            return new Heard(first, last);
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
