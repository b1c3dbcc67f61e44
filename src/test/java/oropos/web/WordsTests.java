package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
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

    /// Names and signs that are the same in every language.
    private static final Set<String> SAME = Set.of("Oropos", "×");

    @Test
    void noTemplateHoldsWordsOfItsOwn() throws IOException {
        List<String> own = new ArrayList<>();
        try (Stream<Path> templates = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : templates.sorted().toList()) {
                for (Element element :
                        Jsoup.parse(Files.readString(template)).select("body *, title, option")) {
                    String words = element.ownText().strip();
                    boolean filled =
                            element.attributes().asList().stream()
                                    .map(Attribute::getKey)
                                    .anyMatch(FILLS::contains);
                    if (!filled && words.matches(".*\\p{L}.*") && !SAME.contains(words)) {
                        own.add(template.getFileName() + ": " + words);
                    }
                    for (String attribute : SAID) {
                        if (element.attr(attribute).matches(".*\\p{L}.*")
                                && !SAME.contains(element.attr(attribute))) {
                            own.add(template.getFileName() + ": " + element.attr(attribute));
                        }
                    }
                }
            }
        }
        assertThat(own).isEmpty();
    }

    private static final Set<String> FILLS =
            Set.of("th:text", "th:utext", "th:replace", "th:remove");
    private static final Set<String> SAID = Set.of("title", "aria-label", "placeholder", "alt");

    /// Templates readers meet. Desks and administration are English in every language.
    private static final List<String> READERS =
            List.of(
                    "front",
                    "answer",
                    "frame",
                    "statement",
                    "understood",
                    "parts",
                    "next",
                    "handover",
                    "evidence",
                    "reading-log",
                    "library",
                    "source",
                    "error");

    private static Properties german() throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("messages_de.properties"))) {
            words.load(in);
        }
        return words;
    }

    @Test
    void theSecondLanguageHasEveryKeyWithTheSamePlacesAndNoneOfItsOwn() throws IOException {
        Properties own = words();
        Properties other = german();
        assertThat(other.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(own.stringPropertyNames());
        for (String key : own.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(places(other.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(own.getProperty(key)));
        }
    }

    /// Where something is put into the words.
    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\d)")
                .matcher(words)
                .results()
                .forEach(one -> places.add(one.group(1)));
        return places;
    }

    @Test
    void everythingAReaderMeetsStandsInTheSecondLanguage() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String template : READERS) {
            Matcher matcher =
                    KEY.matcher(
                            Files.readString(
                                    RESOURCES.resolve("templates").resolve(template + ".html")));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        assertThat(german().stringPropertyNames()).containsAll(keys);
        for (String family :
                Set.of(
                        "reader.",
                        "disclaimer.",
                        "kind.",
                        "standing.",
                        "severity.",
                        "fit.",
                        "chip.",
                        "certainty.",
                        "stage.",
                        "error.",
                        "keys.",
                        "form.",
                        "textKind.")) {
            assertThat(german().stringPropertyNames())
                    .containsAll(
                            words().stringPropertyNames().stream()
                                    .filter(key -> key.startsWith(family))
                                    .filter(key -> !key.startsWith("error.notYours"))
                                    .toList());
        }
    }

    @Test
    void aTranslationTakesTheSameValuesAndNoOthers() throws IOException {
        Pattern value = Pattern.compile("\\{(\\d)");
        for (String key : german().stringPropertyNames()) {
            assertThat(words().getProperty(key)).as(key).isNotNull();
            Set<String> own = new TreeSet<>();
            Set<String> original = new TreeSet<>();
            value.matcher(german().getProperty(key))
                    .results()
                    .forEach(one -> own.add(one.group(1)));
            value.matcher(words().getProperty(key))
                    .results()
                    .forEach(one -> original.add(one.group(1)));
            assertThat(own).as(key).isEqualTo(original);
        }
    }

    @Test
    void noWordsShout() throws IOException {
        assertThat(words().values()).noneMatch(text -> text.toString().contains("!"));
    }
}
