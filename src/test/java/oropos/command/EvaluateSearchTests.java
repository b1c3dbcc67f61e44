package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A collection nobody has seen, through the real commands: loaded, searched, written and measured.
class EvaluateSearchTests {

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String document(String id, String title, String text) {
        return JsonMapper.shared()
                        .writeValueAsString(Map.of("_id", id, "title", title, "text", text))
                + "\n";
    }

    private Typed load(Path... files) {
        List<Object> words =
                new ArrayList<>(List.of("--data", folder.resolve("data"), "--no-vectors"));
        words.addAll(List.of("evaluate", "import-beir"));
        words.addAll(List.of(files));
        return Typed.in(words.toArray());
    }

    private Typed search(Path queries, Path run, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("--data", folder.resolve("data"), "--no-vectors"));
        words.addAll(List.of("evaluate", "search", "--queries", queries, "--run", run));
        words.addAll(List.of(more));
        return Typed.in(words.toArray());
    }

    @Test
    void anOddCollectionKeepsItsIdsAndIsMeasured() throws IOException {
        Path corpus =
                file(
                        "corpus.jsonl",
                        document("a b", "", "Croup is treated with dexamethasone.")
                                + document("ä/ö\\ü?x=1&y", "Croup in infants", "")
                                + document("日本 %41", "Kruppe", "Croup, croup and croup again.")
                                + document("twice", "Croup", "The same text.")
                                + document("twice too", "Croup", "The same text.")
                                + "{\"_id\": 17, \"text\": \"A number for an id: croup.\"}\n"
                                + document("huge", "Pertussis", "cough ".repeat(300_000) + "croup")
                                + document("empty", "", " ")
                                + "this is no JSON\n"
                                + document("17", "", "The id of before, other words: croup."));
        Typed loaded = load(corpus);

        assertThat(loaded.exit()).as(loaded.err()).isEqualTo(Main.SOME_FAILED);
        assertThat(loaded.out()).contains("line 8", "line 9");
        Typed.assertNoJava(loaded.out() + loaded.sentence());

        Path run = folder.resolve("deep/er/run.trec");
        Typed found =
                search(
                        file("q.tsv", "q 1\tcroup\nq2\tpertussis cough\nq3\tof the\n"),
                        run,
                        "--qrels",
                        file(
                                "qrels.tsv",
                                "query-id\tcorpus-id\tscore\n"
                                        + "q 1\ta b\t2\nq 1\tä/ö\\ü?x=1&y\t1\nq 1\tnot there\t1\n"
                                        + "q3\ta b\t0\nq9\ta b\t1\n"));

        assertThat(found.exit()).as(found.err()).isEqualTo(Main.DONE);
        assertThat(found.out())
                .contains(
                        "questions judged        1",
                        "questions not judged    2: q2, q3",
                        "judged, but not asked   1: q9",
                        "relevant, not held      1: not there");
        assertThat(Files.readAllLines(run))
                .filteredOn(line -> line.startsWith("q 1 Q0 "))
                .extracting(line -> line.substring(7).replaceFirst(" \\d+ [\\d.]+ oropos$", ""))
                .containsExactlyInAnyOrder(
                        "a b", "ä/ö\\ü?x=1&y", "日本 %41", "twice", "twice too", "17", "huge");
        assertThat(Files.readAllLines(run))
                .filteredOn(line -> line.startsWith("q2 "))
                .first()
                .asString()
                .startsWith("q2 Q0 huge 1 ");
        assertThat(Files.readAllLines(run)).noneMatch(line -> line.startsWith("q3 "));
    }

    @Test
    void aRunIsAThousandDeepAndItsScoresDecreaseAlsoWhereAllAreEqual() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            lines.append(document("d" + i, "", "Croup."));
        }
        byte[] all = lines.toString().getBytes(StandardCharsets.UTF_8);
        Path pieces = Files.createDirectory(folder.resolve("pieces"));
        try (OutputStream one =
                new GZIPOutputStream(Files.newOutputStream(pieces.resolve("corpus.jsonl.gz")))) {
            one.write(all);
        }
        assertThat(load(pieces).exit()).isEqualTo(Main.DONE);
        Path run = folder.resolve("run.trec");
        Typed found = search(file("q.tsv", "q1\tcroup\n"), run);

        assertThat(found.exit()).as(found.err()).isEqualTo(Main.DONE);
        List<String[]> ranked =
                Files.readAllLines(run).stream().map(line -> line.split(" ")).toList();
        assertThat(ranked).hasSize(1_000);
        for (int rank = 1; rank <= ranked.size(); rank++) {
            String[] line = ranked.get(rank - 1);
            assertThat(line[3]).isEqualTo(String.valueOf(rank));
            if (rank > 1) {
                assertThat(Double.parseDouble(line[4]))
                        .isLessThan(Double.parseDouble(ranked.get(rank - 2)[4]));
            }
        }
        assertThat(ranked.stream().map(line -> line[2]).distinct()).hasSize(1_000);
    }

    @Test
    void aCollectionMayComeInPiecesCutAnywhere() throws IOException {
        byte[] all =
                (document("1", "Croup", "Croupe ä") + document("2", "Asthma", "ü asthma"))
                        .getBytes(StandardCharsets.UTF_8);
        int cut = all.length / 2 - 3;
        Path pieces = Files.createDirectory(folder.resolve("pieces"));
        Files.write(pieces.resolve("corpus.jsonl.00"), Arrays.copyOf(all, cut));
        Files.write(pieces.resolve("corpus.jsonl.01"), Arrays.copyOfRange(all, cut, all.length));
        assertThat(load(pieces).exit()).isEqualTo(Main.DONE);
        Path run = folder.resolve("run.trec");

        assertThat(search(file("q.tsv", "q1\tasthma\nq2\tcroup\n"), run).exit())
                .isEqualTo(Main.DONE);
        assertThat(Files.readAllLines(run))
                .extracting(line -> line.replaceFirst(" [\\d.]+ oropos$", ""))
                .containsExactly("q1 Q0 2 1", "q2 Q0 1 1");
    }

    @Test
    void whatCannotBeReadIsSaidInWords() throws IOException {
        Path queries = file("q.tsv", "q1\tcroup\n");
        Path run = folder.resolve("run.trec");
        search(queries, run).isRefused(Main.WRONG_USE);
        load(folder.resolve("nothing.jsonl")).isRefused(Main.WRONG_USE);
        load(file("corpus.jsonl", document("1", "Croup", "")));
        assertThat(search(folder.resolve("none.tsv"), run).isRefused(Main.WRONG_USE).sentence())
                .contains("there is no file");
        assertThat(search(file("bad.tsv", "one\n"), run).isRefused(Main.WRONG_USE).sentence())
                .contains("line 1");
        assertThat(
                        search(queries, run, "--qrels", file("bad", "q1 0 1 1\nq1 0 1 x\n"))
                                .isRefused(Main.WRONG_USE)
                                .sentence())
                .contains("line 2");
        assertThat(search(queries, folder).exit()).isNotEqualTo(Main.DONE);
        Typed.assertNoJava(search(queries, folder).sentence());
    }
}
