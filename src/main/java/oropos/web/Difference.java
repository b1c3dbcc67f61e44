package oropos.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.review.ArticleVersion;
import oropos.review.NumberedClaim;

/// What a claim said in the last approved version and what it says in this one, side by side.
///
/// @param number the claim's, which it keeps in other words
/// @param before its words there, or null where it is new
/// @param after its words here, or null where it is gone
record Difference(int number, @Nullable String before, @Nullable String after) {

    /// Every claim that is not the same in both, by number.
    ///
    /// @param said what statements say in the last approved version, by id
    /// @param says what they say in this one
    static List<Difference> between(
            ArticleVersion last,
            Map<String, Answer.Statement> said,
            ArticleVersion version,
            Map<String, Answer.Statement> says) {
        Map<Integer, String> before = words(last, said);
        Map<Integer, String> after = words(version, says);
        List<Difference> all = new ArrayList<>();
        Map<Integer, String> numbers = new TreeMap<>(before);
        numbers.putAll(after);
        for (Integer number : numbers.keySet()) {
            String was = before.get(number);
            String is = after.get(number);
            if (was == null || !was.equals(is)) {
                all.add(new Difference(number, was, is));
            }
        }
        return List.copyOf(all);
    }

    private static Map<Integer, String> words(
            ArticleVersion version, Map<String, Answer.Statement> statements) {
        Map<Integer, String> words = new TreeMap<>();
        for (NumberedClaim claim : version.content().claims()) {
            Answer.Statement statement = statements.get(claim.statement());
            if (statement != null) {
                words.put(claim.number(), statement.text());
            }
        }
        return words;
    }
}
