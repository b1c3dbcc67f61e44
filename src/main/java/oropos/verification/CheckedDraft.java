package oropos.verification;

import java.util.List;
import oropos.answer.Answer;

/// A draft in which every statement held. Only [Verification] makes one.
public final class CheckedDraft {

    private final Answer answer;
    private final List<Removed> removed;

    CheckedDraft(Answer answer, List<Removed> removed) {
        this.answer = answer;
        this.removed = List.copyOf(removed);
    }

    public Answer answer() {
        return answer;
    }

    /// What did not hold.
    public List<Removed> removed() {
        return removed;
    }

    /// A statement that was taken out.
    ///
    /// @param reason code of the check that failed
    /// @param words what was wrong, for an editor
    public record Removed(String statement, String reason, String words) {}
}
