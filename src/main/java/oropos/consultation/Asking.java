package oropos.consultation;

import java.util.function.Consumer;
import oropos.answer.Answer;
import oropos.question.Asked;

/// Whoever answers a question: the door that pages and commands knock at.
///
/// Pages need to know nothing of settings, receipts or the order of stages; `Consultation` knows
/// them. Every question gets an answer, also an empty, a foolish or a dangerous one: what cannot be
/// answered is an [Answer] that abstains and says why, never an exception.
@FunctionalInterface
public interface Asking {

    /// Answers, and tells each stage to `progress` as soon as it is over, on the thread that asks.
    Answer ask(Asked asked, Consumer<Stage> progress);
}
