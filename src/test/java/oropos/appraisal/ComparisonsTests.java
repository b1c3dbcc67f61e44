package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import oropos.appraisal.Compared.Way;
import oropos.appraisal.ComparedTogether.Verdict;
import oropos.terminology.Span;

/// Which way sentences set two arms, against sentences of our own (`compared-sentences.tsv`).
class ComparisonsTests {

    private static String read(String question, String text) {
        return Comparison.of(question)
                .flatMap(asked -> Comparisons.shipped().read(asked, "", text))
                .map(read -> read.way().code())
                .orElse("-");
    }

    @Test
    void sentencesAreReadAsWritten() throws Exception {
        int right = 0;
        int all = 0;
        int turned = 0;
        int spoken = 0;
        List<String> missed = new ArrayList<>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ComparisonsTests.class.getResourceAsStream(
                                                "compared-sentences.tsv")),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (line.startsWith("#") || cells[0].equals("question")) {
                    continue;
                }
                all++;
                String said = read(cells[0], cells[1]);
                if (said.equals(cells[2])) {
                    right++;
                } else {
                    missed.add(cells[2] + ", read " + said + ": " + cells[1]);
                    turned += said.length() + cells[2].length() == 11 && !said.equals("-") ? 1 : 0;
                    spoken += cells[2].equals("-") ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "sentences of our own: %d of %d right, %d turned round, %d read that say nothing%n%s%n",
                right,
                all,
                turned,
                spoken,
                String.join("\n", missed));
        assertThat(turned).isZero();
        assertThat(spoken).isZero();
        assertThat(right).isGreaterThanOrEqualTo(45);
    }

    private static Compared told(Way way, double sure) {
        return new Compared(way, sure, new Span(0, 1), true, true);
    }

    @Test
    void oppositeReadingsConflictAndNoneIsUnknown() {
        assertThat(ComparedTogether.of(List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
        var conflict = ComparedTogether.of(List.of(told(Way.HIGHER, .7), told(Way.LOWER, .7)));
        assertThat(conflict.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(conflict.grounds()).hasSize(2);
        var agreed = ComparedTogether.of(List.of(told(Way.LOWER, .7), told(Way.LOWER, .75)));
        assertThat(agreed.verdict()).isEqualTo(Verdict.LOWER);
        assertThat(agreed.sure()).isEqualTo(.75);
    }

    /// What stands against a reading makes it less sure.
    @Test
    void aMixtureIsLessSure() {
        var mixed = ComparedTogether.of(List.of(told(Way.LOWER, .8), told(Way.NO_DIFFERENCE, .7)));
        assertThat(mixed.verdict()).isEqualTo(Verdict.LOWER);
        assertThat(mixed.sure()).isLessThan(.5);
    }
}
