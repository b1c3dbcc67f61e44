package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import oropos.library.Literature;
import oropos.library.RuleFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes `conclusion-weights.tsv` and measures what it is good for.
///
/// With `-Doropos.learn=true` the file is written anew from all of PubMedQA's development records. The
/// figures never come from that file: each half (parity of the PMID) is read by weights learned from
/// the other one.
class ConclusionLearningTests {

    private static final List<String> ANSWERS = List.of("yes", "no", "maybe");
    private static final double PENALTY = .005;

    /// How strongly what a reader expects of the main sentence is believed before any example, and how
    /// much of that of any sentence and of every kind of question. Chosen over the two halves.
    private static final double STRONG = 2;

    private static final double ANYWHERE = .5;
    private static final double EVERY_KIND = .5;

    private static final Path SHIPPED =
            Path.of("src/main/resources/oropos/appraisal", Conclusions.FILE);

    /// What a reader expects before any example: kind of question, then what speaks for yes (+) and
    /// for no (-). `*` is every kind.
    private static final List<String> EXPECTED =
            List.of(
                    "*: -no GOOD, -no REL, -no CONF, -no UP, -no DOWN, -no NEED, -DENIED SUBJECT, +GOOD, +CONF",
                    "REL: +REL, -no REL, -SAME, +UP, +DOWN, -no UP, -no DOWN, -no CONF, +CONF",
                    "DIFFER: +REL, -no REL, -SAME, +UP, +DOWN, -no CONF",
                    "BENEFIT: +GOOD, -no GOOD, -BAD, -UNNEED, +no BAD, +NEED",
                    "NEED: +NEED, -no NEED, -UNNEED, -SAME",
                    "ADVERSE: +BAD, -no BAD, -SAME, -GOOD, +UP, -no UP",
                    "SAME: +SAME, -no SAME, -REL, +no REL, -UP, -DOWN",
                    "KNOW: +GOOD, -BAD, -no GOOD, -no REL",
                    "UP: +UP, -DOWN, -no UP, -SAME",
                    "DOWN: +DOWN, -UP, -no DOWN, -SAME");

    private record Asked(int id, String question, String conclusion, String results, int answer) {}

    private static List<Asked> records() throws Exception {
        List<Asked> records = new ArrayList<>();
        for (var entry :
                new JsonMapper()
                        .readTree(
                                Files.readString(
                                        Literature.at("questions/pubmedqa/pubmedqa-dev.json")))
                        .properties()) {
            JsonNode record = entry.getValue();
            List<String> parts = new ArrayList<>();
            record.get("CONTEXTS").forEach(part -> parts.add(part.asString()));
            records.add(
                    new Asked(
                            Integer.parseInt(entry.getKey()),
                            record.get("QUESTION").asString(),
                            record.get("LONG_ANSWER").asString(),
                            String.join(" ", parts),
                            ANSWERS.indexOf(record.get("final_decision").asString())));
        }
        records.sort(java.util.Comparator.comparingInt(Asked::id));
        return records;
    }

    private static String concluded(Asked one) {
        return "CONCLUSION: " + one.conclusion();
    }

