package oropos.retrieval;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Pair;

/// What somebody asks, to be compared with what pairs of question and answer are about: the subject,
/// whole, and the aspect of it.
///
/// A pair answers one question. "What are the treatments for drug-induced lupus?" shares nearly every
/// word with a letter on the treatment of lupus and answers something else; so does "What causes
/// lupus?". A pair about another subject therefore keeps only a part of its score ([#SUBJECT]), and so
/// does one about another aspect ([#ASPECT]). The shares
/// were chosen on half of the labelled consumer questions (docs/measured.md); shares of .5 to .75 and
/// .45 to .7 were within .08 of a grade.
///
/// Other sources keep all of theirs where the question is short. Beside a letter they would so come
/// before every pair that is about something a little different, whatever they are about. There a
/// source is about a subject where it says every word of the name, or the concept, and else loses what
/// a pair loses; and it is taken to answer what is asked by half ([#OTHERS]), because it was not
/// written to answer one question. Questions for abstracts among pairs lose by it where they are short
/// (docs/measured.md).
///
/// @param subjects names of subjects that stand in what is asked, with how surely each is meant, 0 to
///     1; names as [SubjectNames] writes them
/// @param aspects what is asked of them, likewise (see [Aspects])
/// @param isLetter whether sources that are no pairs are compared too
record Sought(Map<String, Double> subjects, Map<String, Double> aspects, boolean isLetter) {

    /// Share of its score that a pair loses where its subject is not asked for.
    static final double SUBJECT = .65;

    /// Share of its score that a pair loses where its aspect is not asked for.
    static final double ASPECT = .5;

    /// How much of what a letter asks a source that is no pair is taken to answer, 0 to 1.
    static final double OTHERS = .5;

    /// A name or an aspect less sure than this does not count as the best there is.
    private static final double SURE = .3;

    static final Sought NOTHING = new Sought(Map.of(), Map.of(), false);

    Sought {
        subjects = Map.copyOf(subjects);
        aspects = Map.copyOf(aspects);
    }

    boolean isNothing() {
        return subjects.isEmpty() && aspects.isEmpty();
    }

    /// What part of its score each of these passages keeps.
    ///
    /// @param places ascending
    double[] kept(Generation index, int[] places) {
        double[] kept = new double[places.length];
        Arrays.fill(kept, 1);
        if (isNothing()) {
            return kept;
        }
        BitSet pairs = index.holding(Field.ASPECT, Pair.ANY, places);
        if (pairs.isEmpty()) {
            return kept;
        }
        BitSet others = new BitSet(places.length);
        others.set(0, places.length);
        others.andNot(pairs);
        double[] subject =
                best(
                        subjects,
                        places.length,
                        name -> {
                            BitSet about = index.holding(Field.SUBJECT, name, places);
                            if (isLetter) {
                                BitSet spoken = spoken(index, name, places);
                                spoken.and(others);
                                about.or(spoken);
                            }
                            return about;
                        });
        double[] aspect =
                best(aspects, places.length, name -> index.holding(Field.ASPECT, name, places));
        for (int i = 0; i < places.length; i++) {
            if (isLetter || pairs.get(i)) {
                double asked = pairs.get(i) ? aspect[i] : OTHERS;
                kept[i] = (1 - SUBJECT * (1 - subject[i])) * (1 - ASPECT * (1 - asked));
            }
        }
        return kept;
    }

    /// Which passages hold the concept, or somewhere every word of the name.
    private static BitSet spoken(Generation index, String name, int[] places) {
        BitSet spoken = new BitSet(places.length);
        spoken.set(0, places.length);
        for (String stem : name.replace(SubjectNames.PART, "").split(" ")) {
            BitSet held = index.holding(Field.MAIN, stem, places);
            held.or(index.holding(Field.CONTEXT, stem, places));
            spoken.and(held);
        }
        spoken.or(index.holding(Field.CONCEPT, name, places));
        return spoken;
    }

    /// The greatest weight of what each place holds, divided by the greatest that any holds; 1
    /// everywhere where none holds any.
    private static double[] best(
            Map<String, Double> terms, int places, Function<String, BitSet> holding) {
        double[] best = new double[places];
        double most = 0;
        for (Map.Entry<String, Double> term : new TreeMap<>(terms).entrySet()) {
            BitSet held = holding.apply(term.getKey());
            for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
                best[i] = Math.max(best[i], term.getValue());
                most = Math.max(most, term.getValue());
            }
        }
        for (int i = 0; i < best.length; i++) {
            best[i] = most > 0 ? best[i] / Math.max(SURE, most) : 1;
        }
        return best;
    }
}
