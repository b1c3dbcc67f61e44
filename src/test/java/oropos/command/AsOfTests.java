package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Library;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the library knew on a day, asked and verified later.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsOfTests {

    private static final String QUESTION =
            "Should a 14-year-old girl with osteogenesis imperfecta be given alendronate?";

    @TempDir Path folder;

    private Typed ask(String... options) {
        Object[] words = new Object[6 + options.length];
        System.arraycopy(
                new Object[] {"--data", folder.resolve("data"), "--no-vectors", "ask", "--json"},
                0,
                words,
                0,
                5);
        words[5] = QUESTION;
        System.arraycopy(options, 0, words, 6, options.length);
        return Typed.in(words);
    }

    private static JsonNode said(Typed typed) {
        assertThat(typed.exit()).as(typed.err()).isZero();
        return JsonMapper.builder().build().readTree(typed.out());
    }

    @Test
    void anAnswerAsOfADayIsTheOneThatWasGivenThen() throws IOException {
        Path data = folder.resolve("data");
        Typed first = ask();
        JsonNode before = said(first);
        Path kept = Files.writeString(folder.resolve("kept.json"), first.out());
        JsonNode cited =
                StreamSupport.stream(before.get("references").spliterator(), false)
                        .filter(reference -> reference.has("doi"))
                        .findFirst()
                        .orElseThrow();
        Path map =
                Files.writeString(
                        folder.resolve("map.json"),
                        "{\"retractions\": {\""
                                + cited.get("doi").stringValue()
                                + "\": \"10.9999/notice\"}, \"concerns\": {}}");
        Clock later = Clock.fixed(Instant.parse("2026-12-10T12:00:00Z"), ZoneOffset.UTC);
        try (Library library = Library.open(data, Library.Access.WRITE, later)) {
            assertThat(library.addRetractions(map).notices()).isOne();
        }

        JsonNode today = said(ask());
        JsonNode then = said(ask("--as-of", "2026-12-09"));
        JsonNode thenDay = said(ask("--as-of", "2026-12-10"));

        for (String said : List.of("bottomLine", "sections", "references", "basis")) {
            assertThat(then.get(said)).as(said).isNotNull().isEqualTo(before.get(said));
            assertThat(today.get(said)).as(said).isNotEqualTo(before.get(said));
        }
        assertThat(thenDay).isEqualTo(today);

        Typed verified = Typed.in("--data", data, "verify", kept);
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out())
                .startsWith("held ")
                .contains("right as of 2026-11-23")
                .contains("since then: ");
        Path forged =
                Files.writeString(
                        folder.resolve("forged.json"), first.out().replace("children", "childrem"));
        assertThat(Typed.in("--data", data, "verify", forged).exit()).isEqualTo(Main.SOME_FAILED);
    }

    @Test
    void aDayTheLibraryCannotTellOfIsSaid() {
        ask().sentence();
        ask("--as-of", "2019-01-01").isRefused(Main.DATA_UNUSABLE);
        assertThat(ask("--as-of", "2019-01-01").sentence())
                .contains("held nothing on 2019-01-01")
                .contains("2026-11-23 or later");
        assertThat(ask("--as-of", "yesterday").exit()).isEqualTo(Main.WRONG_USE);
        assertThat(ask("--as-of", "yesterday").err()).contains("\"yesterday\" is no day");
    }
}
