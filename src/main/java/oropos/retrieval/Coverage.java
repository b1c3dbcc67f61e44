package oropos.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;

/// How much of what the question is about each passage found speaks of.
///
/// With the question's units u (each concept, and each focus word that belongs to none, is no
/// qualifier of one and is not among the [OffSubjectWords]), the coverage of a passage is
///
///     sum of w(u) h(u) / sum of w(u),
///     w(u) = idf(u), at least 1 and at most 6,   idf(u) = ln(1 + (N - n + .5) / (n + .5))
///
/// N passages in the index, n of them with the unit; for a plain English word w(u) is halved. A passage
/// holds a concept, h(u) = 1, if the concept or a narrower one was read in it, its title or its MeSH headings, or if
/// all words of one of its wordings stand there; it holds a word if the word's stem stands there. If
/// it names only a wider concept, h(u) = .75, .5 or .25 for one, two or three levels of the tree above:
/// "cardiovascular disease" says a little of a heart attack. Else h(u) = 0.
///
/// The lower bound keeps a
/// small library on one subject from counting that subject for nothing, the upper one keeps a single
/// misspelt word from counting for everything. Unlike scores, coverage has the same meaning in every
/// search, and a refusal may hang on it.
final class Coverage {

    static final double LEAST_WEIGHT = 1;
    static final double MOST_WEIGHT = 6;

    /// Most reasons told for one passage.
    static final int MOST_REASONS = 8;

    private static final int MOST_OTHER_WORDS = 3;

    private final Generation index;
    private final int[] places;
    private final List<Wanted.Unit> units;
    private final Map<String, String> words;
    private final Map<String, BitSet> remembered = new HashMap<>();
    private final List<Holding> held = new ArrayList<>();

    /// What a level of the tree takes off where only a wider concept is named.
    static final double PER_LEVEL = .25;

    /// Which passages hold a unit, and how.
    ///
    /// @param wider by how many levels a passage is wider than the unit, the nearest first
    private record Holding(
            BitSet inTitle, BitSet inWords, BitSet asConcept, BitSet whole, List<BitSet> wider) {

        double share(int i) {
            if (whole.get(i)) {
                return 1;
            }
            for (int level = 0; level < wider.size(); level++) {
                if (wider.get(level).get(i)) {
                    return 1 - PER_LEVEL * (level + 1);
                }
            }
            return 0;
        }
    }

    /// @param places passages found, ascending
    Coverage(Generation index, Wanted wanted, int[] places) {
        this.index = index;
        this.units = wanted.units();
        this.words = wanted.words();
        this.places = places;
        for (Wanted.Unit unit : units) {
            BitSet words = said(unit, false);
            BitSet concept = named(unit);
            BitSet any = narrower(unit);
            any.or(words);
            any.or(concept);
            held.add(new Holding(said(unit, true), words, concept, any, wider(unit)));
        }
    }

    static double weight(Generation index, int frequency) {
        return Math.clamp(index.idf(frequency), LEAST_WEIGHT, MOST_WEIGHT);
    }

    /// Coverage of the passage at this index of `places`, 0 to 1; 0 for a question about nothing.
    double of(int i) {
        double all = 0;
        double spoken = 0;
        for (int u = 0; u < units.size(); u++) {
            all += units.get(u).weight();
            spoken += units.get(u).weight() * held.get(u).share(i);
        }
        return all == 0 ? 0 : spoken / all;
    }

    /// Why the passage at this index was found, the weightiest reason first.
    List<String> why(int i) {
        List<String> reasons = new ArrayList<>();
        for (int u = 0; u < units.size() && reasons.size() < MOST_REASONS; u++) {
            Wanted.Unit unit = units.get(u);
            Holding holding = held.get(u);
            String shown = unit.shown().toLowerCase(Locale.ROOT);
            if (holding.inTitle().get(i)) {
                reasons.add("title: " + shown);
            } else if (holding.inWords().get(i)) {
                reasons.add("term: " + shown);
            } else if (holding.asConcept().get(i)) {
                reasons.add("concept: " + unit.shown());
            } else if (holding.whole().get(i)) {
                reasons.add("narrower than: " + unit.shown());
            } else if (holding.share(i) > 0) {
                reasons.add("wider than: " + unit.shown());
            }
        }
        return reasons.isEmpty() ? otherWords(i) : reasons;
    }

    /// What found a passage that holds nothing the question is about.
    private List<String> otherWords(int i) {
        return words.entrySet().stream()
                .filter(word ->
                        Stream.of(Field.MAIN, Field.ANSWER, Field.CONTEXT)
                                .anyMatch(field -> holding(field, word.getKey()).get(i)))
                .map(word -> "word: " + word.getValue().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_OTHER_WORDS)
                .toList();
    }

    private BitSet said(Wanted.Unit unit, boolean inTitle) {
        BitSet said = new BitSet();
        for (List<String> wording : unit.wordings()) {
            BitSet all = new BitSet();
            all.set(0, places.length);
            for (String stem : wording) {
                BitSet word = new BitSet();
                if (inTitle) {
                    word.or(holding(Field.TITLE, stem));
                } else {
                    word.or(holding(Field.MAIN, stem));
                    word.or(holding(Field.ANSWER, stem));
                }
                all.and(word);
            }
            said.or(all);
        }
        return said;
    }

    private BitSet named(Wanted.Unit unit) {
        return unit.concept().isEmpty() ? new BitSet() : holding(Field.CONCEPT, unit.concept());
    }

    private BitSet narrower(Wanted.Unit unit) {
        BitSet narrower = new BitSet();
        unit.trees().forEach(position -> narrower.or(holding(Field.TREE, position)));
        return narrower;
    }

    private List<BitSet> wider(Wanted.Unit unit) {
        List<BitSet> levels = new ArrayList<>();
        List<String> positions = unit.trees();
        for (int level = 0; level < Cataloguer.WIDER_LEVELS; level++) {
            positions =
                    positions.stream()
                            .filter(position -> position.indexOf('.') > 0)
                            .map(position -> position.substring(0, position.lastIndexOf('.')))
                            .distinct()
                            .toList();
            BitSet named = new BitSet();
            for (String position : positions) {
                named.or(holding(Field.TREE, Cataloguer.OWN + position));
            }
            levels.add(named);
        }
        return levels;
    }

    /// Read only.
    private BitSet holding(Field field, String term) {
        return remembered.computeIfAbsent(
                field + " " + term, key -> index.holding(field, term, places));
    }
}
