package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.Glossary;
import oropos.terminology.Terminology;

/// How many of the terms of the first answer and of the preventive recommendations the glossary
/// explains.
///
/// Terms are what the terminology recognises and every word that a list of easy words lacks, without
/// those that `ordinary-words.txt` names as no medical terms. The list of easy words lies outside the
/// repository; without it the test is skipped.
class GlossaryCoverageTests {

    private static final double AIM = 0.95;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");

    @Test
    void atLeastNineteenOfTwentyTermsAreExplained() throws IOException {
        Path data = Path.of(System.getProperty("oropos.data", "../shared/data"));
        Path list = data.resolve("vocabulary/easy-words-en.txt");
        Assumptions.assumeTrue(Files.exists(list), "no list of easy words at " + list);
        Set<String> plain = new HashSet<>();
        Files.readAllLines(list).forEach(word -> plain.add(word.strip().toLowerCase(Locale.ROOT)));
        plain.addAll(ordinary());
        for (Map.Entry<String, List<String>> texts : texts().entrySet()) {
            Map<String, Boolean> terms = new TreeMap<>();
            texts.getValue().forEach(text -> collect(text, plain, terms));
            long explained = terms.values().stream().filter(covered -> covered).count();
            List<String> missing =
                    terms.keySet().stream()
                            .filter(term -> !Objects.requireNonNull(terms.get(term)))
                            .toList();
            String line =
                    "%s: %d of %d terms explained; not: %s"
                            .formatted(texts.getKey(), explained, terms.size(), missing);
            System.out.println(line);
            assertThat((double) explained / terms.size()).as(line).isGreaterThanOrEqualTo(AIM);
        }
    }

    private static Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        AskedLibrary library = AskedLibrary.shared();
        Answer first = library.ask(Questions.FIRST.getFirst());
        texts.put(
                "first answer",
                Statements.of(first).stream().map(p -> p.statement().text()).toList());
        List<String> preventive = new ArrayList<>();
        library.library.eachCurrent(version -> {
            if (version.source().id().value().startsWith("guideline:uspstf/")) {
                version.passages().stream()
                        .filter(passage -> passage.claim() != null)
                        .forEach(passage -> preventive.add(passage.text()));
            }
        });
        texts.put("preventive recommendations", preventive);
        return texts;
    }

    private static void collect(String text, Set<String> plain, Map<String, Boolean> terms) {
        List<Glossary.Found> found = Glossary.shipped().in(text);
        Terminology.builtIn()
                .read(text)
                .mentions()
                .forEach(mention -> {
                    boolean easy =
                            WORD.matcher(mention.words())
                                    .results()
                                    .allMatch(word -> isPlain(word.group(), plain));
                    if (!easy) {
                        note(
                                terms,
                                mention.words(),
                                covered(found, mention.span().start(), mention.span().end()));
                    }
                });
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (Character.isLetter(word.group().charAt(0))
                    && word.group().length() > 1
                    && !isPlain(word.group(), plain)) {
                note(terms, word.group(), covered(found, word.start(), word.end()));
            }
        }
    }

    private static void note(Map<String, Boolean> terms, String words, boolean covered) {
        terms.merge(words.toLowerCase(Locale.ROOT), covered, (one, other) -> one && other);
    }

    /// Whether a term lies in what the glossary found, or what it found is its chief part.
    private static boolean covered(List<Glossary.Found> found, int start, int end) {
        return found.stream().anyMatch(one -> one.start() < end && start < one.end());
    }

    private static boolean isPlain(String word, Set<String> plain) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        List<String> forms = new ArrayList<>(List.of(lower));
        for (String[] change :
                new String[][] {
                    {"'s", ""},
                    {"ies", "y"},
                    {"es", ""},
                    {"s", ""},
                    {"ed", ""},
                    {"ed", "e"},
                    {"ing", ""},
                    {"ing", "e"},
                    {"ly", ""},
                    {"er", ""},
                    {"er", "e"},
                    {"est", ""}
                }) {
            if (lower.endsWith(change[0])) {
                forms.add(lower.substring(0, lower.length() - change[0].length()) + change[1]);
            }
        }
        return Character.isDigit(lower.charAt(0)) || forms.stream().anyMatch(plain::contains);
    }

    private static Set<String> ordinary() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        GlossaryCoverageTests.class.getResourceAsStream("ordinary-words.txt"))) {
            Set<String> words = new HashSet<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
            return words;
        }
    }
}
