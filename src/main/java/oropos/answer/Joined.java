package oropos.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What heads a question that joins two things, "HIV and hepatitis B": a statement for each, or one that
/// says it speaks of one part.
///
/// @param left a word of the question of which the action does not speak, though it speaks of the one
///     joined to it; null where there is none
record Joined(Optional<Utterance> action, Optional<Utterance> other, @Nullable String left) {

    /// @param may what may head as an action
    static Joined of(
            Optional<Utterance> action,
            Asking asking,
            List<Utterance> now,
            Predicate<Utterance> may) {
        String left = action.map(asking::partLeftBy).orElse(null);
        if (left == null) {
            return new Joined(action, Optional.empty(), null);
        }
        Optional<Utterance> other =
                now.stream().filter(may).filter(one -> asking.speaksOf(one, left)).findFirst();
        // "Only indirect evidence" and "on one part" do not stand before one statement.
        boolean said = other.isPresent() || BottomLines.connective(action.orElseThrow()) == null;
        return new Joined(said ? action : Optional.empty(), other, left);
    }

    /// What nothing among the statements that fit speaks of, or null.
    @Nullable String unspokenBeside(List<Utterance> fits) {
        return action.isPresent() && other.filter(fits::contains).isEmpty() ? left : null;
    }
}
