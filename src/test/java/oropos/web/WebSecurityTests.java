package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"oropos.quota=100000", "oropos.hosts=oropos.example"})
class WebSecurityTests {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/oropos.css", "/nowhere", "/api/answers/x"})
    void everyAnswerOfTheServerForbidsWhatIsNotItsOwn(String path) {
        HttpResponse<String> response = new Browserless(port).get(path);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue(WebSecurity.CONTENT_POLICY);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void theContentPolicyAllowsNothingInThePageItself() {
        assertThat(WebSecurity.CONTENT_POLICY)
                .doesNotContain("unsafe")
                .doesNotContain("*")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aFormWithoutItsTokenIsNotAsked() {
        Browserless reader = new Browserless(port);
        HttpResponse<String> response = reader.send(reader.post("/ask", "question=B"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("The form was out of date");
    }

    @Test
    void aQuestionCannotBeAskedByAnAddress() {
        assertThat(new Browserless(port).get("/ask?question=B").statusCode()).isEqualTo(405);
    }

    @Test
    void noSessionIsBegun() {
        HttpResponse<String> response = new Browserless(port).get("/");
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(1)
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("form=")
                                .contains("HttpOnly")
                                .contains("SameSite=Strict"));
    }

    @Test
    void aBodyLargerThanAnyQuestionIsRefused() {
        Browserless reader = new Browserless(port);
        HttpResponse<String> response =
                reader.postJson(
                        "/api/ask", "{\"question\":\"" + "x".repeat(SizeLimit.MOST_BYTES) + "\"}");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"code\":\"tooLarge\"");
        String longer = "{\"q\":\"" + "bone ".repeat(14_000) + "\"}";
        assertThat(reader.postJson("/api/search", longer).statusCode()).isEqualTo(413);
        assertThat(reader.search("bone ".repeat(14_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() {
        Browserless reader = new Browserless(port);
        var request =
                reader.post("/api/ask", "")
                        .setHeader("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> InputStream.nullInputStream()));
        assertThat(reader.send(request).statusCode()).isEqualTo(411);
    }

    @Test
    void onlyItsOwnNamesAreAnswered() throws IOException {
        assertThat(statusFor("localhost:" + port)).isEqualTo(200);
        assertThat(statusFor("127.0.0.1:" + port)).isEqualTo(200);
        assertThat(statusFor("[::1]:" + port)).isEqualTo(200);
        assertThat(statusFor("oropos.example")).isEqualTo(200);
        assertThat(statusFor("rebound.example:" + port)).isEqualTo(400);
        assertThat(statusFor("localhost.rebound.example")).isEqualTo(400);
    }

    private int statusFor(String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            ("GET /healthz HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String response =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(response.substring(9, 12));
        }
    }
}
