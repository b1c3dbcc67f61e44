package oropos.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Claim;
import oropos.library.PlainWording;

/// The wording for patients which the author of a cited block gave for exactly these words.
///
/// It is taken where a statement is the whole block, or its lead, and nothing else; where the record
/// of the day holds a wording that no longer states the same facts, it is not.
final class OwnWording {

    /// A wording was judged when it was read in; the rules may have changed since.
    private final Cache<String, Boolean> holds =
            Caffeine.newBuilder()
                    .maximumWeight(1_000_000)
                    .weigher((String pair, Boolean _) -> pair.length() + 64)
                    .build();

    Optional<String> of(Answer.Statement statement, OpenRecord record) {
        String opening = opening(statement);
        String said = ended(statement.text().substring(opening.length()).replace('\n', ' '));
        return record.cited(statement).stream()
                .flatMap(cited -> Optional.ofNullable(wording(cited, said)).stream())
                .filter(plain ->
                        holds.get(
                                said + '\n' + plain,
                                pair -> PlainWording.fault(said, plain).isEmpty()))
                .map(plain -> opening + plain)
                .findFirst();
    }

    /// "Only for the people it names: ": what a statement opens with stays as it is, before either wording.
    private static String opening(Answer.Statement statement) {
        if (statement.parts().isEmpty()) {
            return "";
        }
        Answer.Part first = statement.parts().getFirst();
        return first.mark() == null && statement.text().startsWith(first.text())
                ? first.text()
                : "";
    }

    private static @Nullable String wording(Cited cited, String said) {
        Claim claim = cited.claim();
        if (claim == null) {
            return null;
        }
        String words = cited.passage().text().replace('\n', ' ');
        if (said.equals(ended(words))) {
            return claim.plain();
        }
        if (claim.lead() == null || !said.equals(ended(claim.lead()))) {
            return null;
        }
        return said.equals(ended(PlainWording.open(words))) ? claim.plain() : claim.plainLead();
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
