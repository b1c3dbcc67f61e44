package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every pair of colours in which text is set, measured as WCAG 2.2 defines contrast.
class ColoursTests {

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink,paper",
        "ink,card",
        "ink,wash",
        "ink,amber-wash",
        "soft,paper",
        "soft,card",
        "soft,wash",
        "accent,paper",
        "accent,card",
        "accent,wash",
        "accent,amber-wash",
        "on-accent,accent",
        "on-red,red",
        "amber,paper",
        "amber,card",
        "amber,wash",
        "amber,amber-wash",
        "red,paper",
        "red,card",
        "on-mark,mark",
        "paper,amber"
    })
    void textIsReadInEveryPairAndBothThemes(String text, String ground) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/oropos.css"));
        String screen = css.substring(0, css.indexOf("@media print"));
        int dark = screen.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, String> light = tokens(screen.substring(0, dark));
        Map<String, String> night = new HashMap<>(light);
        night.putAll(tokens(screen.substring(dark)));
        assertThat(contrast(light, text, ground)).as("light").isGreaterThanOrEqualTo(7.0);
        assertThat(contrast(night, text, ground)).as("dark").isGreaterThanOrEqualTo(7.0);
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double a = luminance(tokens.get(one));
        double b = luminance(tokens.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(@org.jspecify.annotations.Nullable String colour) {
        if (colour == null) {
            throw new IllegalArgumentException("no such token in oropos.css");
        }
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double c = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
