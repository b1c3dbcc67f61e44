package oropos.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a version says and rests on, as far as decisions are about it.
///
/// @param words hash of statements, tellings and references
/// @param evidence hash of cited versions, standings and rule ids
/// @param rules hash of the rules' versions
/// @param sources what it rests on, and how that stood
/// @param tellings hash of each telling, by reader; readers who read the same words share a hash
public record Content(
        String words,
        String evidence,
        String rules,
        Set<Risk> risks,
        List<NumberedClaim> claims,
        List<CitedSource> sources,
        Map<String, String> tellings) {

    public Content {
        risks =
                risks.isEmpty()
                        ? Set.of()
                        : java.util.Collections.unmodifiableSet(EnumSet.copyOf(risks));
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        tellings = java.util.Collections.unmodifiableMap(new TreeMap<>(tellings));
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
