package oropos.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oropos.people.People;
import oropos.review.Mail;
import oropos.review.News;
import oropos.review.Reviews;

/// What a running server does by itself every minute: reminds of what is due, hands out news, mails it; and
/// every hour asks again what could not be answered.
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    /// Rounds from one try to the next of what could not be answered again.
    private static final int RETRIES = 60;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "rounds");
                thread.setDaemon(true);
                return thread;
            });

    private final Reviews reviews;
    private final News news;
    private final @Nullable Mail mail;
    private final Runnable retry;
    private int round;

    /// @param mail null where nothing is mailed
    /// @param retry asks again what could not be answered, where there is something
    Rounds(Reviews reviews, People people, @Nullable Mail mail, Runnable retry) {
        this.reviews = reviews;
        this.news = new News(reviews, people);
        this.mail = mail;
        this.retry = retry;
    }

    /// @param first how long until the first round
    void begin(Duration first) {
        clock.scheduleWithFixedDelay(
                this::round, first.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (round++ % RETRIES == 0) {
                retry.run();
            }
            reviews.assignments().remindDue();
            news.gather();
            if (mail != null) {
                mail.round();
            }
        } catch (RuntimeException failure) {
            // by kind alone, and the next round comes: a message may repeat what was typed
            LOG.warn("A round ended early: {}", failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
