package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;

/// Yes is said only where yes is meant: questions that are turned round, negated, compound, about other
/// people or another treatment, beside straight ones (`directions.tsv`).
class DirectionsTests {

    private static final Path QUESTIONS =
            Path.of("src/test/resources/oropos/consultation/directions.tsv");

    /// Straight questions that get their yes or no at least: silence is never wrong and helps nobody.
    private static final int LEAST_RIGHT = 27;

    @Test
    void noDirectionIsSaidThatTheQuestionTurnsRound() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, int[]> said = new TreeMap<>();
        for (String line : Files.readAllLines(QUESTIONS)) {
            if (line.startsWith("#") || line.startsWith("question\t")) {
                continue;
            }
            String[] cells = line.split("\t");
            Answer answer = StarterHouse.shared().ask(cells[0]);
            String direction = answer.direction();
            int[] counts = said.computeIfAbsent(cells[3], sort -> new int[3]);
            counts[0]++;
            if (direction != null && !direction.equals("unknown")) {
                counts[1]++;
                if (List.of(cells[1].split(",")).contains(direction)) {
                    counts[2]++;
                } else {
                    wrong.add(cells[0] + " -> " + direction);
                }
            }
            answer.bottomLine().lead().stream()
                    .filter(one -> !isAbout(cells[2], one.text()))
                    .forEach(one -> wrong.add(cells[0] + " -> " + one.text()));
        }
        said.forEach((sort, counts) ->
                System.out.printf(
                        "directions: %s: %d questions, %d with a yes or no, %d of them right%n",
                        sort, counts[0], counts[1], counts[2]));
        assertThat(wrong).isEmpty();
        assertThat(Objects.requireNonNull(said.get("straight"))[2])
                .isGreaterThanOrEqualTo(LEAST_RIGHT);
    }

    private static boolean isAbout(String head, String text) {
        return !head.equals("-")
                && Pattern.compile(head, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }
}
