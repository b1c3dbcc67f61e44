package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oropos.terminology.Mention.Assertion;

/// Holds what one-line questions tell against labels written before, field by field, each with twins in
/// which it is denied, past or somebody else's.
class OneLinerTests {

    private static List<String[]> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        OneLinerTests.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.contains("question\tfacts"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    @Test
    void mostFactsOfOneLineQuestionsAreRead() throws IOException {
        assertThat(right("one-liners", rows("one-liners.tsv"))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void factsInPhrasingsThatWereReadToMendTheReadersAreRead() throws IOException {
        assertThat(right("one-liners-2-P", half("P"))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void factsInPhrasingsThatAreOnlyCountedAreRead() throws IOException {
        assertThat(right("one-liners-2-Q", half("Q"))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void factsThatWereKnownToBeMisreadAreRead() throws IOException {
        assertThat(right("understood-R", half("understood-labelled.tsv", "R")))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void factsThatWereKnownToBeMisreadAndAreOnlyCountedAreRead() throws IOException {
        assertThat(right("understood-S", half("understood-labelled.tsv", "S")))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatChangedOrIsDeniedIsReadInNotesReadToMendTheReaders() throws IOException {
        assertThat(right("notes-2-R", half("notes-2.tsv", "R"))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatChangedOrIsDeniedIsReadInNotesOnlyCounted() throws IOException {
        assertThat(right("notes-2-S", half("notes-2.tsv", "S"))).isGreaterThanOrEqualTo(0.75);
    }

    private static List<String[]> half(String half) throws IOException {
        return half("one-liners-2.tsv", half);
    }

    private static List<String[]> half(String file, String half) throws IOException {
        return rows(file).stream()
                .filter(row -> row[0].equals(half))
                .map(row -> new String[] {row[1], row[2]})
                .toList();
    }

    /// The share of labelled facts that hold; what does not is written beside the other measurements.
    private static double right(String name, List<String[]> rows) throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int all = 0;
        for (String[] row : rows) {
            ClinicalQuestion question = read(row[0]);
            for (String fact : row[1].split(";")) {
                String one = fact.strip();
                boolean absent = one.startsWith("!");
                String told = absent ? one.substring(1) : one;
                boolean holds = question != null && holds(question, told) != absent;
                int[] count = counts.computeIfAbsent(field(told), key -> new int[2]);
                count[0] += holds ? 1 : 0;
                count[1]++;
                right += holds ? 1 : 0;
                all++;
                if (!holds) {
                    wrong.add(one + "\t" + row[0]);
                }
            }
        }
        StringBuilder line = new StringBuilder();
        counts.forEach((field, count) ->
                line.append(' ')
                        .append(field)
                        .append(' ')
                        .append(count[0])
                        .append('/')
                        .append(count[1]));
        System.out.printf("%s: %d of %d facts;%s%n", name, right, all, line);
        Path folder = Path.of("target/question-measured");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".txt"), wrong);
        return right / (double) all;
    }

    /// What was understood; null where the question was refused, so that none of its facts is read.
    private static @Nullable ClinicalQuestion read(String text) {
        return switch (Asking.understood(text)) {
            case Understood.Clear clear -> clear.question();
            case Understood.NeedsDetail needs -> needs.question();
            case Understood.Refused _ -> null;
        };
    }

    private static String field(String told) {
        String key = told.contains("=") ? told.substring(0, told.indexOf('=')) : told;
        int at = told.indexOf('@');
        if (at < 0 || !told.contains("=")) {
            return key;
        }
        String first = told.substring(at + 1).split(":")[0];
        return key + "@" + first;
    }

    private static boolean holds(ClinicalQuestion question, String told) {
        String key = told.contains("=") ? told.substring(0, told.indexOf('=')) : told;
        String value = told.contains("=") ? told.substring(told.indexOf('=') + 1) : null;
        Patient patient = question.patient();
        Map<String, String> facts = patient.facts();
        return switch (key) {
            case "age" -> patient.age() != null && (value == null || value.equals(ucum(patient)));
            case "ages" -> patient.ages() != null && (value == null || spans(patient, value));
            case "sex" ->
                    patient.sex() != null
                            && (value == null
                                    || patient.sex().name().toLowerCase(Locale.ROOT).equals(value));
            case "pregnant" -> value != null && value.equals(String.valueOf(patient.pregnant()));
            case "lactating" -> value != null && value.equals(String.valueOf(patient.lactating()));
            case "kind" -> question.kind().code().equals(value);
            case "ckd" -> is(facts.get("ckdStage"), value);
            case "crcl" -> begins(facts.get("creatinineClearance"), value);
            case "egfr", "gestation", "weight", "height" -> begins(facts.get(key), value);
            case "problem", "drug", "procedure" ->
                    finding(question, key, Objects.requireNonNull(value), true);
            case "no.problem", "past.problem", "possible.problem", "family.problem", "no.drug" ->
                    finding(question, key, Objects.requireNonNull(value), false);
            case "test" ->
                    value != null
                            && (measured(question, value) || finding(question, key, value, true));
            case "comparator" -> named(particulars(question).comparator(), value);
            case "use" -> used(question, Objects.requireNonNull(value));
            case "outcome" -> named(particulars(question).outcome(), value);
            case "asker" -> is(particulars(question).asker(), value);
            default -> is(facts.get(key), value);
        };
    }

    private static Particulars particulars(ClinicalQuestion question) {
        return Asking.UNDERSTANDING.particulars(question);
    }

    /// A value is told of what no list of findings holds as well, such as haemoglobin.
    private static boolean measured(ClinicalQuestion question, String value) {
        String[] parts = value.split("@value:");
        return parts.length == 2
                && particulars(question).tests().stream()
                        .anyMatch(test ->
                                named(test.name(), parts[0])
                                        && parts[1].equals(
                                                test.unit() == null
                                                        ? test.value()
                                                        : test.value() + " " + test.unit()));
    }

    /// What is said of taking a drug, whether or not it is searched for.
    private static boolean used(ClinicalQuestion question, String value) {
        String[] parts = value.split(":");
        LabelledName name = LabelledName.of(parts[0]);
        return question.drugs().stream()
                .filter(name::is)
                .anyMatch(drug ->
                        particulars(question).drugs().stream()
                                .anyMatch(told ->
                                        told.id().equals(drug.id()) && is(told.use(), parts[1])));
    }

    private static boolean named(@Nullable String said, @Nullable String value) {
        return said != null
                && value != null
                && said.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean is(@Nullable String said, @Nullable String value) {
        return said != null && (value == null || said.equalsIgnoreCase(value));
    }

    private static boolean begins(@Nullable String said, @Nullable String value) {
        return said != null
                && (value == null || said.startsWith(value) || said.contains("(" + value));
    }

    private static String ucum(Patient patient) {
        var age = Objects.requireNonNull(patient.age());
        return age.value().stripTrailingZeros().toPlainString() + " " + age.unit().ucum();
    }

    /// Group words are right where they lie within what the label spans, give or take a year.
    private static boolean spans(Patient patient, String value) {
        var ages = Objects.requireNonNull(patient.ages());
        String first = value.split(" ")[0];
        boolean years = value.contains(" a");
        int youngest = years ? ages.youngest().inYears() : ages.youngest().firstDay();
        return Math.abs(youngest - Integer.parseInt(first)) <= 1;
    }

    private static boolean finding(
            ClinicalQuestion question, String key, String value, boolean searched) {
        String[] parts = value.split("@");
        LabelledName name = LabelledName.of(parts[0]);
        return Stream.of(
                        question.problems(),
                        question.drugs(),
                        question.tests(),
                        question.procedures())
                .flatMap(List::stream)
                .filter(name::is)
                .filter(one ->
                        searched
                                ? one.isSearched()
                                : one.assertion() == assertion(key.split("\\.")[0]))
                .anyMatch(
                        one -> Stream.of(parts).skip(1).allMatch(part -> has(question, one, part)));
    }

    private static Assertion assertion(String word) {
        return switch (word) {
            case "no" -> Assertion.NEGATED;
            case "past" -> Assertion.PAST;
            case "possible" -> Assertion.POSSIBLE;
            default -> Assertion.FAMILY;
        };
    }

    private static boolean has(ClinicalQuestion question, Finding finding, String attribute) {
        String[] parts = attribute.split(":", 2);
        Particulars particulars = particulars(question);
        return switch (parts[0]) {
            case "side" -> parts[1].equals(finding.side());
            case "level" -> finding.levels().contains(parts[1]);
            case "severity" ->
                    finding.detail() != null && finding.detail().equalsIgnoreCase(parts[1]);
            case "value" ->
                    particulars.tests().stream()
                            .filter(test -> test.id().equals(finding.id()))
                            .anyMatch(test ->
                                    parts[1].equals(
                                            test.unit() == null
                                                    ? test.value()
                                                    : test.value() + " " + test.unit()));
            case "cause", "mechanism" ->
                    particulars.problems().stream()
                            .filter(problem -> problem.id().equals(finding.id()))
                            .anyMatch(problem ->
                                    named(
                                            parts[0].equals("cause")
                                                    ? problem.cause()
                                                    : problem.mechanism(),
                                            parts[1]));
            default ->
                    particulars.drugs().stream()
                            .filter(drug -> drug.id().equals(finding.id()))
                            .anyMatch(drug ->
                                    is(
                                            switch (parts[0]) {
                                                case "dose" -> drug.dose();
                                                case "route" -> drug.route();
                                                case "use" -> drug.use();
                                                case "brand" -> drug.brand();
                                                default -> null;
                                            },
                                            parts[1]));
        };
    }
}
