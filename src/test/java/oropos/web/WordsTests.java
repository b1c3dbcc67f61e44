package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oropos.library.Standing;
import oropos.library.TextKind;
import oropos.question.QuestionKind;
import oropos.question.Reader;
import oropos.question.Urgent;

/// The words of the interface: each used, each there.
class WordsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.]+)[}(]");

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("messages.properties"))) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyKeyATemplateNamesHasWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> templates = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : templates.toList()) {
                Matcher matcher = KEY.matcher(Files.readString(template));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(words().stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everyCodeOfTheContractHasWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Reader reader : Reader.values()) {
            keys.add("reader." + reader.code());
            keys.add("disclaimer." + reader.code());
        }
        for (QuestionKind kind : QuestionKind.values()) {
            keys.add("kind." + kind.code());
        }
        for (Standing standing : Standing.values()) {
            keys.add("standing." + standing.code());
        }
        for (TextKind text : TextKind.values()) {
            keys.add("kind.text." + text.code());
            keys.add("textKind." + text.code());
        }
        for (Urgent.Severity severity : Urgent.Severity.values()) {
            keys.add("severity." + severity.code());
        }
        for (String level : Set.of("high", "moderate", "low", "veryLow")) {
            keys.add("certainty." + level);
        }
        for (String kind :
                Set.of(
                        "badRequest",
                        "staleForm",
                        "notFound",
                        "tooLarge",
                        "tooMany",
                        "internal",
                        "notYours")) {
            keys.addAll(
                    Stream.of("title", "what", "safe", "do")
                            .map(part -> "error." + kind + "." + part)
                            .toList());
        }
        assertThat(words().stringPropertyNames()).containsAll(keys);
    }

    @Test
    void noWordsShout() throws IOException {
        assertThat(words().values()).noneMatch(text -> text.toString().contains("!"));
    }
}
