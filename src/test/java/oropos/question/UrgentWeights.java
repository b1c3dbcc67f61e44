package oropos.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Learns the weights of urgent words: logistic regression over the labelled sets of this folder, against
/// real questions in which nothing is urgent. Plain gradient descent, no chance in it, so that the same
/// questions give the same file.
final class UrgentWeights {

    /// The labelled questions that may teach. Half J of the eighth set, half L of the ninth and half N
    /// of the tenth only ever judge.
    static final List<String> SETS =
            List.of(
                    "urgent-labelled.tsv",
                    "urgent-labelled-2.tsv",
                    "urgent-labelled-3.tsv",
                    "urgent-labelled-4.tsv",
                    "urgent-labelled-5.tsv",
                    "urgent-labelled-6.tsv",
                    "urgent-labelled-7.tsv");

    /// One-line questions of our own on patients who are in no danger; one in which a rule hears a sign is left out.
    static final String QUIET = "one-liners.tsv";

    /// Questions of our own on illness that can wait, in the words in which emergencies are told too.
    static final String MILD = "urgent-quiet.tsv";

    /// Of the fifteenth set only the look-alikes of half X teach: its emergencies have rules, and taught with them
    /// the weights heard no more and raised two more look-alikes of the ninth.
    static final String ADULTS = "urgent-labelled-15.tsv";

    private static final int ROUNDS = 1500;
    private static final double STEP = 5;
    private static final double SHRINK = 2e-3;

    /// A feature is kept where the labelled sets have it so often.
    private static final int LEAST_SEEN = 2;

    /// A weight smaller than this is left out of the file.
    private static final double LEAST_WEIGHT = 0.05;

    /// What is urgent, and what sounds like it and is not, counts more than one clean question.
    private static final double OF_URGENT = 3;

    private static final double OF_TWIN = 4;

    private record Sample(Set<String> features, String severity, boolean isLabelled) {}

    private final List<Sample> samples = new ArrayList<>();

    UrgentWeights(List<String> sets, boolean alsoEighth, List<String> clean) throws IOException {
        for (String set : sets) {
            add(set, null);
        }
        if (alsoEighth) {
            add("urgent-labelled-8.tsv", "H");
            add("urgent-labelled-9.tsv", "K");
            add("urgent-labelled-10.tsv", "M");
            add("urgent-labelled-11.tsv", "P");
            add("urgent-labelled-12.tsv", "R");
            add("urgent-labelled-13.tsv", "T");
            add("urgent-taught.tsv", null);
        }
        List<String> quiet = new ArrayList<>();
        Labelled.rows(QUIET).forEach(row -> quiet.add(row.getFirst()));
        Labelled.rows(MILD).forEach(row -> quiet.add(row.getFirst()));
        for (List<String> row : Labelled.rows(ADULTS)) {
            if (row.getFirst().equals("X") && row.get(2).equals("none")) {
                quiet.add(row.getLast());
            }
        }
        for (String question : quiet) {
            if (Asking.urgent(question).stream()
                    .allMatch(urgent -> urgent.rule().startsWith("sounds-like"))) {
                samples.add(
                        new Sample(Asking.UNDERSTANDING.urgentFeatures(question), "none", true));
            }
        }
        for (String question : clean) {
            if (question.split("\\s+").length <= Resemblance.LONGEST) {
                samples.add(
                        new Sample(Asking.UNDERSTANDING.urgentFeatures(question), "none", false));
            }
        }
    }

    private void add(String set, @org.jspecify.annotations.Nullable String half)
            throws IOException {
        for (List<String> row : Labelled.rows(set)) {
            if (half == null || row.getFirst().equals(half)) {
                samples.add(
                        new Sample(
                                Asking.UNDERSTANDING.urgentFeatures(row.getLast()),
                                row.get(2),
                                true));
            }
        }
    }

    /// The rows of the file.
    List<String> learnt() {
        Map<String, Integer> seen = new TreeMap<>();
        samples.stream()
                .filter(Sample::isLabelled)
                .flatMap(sample -> sample.features().stream())
                .forEach(feature -> seen.merge(feature, 1, Integer::sum));
        List<String> known = new ArrayList<>();
        seen.forEach((feature, times) -> {
            if (times >= LEAST_SEEN) {
                known.add(feature);
            }
        });
        double[] now = learn(known, true);
        double[] sameDay = learn(known, false);
        List<String> rows = new ArrayList<>();
        rows.add(row(Resemblance.START, now[known.size()], sameDay[known.size()]));
        for (int at = 0; at < known.size(); at++) {
            if (Math.max(Math.abs(now[at]), Math.abs(sameDay[at])) >= LEAST_WEIGHT) {
                rows.add(row(known.get(at), now[at], sameDay[at]));
            }
        }
        return rows;
    }

    private static String row(String feature, double now, double sameDay) {
        return String.format(Locale.ROOT, "%s\t%.2f\t%.2f", feature, now, sameDay);
    }

    private double[] learn(List<String> known, boolean isNow) {
        List<int[]> rows = new ArrayList<>();
        List<double[]> labels = new ArrayList<>();
        for (Sample sample : samples) {
            boolean isPositive = sample.severity().equals("now") == isNow;
            if (!sample.severity().equals("none") && !isPositive) {
                continue;
            }
            boolean urgent = !sample.severity().equals("none");
            rows.add(
                    new TreeSet<>(sample.features())
                            .stream()
                                    .mapToInt(one -> Collections.binarySearch(known, one))
                                    .filter(index -> index >= 0)
                                    .toArray());
            labels.add(
                    new double[] {
                        urgent ? 1 : 0, urgent ? OF_URGENT : sample.isLabelled() ? OF_TWIN : 1
                    });
        }
        int size = known.size();
        double[] weights = new double[size + 1];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[size + 1];
            for (int at = 0; at < rows.size(); at++) {
                int[] row = rows.get(at);
                double scale = row.length == 0 ? 0 : 1 / Math.sqrt(row.length);
                double sum = 0;
                for (int index : row) {
                    sum += weights[index];
                }
                double likely = 1 / (1 + StrictMath.exp(-(weights[size] + sum * scale)));
                double off = (likely - labels.get(at)[0]) * labels.get(at)[1] / rows.size();
                for (int index : row) {
                    slope[index] += off * scale;
                }
                slope[size] += off;
            }
            for (int index = 0; index <= size; index++) {
                weights[index] -=
                        STEP * (slope[index] + (index < size ? SHRINK / 10 * weights[index] : 0));
            }
        }
        return weights;
    }
}
