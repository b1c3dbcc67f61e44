package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.retrieval.Ranking.Found;

/// Questions, judgments and runs as other programs write and read them.
class TrecFormsTests {

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    @Test
    void questionsAreLinesOfIdTabQuestion() throws IOException {
        assertThat(Topics.of(file("q1\tIs croup\tbad?\r\n\nq2\tAsthma \"(\n")))
                .containsExactly(
                        new Topics.Topic("q1", "Is croup\tbad?"),
                        new Topics.Topic("q2", "Asthma \"("));
    }

    @Test
    void questionsMayBeJsonLines() throws IOException {
        assertThat(Topics.of(file("{\"_id\": \"q1\", \"text\": \"Croup?\", \"metadata\": {}}\n")))
                .containsExactly(new Topics.Topic("q1", "Croup?"));
    }

    @Test
    void aQuestionThatCannotBeReadIsNamedByItsLine() {
        assertThatThrownBy(() -> Topics.of(file("q1\tCroup?\nno tab here\n")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("no tab here");
        assertThatThrownBy(() -> Topics.of(file("q1\tCroup?\nq1\tAsthma?\n")))
                .hasMessageContaining("second time");
        assertThatThrownBy(() -> Topics.of(file("\n"))).hasMessageContaining("no question");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q1 0 d1 2\nq1 0 d2 0\n",
                "q1\t0\td1\t2\r\nq1\t0\td2\t0\r\n",
                "q1\td1\t2\nq1\td2\t0\n",
                "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n",
                "q1 d1 2\nq1 d2 0",
                "\uFEFFq1  Q0   d1  2.0\n\nq1 0 d2 0\n"
            })
    void judgmentsComeInManyForms(String text) throws IOException {
        assertThat(Judgments.of(file(text)).of("q1")).isEqualTo(Map.of("d1", 2d, "d2", 0d));
        assertThat(Judgments.of(file(text)).of("q2")).isEmpty();
    }

    @Test
    void aRunIsDescribedAsMostQuestionsWereSearched() {
        assertThat(SearchRun.usual(List.of("all voices", "all voices", "words alone")))
                .isEqualTo("all voices");
        assertThat(SearchRun.usual(List.of())).isEmpty();
    }

    @Test
    void anIdMayHoldSpaces() throws IOException {
        assertThat(Judgments.of(file("q1\ta b\t1\n")).of("q1")).isEqualTo(Map.of("a b", 1d));
        assertThat(Judgments.of(file("q1 0 a b 1\n")).of("q1")).isEqualTo(Map.of("a b", 1d));
    }

    @Test
    void aJudgmentThatCannotBeReadIsNamedByItsLine() {
        assertThatThrownBy(() -> Judgments.of(file("q1 0 d1 1\nq1 0 d2 good\n")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("good");
    }

    @Test
    void printedScoresStrictlyDecrease() throws IOException {
        StringWriter run = new StringWriter();
        SearchRun.write(
                run,
                "q1",
                List.of(
                        found("pmid:9", .5),
                        found("beir:a%0020b", .5),
                        found("beir:c", .4999999),
                        found("beir:d", 0)));

        assertThat(run.toString().lines())
                .containsExactly(
                        "q1 Q0 pmid:9 1 0.500000 oropos",
                        "q1 Q0 a b 2 0.499999 oropos",
                        "q1 Q0 c 3 0.499998 oropos",
                        "q1 Q0 d 4 0.000000 oropos");
    }

    private static Found found(String source, double score) {
        return new Found(new Passage.Id(new SourceId(source), "0".repeat(64), 0), score);
    }

    @Test
    void aRunSaysHowManyQuestionsItHadInWholeNumbers() {
        assertThat(new SearchRun.Outcome(1, new double[] {2}, null, "words").text())
                .startsWith("questions               1" + System.lineSeparator())
                .contains("ms per query, median    2.0000");
    }
}
