package oropos.inference;

/// A language model on a machine the operator named.
///
/// It is asked one thing at a time, is given no tools and no addresses, and is believed nothing: what
/// it says is text, to be checked by whoever asked.
public interface LanguageModel {

    /// The model as its server calls it; it stands on the page beside what it worded.
    String name();

    /// The machine it runs on, as the operator named it: `localhost:11434`.
    String host();

    /// Asks, and waits until the reply is there or the settings' time is over. Never throws for what
    /// the other side does: silence has a cause.
    Reply ask(Prompt prompt);
}
