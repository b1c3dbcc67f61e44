package oropos.command;

/// A command is not carried out. The message is one sentence: what is wrong, and what to do instead.
///
/// Only what a command itself checks, or a server that ran it refused, ends so; an illegal argument
/// anywhere else is a fault of ours.
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

    private final int exit;

    /// @param exit what the process ends with
    Refusal(int exit, String words) {
        super(words);
        this.exit = exit;
    }

    /// The command was used wrongly.
    static Refusal wrongUse(String words) {
        return new Refusal(Main.WRONG_USE, words);
    }

    int exit() {
        return exit;
    }
}
