package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickPatternTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
                    recommended                          @ recommended
                    \\b(is|are) (now )?recommended\\b    @ recommended
                    symptoms?                            @ symptom
                    organi[sz]ation                      @ organi
                    favou?r                              @ favo
                    (?:cat|dog)s                         @ cat,dog
                    (?i)TREAT(ed|s)                      @ treat
                    (cat|do)s                            @ ''
                    \\bcough(?! syrup)                   @ cough
                    (?<=no )fever                        @ fever
                    fev+er                               @ fev
                    (?:fever){0,2}                       @ ''
                    (?:fever){2}                         @ fever
                    \\w+                                 @ ''
                    [a-z[x]]+ache                        @ ache
                    e\\.g\\.                             @ e.g.
                    (?<what>fever)                       @ fever
                    """)
    void lettersThatMustStandAreReadOutOfAnExpression(String expression, String letters) {
        Set<String> expected = letters.isEmpty() ? Set.of() : Set.of(letters.split(","));
        assertThat(PatternLetters.of(Pattern.compile(expression), 64))
                .singleElement()
                .satisfies(one -> assertThat(one.letters()).isEqualTo(expected));
    }

    @Test
    void whatCannotBeReadIsTriedAsItStands() {
        for (String hard :
                List.of("(fever|pain) \\1", "(?x) fev er", "\\Qfever\\E", "fever(?i)|PAIN")) {
            assertThat(PatternLetters.of(Pattern.compile(hard), 64))
                    .singleElement()
                    .satisfies(one -> assertThat(one.letters()).isEmpty());
        }
        assertThat(QuickPattern.of("(fever|pain) \\1").isIn("pain pain")).isTrue();
        assertThat(QuickPattern.of("fever(?i)|PAIN").isIn("no pain")).isTrue();
    }

    @Test
    void alternativesBeyondTheMostAreTriedTogether() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            words.add("word" + i + "end");
        }
        QuickPattern quick = QuickPattern.of(String.join("|", words));
        for (String word : words) {
            assertThat(quick.isIn("a " + word)).as(word).isTrue();
        }
        assertThat(quick.isIn("word201end")).isFalse();
    }

    @Test
    void capitalsMeetSmallLettersOnlyWhereTheExpressionSaysSo() {
        assertThat(QuickPattern.of("fever").isIn("FEVER")).isFalse();
        assertThat(QuickPattern.of("(?i)fever").isIn("FEVER")).isTrue();
        assertThat(
                        QuickPattern.of(Pattern.compile("fever|chills", Pattern.CASE_INSENSITIVE))
                                .isIn("Chills"))
                .isTrue();
    }

    /// Every expression an editor's list holds, over texts made of its own letters and over sentences.
    @Test
    void itFindsWhatTheEngineFinds() throws IOException {
        List<Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(150);
        Random random = new Random(7);
        List<String> sentences = sentences();
        for (Pattern pattern : patterns) {
            QuickPattern quick = QuickPattern.of(pattern);
            List<String> texts = new ArrayList<>(sentences);
            String[] pieces = pattern.pattern().split("[^A-Za-z ]+");
            for (int i = 0; i < 40; i++) {
                StringBuilder text = new StringBuilder();
                for (int k = 0; k < 6; k++) {
                    text.append(pieces.length == 0 ? "" : pieces[random.nextInt(pieces.length)])
                            .append(random.nextInt(3) == 0 ? "" : " ");
                }
                texts.add(text.toString());
            }
            for (String text : texts) {
                boolean found = pattern.matcher(text).find();
                assertThat(quick.isIn(text)).as("%s in %s", pattern, text).isEqualTo(found);
                if (found) {
                    assertThat(quick.mayBeIn(text)).as("%s in %s", pattern, text).isTrue();
                }
            }
        }
    }

    private static List<Pattern> patterns() throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".tsv")).sorted().toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    for (String cell : line.split("\t")) {
                        if (cell.contains("\\b") || cell.contains("(?")) {
                            try {
                                patterns.add(Pattern.compile(cell));
                            } catch (PatternSyntaxException prose) {
                                // a note that speaks of expressions
                            }
                        }
                    }
                }
            }
        }
        return patterns;
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/clinical-rules.md"))) {
            Sentences.of(line).forEach(span -> sentences.add(span.of(line)));
        }
        return sentences.subList(0, Math.min(400, sentences.size()));
    }
}
