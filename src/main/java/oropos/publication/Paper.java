package oropos.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import oropos.publication.pdf.Typesetter;

/// Articles as PDF, set once for each version and reader. Setting one takes half a second of work;
/// somebody who asks for the same again gets the same.
public final class Paper {

    private static final int READY = 40;
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Cache<String, byte[]> ready =
            Caffeine.newBuilder().maximumSize(READY).expireAfterWrite(LATELY).build();

    /// @param key everything the page hangs on
    /// @param xhtml the page, well-formed
    public byte[] pdf(String key, Supplier<String> xhtml) {
        return ready.get(key, any -> Typesetter.pdf(xhtml.get())).clone();
    }
}
