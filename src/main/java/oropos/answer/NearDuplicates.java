package oropos.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Negations;

/// Sentences of running text that say the same as another.
///
/// Two sentences are nearly the same where four fifths of the words of both together stand in both,
/// with the same numbers and as many denials: "in 3 days" is not "in 5 days", "may" beside "may not"
/// never joins.
final class NearDuplicates {

    /// Share of all words of both that both have.
    static final double ALIKE = 0.8;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private NearDuplicates() {}

    /// Whether a second source may stand behind the first one's words: the same letters, from another
    /// work, about people as near.
    static boolean mayJoin(Utterance one, Utterance other) {
        return !one.typed()
                && !other.typed()
                && one.text().equals(other.text())
                && Ranking.fitOrder(one) == Ranking.fitOrder(other)
                && !works(one).contains(other.row().source().work().value());
    }

    private static Set<String> works(Utterance one) {
        Set<String> works =
                one.also().stream()
                        .map(also -> also.row().source().work().value())
                        .collect(Collectors.toCollection(HashSet::new));
        works.add(one.row().source().work().value());
        return works;
    }

    /// Without those that a better one says nearly alike; in the order given.
    static List<Utterance> without(List<Utterance> said) {
        List<Utterance> best =
                said.stream().filter(one -> !one.typed()).sorted(Ranking.IN_SECTION).toList();
        Map<Utterance, Set<String>> words = new HashMap<>();
        best.forEach(one -> words.put(one, new HashSet<>(Relevance.stems(one.text()))));
        List<Utterance> kept = new ArrayList<>();
        for (Utterance one : best) {
            if (kept.stream().noneMatch(other -> alike(one, other, words))) {
                kept.add(one);
            }
        }
        Set<Utterance> left = new HashSet<>(kept);
        return said.stream().filter(one -> one.typed() || left.contains(one)).toList();
    }

    private static boolean alike(
            Utterance one, Utterance other, Map<Utterance, Set<String>> words) {
        Set<String> a = words.getOrDefault(one, Set.of());
        Set<String> b = words.getOrDefault(other, Set.of());
        int smaller = Math.min(a.size(), b.size());
        int larger = Math.max(a.size(), b.size());
        if (smaller < ALIKE * larger) {
            return false;
        }
        long both = a.stream().filter(b::contains).count();
        return both >= ALIKE * (a.size() + b.size() - both)
                && numbers(one.text()).equals(numbers(other.text()))
                && Negations.in(one.text()).size() == Negations.in(other.text()).size()
                && Ranking.isNear(one) == Ranking.isNear(other);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
