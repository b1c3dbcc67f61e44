package oropos.review;

import java.util.Map;
import oropos.answer.Answer;

/// What a version says after a change.
///
/// @param claim the claim that was changed; where its statement is still there in other words, it keeps
///     its number
record Changed(Answer answer, NumberedClaim claim) {

    Content content(Map<String, Integer> numbers) {
        Answer.Statement statement = Contents.statements(answer).get(claim.statement());
        if (statement != null) {
            numbers.putIfAbsent(Contents.key(statement), claim.number());
        }
        return Contents.of(answer, numbers);
    }
}
