package oropos.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How good one ranked list is against judgments. A source is relevant from a grade above 0; gain is
/// the grade itself (linear, as trec_eval and pytrec_eval have it), unjudged is 0.
///
/// @param ndcg10 discounted gain of the first ten over that of the best possible ten, discount
///     log2(rank + 1) (Järvelin and Kekäläinen, ACM TOIS 2002;20(4):422-446)
/// @param recall100 share of the relevant sources among the first hundred
/// @param reciprocal10 1 / rank of the first relevant among the first ten, else 0
/// @param averagePrecision mean over the relevant sources of the precision at their ranks, over the
///     whole list
/// @param success1 1 where the first is relevant
/// @param firstGrade grade of the first, 0 where nothing was found
public record RankMeasures(
        double ndcg10,
        double recall100,
        double reciprocal10,
        double averagePrecision,
        double success1,
        double firstGrade) {

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    /// @param ranked sources, best first, each once
    /// @param grades judged sources; at least one should be above 0
    public static RankMeasures of(List<String> ranked, Map<String, Double> grades) {
        List<Double> ideal = new ArrayList<>(grades.values());
        ideal.removeIf(grade -> grade <= 0);
        int relevant = ideal.size();
        if (relevant == 0) {
            return new RankMeasures(0, 0, 0, 0, 0, 0);
        }
        ideal.sort(Comparator.reverseOrder());
        double best = 0;
        for (int rank = 1; rank <= Math.min(TEN, relevant); rank++) {
            best += ideal.get(rank - 1) / discount(rank);
        }
        double gain = 0;
        double reciprocal = 0;
        double precisions = 0;
        int found = 0;
        int among100 = 0;
        for (int rank = 1; rank <= ranked.size(); rank++) {
            double grade = grades.getOrDefault(ranked.get(rank - 1), 0d);
            if (grade <= 0) {
                continue;
            }
            found++;
            precisions += (double) found / rank;
            if (rank <= TEN) {
                gain += grade / discount(rank);
                reciprocal = reciprocal == 0 ? 1d / rank : reciprocal;
            }
            if (rank <= HUNDRED) {
                among100++;
            }
        }
        double first =
                ranked.isEmpty() ? 0 : Math.max(0, grades.getOrDefault(ranked.getFirst(), 0d));
        return new RankMeasures(
                gain / best,
                (double) among100 / relevant,
                reciprocal,
                precisions / relevant,
                first > 0 ? 1 : 0,
                first);
    }

    private static double discount(int rank) {
        return Math.log(rank + 1) / Math.log(2);
    }

    /// The means over questions.
    static RankMeasures mean(List<RankMeasures> all) {
        return new RankMeasures(
                mean(all, RankMeasures::ndcg10),
                mean(all, RankMeasures::recall100),
                mean(all, RankMeasures::reciprocal10),
                mean(all, RankMeasures::averagePrecision),
                mean(all, RankMeasures::success1),
                mean(all, RankMeasures::firstGrade));
    }

    private static double mean(
            List<RankMeasures> all, java.util.function.ToDoubleFunction<RankMeasures> of) {
        return all.stream().mapToDouble(of).average().orElse(0);
    }
}
