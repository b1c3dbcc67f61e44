package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import oropos.consultation.Asking;
import oropos.question.Reader;

/// What may be asked after an answer that is kept, worked out once where somebody looks for it.
///
/// Working it out costs several answers, so one is worked out at a time: whoever asks a question waits
/// behind at most one of them.
@Component
class NextQuestions {

    /// Longest anybody waits for the turn; then there are none, and the next who looks tries again.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Asking asking;
    private final Threads threads;
    private final Semaphore turn = new Semaphore(1, true);
    private final Cache<String, List<String>> known;

    NextQuestions(Asking asking, Threads threads, Answers answers) {
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(Answers.MOST)
                        .expireAfterWrite(answers.kept())
                        .build();
        this.asking = asking;
        this.threads = threads;
    }

    List<String> of(Answers.Given given, Reader reader) {
        String key = given.id() + " " + reader.code();
        List<String> before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        try {
            return known.get(
                    key, id -> asking.next(threads.texts(given.id()), given.answer(), reader));
        } finally {
            turn.release();
        }
    }

    void forget(String id) {
        known.asMap().keySet().removeIf(key -> key.startsWith(id + " "));
    }
}
