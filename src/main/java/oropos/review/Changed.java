package oropos.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;

/// What a version says after a change.
///
/// @param claim the claim that was changed; where its statement is still there in other words, it keeps
///     its number; null where all was written anew
record Changed(Answer answer, @Nullable NumberedClaim claim) {

    Content content(Map<String, Integer> numbers) {
        Answer.Statement statement =
                claim == null ? null : Contents.statements(answer).get(claim.statement());
        if (claim != null && statement != null) {
            numbers.putIfAbsent(Contents.key(statement), claim.number());
        }
        return Contents.of(answer, numbers);
    }
}
