package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import oropos.question.Reader;

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

    private static List<Answer.UrgentSign> signs() throws IOException {
        return rows("/question/urgent-signs.yaml", "rules").stream()
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
