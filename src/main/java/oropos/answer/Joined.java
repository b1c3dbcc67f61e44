package oropos.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.question.Finding;

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
        List<Finding> compared = asking.compared();
        if (action.isPresent() && compared.size() > 1) {
            return ofCompared(action.get(), asking, compared, now.stream().filter(may).toList());
        }
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

    /// How two things differ is told by what sets them apart, or by what each of them is; one alone does
    /// not answer.
    private static Joined ofCompared(
            Utterance first, Asking asking, List<Finding> compared, List<Utterance> now) {
        List<Finding> left =
                compared.stream().filter(thing -> !asking.names(first, thing)).toList();
        if (left.isEmpty()) {
            return new Joined(Optional.of(first), Optional.empty(), null);
        }
        Optional<Utterance> other =
                left.size() == compared.size()
                        ? Optional.empty()
                        : now.stream()
                                .filter(one ->
                                        left.stream().allMatch(thing -> asking.names(one, thing)))
                                .findFirst();
        return new Joined(other.map(one -> first), other, null);
    }

    /// What nothing among the statements that fit speaks of, or null.
    @Nullable String unspokenBeside(List<Utterance> fits) {
        return action.isPresent() && other.filter(fits::contains).isEmpty() ? left : null;
    }
}
