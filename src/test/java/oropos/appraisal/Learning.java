package oropos.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Learns how much each sign weighs for one of three answers: a logistic regression with a penalty,
/// by whole-batch descent in a fixed order, so that learning again gives the same bytes.
final class Learning {

    record Example(Set<String> signs, int answer) {}

    private static final int ROUNDS = 500;
    private static final double STEP = .5;
    private static final double MOMENTUM = .9;

    /// Signs met in fewer examples tell nothing.
    private static final int LEAST = 3;

    private final double penalty;
    private final Map<String, double[]> expected;

    /// @param expected weights from which departing is punished; none where 0 is expected
    Learning(double penalty, Map<String, double[]> expected) {
        this.penalty = penalty;
        this.expected = expected;
    }

    Map<String, double[]> weights(List<Example> examples) {
        Map<String, Integer> met = new TreeMap<>();
        examples.forEach(one -> one.signs().forEach(sign -> met.merge(sign, 1, Integer::sum)));
        met.entrySet()
                .removeIf(sign -> sign.getValue() < LEAST && !expected.containsKey(sign.getKey()));
        expected.keySet().forEach(sign -> met.putIfAbsent(sign, 0));
        met.put(Conclusions.ALWAYS, examples.size());
        List<String> names = List.copyOf(met.keySet());
        Map<String, Integer> places = new TreeMap<>();
        for (int at = 0; at < names.size(); at++) {
            places.put(names.get(at), at);
        }
        List<int[]> rows = new ArrayList<>();
        for (Example one : examples) {
            List<Integer> row = new ArrayList<>(List.of(places.get(Conclusions.ALWAYS)));
            for (String sign : one.signs()) {
                Integer place = places.get(sign);
                if (place != null) {
                    row.add(place);
                }
            }
            rows.add(row.stream().mapToInt(Integer::intValue).toArray());
        }
        double[][] weights = new double[names.size()][3];
        double[][] start = new double[names.size()][];
        for (int at = 0; at < names.size(); at++) {
            start[at] = expected.getOrDefault(names.get(at), new double[3]);
            weights[at] = start[at].clone();
        }
        double[][] speed = new double[names.size()][3];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] slope = new double[names.size()][3];
            for (int at = 0; at < rows.size(); at++) {
                int[] row = rows.get(at);
                double length = 1 / Math.sqrt(row.length);
                double[] share = shares(row, weights, length);
                share[examples.get(at).answer()] -= 1;
                for (int place : row) {
                    for (int answer = 0; answer < 3; answer++) {
                        slope[place][answer] += share[answer] * length / rows.size();
                    }
                }
            }
            for (int place = 0; place < weights.length; place++) {
                for (int answer = 0; answer < 3; answer++) {
                    speed[place][answer] =
                            MOMENTUM * speed[place][answer]
                                    - STEP
                                            * (slope[place][answer]
                                                    + penalty
                                                            * (weights[place][answer]
                                                                    - start[place][answer]));
                    weights[place][answer] += speed[place][answer];
                }
            }
        }
        Map<String, double[]> learned = new TreeMap<>();
        for (int at = 0; at < names.size(); at++) {
            double[] rounded = new double[3];
            for (int answer = 0; answer < 3; answer++) {
                rounded[answer] = Math.round(weights[at][answer] * 1000) / 1000.0;
            }
            learned.put(names.get(at), rounded);
        }
        return learned;
    }

    private static double[] shares(int[] row, double[][] weights, double length) {
        double[] share = new double[3];
        for (int place : row) {
            for (int answer = 0; answer < 3; answer++) {
                share[answer] += weights[place][answer] * length;
            }
        }
        double highest = Math.max(share[0], Math.max(share[1], share[2]));
        double total = 0;
        for (int answer = 0; answer < 3; answer++) {
            share[answer] = StrictMath.exp(share[answer] - highest);
            total += share[answer];
        }
        for (int answer = 0; answer < 3; answer++) {
            share[answer] /= total;
        }
        return share;
    }

    /// The scale at which the shares given to the right answers are greatest.
    static double scale(List<double[]> shares, List<Integer> answers) {
        double best = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int step = 5; step <= 60; step++) {
            double scale = step / 10.0;
            double sum = 0;
            for (int at = 0; at < shares.size(); at++) {
                double total = 0;
                for (double share : shares.get(at)) {
                    total += StrictMath.pow(share, scale);
                }
                sum +=
                        StrictMath.log(
                                StrictMath.pow(shares.get(at)[answers.get(at)], scale) / total);
            }
            if (sum > most) {
                most = sum;
                best = scale;
            }
        }
        return best;
    }
}
