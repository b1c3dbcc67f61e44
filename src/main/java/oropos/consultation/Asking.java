package oropos.consultation;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.SourceId;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.Reader;
import oropos.question.TakenOut;

/// Whoever answers a question: the door that pages and commands knock at.
///
/// Pages need to know nothing of settings, receipts or the order of stages; `Consultation` knows
/// them. Every question gets an answer, also an empty, a foolish or a dangerous one: what cannot be
/// answered is an [Answer] that abstains and says why, never an exception.
@FunctionalInterface
public interface Asking {

    /// Answers, and tells each stage to `progress` as soon as it is over, on the thread that asks.
    Answer ask(Asked asked, Consumer<Stage> progress);

    /// The same for somebody whose share of a budget is counted.
    ///
    /// @param asker a name for whoever asks, the same from one question to the next; kept in memory
    ///     for a day
    default Answer ask(Asked asked, String asker, Consumer<Stage> progress) {
        return ask(asked, progress);
    }

    /// The same from some sources alone.
    ///
    /// @param only ids of the sources
    default Answer askFrom(
            Set<SourceId> only, Asked asked, String asker, Consumer<Stage> progress) {
        return ask(asked, asker, progress);
    }

    /// Sets an overview of a topic that an editor wrote, each sentence the exact words of a source
    /// ([oropos.answer.OverviewText]).
    default Overviewed overview(String written) {
        return new Overviewed.Refused(List.of("Overviews are not written here."));
    }

    /// Reads words that follow an answer against what was asked before.
    ///
    /// @param before the texts asked, as they were answered, the first one first
    default FollowUp followUp(List<String> before, String words) {
        return new FollowUp.Question(words, List.of(), false);
    }

    /// The same after it was asked back of whom a turn is.
    ///
    /// @param open the words that were asked back; empty where nothing is open
    default FollowUp followUp(List<String> before, String open, String words) {
        return followUp(before, words);
    }

    /// What is taken out of a question before anything of it is kept, with its words, for whoever typed
    /// them. Nothing is asked.
    default TakenOut taken(Asked asked) {
        return new TakenOut(asked.text(), List.of());
    }

    /// Questions that may be asked next, each of which gets an answer that says something new. It costs as
    /// much as several answers.
    ///
    /// @param before the texts asked, this answer's last
    /// @param reader in whose words they are put
    default List<String> next(List<String> before, Answer answer, Reader reader) {
        return List.of();
    }

    /// The language model and the machine to which text is sent ("llama3 at localhost:11434"), or null
    /// where nothing leaves this one.
    default @Nullable String sendsTo() {
        return null;
    }
}
