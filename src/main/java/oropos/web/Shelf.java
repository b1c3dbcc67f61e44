package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import oropos.publication.Articles;
import oropos.question.Reader;
import oropos.review.Address;

/// Pages of articles as they were laid out last, packed and ready to send.
///
/// A page stands here under everything its bytes hang on: its address, the reader, the revision of each
/// of its versions, and the library. Any step on a version, a retraction that comes in at night, an
/// answered report makes it another page at once. Names and interests of people may change without
/// that: so a page older than a minute is laid out anew, once, while others still get the old one.
///
/// Only for readers who did not sign in, and for browsers that say where a form comes from: such a page
/// has no token in its forms, because it is the same for everybody (decision 44).
final class Shelf extends OncePerRequestFilter {

    /// Attribute of a request whose page goes on the shelf: it holds nothing of one visitor.
    static final String FOR_ALL = "oropos.forAll";

    private static final Pattern PATH =
            Pattern.compile("/articles/([a-z0-9-]{1,100})(?:/v/[1-9][0-9]{0,4})?");
    private static final Pattern QUERY = Pattern.compile("reader=([a-z]{1,20})");

    /// Bytes kept at most, packed and unpacked together.
    private static final long MOST_BYTES = 64L << 20;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String ROBOTS = "X-Robots-Tag";

    private final Articles articles;
    private final ReadingRoom room;
    private final Cache<Place, Laid> shelf =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Place place, Laid laid) -> laid.plain().length + laid.packed().length)
                    .expireAfterAccess(FRESH.multipliedBy(10))
                    .build();

    Shelf(Articles articles, ReadingRoom room) {
        this.articles = articles;
        this.room = room;
    }

    /// Everything the bytes of a page hang on.
    private record Place(
            String base, String path, String reader, String revisions, long snapshot) {}

    /// A page as bytes, as it is and packed.
    private record Laid(
            byte[] plain,
            byte[] packed,
            String type,
            @Nullable String robots,
            String tag,
            long since,
            AtomicBoolean renewing) {

        boolean isFresh() {
            return System.nanoTime() - since < FRESH.toNanos();
        }
    }

    /// Whether a browser says of a request where it comes from, so that its forms need no token.
    private static boolean saysWhence(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Place> place = place(request);
        if (place.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Laid laid = shelf.getIfPresent(place.get());
        if (laid != null && (laid.isFresh() || laid.renewing().getAndSet(true))) {
            remember(request, response);
            response.setContentType(laid.type());
            if (laid.robots() != null) {
                response.setHeader(ROBOTS, laid.robots());
            }
            send(laid, request, response);
            return;
        }
        request.setAttribute(FOR_ALL, Boolean.TRUE);
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, caught);
        } finally {
            if (laid != null) {
                laid.renewing().set(false);
            }
        }
        String type = caught.getContentType();
        if (caught.getStatus() != HttpServletResponse.SC_OK
                || type == null
                || !type.startsWith("text/html")) {
            caught.copyBodyToResponse();
            return;
        }
        Laid fresh = laid(caught.getContentAsByteArray(), type, caught.getHeader(ROBOTS));
        shelf.put(place.get(), fresh);
        send(fresh, request, response);
    }

    private Optional<Place> place(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (!request.getMethod().equals("GET")
                || !path.matches()
                || !Address.isOne(path.group(1))
                || !saysWhence(request)
                || Stay.of(request) != null) {
            return Optional.empty();
        }
        Optional<Reader> chosen = chosen(request);
        if (request.getQueryString() != null && chosen.isEmpty()) {
            return Optional.empty();
        }
        String reader =
                chosen.or(() -> ReaderChoice.remembered(request)).map(Reader::code).orElse("");
        return articles.revisions(new Address(path.group(1)))
                .map(revisions ->
                        new Place(
                                ArticlePage.base(request),
                                request.getRequestURI(),
                                reader,
                                revisions,
                                room.status().snapshot().number()));
    }

    private static Optional<Reader> chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher reader = QUERY.matcher(query == null ? "" : query);
        return reader.matches() ? ReaderChoice.of(reader.group(1)) : Optional.empty();
    }

    private static void remember(HttpServletRequest request, HttpServletResponse response) {
        chosen(request).ifPresent(reader -> ReaderChoice.remember(reader, request, response));
    }

    private static Laid laid(byte[] plain, String type, @Nullable String robots)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream packing = new Tight(packed)) {
            packing.write(plain);
        }
        return new Laid(
                plain,
                packed.toByteArray(),
                type,
                robots,
                hash(plain),
                System.nanoTime(),
                new AtomicBoolean());
    }

    /// Packs as tightly as it can: a page is packed once and sent often.
    private static final class Tight extends GZIPOutputStream {
        Tight(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static void send(Laid laid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
        String tag = "\"" + laid.tag() + (packed ? "-gzip\"" : "\"");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie, Sec-Fetch-Site");
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = packed ? laid.packed() : laid.plain();
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
