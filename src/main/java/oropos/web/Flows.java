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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// What was begun in one browser and is gone on with there alone: a way to a provider, a challenge for a
/// passkey. Kept in memory for minutes, found by a random cookie that no script reads, taken once.
@Component
class Flows {

    private static final String COOKIE = "flow-";

    private static final Duration LASTS = Duration.ofMinutes(10);

    /// What is kept at once, in characters about; the oldest goes first.
    private static final long MOST = 20_000_000;

    private static final int USUAL = 2_000;

    /// What takes more room than usual.
    interface Weighs {
        int characters();
    }

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Object> begun =
            Caffeine.newBuilder()
                    .maximumWeight(MOST)
                    .weigher((String key, Object what) ->
                            what instanceof Weighs heavy ? USUAL + heavy.characters() : USUAL)
                    .expireAfterWrite(LASTS)
                    .build();

    /// A cookie for each kind, so that one does not end the other.
    private static String name(Class<?> kind, HttpServletRequest request) {
        String name = COOKIE + kind.getSimpleName().toLowerCase(Locale.ROOT);
        return request.isSecure() ? "__Host-" + name : name;
    }

    void begin(Object what, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        begun.put(secret, what);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(what.getClass(), request), secret)
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
        return find(kind, request, secret -> begun.asMap().remove(secret));
    }

    /// What this browser began, if it is of this kind; it stays.
    <T> Optional<T> look(Class<T> kind, HttpServletRequest request) {
        return find(kind, request, begun::getIfPresent);
    }

    private static <T> Optional<T> find(
            Class<T> kind, HttpServletRequest request, Function<String, @Nullable Object> by) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(one -> one.getName().equals(name(kind, request)))
                        .map(one -> by.apply(one.getValue()))
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .findFirst();
    }
}
