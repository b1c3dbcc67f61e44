package oropos.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A reader without script: opens pages, keeps cookies, sends forms as they stand.
final class Browserless {

    private final String server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    Browserless(int port) {
        this.server = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)));
    }

    HttpResponse<String> ask(String question) {
        return ask(question, "text/html", "");
    }

    /// Opens the front page, takes its form's token, and sends the form.
    HttpResponse<String> ask(String question, String accept, String more) {
        String token = page(get("/")).select("form.ask input[name=_csrf]").attr("value");
        return send(
                post("/ask", "_csrf=" + encoded(token) + "&question=" + encoded(question) + more)
                        .header("Accept", accept));
    }

    /// Opens the search page, takes its form's token, and sends the form.
    HttpResponse<String> search(String text) {
        String token = page(get("/search")).select("form input[name=_csrf]").attr("value");
        return send(
                post("/search", "_csrf=" + encoded(token) + "&q=" + encoded(text))
                        .header("Accept", "text/html"));
    }

    /// Puts a cookie in, as if the server had set it.
    void cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(server), cookie);
    }

    HttpRequest.Builder post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    HttpResponse<String> postJson(String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a page was on its way", e);
        }
    }

    static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
