package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of a batch that names its sources is answered from them alone.
class AskSourcesTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String QUESTION =
            "\"question\": \"Should a 67-year-old woman be screened for osteoporosis?\"";

    @TempDir Path folder;

    @Test
    void onlyTheNamedSourcesAreSearchedCitedAndVerified() throws Exception {
        Typed all =
                Typed.saying(
                        "{\"id\": \"all\", " + QUESTION + "}\n",
                        "--data",
                        folder,
                        "--no-vectors",
                        "ask",
                        "--batch",
                        "-");
        JsonNode whole = JSON.readTree(all.out());
        String cited = whole.at("/bottomLine/lead/0/citations/0/source").asString();
        Typed some =
                Typed.saying(
                        "{\"id\": \"one\", "
                                + QUESTION
                                + ", \"sources\": [\""
                                + cited
                                + "\", \"pmid:99999999\"]}\n{\"id\": \"none\", "
                                + QUESTION
                                + ", \"sources\": [\"pmid:99999999\"]}\n",
                        "--data",
                        folder,
                        "--no-vectors",
                        "ask",
                        "--batch",
                        "-");

        assertThat(some.exit()).isZero();
        JsonNode one = JSON.readTree(some.lines().getFirst());
        assertThat(one.at("/basis/sourcesSearched").asInt()).isEqualTo(1);
        assertThat(one.at("/bottomLine/lead/0/text"))
                .isEqualTo(whole.at("/bottomLine/lead/0/text"));
        assertThat(one.at("/references").valueStream())
                .hasSize(1)
                .allMatch(reference -> reference.at("/work").asString().equals(cited));
        JsonNode none = JSON.readTree(some.lines().getLast());
        assertThat(none.at("/outcome/kind").asString()).isEqualTo("abstained");
        assertThat(none.at("/basis/sourcesSearched").asInt()).isZero();
        Path file = Files.writeString(folder.resolve("one.json"), some.out());
        assertThat(Typed.in("--data", folder, "verify", file).exit()).isZero();
    }
}
