package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;

@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=100000")
class AnswerApiTests {

    @LocalServerPort int port;

    private HttpResponse<String> ask(String json) {
        return new Browserless(port).postJson("/api/ask", json);
    }

    @Test
    void anAnswerIsTheJsonThatWasHashed() {
        HttpResponse<String> response = ask("{\"question\":\"Best for B?\",\"reader\":\"nurse\"}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        Answer answer = AnswerJson.read(response.body());
        assertThat(answer.understood().reader()).isEqualTo("nurse");
        assertThat(response.body()).isEqualTo(AnswerJson.canonical(answer));
    }

    @Test
    void anAnswerCanBeReadAgainAtItsLocation() {
        HttpResponse<String> response = ask("{\"question\":\"Best for B?\"}");
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(new Browserless(port).get(location).body()).isEqualTo(response.body());
    }

    @Test
    void theSameQuestionGivesTheSameBytes() {
        String question = "{\"question\":\"Best for B?\"}";
        assertThat(ask(question).body()).isEqualTo(ask(question).body());
    }

    @Test
    void anUnknownReaderIsRefusedByName() {
        HttpResponse<String> response = ask("{\"question\":\"B?\",\"reader\":\"wizard\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"code\":\"badRequest\"")
                .contains("physician, resident, nurse");
    }

    @Test
    void aMissingQuestionIsSaid() {
        assertThat(ask("{}").statusCode()).isEqualTo(400);
        assertThat(ask("{}").body()).contains("the field \\\"question\\\" is missing");
    }

    @Test
    void brokenJsonIsABadRequestAndIsNotRepeated() {
        HttpResponse<String> response = ask("{\"question\": \"Mrs Jones");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"code\"").doesNotContain("Jones");
    }

    @Test
    void onlyJsonIsTaken() {
        Browserless reader = new Browserless(port);
        HttpResponse<String> response = reader.send(reader.post("/api/ask", "question=B"));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("\"error\"");
    }

    @Test
    void anUnknownAnswerIsNotFoundAsJson() {
        HttpResponse<String> response = new Browserless(port).get("/api/answers/nothing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"code\":\"notFound\"").contains("12 hours");
    }

    @Test
    void aFailureIsOursAndRepeatsNothing() {
        try (PlannedFailure failure = new PlannedFailure()) {
            HttpResponse<String> response = ask("{\"question\":\"fail on Mrs Jones\"}");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("\"code\":\"internal\"").doesNotContain("Jones");
            assertThat(failure.logged()).singleElement().asString().doesNotContain("Jones");
        }
    }

    @Test
    void healthNamesTheLibrary() {
        assertThat(new Browserless(port).get("/healthz").body())
                .contains("\"status\":\"ok\"")
                .contains("2026-11-21");
    }
}
