package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import oropos.terminology.Mention.Assertion;

/// Injuries as people tell them, on lines written before there were rules for them: choices were made
/// on the even ones, the odd ones are counted.
class InjuriesTests {

    private static final String FILE = "/oropos/terminology/injuries.tsv";
    private final Terminology terminology = Terminology.builtIn();

    /// What is wrong with a line, empty where nothing is.
    private String wrong(String text, String expected) {
        List<Mention> injuries =
                terminology
                        .read(text)
                        .of(Concept.Kind.PROBLEM)
                        .filter(one -> one.assertion() != Assertion.NEGATED)
                        .filter(one ->
                                one.concept().trees().stream()
                                        .anyMatch(tree ->
                                                tree.startsWith("C26")
                                                        || tree.startsWith("C07.793")))
                        .toList();
        if (expected.equals("-")) {
            return injuries.isEmpty() ? "" : "reads " + injuries;
        }
        boolean below = expected.startsWith("<");
        Concept right =
                terminology
                        .read("a " + expected.replace("<", ""))
                        .of(Concept.Kind.PROBLEM)
                        .findFirst()
                        .orElseThrow()
                        .concept();
        return injuries.stream()
                        .anyMatch(one ->
                                one.concept().equals(right) || below && one.concept().isA(right))
                ? ""
                : "reads " + injuries;
    }

    @Test
    void areReadAsPeopleTellThem() throws IOException {
        int[] all = new int[2];
        int[] right = new int[2];
        try (InputStream in =
                Objects.requireNonNull(InjuriesTests.class.getResourceAsStream(FILE))) {
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split("\t");
                int half = Integer.parseInt(parts[0]) % 2;
                String wrong = wrong(parts[1], parts[2]);
                all[half]++;
                right[half] += wrong.isEmpty() ? 1 : 0;
                if (!wrong.isEmpty() && (half == 0 || Boolean.getBoolean("oropos.show"))) {
                    System.out.println("injury " + parts[0] + " " + parts[1] + " " + wrong);
                }
            }
        }
        System.out.printf(
                "injuries: half A %d of %d, half B %d of %d%n", right[0], all[0], right[1], all[1]);
        assertThat(right[0] + right[1]).isGreaterThanOrEqualTo(71);
    }

    @Test
    void levelsKeepTheirOwnWords() {
        assertThat(terminology.read("T11 and T12 have collapsed in my son").mentions())
                .extracting(Mention::words)
                .containsExactly("T11", "T12", "collapsed");
    }

    @Test
    void whatIsDeniedIsHeardAsDenied() {
        assertThat(terminology.read("Her wrist is not broken.").of(Concept.Kind.PROBLEM))
                .extracting(Mention::assertion)
                .containsExactly(Assertion.NEGATED);
    }

    @Test
    void aSentenceIsNeverLeft() {
        assertThat(terminology.read("It is broken. Her wrist hurts.").of(Concept.Kind.PROBLEM))
                .noneMatch(one -> one.words().contains("broken"));
    }
}
