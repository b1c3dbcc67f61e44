package oropos.inference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model's server on this machine, which speaks OpenAI's, Anthropic's and Ollama's protocol and
/// behaves as it is told.
public final class ModelServer implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    /// What was sent, as each protocol carries it.
    ///
    /// @param key the secret that came with it, as the protocol writes it; empty for none
    public record Heard(String path, String task, String material, String key, String body) {

        public JsonNode json() {
            return JSON.readTree(material);
        }
    }

    /// How it behaves.
    public sealed interface Manner {
        /// Says this.
        record Says(Function<Heard, String> words) implements Manner {}

        /// Answers with this status and body.
        record Status(int code, String body, Map<String, String> headers) implements Manner {}

        /// Says it after so many milliseconds.
        record Late(int millis, Function<Heard, String> words) implements Manner {}

        /// Never stops: writes `piece` until nobody listens, with a pause after each.
        record Endless(String piece, int pause) implements Manner {}
    }

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger strangers = new AtomicInteger();
    private volatile Manner manner;

    public ModelServer(Manner manner) throws IOException {
        this.manner = manner;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public void be(Manner other) {
        manner = other;
    }

    public void say(Function<Heard, String> words) {
        manner = new Manner.Says(words);
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public void forget() {
        heard.clear();
    }

    /// Requests that were none of a model's protocol.
    public int strangers() {
        return strangers.get();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url(ModelSettings.Protocol protocol) {
        return URI.create(
                "http://127.0.0.1:"
                        + port()
                        + (protocol == ModelSettings.Protocol.OLLAMA ? "" : "/v1"));
    }

    public ModelSettings settings(ModelSettings.Protocol protocol) {
        return ModelSettings.of(protocol, url(protocol), "small-1", "secret-key");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Heard one = read(exchange, path, body);
            if (one == null) {
                strangers.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            heard.add(one);
            switch (manner) {
                case Manner.Says(Function<Heard, String> words) ->
                        send(exchange, 200, wrapped(path, words.apply(one)), Map.of());
                case Manner.Status(int code, String text, Map<String, String> headers) ->
                        send(exchange, code, text, headers);
                case Manner.Late(int millis, Function<Heard, String> words) -> {
                    pause(millis);
                    send(exchange, 200, wrapped(path, words.apply(one)), Map.of());
                }
                case Manner.Endless(String piece, int pause) -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                        while (true) {
                            out.write(bytes);
                            out.flush();
                            pause(pause);
                        }
                    }
                }
            }
        } catch (IOException left) {
            // whoever asked did not wait
        }
    }

    private static @Nullable Heard read(HttpExchange exchange, String path, String body) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return null;
        }
        JsonNode json = JSON.readTree(body);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        return switch (path) {
            case "/v1/chat/completions", "/api/chat" ->
                    new Heard(
                            path,
                            text(json.get("messages").get(0).get("content")),
                            text(json.get("messages").get(1).get("content")),
                            key == null ? "" : key,
                            body);
            case "/v1/messages" -> {
                String own = exchange.getRequestHeaders().getFirst("x-api-key");
                yield new Heard(
                        path,
                        text(json.get("system")),
                        text(json.get("messages").get(0).get("content")),
                        own == null ? "" : own,
                        body);
            }
            default -> null;
        };
    }

    private static String text(JsonNode content) {
        return content.isArray() ? content.get(0).get("text").stringValue() : content.stringValue();
    }

    private static String wrapped(String path, String said) {
        Map<String, Object> reply =
                switch (path) {
                    case "/api/chat" ->
                            Map.of(
                                    "model",
                                    "small-1",
                                    "message",
                                    Map.of("role", "assistant", "content", said),
                                    "done",
                                    true,
                                    "prompt_eval_count",
                                    11,
                                    "eval_count",
                                    22);
                    case "/v1/messages" ->
                            Map.of(
                                    "id", "m1",
                                    "type", "message",
                                    "role", "assistant",
                                    "model", "small-1",
                                    "content", List.of(Map.of("type", "text", "text", said)),
                                    "stop_reason", "end_turn",
                                    "usage", Map.of("input_tokens", 11, "output_tokens", 22));
                    default ->
                            Map.of(
                                    "id", "c1",
                                    "object", "chat.completion",
                                    "model", "small-1",
                                    "choices",
                                            List.of(
                                                    Map.of(
                                                            "index",
                                                            0,
                                                            "finish_reason",
                                                            "stop",
                                                            "message",
                                                            Map.of(
                                                                    "role",
                                                                    "assistant",
                                                                    "content",
                                                                    said))),
                                    "usage",
                                            Map.of(
                                                    "prompt_tokens", 11,
                                                    "completion_tokens", 22,
                                                    "total_tokens", 33));
                };
        return JSON.writeValueAsString(reply);
    }

    private static void send(
            HttpExchange exchange, int code, String body, Map<String, String> headers)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
