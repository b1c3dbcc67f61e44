package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.terminology.Doses;

/// What patients read of the starter library. That each wording keeps the facts is seen when its file
/// is read ([oropos.library.PlainWording]).
class StarterWordingTests {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^::: \\w+\\n(?<fields>.*?)^---\\n(?<words>.*?)\\n:::$");
    private static final Pattern PLAIN = Pattern.compile("(?m)^plain: (.*)$");

    /// @param plain the wording for patients, or empty
    private record Pair(String words, String plain) {}

    private static final List<Pair> PAIRS = pairs();

    @Test
    void everyBlockIsWordedForPatientsUnlessItStatesADose() {
        assertThat(PAIRS)
                .isNotEmpty()
                .allSatisfy(pair ->
                        assertThat(pair.plain().isEmpty())
                                .as(pair.words())
                                .isEqualTo(!Doses.in(pair.words()).isEmpty()));
    }

    @Test
    @DisplayName("at the median the wordings are read at grade 8 or below")
    void theyAreEasyToRead() {
        List<Readability> words = new ArrayList<>();
        List<Readability> plain = new ArrayList<>();
        for (Pair pair : PAIRS) {
            if (!pair.plain().isEmpty()) {
                words.add(Readability.of(pair.words()));
                plain.add(Readability.of(pair.plain()));
            }
        }
        long hard = plain.stream().filter(one -> one.middle() > 8).count();
        System.out.printf(
                Locale.ROOT,
                "%d wordings: grade %.1f, the words %.1f; %d above 8%n",
                plain.size(),
                Readability.median(plain),
                Readability.median(words),
                hard);
        assertThat(Readability.median(plain)).isLessThanOrEqualTo(8);
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String file : resource("index.txt").lines().toList()) {
            var block = BLOCK.matcher(resource(file));
            while (block.find()) {
                var plain = PLAIN.matcher(block.group("fields"));
                pairs.add(
                        new Pair(
                                block.group("words").replace('\n', ' '),
                                plain.find() ? plain.group(1) : ""));
            }
        }
        return pairs;
    }

    private static String resource(String name) {
        try (InputStream in = StarterWordingTests.class.getResourceAsStream("/starter/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(name, failure);
        }
    }
}