    private static Map<String, double[]> learn(
            List<Asked> records, Function<Asked, String> text, double penalty) {
        ConclusionSigns signs = new ConclusionSigns(ConclusionWords.shipped());
        Learning learning = new Learning(penalty, expected());
        Function<List<Asked>, List<Learning.Example>> examples =
                some ->
                        some.stream()
                                .map(one ->
                                        new Learning.Example(signs(signs, one, text), one.answer()))
                                .toList();
        List<double[]> shares = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int fold = 0; fold < 2; fold++) {
            List<Asked> in = new ArrayList<>();
            List<Asked> out = new ArrayList<>();
            for (int at = 0; at < records.size(); at++) {
                (at / 2 % 2 == fold ? out : in).add(records.get(at));
            }
            Map<String, double[]> weights = learning.weights(examples.apply(in));
            for (Asked one : out) {
                shares.add(Conclusions.shares(signs(signs, one, text), weights));
                answers.add(one.answer());
            }
        }
        Map<String, double[]> weights = new TreeMap<>(learning.weights(examples.apply(records)));
        double scale = Learning.scale(shares, answers);
        weights.put(Conclusions.SCALE, new double[] {scale, scale, scale});
        return weights;
    }

    private static Map<String, double[]> expected() {
        Map<String, double[]> expected = new TreeMap<>();
        for (String row : EXPECTED) {
            String[] cells = row.split(": ");
            for (String sign : cells[1].split(", ")) {
                double yes = sign.startsWith("+") ? 1 : -1;
                String end = cells[0].equals("*") ? "" : " / " + cells[0];
                double by = cells[0].equals("*") ? EVERY_KIND : 1;
                put(expected, "main " + sign.substring(1) + end, yes * STRONG * by);
                put(expected, "any " + sign.substring(1) + end, yes * STRONG * ANYWHERE * by);
            }
        }
        return expected;
    }

    private static void put(Map<String, double[]> expected, String sign, double yes) {
        expected.put(sign, new double[] {yes / 2, -yes / 2, 0});
    }

    private static java.util.Set<String> signs(
            ConclusionSigns signs, Asked one, Function<Asked, String> text) {
        String words = text.apply(one);
        return signs.read(
                        one.question(),
                        words,
                        ConclusionPart.of(words, ConclusionWords.shipped().concludes()).sentences())
                .signs();
    }

    private static List<String> lines(List<Asked> records) {
        return lines(records, PENALTY);
    }

    private static List<String> lines(List<Asked> records, double penalty) {
        List<String> lines = new ArrayList<>();
        lines.add("# version: 2026-2");
        lines.add(
                "# Learned, not to be edited: how much each sign of a conclusion weighs for yes, no and maybe, from the");
        lines.add(
                "# 500 development records of PubMedQA (MIT licence). Made by: ./dev test ConclusionLearningTests with");
        lines.add(
                "# -Dsurefire.extra=\"-Doropos.learn=true\" behind it. Signs are those of conclusion-words.tsv.");
        lines.add("basis\tsign\tyes\tno\tmaybe");
        Map<String, Function<Asked, String>> bases = new TreeMap<>();
        bases.put("conclusion", ConclusionLearningTests::concluded);
        bases.put("results", Asked::results);
        bases.forEach((basis, text) ->
                learn(records, text, penalty)
                        .forEach((sign, weight) ->
                                lines.add(
                                        basis + "\t" + sign + "\t" + weight[0] + "\t" + weight[1]
                                                + "\t" + weight[2])));
        return lines;
    }

    private static Conclusions learnedFrom(List<Asked> records, double penalty) {
        List<List<String>> rows =
                lines(records, penalty).stream()
                        .skip(5)
                        .map(line -> List.of(line.split("\t")))
                        .toList();
        return new Conclusions(
                ConclusionWords.shipped(), new RuleFile(Conclusions.FILE, "half", rows));
    }

    @Test
    void learningAgainGivesTheShippedWeights() throws Exception {
        List<String> lines = lines(records());
        if (Boolean.getBoolean("oropos.learn")) {
            Files.write(SHIPPED, lines);
        }
        assertThat(Files.readAllLines(SHIPPED)).isEqualTo(lines);
    }

    @Test
    void eachHalfIsReadByWeightsLearnedFromTheOther() throws Exception {
        List<Asked> records = records();
        Predicate<Asked> even = one -> one.id() % 2 == 0;
        List<Asked> evens = records.stream().filter(even).toList();
        List<Asked> odds = records.stream().filter(even.negate()).toList();
        Conclusions fromEvens = learnedFrom(evens, PENALTY);
        Conclusions fromOdds = learnedFrom(odds, PENALTY);
        Map<String, Function<Asked, String>> forms = new TreeMap<>();
        forms.put("conclusion", ConclusionLearningTests::concluded);
        forms.put(
                "abstract with headed conclusion",
                one -> one.results() + " CONCLUSIONS: " + one.conclusion());
        forms.put("abstract, conclusion unheaded", one -> one.results() + " " + one.conclusion());
        forms.put("results alone", Asked::results);
        Map<String, Double> measured = new TreeMap<>();
        forms.forEach((name, text) -> {
            Told told = new Told();
            odds.forEach(
                    one -> told.add(one.answer(), fromEvens.read(one.question(), text.apply(one))));
            double odd = told.right();
            evens.forEach(
                    one -> told.add(one.answer(), fromOdds.read(one.question(), text.apply(one))));
            double evenHalf = (told.right() * records.size() - odd * odds.size()) / evens.size();
            measured.put(name, told.right());
            System.out.printf(
                    "%s: even half %.3f, odd half %.3f, both %.3f%n%s%n",
                    name, evenHalf, odd, told.right(), told);
        });
        assertThat(measured.get("conclusion")).isGreaterThan(.76);
        assertThat(measured.get("abstract with headed conclusion")).isGreaterThan(.76);
    }

    /// Claims are held against abstracts by weights that saw none of them, with the shipped file.
    @Test
    void claimsOfAnotherCollectionAreReadTooAndWorse() throws Exception {
        JsonMapper json = new JsonMapper();
        Map<String, List<String>> abstracts = new TreeMap<>();
        try (var lines =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(
                                new java.util.zip.GZIPInputStream(
                                        Files.newInputStream(
                                                Literature.at(
                                                        "questions/scifact/corpus.jsonl.gz"))),
                                java.nio.charset.StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = json.readTree(line);
                abstracts.put(
                        record.get("id").asString(),
                        record.get("sentences").valueStream().map(JsonNode::asString).toList());
            }
        }
        Map<String, int[]> whole = new TreeMap<>();
        Map<String, int[]> evidence = new TreeMap<>();
        java.util.Set<String> seen = new java.util.HashSet<>();
        for (String line :
                Files.readAllLines(Literature.at("questions/scifact/claims-dev.jsonl"))) {
            JsonNode claim = json.readTree(line);
            String label = claim.get("label").asString();
            String document = claim.get("evidenceDocument").asString();
            if (label.isEmpty() || !seen.add(claim.get("id").asString() + " " + document)) {
                continue;
            }
            List<String> sentences = abstracts.getOrDefault(document, List.of());
            List<String> chosen =
                    java.util.regex.Pattern.compile("\\d+")
                            .matcher(claim.get("evidenceSentences").asString())
                            .results()
                            .map(one -> Integer.parseInt(one.group()))
                            .filter(at -> at < sentences.size())
                            .map(sentences::get)
                            .toList();
            String words = claim.get("claim").asString();
            count(whole, label, words, String.join(" ", sentences));
            count(evidence, label, words, "CONCLUSION: " + String.join(" ", chosen));
        }
        System.out.println("claims, read as supports/opposes/inconclusive: whole abstract");
        whole.forEach((label, counts) ->
                System.out.println("  " + label + " " + java.util.Arrays.toString(counts)));
        System.out.println("claims: the sentences people named");
        evidence.forEach((label, counts) ->
                System.out.println("  " + label + " " + java.util.Arrays.toString(counts)));
        assertThat(evidence.keySet()).containsExactly("CONTRADICT", "SUPPORT");
        int right =
                evidence.getOrDefault("SUPPORT", new int[3])[0]
                        + evidence.getOrDefault("CONTRADICT", new int[3])[1];
        assertThat(right).isGreaterThan(seen.size() / 2);
    }

    private static void count(Map<String, int[]> table, String label, String claim, String text) {
        Conclusions.shipped()
                .read(claim, text)
                .ifPresent(read ->
                        table.computeIfAbsent(label, key -> new int[3])[
                                read.direction().ordinal()]++);
    }

    /// Answers counted: a confusion table and how sure the reading was.
    private static final class Told {
        private final int[][] table = new int[3][3];
        private final int[] bins = new int[10];
        private final int[] rightOf = new int[10];
        private final double[] sureOf = new double[10];

        private int unread;

        void add(int answer, java.util.Optional<Conclusion> perhaps) {
            if (perhaps.isEmpty()) {
                unread++;
                return;
            }
            Conclusion read = perhaps.get();
            int said = read.direction().ordinal();
            table[answer][said]++;
            int bin = Math.min(9, (int) (read.sure() * 10));
            bins[bin]++;
            sureOf[bin] += read.sure();
            rightOf[bin] += said == answer ? 1 : 0;
        }

        double right() {
            int all = unread;
            int right = 0;
            for (int at = 0; at < 3; at++) {
                right += table[at][at];
                for (int count : table[at]) {
                    all += count;
                }
            }
            return (double) right / all;
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder();
            for (int at = 0; at < 3; at++) {
                words.append("  people say ")
                        .append(ANSWERS.get(at))
                        .append(", read as yes/no/maybe: ");
                words.append(table[at][0])
                        .append(' ')
                        .append(table[at][1])
                        .append(' ')
                        .append(table[at][2])
                        .append('\n');
            }
            double off = 0;
            int all = 0;
            for (int bin = 0; bin < 10; bin++) {
                if (bins[bin] > 0) {
                    words.append(
                            String.format(
                                    java.util.Locale.ROOT,
                                    "  sure %.2f: right %.2f of %d%n",
                                    sureOf[bin] / bins[bin],
                                    (double) rightOf[bin] / bins[bin],
                                    bins[bin]));
                    off += Math.abs(sureOf[bin] - rightOf[bin]);
                    all += bins[bin];
                }
            }
            return words.append(
                            String.format(
                                    java.util.Locale.ROOT,
                                    "  expected calibration error %.3f",
                                    off / all))
                    .toString();
        }
    }
}
