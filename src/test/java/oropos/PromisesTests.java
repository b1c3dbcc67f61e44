package oropos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tests that are said to keep a promise are there.
class PromisesTests {

    /// `room.ClassTests#method`, or `#method` of a class named before it.
    private static final Pattern TEST =
            Pattern.compile(
                    "`(?:(?<room>[a-z.]+)\\.(?<type>[A-Z]\\w+)[\\w.]*)?(?:#(?<method>\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/promises.md", "docs/security.md"})
    void everyTestThatIsNamedIsThere(String page) throws IOException {
        List<String> missing = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        int named = 0;
        Matcher test = TEST.matcher(Files.readString(Path.of(page)));
        while (test.find()) {
            if ("room".equals(test.group("room"))) {
                continue;
            }
            String text =
                    test.group("room") == null
                            ? before.toString()
                            : source(test.group("room"), test.group("type"));
            if (test.group("room") != null) {
                before.append(text);
            }
            if (test.group("method") != null) {
                named++;
                if (!text.contains(" " + test.group("method") + "(")) {
                    missing.add(test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isPositive();
    }

    private static String source(String room, String type) throws IOException {
        Path inside = Path.of("oropos", room.replace('.', '/'), type + ".java");
        for (String root : List.of("src/test/java", "src/main/java")) {
            if (Files.isRegularFile(Path.of(root).resolve(inside))) {
                return Files.readString(Path.of(root).resolve(inside));
            }
        }
        return "";
    }
}
