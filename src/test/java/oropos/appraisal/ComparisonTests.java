package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Taking comparisons apart, against questions labelled before the rules (`comparisons.tsv`).
class ComparisonTests {

    private record Labelled(
            String question, String one, String other, String outcome, String pole) {

        boolean isCompared() {
            return !one.equals("-");
        }

        /// Half A may be read; of half B only counts are told.
        boolean isHalfA() throws Exception {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(question.getBytes(StandardCharsets.UTF_8));
            return digest[digest.length - 1] % 2 == 0;
        }

        boolean isRight() {
            var read = Comparison.of(question);
            if (!isCompared()) {
                return read.isEmpty();
            }
            return read.isPresent()
                    && read.get().one().equals(one.toLowerCase(Locale.ROOT))
                    && read.get().other().equals(other.toLowerCase(Locale.ROOT))
                    && read.get().outcome().equals(outcome.toLowerCase(Locale.ROOT))
                    && read.get().pole().name().equals(pole.toUpperCase(Locale.ROOT));
        }
    }

    private static List<Labelled> labelled() throws Exception {
        List<Labelled> all = new ArrayList<>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ComparisonTests.class.getResourceAsStream(
                                                "comparisons.tsv")),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && !cells[0].equals("question")) {
                    all.add(new Labelled(cells[0], cells[1], cells[2], cells[3], cells[4]));
                }
            }
        }
        return all;
    }

    @Test
    void comparisonsAreTakenApartAsLabelled() throws Exception {
        int[] right = new int[4];
        int[] all = new int[4];
        List<String> missed = new ArrayList<>();
        for (Labelled one : labelled()) {
            int at = (one.isHalfA() ? 0 : 2) + (one.isCompared() ? 0 : 1);
            all[at]++;
            if (one.isRight()) {
                right[at]++;
            } else if (one.isHalfA()) {
                missed.add(one + " read as " + Comparison.of(one.question()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "comparisons taken apart: half A %d of %d, look-alikes left alone %d of %d; half B %d of %d, %d of %d%n%s%n",
                right[0],
                all[0],
                right[1],
                all[1],
                right[2],
                all[2],
                right[3],
                all[3],
                String.join("\n", missed));
        assertThat(right[1] + right[3]).isEqualTo(all[1] + all[3]);
    }
}
