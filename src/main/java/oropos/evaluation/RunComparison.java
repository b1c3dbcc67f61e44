package oropos.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Two runs over the questions that both have, by nDCG@10.
///
/// @param p how often chance alone, changing the two runs of each question at random, makes a
///     difference of means at least as large (paired randomisation, two-sided; Smucker, Allan and
///     Carterette, CIKM 2007:623-632)
public record RunComparison(int questions, double first, double second, double p) {

    private static final int ROUNDS = 100_000;
    private static final long SEED = 20_261_123;

    /// Columns of a line of a run.
    private static final int COLUMNS = 6;

    public static RunComparison of(Path first, Path second, Judgments judgments)
            throws IOException {
        Map<String, List<String>> one = read(first);
        Map<String, List<String>> other = read(second);
        List<double[]> pairs = new ArrayList<>();
        for (String question : judgments.questions()) {
            Map<String, Double> grades = judgments.of(question);
            List<String> a = one.get(question);
            List<String> b = other.get(question);
            if (a != null && b != null && grades.values().stream().anyMatch(g -> g > 0)) {
                pairs.add(
                        new double[] {
                            RankMeasures.of(a, grades).ndcg10(), RankMeasures.of(b, grades).ndcg10()
                        });
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("the two runs share no judged question");
        }
        return of(pairs);
    }

    /// @param pairs for each question the measure of the one and of the other
    static RunComparison of(List<double[]> pairs) {
        double[] differences = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
        double observed = 0;
        for (double difference : differences) {
            observed += difference;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int asLarge = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            if (Math.abs(sum) >= Math.abs(observed) - 1e-12) {
                asLarge++;
            }
        }
        return new RunComparison(
                pairs.size(),
                pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0),
                pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0),
                (double) asLarge / ROUNDS);
    }

    private static Map<String, List<String>> read(Path run) throws IOException {
        Map<String, List<String>> ranked = new LinkedHashMap<>();
        try (BufferedReader lines = TextFiles.open(run)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] parts = line.strip().split("\\s+");
                if (parts.length < COLUMNS) {
                    throw new IllegalArgumentException(
                            run
                                    + ", line "
                                    + number
                                    + ": \"qid Q0 id rank score tag\" is expected");
                }
                String id = String.join(" ", List.of(parts).subList(2, parts.length - 3));
                ranked.computeIfAbsent(parts[0], question -> new ArrayList<>()).add(id);
            }
        }
        return ranked;
    }

    /// Both means, their difference and p, in a line.
    public String text() {
        return String.format(
                Locale.ROOT,
                "nDCG@10 %.4f and %.4f over %d questions, difference %+.4f, p %.4f",
                first,
                second,
                questions,
                second - first,
                p);
    }
}
