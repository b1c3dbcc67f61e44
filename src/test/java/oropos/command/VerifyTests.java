package oropos.command;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `verify` with files that hold no answer, or one that somebody bent.
class VerifyTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir static Path folder;

    private static Path data;
    private static String good;

    @BeforeAll
    static void ask() {
        data = folder.resolve("data");
        Typed asked =
                Typed.in(
                        "--data",
                        data,
                        "--no-vectors",
                        "ask",
                        "--json",
                        "Should a 67-year-old woman be screened for osteoporosis?");
        assertThat(asked.exit()).as(asked.err()).isZero();
        good = asked.out().strip();
    }

    private static Typed verify(byte[] file) throws IOException {
        return Typed.in("--data", data, "verify", Files.write(folder.resolve("a.json"), file));
    }

    private static String fails(String file) throws IOException {
        return fails(file.getBytes(UTF_8));
    }

    /// Fails in one sentence, which is returned.
    private static String fails(byte[] file) throws IOException {
        Typed typed = verify(file);
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.lines()).hasSize(1);
        assertThat(typed.out()).startsWith("FAILED ").hasSizeLessThan(500);
        Typed.assertNoJava(typed.out());
        assertThat(typed.out()).doesNotContainIgnoringCase("jackson", "deserializ", "coerc");
        return typed.out();
    }

    @Test
    void theAnswerItselfHolds() throws IOException {
        Typed typed = verify(good.getBytes(UTF_8));
        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).startsWith("holds ").contains("signed by this server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "null",
                "5",
                "true",
                "\"text\"",
                "[]",
                "{}",
                "hello",
                "{\"a\":",
                "{]}",
                "<html></html>",
                "{'asked': 'x'}",
                "{\"asked\": NaN}"
            })
    void whatIsNoAnswerIsToldSo(String file) throws IOException {
        assertThat(fails(file)).contains("not an answer of schema 2");
    }

    @Test
    void depthLengthAndSizeHaveTheirLimits() throws IOException {
        assertThat(fails("[".repeat(10_000) + "]".repeat(10_000))).contains("expected");
        assertThat(fails("{\"asked\":" + "{\"a\":".repeat(10_000))).contains("expected");
        assertThat(fails("{\"more\":" + "[".repeat(10_000) + "}")).contains("nests deeper");
        assertThat(fails("{\"asked\":\"" + "x".repeat(300_000) + "\"}")).contains("longer");
        assertThat(fails(good.replaceFirst("\"mark\":1", "\"mark\":1" + "0".repeat(400))))
                .contains("number");
        Path large = folder.resolve("large.json");
        try (OutputStream out = Files.newOutputStream(large)) {
            byte[] piece = "x".repeat(1_000_000).getBytes(UTF_8);
            out.write("{\"asked\":\"".getBytes(UTF_8));
            for (int piecesOfAMillion = 0; piecesOfAMillion < 100; piecesOfAMillion++) {
                out.write(piece);
            }
        }
        Typed typed = Typed.in("--data", data, "verify", large);
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.out()).contains("longer than an answer may be").hasLineCount(1);
    }

    @Test
    void otherEncodingsAndMarksBeforeTheTextAreToldSo() throws IOException {
        assertThat(fails(good.getBytes(UTF_16))).contains("not text in UTF-8");
        assertThat(fails(new byte[] {'{', (byte) 0xff, '}'})).contains("not text in UTF-8");
        assertThat(fails("\uFEFF" + good)).contains("line 1, character");
    }

    @Test
    void whatStandsTwiceOrBehindIsRefused() throws IOException {
        assertThat(fails(good.replaceFirst("\"asked\":", "\"asked\":\"x\",\"asked\":")))
                .contains("twice");
        assertThat(fails(good + "{}")).contains("not an answer");
        assertThat(fails(good.substring(0, good.length() / 2))).contains("ends in the middle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /schema                                  | "1"        | a whole number
                    /schema                                  | 1.5        | a whole number
                    /asked                                   | 5          | text
                    /asked                                   | {}         | text
                    /id                                      | [1]        | text
                    /urgent                                  | {}         | a list
                    /bottomLine                              | "x"        | an object
                    /bottomLine/lead                         | {"a": 1}   | a list
                    /bottomLine/lead/0                       | []         | an object
                    /bottomLine/lead/0/citations/0/start     | 1e400      | a whole number
                    /bottomLine/lead/0/citations/0/start     | 99999999999| out of range
                    /bottomLine/lead/0/citations/0/quote     | true       | text
                    /bottomLine/lead/0/certainty/provisional | "yes"      | true or false
                    /basis/rules                             | [1]        | an object
                    /understood/patient                      | 8          | an object
                    /receipt                                 | "signed"   | an object
                    /more                                    | 1          | no answer has a field
                    /bottomLine/lead/0/text                  | null       | is missing
                    /references/0                            | null       | is missing
                    """)
    void aFieldOfAnotherKindIsNamedWithItsPlace(String place, String value, String said)
            throws IOException {
        String sentence = fails(bent(place, JSON.readTree(value)));
        assertThat(sentence).contains(said);
        if (!said.equals("out of range")) {
            assertThat(sentence)
                    .contains(place.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/asked",
                "/basis",
                "/bottomLine/lead/0/citations",
                "/bottomLine/lead/0/citations/0/hash",
                "/references/0/title",
                "/receipt/signature"
            })
    void aFieldThatIsNotThereIsNamed(String place) throws IOException {
        assertThat(fails(bent(place, null))).contains("is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /bottomLine/lead/0/citations/0/start   | -5
                    /bottomLine/lead/0/citations/0/start   | 2147483647
                    /bottomLine/lead/0/citations/0/end     | -2147483648
                    /bottomLine/lead/0/citations/0/end     | 0
                    /bottomLine/lead/0/citations/0/source  | "no id at all"
                    /bottomLine/lead/0/citations/0/source  | ""
                    /bottomLine/lead/0/citations/0/version | ""
                    /bottomLine/lead/0/citations/0/mark    | 2147483647
                    /bottomLine/lead/0/kind                | "poem"
                    /bottomLine/lead/0/parts               | []
                    /schema                                | 99
                    /asked                                 | "\\u0000\\ud800"
                    /basis/asOf                            | "yesterday"
                    /receipt/signature                     | "%%%"
                    /receipt/key                           | ""
                    /receipt/candidates                    | []
                    /references                            | []
                    /understood/patient/ageGroups          | ["D99", "x"]
                    """)
    void whatIsAnAnswerButBentFailsWithoutAFault(String place, String value) throws IOException {
        Typed typed = verify(bent(place, JSON.readTree(value)).getBytes(UTF_8));
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(typed.out()).startsWith("FAILED ");
        assertThat(typed.err()).isEmpty();
        Typed.assertNoJava(typed.out());
    }

    @Test
    void inAFileOfManyEachLineIsJudgedByItself() throws IOException {
        Typed typed =
                verify(
                        String.join(
                                        "\n",
                                        good,
                                        good,
                                        "{\"broken",
                                        "",
                                        "x".repeat(5_000_000),
                                        "{\"a\":\"\u0001\"}",
                                        good)
                                .getBytes(UTF_8));
        assertThat(typed.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(
                        typed.lines().stream()
                                .filter(line -> !line.startsWith(" "))
                                .map(line -> line.replaceAll("^(\\w+) .* (line \\d+):.*", "$1 $2")))
                .containsExactly(
                        "holds line 1",
                        "holds line 2",
                        "FAILED line 3",
                        "FAILED line 5",
                        "FAILED line 6",
                        "holds line 7");
        Typed.assertNoJava(typed.out());
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsWrongUse() {
        for (Path path : List.of(folder.resolve("gone.json"), folder)) {
            assertThat(
                            Typed.in("--data", data, "verify", path)
                                    .isRefused(Main.WRONG_USE)
                                    .sentence())
                    .contains(path.toString());
        }
    }

    @Test
    void aFolderWithoutALibraryCannotVerify(@TempDir Path empty) throws IOException {
        Path file = Files.writeString(folder.resolve("good.json"), good);
        Typed.in("--data", empty, "verify", file).isRefused(Main.DATA_UNUSABLE);
        assertThat(empty).isEmptyDirectory();
    }

    /// The answer with another value at a place, or without it where there is none.
    private static String bent(String place, @Nullable JsonNode value) {
        JsonNode answer = JSON.readTree(good);
        int cut = place.lastIndexOf('/');
        JsonNode parent = answer.at(place.substring(0, cut));
        String name = place.substring(cut + 1);
        assertThat(parent.isContainer()).as(place).isTrue();
        if (parent instanceof ArrayNode list && value != null) {
            list.set(Integer.parseInt(name), value);
        } else if (value == null) {
            assertThat(((ObjectNode) parent).remove(name)).as(place).isNotNull();
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return JSON.writeValueAsString(answer);
    }
}
