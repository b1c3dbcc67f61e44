package oropos.verification;

import java.util.List;

/// What verifying a finished answer came to.
///
/// @param problems what does not hold; empty where everything does
/// @param notes what a reader of the verdict should know and what is no fault: who signed it, what
///     could not be recomputed
public record Verdict(List<Problem> problems, List<String> notes) {

    public Verdict {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    public boolean holds() {
        return problems.isEmpty();
    }
}
