package oropos.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import oropos.appraisal.Evidence;

/// Counts what is left out of one answer, by reason, and tells it to whoever wants to know.
final class Sieve {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Consumer<Lost> told;

    Sieve(Consumer<Lost> told) {
        this.told = told;
    }

    void lose(Gate gate, Evidence row, String text) {
        lose(gate, gate.words(), row, text);
    }

    void lose(Gate gate, Utterance one) {
        lose(gate, one.row(), one.text());
    }

    /// @param words the reason, finer than the gate
    void lose(Gate gate, String words, Evidence row, String text) {
        if (gate.isCounted()) {
            counts.merge(words, 1, Integer::sum);
        }
        told.accept(new Lost(gate, row, text));
    }

    void losing(List<Utterance> all, List<Utterance> kept, Gate gate) {
        if (kept.size() < all.size()) {
            Set<Utterance> left = new HashSet<>(kept);
            all.stream().filter(one -> !left.contains(one)).forEach(one -> lose(gate, one));
        }
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
