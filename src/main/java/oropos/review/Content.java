package oropos.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.verification.Receipts;

/// What a version says and rests on, as far as decisions are about it.
///
/// @param words hash of statements, tellings and references
/// @param evidence hash of cited versions, standings and rule ids
/// @param rules hash of the rules' versions
/// @param sources what it rests on, and how that stood
/// @param tellings hash of each telling, by reader; readers who read the same words share a hash
/// @param overview true where editors wrote it as an overview of a topic, else null
public record Content(
        String words,
        String evidence,
        String rules,
        Set<Risk> risks,
        List<NumberedClaim> claims,
        List<CitedSource> sources,
        Map<String, String> tellings,
        @Nullable Boolean overview) {

    public Content {
        risks =
                risks.isEmpty()
                        ? Set.of()
                        : java.util.Collections.unmodifiableSet(EnumSet.copyOf(risks));
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        tellings = java.util.Collections.unmodifiableMap(new TreeMap<>(tellings));
    }

    /// Of the answer to a question.
    public Content(
            String words,
            String evidence,
            String rules,
            Set<Risk> risks,
            List<NumberedClaim> claims,
            List<CitedSource> sources,
            Map<String, String> tellings) {
        this(words, evidence, rules, risks, claims, sources, tellings, null);
    }

    /// Whether an answer says exactly this on exactly this evidence.
    boolean isOf(Answer answer) {
        Receipts.Hashes hashes = Receipts.hashes(answer);
        return words.equals(hashes.content()) && evidence.equals(hashes.evidence());
    }

    /// Whether editors wrote it as an overview of a topic.
    public boolean isOverview() {
        return Boolean.TRUE.equals(overview);
    }

    /// The tellings that want a signature: each different text once, under its first reader.
    public Map<String, String> tellingsToSign() {
        Map<String, String> each = new TreeMap<>();
        tellings.forEach((reader, hash) -> {
            if (!each.containsValue(hash)) {
                each.put(reader, hash);
            }
        });
        return each;
    }
}
