package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SameStatementTests {

    private final SameStatement byWords = new SameStatement(null);

    private record Label(double likeness, boolean says) {}

    private static List<Label> labels() throws IOException {
        try (InputStream file =
                SameStatementTests.class.getResourceAsStream("/evaluation/same-statements.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("question"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Label(Double.parseDouble(cells[4]), cells[5].equals("yes")))
                    .toList();
        }
    }

    private static double f1(List<Label> labels, double from) {
        long right = labels.stream().filter(one -> one.says && one.likeness >= from).count();
        long wrong = labels.stream().filter(one -> !one.says && one.likeness >= from).count();
        long missed = labels.stream().filter(one -> one.says && one.likeness < from).count();
        return 2.0 * right / (2.0 * right + wrong + missed);
    }

    /// The threshold is the one that agrees best with the hand.
    @Test
    void noOtherThresholdAgreesBetterWithPairsJudgedByHand() throws IOException {
        List<Label> labels = labels();
        assertThat(labels).hasSize(50);
        double ours = f1(labels, SameStatement.SAID);
        for (double from = 0.6; from < 0.9; from += 0.02) {
            assertThat(ours).as("against %.2f", from).isGreaterThanOrEqualTo(f1(labels, from));
        }
        assertThat(ours).isGreaterThan(0.65);
    }

    @Test
    void oneSentenceOrTwoThatFollowMaySayIt() {
        String text =
                "Scabies itches. Permethrin cream treats scabies. It is put on the skin at night.";

        assertThat(byWords.isSaid("Permethrin cream is a treatment of scabies", text)).isTrue();
        assertThat(byWords.isSaid("Permethrin cream is put on the skin at night", text)).isTrue();
        assertThat(byWords.isSaid("Ivermectin tablets kill mites", text)).isFalse();
    }

    @Test
    void aDenialIsNotSaidByWhatDeniesNothing() {
        assertThat(
                        byWords.isSaid(
                                "Antibiotics do not help against flu",
                                "Antibiotics help against flu."))
                .isFalse();
    }

    @Test
    void nothingSaysNothing() {
        assertThat(byWords.isSaid("Scabies itches", "")).isFalse();
    }
}
