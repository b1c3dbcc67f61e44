package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Holds the kind of question against labels written before: letters of consumers, whose kind was read
/// off an expert's short form, and one-line questions of our own.
///
/// Halves A, C and E were read while cues were made, B, D and F only counted: their misses are not written.
class KindsLabelledTests {

    private static List<String[]> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        KindsLabelledTests.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    @Test
    void lettersAreOfTheKindTheirExpertsRead() throws IOException {
        Map<Integer, String> letters = Questions.letters();
        List<String[]> rows =
                rows("kinds-letters.tsv").stream()
                        .filter(row -> !row[2].equals("-"))
                        .map(row ->
                                new String[] {
                                    row[1],
                                    row[2],
                                    Objects.requireNonNull(letters.get(Integer.parseInt(row[0])))
                                })
                        .toList();

        assertThat(right(rows, "A")).isGreaterThanOrEqualTo(0.72);
        assertThat(right(rows, "B")).isGreaterThanOrEqualTo(0.6);
    }

    @Test
    void linesAreOfTheKindTheirWriterMeant() throws IOException {
        List<String[]> rows =
                rows("kinds-lines.tsv").stream()
                        .map(row -> new String[] {row[0], row[1], row[2]})
                        .toList();

        assertThat(right(rows, "C")).isGreaterThanOrEqualTo(0.9);
        assertThat(right(rows, "D")).isGreaterThanOrEqualTo(0.78);
    }

    @Test
    void furtherLinesAreOfTheKindTheirWriterMeant() throws IOException {
        List<String[]> rows = rows("kinds-lines-2.tsv");

        assertThat(right(rows, "E")).isGreaterThanOrEqualTo(0.88);
        assertThat(right(rows, "F")).isGreaterThanOrEqualTo(0.7);
    }

    private static double right(List<String[]> rows, String half) throws IOException {
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int all = 0;
        int headed = 0;
        int wrongHeads = 0;
        for (String[] row : rows) {
            if (!row[0].equals(half)) {
                continue;
            }
            all++;
            Understood understood = Asking.understood(row[2]);
            ClinicalQuestion question =
                    switch (understood) {
                        case Understood.Clear clear -> clear.question();
                        case Understood.NeedsDetail needs -> needs.question();
                        case Understood.Refused _ -> null;
                    };
            String kind = question == null ? "refused" : question.kind().code();
            boolean holds = List.of(row[1].split("\\|")).contains(kind);
            right += holds ? 1 : 0;
            boolean head =
                    question != null
                            && question.title()
                                    .matches("(?:[A-Z][a-z]+ (?:of|for|against|in)|About) .*");
            headed += head ? 1 : 0;
            wrongHeads += head && !holds ? 1 : 0;
            if (!holds) {
                wrong.add(
                        row[1]
                                + "\t"
                                + kind
                                + "\t"
                                + (question == null ? "" : question.title())
                                + "\t"
                                + row[2].replaceAll("\\s+", " "));
            }
        }
        System.out.printf(
                "kinds, half %s: %d of %d right; %d titles name a kind, %d another than was asked%n",
                half, right, all, headed, wrongHeads);
        if (List.of("A", "C", "E").contains(half)) {
            Path folder = Path.of("target/question-measured");
            Files.createDirectories(folder);
            Files.write(folder.resolve("kinds-" + half + ".txt"), wrong);
        }
        return right / (double) all;
    }
}
