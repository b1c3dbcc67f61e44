package oropos.inference.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.inference.LanguageModel;
import oropos.inference.LanguageModels;
import oropos.inference.ModelServer;
import oropos.inference.ModelServer.Manner;
import oropos.inference.ModelSettings;
import oropos.inference.ModelSettings.Protocol;
import oropos.inference.Prompt;
import oropos.inference.Reply;

/// The three protocols over a real connection, with a server that behaves and with ones that do not.
class RemoteModelTests {

    private static final Prompt PROMPT = new Prompt("Do this.", "{\"a\":1}");

    private ModelServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ModelServer(new Manner.Says(heard -> "said"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private LanguageModel model(Protocol protocol, int millis) {
        return LanguageModels.of(
                server.settings(protocol).within(Duration.ofMillis(millis), 64 * 1024));
    }

    private Reply ask(Protocol protocol, Manner manner) {
        server.be(manner);
        return model(protocol, 10_000).ask(PROMPT);
    }

    private Reply askShortly(Protocol protocol, Manner manner) {
        server.be(manner);
        return model(protocol, 700).ask(PROMPT);
    }

    private static void silent(Reply reply, Reply.Cause cause) {
        assertThat(reply).isEqualTo(new Reply.Silent(cause, true));
    }

    @ParameterizedTest
    @EnumSource
    void eachProtocolCarriesTheTaskTheMaterialAndTheKeyAndNothingElse(Protocol protocol) {
        Reply reply = model(protocol, 10_000).ask(PROMPT);

        assertThat(reply).isEqualTo(new Reply.Said("said", 33));
        assertThat(server.heard())
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.task()).isEqualTo("Do this.");
                    assertThat(heard.material()).isEqualTo("{\"a\":1}");
                    assertThat(heard.key())
                            .isEqualTo(
                                    switch (protocol) {
                                        case OPENAI, OLLAMA -> "Bearer secret-key";
                                        case ANTHROPIC -> "secret-key";
                                    });
                    assertThat(heard.body()).doesNotContain("secret-key");
                    var tools = ModelServer.JSON.readTree(heard.body()).get("tools");
                    assertThat(tools == null || tools.isEmpty()).as("no tools").isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatFailsIsAskedOnceAndSaysWhy(Protocol protocol) {
        silent(ask(protocol, new Manner.Status(500, "{}", Map.of())), Reply.Cause.OUTAGE);
        silent(ask(protocol, new Manner.Status(429, "{}", Map.of())), Reply.Cause.BUSY);
        silent(ask(protocol, new Manner.Status(401, "{}", Map.of())), Reply.Cause.DECLINED);
        silent(
                ask(protocol, new Manner.Status(200, "{\"broken\":", Map.of())),
                Reply.Cause.MALFORMED);
        silent(ask(protocol, new Manner.Status(200, "<html>", Map.of())), Reply.Cause.MALFORMED);
        silent(ask(protocol, new Manner.Status(200, "", Map.of())), Reply.Cause.MALFORMED);
        silent(ask(protocol, new Manner.Says(heard -> " ")), Reply.Cause.MALFORMED);
        assertThat(server.heard()).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsSlowOrDoesNotStopIsLeftInTime(Protocol protocol) {
        long start = System.nanoTime();
        silent(askShortly(protocol, new Manner.Late(9_000, heard -> "late")), Reply.Cause.SLOW);
        silent(askShortly(protocol, new Manner.Endless("x", 50)), Reply.Cause.SLOW);
        silent(ask(protocol, new Manner.Endless("x".repeat(10_000), 0)), Reply.Cause.TOO_LONG);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @DisplayName("P11 a redirect is not followed")
    void aRedirectIsNotFollowed(int status) throws IOException {
        try (ModelServer trap = new ModelServer(new Manner.Says(heard -> "trapped"))) {
            Reply reply =
                    ask(
                            Protocol.OPENAI,
                            new Manner.Status(
                                    status,
                                    "",
                                    Map.of(
                                            "Location",
                                            trap.url(Protocol.OPENAI) + "/chat/completions")));

            silent(reply, Reply.Cause.ELSEWHERE);
            assertThat(trap.heard()).isEmpty();
            assertThat(trap.strangers()).isZero();
        }
    }

    @Test
    @DisplayName("P11 no proxy of the system is used")
    void noProxyOfTheSystemIsUsed() throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        try (ModelServer trap = new ModelServer(new Manner.Says(heard -> "trapped"))) {
            ProxySelector.setDefault(
                    ProxySelector.of(new InetSocketAddress("127.0.0.1", trap.port())));
            assertThat(ask(Protocol.OPENAI, new Manner.Says(heard -> "said")))
                    .isEqualTo(new Reply.Said("said", 33));
            assertThat(trap.heard()).isEmpty();
            assertThat(trap.strangers()).isZero();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void aServerThatIsNotThereIsAnOutage() {
        ModelSettings gone = server.settings(Protocol.OPENAI);
        server.close();
        assertThat(LanguageModels.of(gone).ask(PROMPT))
                .isEqualTo(new Reply.Silent(Reply.Cause.OUTAGE, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/v1",
                "http://example.org/v1",
                "https://user:secret@example.org/v1",
                "https://example.org/v1?to=elsewhere",
                "https://example.org/v1#part",
                "https:///v1",
                "http://127.0.0.1.example.org/v1",
                "http://2130706433.example.org/v1"
            })
    void anAddressThatHidesSomethingIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ModelSettings.of(Protocol.OPENAI, URI.create(url), "small-1", null));
    }

    @Test
    void settingsNeverShowTheKey() {
        assertThat(server.settings(Protocol.OPENAI).toString()).doesNotContain("secret");
    }
}
