package oropos.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import oropos.answer.Answer;
import oropos.question.Askers;
import oropos.question.Reader;

/// "Which best describes you?", remembered in a cookie that holds this one word and nothing else.
final class ReaderChoice {

    static final String COOKIE = "reader";
    static final Duration REMEMBERED = Duration.ofDays(180);

    /// Whom an answer is for while nobody has said.
    static final Reader UNSAID = Reader.PHYSICIAN;

    private ReaderChoice() {}

    static Optional<Reader> of(@Nullable String code) {
        return code == null ? Optional.empty() : Reader.named(code);
    }

    /// The reader chosen in the form, else the remembered one.
    static Reader of(@Nullable String chosen, HttpServletRequest request) {
        return of(chosen).or(() -> remembered(request)).orElse(UNSAID);
    }

    /// The reader chosen in the form, else the remembered one, else whoever the question says asks.
    static Reader of(@Nullable String chosen, String question, HttpServletRequest request) {
        return of(chosen)
                .or(() -> remembered(request))
                .or(() -> Askers.told(question))
                .orElse(UNSAID);
    }

    static Optional<Reader> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(COOKIE))
                .findFirst()
                .flatMap(c -> of(c.getValue()));
    }

    /// Who reads an answer now: the one named in the address, else the remembered one, else whoever asked.
    /// The one in the address is remembered.
    static Reader now(
            @Nullable String chosen,
            Answer answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Reader> named = of(chosen);
        named.ifPresent(reader -> remember(reader, request, response));
        return named.or(() -> remembered(request))
                .or(() -> of(answer.understood().reader()))
                .orElse(UNSAID);
    }

    static void remember(Reader reader, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, reader.code())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
