package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import oropos.question.Reader;
import oropos.terminology.Negations;

/// Plain words lose nothing of a sign or of what to do.
class PlainWordsTests {

    private static final PlainWords WORDS = PlainWords.shipped();

    /// Who or what must be called, gone to or given, and when: what stands in a rule stands in its plain
    /// words.
    private static final List<String> KEPT =
            List.of(
                    "emergency number",
                    "crisis line",
                    "poison centre",
                    "maternity unit",
                    "emergency department",
                    "hospital",
                    "adrenaline",
                    "glucagon",
                    "by mouth",
                    "antibiotics",
                    "ketones",
                    "blood count",
                    "keep the back still",
                    "within hours",
                    "note the time",
                    "helpline",
                    "teacher",
                    "routine",
                    "not safe now",
                    "leukaemia");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(String file, String list) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlainWordsTests.class.getResourceAsStream(file))) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return (List<Map<String, Object>>) Objects.requireNonNull(all.get(list));
        }
    }

    private static Stream<Map<String, Object>> rules(String file) {
        try {
            return rows(file, "rules").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Answer.UrgentSign> signs() throws IOException {
        return Stream.of(
                        "/question/urgent-signs.yaml",
                        "/question/urgent-signs-birth.yaml",
                        "/question/urgent-signs-adult.yaml",
                        "/question/urgent-signs-sudden.yaml",
                        "/question/urgent-signs-values.yaml",
                        "/question/urgent-signs-short.yaml")
                .flatMap(PlainWordsTests::rules)
                .map(row ->
                        new Answer.UrgentSign(
                                String.valueOf(row.get("id")),
                                String.valueOf(row.get("severity")),
                                String.valueOf(row.get("sign")),
                                String.valueOf(row.get("action")),
                                null,
                                "",
                                false,
                                List.of()))
                .toList();
    }

    private static List<Answer.Unknown> facts() throws IOException {
        return rows("/question/facts.yaml", "facts").stream()
                .map(row ->
                        new Answer.Unknown(
                                String.valueOf(row.get("key")),
                                String.valueOf(row.get("name")),
                                String.valueOf(row.get("ask")),
                                null))
                .toList();
    }

    /// Every head of a branch.
    @SuppressWarnings("unchecked")
    private static List<String> conditions() throws IOException {
        return rows("/question/facts.yaml", "facts").stream()
                .flatMap(fact -> ((List<Object>) fact.getOrDefault("values", List.of())).stream())
                .map(value -> ((Map<String, Object>) value).get("condition"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void aBranchKeepsItsNumbersAndDenials() throws IOException {
        for (String condition : conditions()) {
            Answer.Branch branch = new Answer.Branch(condition, List.of());
            String said = WORDS.condition(branch, Reader.CARER);
            assertThat(numbers(said)).as(condition).isEqualTo(numbers(condition));
            assertThat(Negations.in(said))
                    .as(condition)
                    .hasSizeGreaterThanOrEqualTo(Negations.in(condition).size());
            assertThat(WORDS.condition(branch, Reader.PHYSICIAN)).isEqualTo(condition);
        }
    }

    /// Corrections that stand whole in the file; those with places are filled in by a rule.
    private static List<Answer.FalsePremise> premises() throws IOException {
        return Stream.of("/question/premises.yaml", "/question/premises-amounts.yaml")
                .flatMap(PlainWordsTests::rules)
                .filter(row -> String.valueOf(row.get("correction")).indexOf('{') < 0)
                .map(row ->
                        new Answer.FalsePremise(
                                String.valueOf(row.get("id")),
                                String.valueOf(row.get("kind")),
                                "",
                                String.valueOf(row.get("correction")),
                                List.of()))
                .toList();
    }

    /// Every reason the program gives for not answering, or not wholly.
    @SuppressWarnings("unchecked")
    private static TreeSet<String> outcomes() throws IOException {
        TreeSet<String> reasons = new TreeSet<>();
        try (InputStream in =
                Objects.requireNonNull(
                        PlainWordsTests.class.getResourceAsStream("/question/refusals.yaml"))) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            reasons.addAll(
                    ((Map<String, Object>) Objects.requireNonNull(all.get("words"))).keySet());
        }
        Pattern.compile("(?:partly|refused)\\(\\s*\"(\\w+)\"")
                .matcher(Files.readString(Path.of("src/main/java/oropos/answer/Outcomes.java")))
                .results()
                .forEach(one -> reasons.add(one.group(1)));
        return reasons;
    }

    private static TreeSet<String> numbers(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(one -> one.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleAndEveryFactHasPlainWords() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        signs().forEach(sign -> expected.add("urgent " + sign.rule()));
        facts().forEach(fact -> expected.add("fact " + fact.key()));
        premises().forEach(premise -> expected.add("premise " + premise.rule()));
        conditions().forEach(condition -> expected.add("branch " + condition));
        outcomes().forEach(reason -> expected.add("outcome " + reason));
        TreeSet<String> there = new TreeSet<>();
        try (InputStream in =
                Objects.requireNonNull(
                        PlainWordsTests.class.getResourceAsStream("/answer/plain-words.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("kind\t"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> there.add(cells[0] + " " + cells[1]));
        }
        assertThat(there).hasSizeGreaterThan(60).isEqualTo(expected);
        for (Answer.UrgentSign sign : signs()) {
            assertThat(WORDS.action(sign, Reader.NURSE)).isEqualTo(sign.action());
        }
        for (Answer.Unknown fact : facts()) {
            assertThat(WORDS.ask(fact, Reader.PHYSICIAN)).isEqualTo(fact.ask());
        }
    }

    @Test
    void whatIsToBeDoneWhomToCallAndEveryNumberStay() throws IOException {
        for (Answer.UrgentSign sign : signs()) {
            String before = (sign.sign() + " " + sign.action()).toLowerCase(Locale.ROOT);
            String plain =
                    (WORDS.sign(sign, Reader.CARER) + " " + WORDS.action(sign, Reader.CARER))
                            .toLowerCase(Locale.ROOT);
            for (String words : KEPT) {
                if (before.contains(words)) {
                    assertThat(plain).as(sign.rule()).contains(words);
                }
            }
            assertThat(numbers(plain)).as(sign.rule()).isEqualTo(numbers(before));
            assertThat(plain)
                    .as(sign.rule())
                    .containsPattern(sign.severity().equals("now") ? "\\bnow\\b" : "\\btoday\\b");
        }
    }

    @Test
    void correctionsKeepEveryNumberAndEveryDenialAndAreEasierToRead() throws IOException {
        List<Readability> grades = new ArrayList<>();
        for (Answer.FalsePremise premise : premises()) {
            String plain = WORDS.correction(premise, Reader.CARER);
            assertThat(numbers(plain)).as(premise.rule()).isEqualTo(numbers(premise.correction()));
            if (premise.correction().contains(" not ")) {
                assertThat(plain)
                        .as(premise.rule())
                        .containsPattern("\\b(?:not|never|nobody|nothing|no)\\b|\\bNobody\\b");
            }
            assertThat(WORDS.correction(premise, Reader.NURSE)).isEqualTo(premise.correction());
            assertThat(plain.split("(?<=[.!?]) ")[0].length()).as(premise.rule()).isLessThan(106);
            grades.add(Readability.of(plain));
        }
        System.out.println(
                "corrections in plain words, median grade " + Readability.median(grades));
        assertThat(Readability.median(grades)).isLessThan(7);
    }

    @Test
    void aRefusalKeepsItsFiguresAndWhatWasTyped() {
        assertThat(
                        outcome(
                                "unknownSubject",
                                "Not found in this library: nothing in it speaks of \"zzz 5\", which no vocabulary here knows. 214 sources searched. Check the spelling, or add a source on it."))
                .contains("\"zzz 5\"")
                .contains("214 sources");
        assertThat(
                        outcome(
                                "tooLong",
                                "The text has 13,000 characters, and 12,000 are read at most; please shorten it."))
                .contains("13,000 letters")
                .contains("12,000 can be read");
        assertThat(
                        outcome(
                                "indirect",
                                "The best source found is about people who differ from this patient: 18 to 65 years."))
                .endsWith("The difference: 18 to 65 years.");
        String bare = "The best source found does not say whom it is about.";
        assertThat(outcome("indirect", bare)).isEqualTo(bare);
        assertThat(outcome("somethingNew", bare)).isEqualTo(bare);
    }

    private static String outcome(String reason, String words) {
        return String.valueOf(
                WORDS.outcome(
                        new Answer.Outcome("abstained", reason, words, List.of()), Reader.PATIENT));
    }

    @Test
    void theyReadAtTheSixthGradeInTheMiddleAndNoneAboveTheNinth() throws IOException {
        List<Readability> grades = new ArrayList<>();
        for (Answer.UrgentSign sign : signs()) {
            Readability grade =
                    Readability.of(
                            WORDS.sign(sign, Reader.CARER)
                                    + ".\n"
                                    + WORDS.action(sign, Reader.CARER));
            grades.add(grade);
            assertThat(grade.middle()).as(sign.rule()).isLessThan(9.5);
        }
        assertThat(Readability.median(grades)).isLessThan(7);
        System.out.println(
                "urgent signs in plain words, median grade " + Readability.median(grades));
        List<Readability> asks = new ArrayList<>();
        for (Answer.Unknown fact : facts()) {
            asks.add(Readability.of(WORDS.ask(fact, Reader.CARER)));
        }
        System.out.println(
                "facts asked for in plain words, median grade " + Readability.median(asks));
        assertThat(Readability.median(asks)).isLessThan(7);
    }
}
