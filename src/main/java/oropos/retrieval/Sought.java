package oropos.retrieval;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Pair;

/// What somebody asks, to be compared with what pairs of question and answer are about: the subject,
/// whole, and the aspect of it.
///
/// A pair answers one question. "What are the treatments for drug-induced lupus?" shares nearly every
/// word with a letter on the treatment of lupus and answers something else; so does "What causes
/// lupus?". A pair about another subject therefore keeps only a part of its score ([#SUBJECT]), and so
/// does one about another aspect ([#ASPECT]); sources that are no pairs are not touched. The shares
/// were chosen on half of the labelled consumer questions (docs/measured.md); shares of .5 to .75 and
/// .45 to .7 were within .08 of a grade.
///
/// @param subjects names of subjects that stand in what is asked, with how surely each is meant, 0 to
///     1; names as [SubjectNames] writes them
/// @param aspects what is asked of them, likewise (see [Aspects])
record Sought(Map<String, Double> subjects, Map<String, Double> aspects) {

    /// Share of its score that a pair loses where its subject is not asked for.
    static final double SUBJECT = .65;

    /// Share of its score that a pair loses where its aspect is not asked for.
    static final double ASPECT = .5;

    /// A name or an aspect less sure than this does not count as the best there is.
    private static final double SURE = .3;

    static final Sought NOTHING = new Sought(Map.of(), Map.of());

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
        double[] subject = best(index, Field.SUBJECT, subjects, places);
        double[] aspect = best(index, Field.ASPECT, aspects, places);
        for (int i = pairs.nextSetBit(0); i >= 0; i = pairs.nextSetBit(i + 1)) {
            kept[i] = (1 - SUBJECT * (1 - subject[i])) * (1 - ASPECT * (1 - aspect[i]));
        }
        return kept;
    }

    /// The greatest weight of what each place holds, divided by the greatest that any holds; 1
    /// everywhere where none holds any.
    private static double[] best(
            Generation index, Field field, Map<String, Double> terms, int[] places) {
        double[] best = new double[places.length];
        double most = 0;
        for (Map.Entry<String, Double> term : new TreeMap<>(terms).entrySet()) {
            BitSet held = index.holding(field, term.getKey(), places);
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
