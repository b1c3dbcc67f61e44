package oropos.consultation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import oropos.ledger.Act;
import oropos.ledger.Entry;
import oropos.ledger.Ledger;

/// Sets tokens aside before a request is sent, and writes both to the ledger: what may leave, and
/// what came of it.
///
/// What everybody used today is read from the ledger, so that neither a restart nor a command beside
/// the server forgets it. What one asker used is kept in memory alone: it hangs on an address, and
/// addresses are not written down.
final class ModelPurse {

    static final String ASKED = "model.asked";
    static final String REPLIED = "model.replied";

    /// Most askers remembered in a day; with more, those who come later share one budget.
    static final int MOST_ASKERS = 50_000;

    private static final String PROGRAM = "oropos";
    private static final String OTHERS = "others";

    private final Ledger ledger;
    private final ModelBudget budget;
    private final InstantSource clock;
    private final Map<String, Long> askers = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    ModelPurse(Ledger ledger, ModelBudget budget, InstantSource clock) {
        this.ledger = ledger;
        this.budget = budget;
        this.clock = clock;
    }

    /// Sets `tokens` aside for a request and writes to the ledger that it is sent; or does neither.
    ///
    /// @param what is sent, in counts
    /// @return whether it may be sent
    synchronized boolean takes(String request, String asker, int tokens, String what) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            askers.clear();
            day = today;
        }
        String known = askers.containsKey(asker) || askers.size() < MOST_ASKERS ? asker : OTHERS;
        long ofAsker = askers.getOrDefault(known, 0L) + tokens;
        if (!budget.allows(budget.question(), tokens)
                || !budget.allows(budget.asker(), ofAsker)
                || !budget.allows(budget.day(), used(today) + tokens)) {
            return false;
        }
        ledger.append(new Act(PROGRAM, ASKED, request, what, null, String.valueOf(tokens)));
        askers.put(known, ofAsker);
        return true;
    }

    /// Writes what came of a request and gives back what it did not use.
    synchronized void gaveBack(String request, String asker, int tokens, int used, String outcome) {
        ledger.append(
                new Act(
                        PROGRAM,
                        REPLIED,
                        request,
                        outcome,
                        String.valueOf(tokens),
                        String.valueOf(used)));
        String known = askers.containsKey(asker) ? asker : OTHERS;
        askers.computeIfPresent(known, (who, sum) -> Math.max(0, sum - tokens + used));
    }

    private long used(LocalDate today) {
        long used = 0;
        for (Entry entry : ledger.done(ASKED, today)) {
            used += number(entry.act().now());
        }
        for (Entry entry : ledger.done(REPLIED, today)) {
            used += number(entry.act().now()) - number(entry.act().old());
        }
        return Math.max(0, used);
    }

    private static long number(@org.jspecify.annotations.Nullable String written) {
        return written == null ? 0 : Long.parseLong(written);
    }
}
