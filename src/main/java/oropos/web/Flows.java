package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// What was begun in one browser and is gone on with there alone: a way to a provider, a challenge for a
/// passkey. Kept in memory for minutes, found by a random cookie that no script reads, taken once.
@Component
class Flows {

    private static final String COOKIE = "flow";

    private static final Duration LASTS = Duration.ofMinutes(10);

    /// Begun at once, at most; the oldest goes first.
    private static final int MOST = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Object> begun =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }

    void begin(Object what, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        begun.put(secret, what);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), secret)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LASTS)
                        .build()
                        .toString());
    }

    /// What this browser began, if it is of this kind; it is gone then.
    <T> Optional<T> take(Class<T> kind, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(one -> one.getName().equals(name(request)))
                        .map(one -> begun.asMap().remove(one.getValue()))
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .findFirst();
    }
}
