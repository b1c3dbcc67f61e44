package oropos.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.ModelReply;
import oropos.answer.ModelTask;
import oropos.inference.Prompt;
import oropos.inference.Reply;
import oropos.ledger.LedgerException;
import oropos.verification.Verification;

/// Has a language model tell a checked answer again, within its budget and its time; whatever it
/// does, the answer is there.
///
/// The order is fixed: what may not be sent is taken out; what was asked before is not sent again;
/// the budget sets aside the most it may use; the ledger has it in writing; only then is it sent. The
/// reply is checked sentence by sentence, also one that was kept.
final class Teller implements AutoCloseable {

    /// Requests under way at once. Who comes then is answered without a model.
    static final int AT_ONCE = 4;

    /// Failures after which the model is left alone for a while.
    static final int FAILURES = 3;

    /// How long it is left alone.
    static final Duration REST = Duration.ofSeconds(60);

    /// How long closing waits for requests that are left.
    static final Duration LEAVING = Duration.ofSeconds(3);

    /// Longest reply kept or read back, in bytes.
    private static final int LONGEST_REPLY = 512 * 1024;

    private final ModelUse use;
    private final Verification verification;
    private final Predicate<Answer.Citation> maySend;
    private final ModelPurse purse;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, CompletableFuture<Outcome>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().name("model-", 1).daemon().factory());
    private int failures;
    private Instant rests = Instant.MIN;

    /// What came of asking.
    private sealed interface Outcome {
        record Said(String text) implements Outcome {}

        /// @param sent whether it may have left this machine
        record Nothing(String code, String words, boolean sent) implements Outcome {}
    }

    private static final Outcome.Nothing OVER_BUDGET =
            new Outcome.Nothing(
                    "budget",
                    "The budget for the language model is used up; nothing was sent.",
                    false);
    private static final Outcome.Nothing RESTING =
            new Outcome.Nothing(
                    "resting",
                    "The model failed several times and is left alone for a minute; nothing was sent.",
                    false);
    private static final Outcome.Nothing FULL =
            new Outcome.Nothing(
                    "full", "The model is busy with other questions; nothing was sent.", false);
    private static final Outcome.Nothing NOT_WRITTEN =
            new Outcome.Nothing(
                    "ledger",
                    "What is sent must stand in the ledger, and it cannot be written; nothing was sent.",
                    false);
    private static final Outcome.Nothing NOT_SETTLED =
            new Outcome.Nothing(
                    "ledger",
                    "What came of asking the model could not be written to the ledger; it is not used.",
                    true);
    private static final Outcome.Nothing FAULT =
            new Outcome.Nothing("fault", "Asking the model failed, and that is our fault.", true);
    private static final Outcome.Nothing NOT_YET =
            new Outcome.Nothing(
                    "slow",
                    "The model was not done in time; ask again in a while to see its wording.",
                    true);

    Teller(ModelUse use, Verification verification, Predicate<Answer.Citation> maySend) {
        this.use = use;
        this.verification = verification;
        this.maySend = maySend;
        this.purse = new ModelPurse(use.ledger(), use.budget(), use.clock());
    }

    /// When a question that is answered now waits no longer, on the clock of `System.nanoTime`.
    long until() {
        return System.nanoTime() + use.patience().toNanos();
    }

    /// Whether an answer calls for help now.
    static boolean isEmergency(Answer answer) {
        return answer.urgent().stream().anyMatch(sign -> sign.severity().equals("now"));
    }

    /// The answer with what the model made of it, or with why it made nothing.
    ///
    /// @param asker whose budget it is
    /// @param until when the answer waits no longer, as [#until] gave it
    Answer told(Answer checked, String asker, long until) {
        if (isEmergency(checked)) {
            return unworded(checked, null, 0, 0, "emergency", "An emergency waits for no model.");
        }
        ModelTask task = ModelTask.of(checked, maySend);
        if (task.isEmpty()) {
            boolean withheld = task.withheld() > 0;
            return unworded(
                    checked,
                    null,
                    0,
                    task.withheld(),
                    withheld ? "licence" : "nothing",
                    withheld
                            ? "The licences of these sources do not allow sending their text; nothing was sent."
                            : "There was nothing to word; nothing was sent.");
        }
        if (!affordable(task.prompt())) {
            task = task.leadAlone();
        }
        if (task.isEmpty() || !affordable(task.prompt())) {
            return unworded(
                    checked, null, 0, task.withheld(), OVER_BUDGET.code(), OVER_BUDGET.words());
        }
        Prompt prompt = task.prompt();
        String request = prompt.request(use.model());
        Outcome outcome = outcome(request, prompt, task, asker, until);
        return switch (outcome) {
            case Outcome.Said(String text) -> read(checked, task, request, text);
            case Outcome.Nothing(String code, String words, boolean sent) ->
                    unworded(
                            checked,
                            sent ? request : null,
                            sent ? task.statements().size() : 0,
                            task.withheld(),
                            code,
                            words);
        };
    }

    private boolean affordable(Prompt prompt) {
        return use.budget().allows(use.budget().question(), most(prompt));
    }

    /// Tokens a request may use at most.
    private int most(Prompt prompt) {
        return prompt.tokens() + use.mostTokens();
    }

    private Answer read(Answer checked, ModelTask task, String request, String text) {
        Optional<ModelReply> reply = ModelReply.read(text);
        int sent = task.statements().size();
        if (reply.isEmpty()) {
            return unworded(
                    checked,
                    request,
                    sent,
                    task.withheld(),
                    Reply.Cause.MALFORMED.code(),
                    sentence(Reply.Cause.MALFORMED));
        }
        Answer.Wording wording = wording(request, sent, task.withheld(), "unworded", null, null);
        return checked.withWording(
                verification.told(checked, wording, reply.get(), task.statements()));
    }

    private Answer unworded(
            Answer checked,
            @Nullable String request,
            int sent,
            int withheld,
            String code,
            String words) {
        return checked.withWording(wording(request, sent, withheld, "unworded", code, words));
    }

    private Answer.Wording wording(
            @Nullable String request,
            int sent,
            int withheld,
            String status,
            @Nullable String code,
            @Nullable String words) {
        return new Answer.Wording(
                use.model().name(),
                use.model().host(),
                status,
                code,
                words,
                sent,
                withheld,
                request,
                List.of(),
                new TreeMap<>());
    }

    private Outcome outcome(
            String request, Prompt prompt, ModelTask task, String asker, long until) {
        Optional<String> before = use.replies().to(request, LONGEST_REPLY);
        if (before.isPresent()) {
            return new Outcome.Said(before.get());
        }
        CompletableFuture<Outcome> coming = new CompletableFuture<>();
        CompletableFuture<Outcome> other = underWay.putIfAbsent(request, coming);
        if (other == null) {
            begin(request, prompt, task, asker, coming);
        }
        return awaited(other == null ? coming : other, until);
    }

    private static Outcome awaited(CompletableFuture<Outcome> coming, long until) {
        try {
            return coming.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return NOT_YET;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NOT_YET;
        } catch (ExecutionException ours) {
            throw new IllegalStateException("asking a model ends with an outcome", ours);
        }
    }

    private void begin(
            String request,
            Prompt prompt,
            ModelTask task,
            String asker,
            CompletableFuture<Outcome> coming) {
        if (rests()) {
            end(request, coming, RESTING);
            return;
        }
        if (!places.tryAcquire()) {
            end(request, coming, FULL);
            return;
        }
        threads.execute(() -> {
            Outcome outcome = FAULT;
            try {
                outcome = asked(request, prompt, task, asker);
            } catch (LedgerException unwritten) {
                outcome = NOT_SETTLED;
            } finally {
                places.release();
                end(request, coming, outcome);
            }
        });
    }

    private void end(String request, CompletableFuture<Outcome> coming, Outcome outcome) {
        underWay.remove(request, coming);
        coming.complete(outcome);
    }

    private Outcome asked(String request, Prompt prompt, ModelTask task, String asker) {
        int most = most(prompt);
        String what =
                "to word %d statements, %d characters, by %s at %s"
                        .formatted(
                                task.statements().size(),
                                prompt.length(),
                                shortened(use.model().name()),
                                shortened(use.model().host()));
        try {
            if (!purse.takes(request, asker, most, what)) {
                return OVER_BUDGET;
            }
        } catch (LedgerException unwritten) {
            return NOT_WRITTEN;
        }
        Reply reply = use.model().ask(prompt);
        remember(reply);
        return switch (reply) {
            case Reply.Said(String text, int counted) -> {
                int used = Math.max(counted, prompt.tokens() + Prompt.tokens(text));
                purse.gaveBack(request, asker, most, used, "said");
                if (ModelReply.read(text).isPresent()) {
                    use.replies().keep(request, text);
                }
                yield new Outcome.Said(text);
            }
            case Reply.Silent(Reply.Cause cause, boolean sent) -> {
                // who does not answer may have worked all the same
                purse.gaveBack(request, asker, most, sent ? prompt.tokens() : 0, cause.code());
                yield new Outcome.Nothing(cause.code(), sentence(cause), sent);
            }
        };
    }

    /// A model's name is the operator's; a ledger's line has an end.
    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 100 ? plain : plain.substring(0, 100);
    }

    private static String sentence(Reply.Cause cause) {
        return "Not worded: " + cause.words() + ". The statements stand as they are.";
    }

    private synchronized boolean rests() {
        return use.clock().instant().isBefore(rests);
    }

    private synchronized void remember(Reply reply) {
        if (reply instanceof Reply.Said) {
            failures = 0;
        } else if (++failures >= FAILURES) {
            failures = 0;
            rests = use.clock().instant().plus(REST);
        }
    }

    /// Which model where.
    String sendsTo() {
        return use.model().name() + " at " + use.model().host();
    }

    /// Leaves requests that are under way, and waits until what came of them is written.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
