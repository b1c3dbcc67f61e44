package oropos.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import oropos.people.Entrance;
import oropos.people.People;
import oropos.people.Session;
import oropos.people.SignedIn;

/// Knows somebody again by the cookie they were given when they signed in.
///
/// The cookie holds a random secret and nothing else. Behind TLS its name begins with `__Host-`, so
/// that no other server of the domain can set it; it is read by no script, and sent along from other
/// sites only when somebody follows a link here.
final class Stay extends OncePerRequestFilter {

    static final String COOKIE = "stay";

    private static final String SECURE = "__Host-" + COOKIE;

    /// Where the request holds who it comes from.
    private static final String WHO = "oropos.signedIn";

    private final People people;

    Stay(People people) {
        this.people = people;
    }

    /// Who a request comes from, or null where nobody signed in.
    static @Nullable SignedIn of(HttpServletRequest request) {
        return request.getAttribute(WHO) instanceof SignedIn who ? who : null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secret(request)
                .flatMap(people.signIns()::signedIn)
                .ifPresent(who -> request.setAttribute(WHO, who));
        chain.doFilter(request, response);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : COOKIE;
    }

    private static Optional<String> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(one -> one.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> value.length() < 100)
                .findFirst();
    }

    /// Hands the secret to the browser, and a new token for forms with it.
    static void begin(Entrance.In in, HttpServletRequest request, HttpServletResponse response) {
        set(in.secret(), Session.LONGEST, request, response);
        renewForms(request, response);
    }

    static void end(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        renewForms(request, response);
    }

    private static void set(
            String secret, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), secret)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    /// The token from before signing in is not one from after it.
    private static void renewForms(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(WebSecurity.FORM_COOKIE, "")
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(Duration.ZERO)
                        .build()
                        .toString());
    }
}
