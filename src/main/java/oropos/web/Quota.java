package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// So many questions a minute from one address, so that one caller cannot take the machine from
/// all others.
final class Quota extends OncePerRequestFilter {

    static final Duration PERIOD = Duration.ofMinutes(1);

    /// Addresses remembered at once; the longest unseen is forgotten first.
    static final int MOST_ADDRESSES = 10_000;

    private final int each;
    private final List<String> paths;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_ADDRESSES)
                    .expireAfterAccess(PERIOD.multipliedBy(2))
                    .build();

    /// @param paths method and path, "POST /ask"; one "*" stands for anything
    Quota(int each, List<String> paths) {
        this.each = each;
        this.paths = List.copyOf(paths);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String asked = request.getMethod() + " " + request.getRequestURI();
        return paths.stream().noneMatch(path -> matches(path, asked));
    }

    private static boolean matches(String path, String asked) {
        int star = path.indexOf('*');
        return star < 0
                ? path.equals(asked)
                : asked.startsWith(path.substring(0, star))
                        && asked.endsWith(path.substring(star + 1));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe =
                buckets.get(network(request.getRemoteAddr()), address -> bucket())
                        .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(429, "at most " + each + " questions a minute; try again later");
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(each).refillGreedy(each, PERIOD))
                .build();
    }

    /// The address, or its /64 where it is IPv6: one household is given all of a /64 and could ask
    /// from a new address each time.
    static String network(String address) {
        String[] groups = address.split(":", -1);
        if (groups.length != 8) {
            return address;
        }
        return String.join(":", Arrays.copyOf(groups, 4));
    }
}
