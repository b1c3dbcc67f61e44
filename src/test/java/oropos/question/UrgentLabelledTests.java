package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Holds the urgent signs against questions that were labelled before the rules read them, each with a
/// twin that must stay quiet. Half A was used to mend the rules, half B was not.
class UrgentLabelledTests {

    private record Row(String half, String kind, String severity, String question) {
        boolean isUrgent() {
            return !severity.equals("none");
        }

        boolean isHeard() {
            return !Asking.urgent(question).isEmpty();
        }
    }

    private static List<Row> rows() throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        UrgentLabelledTests.class.getResourceAsStream(
                                                "urgent-labelled.tsv")),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("half"))
                    .map(line -> line.split("\t"))
                    .map(cell -> new Row(cell[0], cell[1], cell[2], cell[3]))
                    .toList();
        }
    }

    private static List<String> wrong(String half) throws IOException {
        List<Row> rows = rows().stream().filter(row -> row.half().equals(half)).toList();
        List<String> wrong =
                rows.stream()
                        .filter(row -> row.isUrgent() != row.isHeard())
                        .map(Row::question)
                        .toList();
        System.out.printf(
                "urgent signs, half %s: heard %d of %d, false alarms %d of %d%n",
                half,
                rows.stream().filter(row -> row.isUrgent() && row.isHeard()).count(),
                rows.stream().filter(Row::isUrgent).count(),
                rows.stream().filter(row -> !row.isUrgent() && row.isHeard()).count(),
                rows.stream().filter(row -> !row.isUrgent()).count());
        return wrong;
    }

    @Test
    void everySignOfTheFirstHalfIsHeardAndNoTwin() throws IOException {
        assertThat(wrong("A")).isEmpty();
    }

    @Test
    void mostSignsOfTheOtherHalfAreHeard() throws IOException {
        assertThat(wrong("B")).hasSizeLessThanOrEqualTo(4);
    }
}
