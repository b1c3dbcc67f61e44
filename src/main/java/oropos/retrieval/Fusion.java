package oropos.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Meanings;

/// Joins what words found with what meaning found into one order.
///
/// Score = .5 x BM25 / its maximum + .5 x cosine, stretched over its minimum and maximum among the
/// passages found by meaning; what only words found has 0 there (stretching over both lists instead
/// cost .017 nDCG@10 on SciFact). Dividing BM25 by its maximum instead of stretching it repairs short
/// questions with few matches (+.008 nDCG@10 measured); any weight of meaning from .4 to .7 was
/// within .01. Without vectors the score is BM25 / its maximum.
final class Fusion {

    /// How deep each voice is heard.
    static final int DEPTH = 1_000;

    /// Share of meaning.
    static final double MEANING = .5;

    /// Stands in the place of a hit for what meaning found: behind every hit.
    private static final int MEANT = Integer.MAX_VALUE;

    private static final double DECIMALS = 10_000;

    private static final Comparator<Ranked> BEST_FIRST =
            (a, b) -> {
                int better = Double.compare(b.score(), a.score());
                return better != 0 ? better : Integer.compare(a.place(), b.place());
            };

    private Fusion() {}

    /// A passage and its joint score.
    record Ranked(int place, double score) {}

    /// Best first, equals by place.
    ///
    /// @param heard null where vectors are off
    static List<Ranked> rank(List<Generation.Hit> hits, Meanings.@Nullable Heard heard, int depth) {
        return rank(hits, heard, heard == null ? new int[0] : heard.nearest(depth));
    }

    /// @param near the places that meaning found
    static List<Ranked> rank(
            List<Generation.Hit> hits, Meanings.@Nullable Heard heard, int[] near) {
        double best = hits.isEmpty() ? 1 : hits.getFirst().score();
        if (heard == null) {
            List<Ranked> ranked = new ArrayList<>(hits.size()); // in order already
            for (Generation.Hit hit : hits) {
                ranked.add(new Ranked(hit.place(), hit.score() / best));
            }
            return ranked;
        }
        // places of both, ascending, with where each stands among the hits
        long[] said = new long[hits.size() + near.length];
        for (int i = 0; i < hits.size(); i++) {
            said[i] = (long) hits.get(i).place() << Integer.SIZE | i;
        }
        for (int i = 0; i < near.length; i++) {
            said[hits.size() + i] = (long) near[i] << Integer.SIZE | MEANT;
        }
        Arrays.sort(said);
        int[] places = new int[said.length];
        for (int i = 0; i < said.length; i++) {
            places[i] = (int) (said[i] >> Integer.SIZE);
        }
        float[] cosines = heard.cosines(places);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < said.length; i++) {
            if ((int) said[i] == MEANT) {
                least = Math.min(least, cosines[i]);
                most = Math.max(most, cosines[i]);
            }
        }
        List<Ranked> ranked = new ArrayList<>(said.length);
        for (int i = 0; i < said.length; i++) {
            int hit = (int) said[i];
            double score = hit == MEANT ? 0 : (1 - MEANING) * (hits.get(hit).score() / best);
            double meaning = most > least ? (cosines[i] - least) / (most - least) : 0;
            ranked.add(new Ranked(places[i], score + MEANING * Math.max(0, meaning)));
            if (i + 1 < said.length && places[i + 1] == places[i]) {
                i++; // both found it
            }
        }
        ranked.sort(BEST_FIRST);
        return ranked;
    }

    /// Mixes a second look at the first passages into their scores and sorts all again: share of the
    /// second look x it, stretched over its minimum and maximum, + the rest x the score. The passages
    /// not looked at again keep the rest alone, so they stay behind.
    ///
    /// @param looks for the first passages of `ranked`, in its order
    /// @param kept what part of a look some places keep
    static List<Ranked> again(
            List<Ranked> ranked, double[] looks, double share, Map<Integer, Double> kept) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double look : looks) {
            least = Math.min(least, look);
            most = Math.max(most, look);
        }
        List<Ranked> mixed = new ArrayList<>(ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            double look =
                    i < looks.length && most > least ? (looks[i] - least) / (most - least) : 0;
            Ranked one = ranked.get(i);
            look *= kept.isEmpty() ? 1 : kept.getOrDefault(one.place(), 1d);
            mixed.add(new Ranked(one.place(), (1 - share) * one.score() + share * look));
        }
        mixed.sort(BEST_FIRST);
        return mixed;
    }

    /// With a part of the score of some places only, sorted again.
    static List<Ranked> times(List<Ranked> ranked, Map<Integer, Double> kept) {
        return kept.isEmpty()
                ? ranked
                : ranked.stream()
                        .map(one ->
                                new Ranked(
                                        one.place(),
                                        one.score() * kept.getOrDefault(one.place(), 1d)))
                        .sorted(BEST_FIRST)
                        .toList();
    }

    /// With scores as they are told, equals by place.
    static List<Ranked> rounded(List<Ranked> ranked) {
        return ranked.stream()
                .map(one -> new Ranked(one.place(), rounded(one.score())))
                .sorted(BEST_FIRST)
                .toList();
    }

    static double rounded(double number) {
        return Math.round(number * DECIMALS) / DECIMALS;
    }
}
