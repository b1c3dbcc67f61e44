package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import oropos.answer.Answer;

/// Answers given lately, in memory only: nothing anybody asked is written to disk here.
///
/// An address holds 128 random bits and nothing of the question, so that it can be neither guessed
/// nor read. The answer is kept byte for byte as it was made: its address is no part of it.
@Component
class Answers {

    /// Answers kept at once; an answer with its quotes is about 100 KB in memory.
    static final int MOST = 500;

    static final Duration KEPT = Duration.ofHours(12);

    private static final int ID_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Cache<String, Given> given;
    private final Cache<String, String> articles;

    /// By the id of a copy that may be passed on, the id of the answer it was made from.
    private final Cache<String, String> shares;

    private final Duration keep;

    /// An answer and the moment it was given.
    ///
    /// @param before address of the answer it was asked again from, or null
    /// @param follows the answer it follows in a thread, or null
    record Given(
            String id,
            Answer answer,
            Instant at,
            @Nullable String before,
            @Nullable Follows follows) {}

    /// That an answer follows another one.
    ///
    /// @param address of the other one
    /// @param carried what was carried over from the case told there, in words
    /// @param changed what was changed of it, in words
    record Follows(String address, List<String> carried, List<String> changed) {
        Follows {
            carried = List.copyOf(carried);
            changed = List.copyOf(changed);
        }
    }

    Answers() {
        this(InstantSource.system(), Ticker.systemTicker(), KEPT);
    }

    @Autowired
    Answers(WebSettings settings) {
        this(InstantSource.system(), Ticker.systemTicker(), settings.keep());
    }

    Answers(InstantSource clock, Ticker ticker) {
        this(clock, ticker, KEPT);
    }

    private Answers(InstantSource clock, Ticker ticker, Duration keep) {
        this.keep = keep;
        this.clock = clock;
        // Oldest first: a bound of the cache's own gives up what was asked for least, which may be
        // new.
        this.given = Caffeine.newBuilder().expireAfterWrite(keep).ticker(ticker).build();
        this.shares = Caffeine.newBuilder().expireAfterWrite(keep).ticker(ticker).build();
        this.articles = Caffeine.newBuilder().expireAfterWrite(keep).ticker(ticker).build();
    }

    Given keep(Answer answer) {
        return keep(answer, null, null);
    }

    /// @param before address of the answer this one was asked again from, or null
    Given keep(Answer answer, @Nullable String before, @Nullable Follows follows) {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Given kept = new Given(id, answer, clock.instant(), before, follows);
        given.put(id, kept);
        makeRoom();
        return kept;
    }

    /// Gives up the oldest answers where there are too many, with all that hangs on them.
    private void makeRoom() {
        given.cleanUp();
        int over = given.asMap().size() - MOST;
        if (over > 0) {
            given.policy()
                    .expireAfterWrite()
                    .ifPresent(age -> age.oldest(over).keySet().forEach(this::forget));
        }
    }

    Optional<Given> byId(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(given.getIfPresent(id));
    }

    /// How long an answer is kept.
    Duration kept() {
        return keep;
    }

    /// Ids of an answer's thread: those it follows or was asked again from, and all that came after any
    /// of them.
    Set<String> thread(String id) {
        Set<String> thread = new LinkedHashSet<>();
        for (String at = id; at != null && thread.add(at); ) {
            at = byId(at).map(Answers::earlier).orElse(null);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Given one : given.asMap().values()) {
                String earlier = earlier(one);
                more |= earlier != null && thread.contains(earlier) && thread.add(one.id());
            }
        }
        return thread;
    }

    private static @Nullable String earlier(Given one) {
        Follows follows = one.follows();
        String address = follows == null ? one.before() : follows.address();
        return address == null ? null : address.split("/", 2)[0];
    }

    /// Keeps a copy that may be passed on, as long as other answers.
    void share(Given from, Answer copy) {
        shares.put(keep(copy).id(), from.id());
    }

    /// Ids of the copies made from an answer that are still there.
    List<String> sharesOf(String id) {
        return shares.asMap().entrySet().stream()
                .filter(one -> one.getValue().equals(id) && byId(one.getKey()).isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isShared(String id) {
        return shares.getIfPresent(id) != null;
    }

    void forget(String id) {
        given.invalidate(id);
        shares.invalidate(id);
        articles.invalidate(id);
    }

    /// Keeps the answer of a published article, so that questions can follow it.
    String keepArticle(Answer answer, String address) {
        String id = keep(answer).id();
        articles.put(id, address);
        return id;
    }

    /// Address of the article whose answer is kept under an id.
    Optional<String> articleOf(String id) {
        return Optional.ofNullable(articles.getIfPresent(id));
    }

    /// The answer at an address, `ID` or, for one of several parts, `ID/N`.
    Optional<Answer> at(String address) {
        String[] idAndPart = address.split("/", 2);
        Optional<Answer> whole = byId(idAndPart[0]).map(Given::answer);
        if (idAndPart.length == 1) {
            return whole;
        }
        return whole.map(Answer::parts)
                .flatMap(parts ->
                        IntStream.range(0, parts.size())
                                .filter(i -> idAndPart[1].equals(String.valueOf(i + 1)))
                                .mapToObj(parts::get)
                                .findFirst());
    }
}
