package oropos.consultation;

import java.time.Duration;
import java.time.InstantSource;
import oropos.answer.Licences;
import oropos.inference.LanguageModel;
import oropos.inference.Replies;
import oropos.ledger.Ledger;

/// A language model, and on what conditions it is asked.
///
/// @param model which
/// @param mostTokens longest reply it is asked for
/// @param replies what it said before
/// @param ledger where it is written down before anything is sent
/// @param budget how much it may use
/// @param licences which texts may be sent
/// @param patience how long an answer waits for it; the request goes on, and its reply serves whoever
///     asks the same next
/// @param clock for days and rests
public record ModelUse(
        LanguageModel model,
        int mostTokens,
        Replies replies,
        Ledger ledger,
        ModelBudget budget,
        Licences licences,
        Duration patience,
        InstantSource clock) {

    /// How long an answer waits by default: with everything else it is then there in under 2 s.
    public static final Duration PATIENCE = Duration.ofMillis(1_500);
}
