package oropos.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns it was asked back of whom they are, until the next one comes: the page that asks back holds a mark of them
/// and not their words, so that they stand in no address. In memory only, a few, for an hour.
@Component
class OpenTurns {

    private static final int MOST = 500;

    private static final int MARK_BYTES = 12;

    private static final Duration KEPT = Duration.ofHours(1);

    private record Turn(String words, Instant asked) {}

    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    /// Keeps the words and gives their mark.
    synchronized String keep(String words) {
        turns.values().removeIf(turn -> isOver(turn));
        while (turns.size() >= MOST) {
            turns.remove(turns.keySet().iterator().next());
        }
        byte[] bytes = new byte[MARK_BYTES];
        random.nextBytes(bytes);
        String mark = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        turns.put(mark, new Turn(words, clock.instant()));
        return mark;
    }

    /// The words of a mark; empty where there are none, or none any more.
    synchronized String words(@Nullable String mark) {
        Turn turn = mark == null ? null : turns.get(mark);
        return turn == null || isOver(turn) ? "" : turn.words();
    }

    private boolean isOver(Turn turn) {
        return turn.asked().plus(KEPT).isBefore(clock.instant());
    }
}
