package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Whose an answer is: the browser's that asked it.
///
/// An answer asked on a page belongs to a random secret in a cookie, of which only the hash is kept,
/// beside the answer and as long as it. Nobody need sign in, and nothing tells who it was.
@Component
class Owners {

    static final String COOKIE = "asker";

    private static final int BYTES = 16;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();
    private final Duration kept;
    private final Cache<String, String> owners;

    Owners(WebSettings settings) {
        this.kept = settings.keep();
        this.owners =
                Caffeine.newBuilder()
                        .maximumSize(100L * Answers.MOST)
                        .expireAfterWrite(kept)
                        .build();
    }

    /// The secret of a browser; it gets one where it has none. To be called before the response is begun.
    String of(HttpServletRequest request, HttpServletResponse response) {
        return secret(request)
                .orElseGet(() -> {
                    byte[] bits = new byte[BYTES];
                    random.nextBytes(bits);
                    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
                    response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            ResponseCookie.from(COOKIE, fresh)
                                    .path("/")
                                    .maxAge(kept)
                                    .httpOnly(true)
                                    .secure(request.isSecure())
                                    .sameSite("Strict")
                                    .build()
                                    .toString());
                    return fresh;
                });
    }

    private static Optional<String> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(one -> one.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> SECRET.matcher(value).matches())
                        .findFirst();
    }

    /// Gives an answer to whoever holds a secret.
    void give(String id, String secret) {
        owners.put(id, hash(secret));
    }

    /// Whether an answer belongs to the browser a request comes from.
    boolean owns(String id, HttpServletRequest request) {
        String owner = owners.getIfPresent(id);
        return owner != null && secret(request).map(Owners::hash).filter(owner::equals).isPresent();
    }

    void forget(String id) {
        owners.invalidate(id);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
