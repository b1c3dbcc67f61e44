package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.answer.Answer;

/// What heads an answer is about what was asked: questions to the starter library of which many have
/// neighbours in it (`heads.tsv`), word its people otherwise (`heads-2.tsv`), or are put as people put them
/// (`heads-3.tsv`).
class HeadsTests {

    private static final Path FOLDER = Path.of("src/test/resources/oropos/consultation");

    /// Heads in the lists at least: a test that passes on silence alone would prove nothing.
    private static final int LEAST_HEADS = 180;

    @Test
    void nothingHeadsThatIsAboutSomethingElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int heads = 0;
        int questions = 0;
        for (String line : questions()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t");
            Pattern about = Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE);
            List<Answer.Statement> lead = StarterHouse.shared().ask(cells[0]).bottomLine().lead();
            questions++;
            heads += lead.isEmpty() ? 0 : 1;
            if (cells.length > 2 && cells[2].equals("heads") && lead.isEmpty()) {
                missing.add((cells.length > 3 ? cells[3] + ": " : "") + cells[0]);
            }
            lead.stream()
                    .filter(one -> !about.matcher(one.text()).find())
                    .forEach(one -> wrong.add(cells[0] + " -> " + one.text()));
        }
        System.out.printf(
                "heads: %d questions, %d headed, %d about something else; %d of those that should be are not: %s%n",
                questions, heads, wrong.size(), missing.size(), missing);
        assertThat(wrong).isEmpty();
        assertThat(heads).isGreaterThanOrEqualTo(LEAST_HEADS);
    }

    /// Of half B nothing but counts is printed.
    @ParameterizedTest
    @CsvSource({
        "heads-5.tsv, 34, 0, 20, 0",
        "heads-6.tsv, 15, 0, 16, 1",
        "heads-7.tsv, 17, 0, 5, 1",
        "heads-8.tsv, 8, 1, 9, 1"
    })
    void onTheBonesOfChildrenABlockHeadsThatWasWrittenForWhatIsAsked(
            String file, int rightA, int wrongA, int rightB, int wrongB) throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t");
            Pattern about = Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE);
            List<Answer.Statement> lead = StarterHouse.shared().ask(cells[0]).bottomLine().lead();
            boolean other = lead.stream().anyMatch(one -> !about.matcher(one.text()).find());
            int[] count =
                    counts.computeIfAbsent(
                            cells[3] + (cells[2].equals("heads") ? " answered" : " not answered"),
                            half -> new int[4]);
            count[0]++;
            count[other ? 1 : lead.isEmpty() ? 3 : 2]++;
            if (other && cells[3].equals("A")) {
                wrong.add(cells[0] + " -> " + lead.getFirst().text());
            }
        }
        counts.forEach((half, count) ->
                System.out.printf(
                        "heads on the bones of children, %s, half %s by the library: %d questions, %d headed by something else, %d right, %d silent%n",
                        file, half, count[0], count[1], count[2], count[3]));
        assertThat(wrong).hasSizeLessThanOrEqualTo(wrongA);
        assertThat(count(counts, "A answered", 2)).isGreaterThanOrEqualTo(rightA);
        assertThat(count(counts, "B answered", 2)).isGreaterThanOrEqualTo(rightB);
        assertThat(count(counts, "B answered", 1) + count(counts, "B not answered", 1))
                .isLessThanOrEqualTo(wrongB);
    }

    private static int count(Map<String, int[]> counts, String half, int column) {
        return counts.getOrDefault(half, new int[4])[column];
    }

    private static List<String> questions() throws IOException {
        List<String> all = new ArrayList<>();
        for (String name : List.of("heads.tsv", "heads-2.tsv", "heads-3.tsv", "heads-4.tsv")) {
            all.addAll(Files.readAllLines(FOLDER.resolve(name)));
        }
        return all;
    }
}
