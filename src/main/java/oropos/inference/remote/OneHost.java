package oropos.inference.remote;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import oropos.inference.ModelSettings;
import oropos.inference.Reply;

/// A connection to one host, and to no other whatever anybody says.
///
/// No proxy is used, no redirect followed, no cookie kept; a response has a most of bytes and the
/// whole exchange a most of time, body included (the JDK's own time-out ends with the headers).
final class OneHost implements HttpClient {

    private final URI home;
    private final Duration patience;
    private final int mostBytes;
    private final java.net.http.HttpClient client;

    OneHost(ModelSettings settings) {
        this.home = settings.url();
        this.patience = settings.patience();
        this.mostBytes = settings.mostBytes();
        this.client =
                java.net.http.HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .proxy(java.net.http.HttpClient.Builder.NO_PROXY)
                        .connectTimeout(settings.patience())
                        .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        URI uri = within(request.url());
        if (request.method() != HttpMethod.POST) {
            throw new Unanswered(Reply.Cause.ELSEWHERE, false);
        }
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(uri)
                        .timeout(patience)
                        .POST(BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpResponse<byte[]> response = exchange(builder.build());
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            throw new Unanswered(Reply.Cause.ELSEWHERE, true);
        }
        if (status < 200 || status >= 300) {
            // the words of the other side go nowhere, least of all into a log
            throw new HttpException(status, "status " + status);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<byte[]> exchange(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            coming.cancel(true);
            throw new Unanswered(Reply.Cause.SLOW, true);
        } catch (InterruptedException interrupted) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered(Reply.Cause.SLOW, true);
        } catch (ExecutionException failed) {
            throw new Unanswered(cause(failed.getCause()), true);
        }
    }

    private static Reply.Cause cause(@Nullable Throwable failure) {
        if (failure instanceof java.net.http.HttpTimeoutException) {
            return Reply.Cause.SLOW;
        }
        boolean tooLong =
                failure instanceof IOException
                        && String.valueOf(failure.getMessage()).contains("exceed");
        return tooLong ? Reply.Cause.TOO_LONG : Reply.Cause.OUTAGE;
    }

    /// The address, where it lies within the one the operator named.
    private URI within(String address) {
        URI uri = URI.create(address);
        boolean same =
                home.getScheme().equals(uri.getScheme())
                        && home.getHost().equals(uri.getHost())
                        && home.getPort() == uri.getPort()
                        && uri.getRawUserInfo() == null
                        && uri.normalize().getRawPath().startsWith(home.getRawPath());
        if (!same) {
            throw new Unanswered(Reply.Cause.ELSEWHERE, false);
        }
        return uri;
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("nothing unchecked is streamed");
    }

    /// Hands this connection to LangChain4j, which asks for it with time-outs of its own.
    record Builder(OneHost connection, Duration connectTimeout, Duration readTimeout)
            implements HttpClientBuilder {

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return connection;
        }
    }

    HttpClientBuilder builder() {
        return new Builder(this, patience, patience);
    }

    /// There is no response, and why.
    @SuppressWarnings("serial")
    static final class Unanswered extends RuntimeException {

        private final Reply.Cause cause;
        private final boolean sent;

        Unanswered(Reply.Cause cause, boolean sent) {
            super(cause.words());
            this.cause = cause;
            this.sent = sent;
        }

        Reply.Silent reply() {
            return new Reply.Silent(cause, sent);
        }
    }
}
