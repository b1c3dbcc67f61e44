package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Makes `likely-groups.tsv` and measures what guessing is good for.
///
/// With `-Doropos.learn=true` the file is written anew from all of PubMedQA's development records. The
/// figures never come from that file: each half is guessed by weights learned from the other one.
class LikelyGroupsTests {

    private static final Path SHIPPED =
            Path.of("src/main/resources/oropos/library", LikelyGroups.FILE);
    private static final int LEAST = 3;
    private static final int ROUNDS = 300;
    private static final double STEP = 1;
    private static final double MOMENTUM = .9;
    private static final double PENALTY = .01;
    private static final int GROUPS = LikelyGroups.GROUPS.size();

    private static List<String> learned(List<GroupsMeasured> records) {
        Map<String, Integer> met = new TreeMap<>();
        List<Set<String>> signs =
                records.stream().map(one -> LikelyGroups.signs(one.title(), one.study())).toList();
        signs.forEach(all -> all.forEach(sign -> met.merge(sign, 1, Integer::sum)));
        met.values().removeIf(count -> count < LEAST);
        List<String> names = List.copyOf(met.keySet());
        Map<String, Integer> places = new TreeMap<>();
        names.forEach(name -> places.put(name, places.size()));
        int always = names.size();
        double[][] weights = new double[names.size() + 1][GROUPS];
        double[][] speed = new double[names.size() + 1][GROUPS];
        List<int[]> rows =
                signs.stream()
                        .map(all ->
                                all.stream()
                                        .filter(places::containsKey)
                                        .mapToInt(sign ->
                                                java.util.Objects.requireNonNull(places.get(sign)))
                                        .toArray())
                        .toList();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] slope = new double[weights.length][GROUPS];
            for (int at = 0; at < rows.size(); at++) {
                double length = 1 / Math.sqrt(rows.get(at).length + 1.0);
                for (int group = 0; group < GROUPS; group++) {
                    double sum = 0;
                    for (int place : rows.get(at)) {
                        sum += weights[place][group];
                    }
                    double off =
                            1 / (1 + StrictMath.exp(-sum * length - weights[always][group]))
                                    - (records.get(at)
                                                    .tags()
                                                    .contains(LikelyGroups.GROUPS.get(group))
                                            ? 1
                                            : 0);
                    for (int place : rows.get(at)) {
                        slope[place][group] += off * length / rows.size();
                    }
                    slope[always][group] += off / rows.size();
                }
            }
            for (int place = 0; place < weights.length; place++) {
                for (int group = 0; group < GROUPS; group++) {
                    double penalty = place == always ? 0 : PENALTY * weights[place][group];
                    speed[place][group] =
                            MOMENTUM * speed[place][group] - STEP * (slope[place][group] + penalty);
                    weights[place][group] += speed[place][group];
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < weights.length; place++) {
            lines.add(
                    (place == always ? LikelyGroups.ALWAYS : names.get(place))
                            + "\t"
                            + Arrays.stream(weights[place])
                                    .mapToObj(weight ->
                                            Double.toString(Math.round(weight * 100) / 100.0))
                                    .collect(Collectors.joining("\t")));
        }
        return lines;
    }

    private static List<String> lines(List<GroupsMeasured> records) {
        return Stream.concat(
                        Stream.of(
                                "# version: 2026-2",
                                "# Learned, not to be edited: how much design, sex and the stems of a title's words speak for each MeSH age",
                                "# group, from the tags of the 500 development records of PubMedQA (MIT licence; tags are those of MEDLINE,",
                                "# courtesy of the U.S. National Library of Medicine). Made by: ./mvnw -Dtest=LikelyGroupsTests",
                                "# -Dsurefire.extra=-Doropos.learn=true test",
                                String.join("\t", LikelyGroups.columns())),
                        learned(records).stream())
                .toList();
    }

    private static LikelyGroups from(List<GroupsMeasured> records) {
        return new LikelyGroups(
                new RuleFile(
                        LikelyGroups.FILE,
                        "half",
                        learned(records).stream().map(line -> List.of(line.split("\t"))).toList()),
                AgeWords.shipped());
    }

    @Test
    void learningAgainGivesTheShippedWeights() throws Exception {
        List<String> lines = lines(GroupsMeasured.records());
        if (Boolean.getBoolean("oropos.learn")) {
            Files.write(SHIPPED, lines);
        }
        assertThat(Files.readAllLines(SHIPPED)).isEqualTo(lines);
    }

    @Test
    void guessesAreMadeOnlyWhereNobodyIsStatedAndFindMoreTagsThanSilence() throws Exception {
        List<GroupsMeasured> records = GroupsMeasured.records();
        LikelyGroups fromEven = from(records.stream().filter(GroupsMeasured::isEven).toList());
        LikelyGroups fromOdd = from(records.stream().filter(one -> !one.isEven()).toList());
        Function<GroupsMeasured, Set<String>> stated =
                one -> Set.copyOf(one.study().population().ageGroups());
        Function<GroupsMeasured, Set<String>> both =
                one -> {
                    List<LikelyGroups.Likely> guessed =
                            (one.isEven() ? fromOdd : fromEven).of(one.title(), one.study());
                    assertThat(guessed.isEmpty() || stated.apply(one).isEmpty()).isTrue();
                    return Stream.concat(
                                    stated.apply(one).stream(),
                                    guessed.stream().map(LikelyGroups.Likely::id))
                            .collect(Collectors.toSet());
                };
        double silent = micro(records, stated);
        double guessing = micro(records, both);
        System.out.printf(
                "every age group, micro F1: stated %.3f (even %.3f, odd %.3f), with guesses %.3f (even %.3f, odd %.3f); no group stated in %d of %d%n",
                silent,
                micro(records.stream().filter(GroupsMeasured::isEven).toList(), stated),
                micro(records.stream().filter(one -> !one.isEven()).toList(), stated),
                guessing,
                micro(records.stream().filter(GroupsMeasured::isEven).toList(), both),
                micro(records.stream().filter(one -> !one.isEven()).toList(), both),
                records.stream().filter(one -> stated.apply(one).isEmpty()).count(),
                records.size());
        assertThat(guessing).isGreaterThan(silent + .1);
    }

    private static double micro(
            List<GroupsMeasured> records, Function<GroupsMeasured, Set<String>> read) {
        AgeWords names = AgeWords.shipped();
        long both = 0;
        long either = 0;
        for (GroupsMeasured one : records) {
            Set<String> tagged =
                    names.tagged(List.copyOf(one.tags())).stream()
                            .map(AgeWords.Group::id)
                            .collect(Collectors.toSet());
            Set<String> said = read.apply(one);
            both += said.stream().filter(tagged::contains).count();
            either += said.size() + tagged.size();
        }
        return 2.0 * both / either;
    }
}
