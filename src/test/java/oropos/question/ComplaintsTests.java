package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// Complaints told in a sentence, on questions written before there were rules for them: choices were
/// made on half A, half B is counted.
class ComplaintsTests {

    private static final String LABELS = "/oropos/question/complaints.tsv";

    private final Terminology terminology = Terminology.builtIn();
    private final Understanding understanding = new Understanding(terminology);

    private List<Finding> problems(String text) {
        return switch (understanding.of(Asked.by(Reader.PATIENT, text))) {
            case Understood.Clear(ClinicalQuestion clear) -> clear.problems();
            case Understood.NeedsDetail(ClinicalQuestion open, var _) -> open.problems();
            case Understood.Refused _ -> List.of();
        };
    }

    private boolean isRight(String question, String expected) {
        List<Finding> problems = problems(question);
        return switch (expected) {
            case "-" -> problems.isEmpty();
            case "*" -> true;
            default -> {
                String id =
                        terminology
                                .read(expected)
                                .of(Concept.Kind.PROBLEM)
                                .findFirst()
                                .orElseThrow()
                                .concept()
                                .id();
                yield problems.stream().anyMatch(one -> one.id().equals(id));
            }
        };
    }

    @Test
    void areUnderstoodAsPeopleTellThem() throws IOException {
        int[] all = new int[2];
        int[] right = new int[2];
        try (InputStream in =
                Objects.requireNonNull(ComplaintsTests.class.getResourceAsStream(LABELS))) {
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("#") || line.startsWith("half")) {
                    continue;
                }
                String[] parts = line.split("\t");
                if (!parts[0].matches("[AB]")) {
                    continue;
                }
                int half = parts[0].equals("A") ? 0 : 1;
                boolean isRight = isRight(parts[1], parts[2]);
                all[half]++;
                right[half] += isRight ? 1 : 0;
                if (!isRight && (half == 0 || Boolean.getBoolean("oropos.show"))) {
                    System.out.println("complaint " + line + ": " + problems(parts[1]));
                }
            }
        }
        System.out.printf(
                "complaints: half A %d of %d, half B %d of %d%n",
                right[0], all[0], right[1], all[1]);
        assertThat(right[0]).isGreaterThanOrEqualTo(39);
        assertThat(right[1]).isGreaterThanOrEqualTo(50);
    }

    @Test
    void wordsThatOnlyLookLikeAComplaintAreNone() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ComplaintsTests.class.getResourceAsStream(LABELS))) {
            List<String> wrong =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("N\t"))
                            .map(line -> line.split("\t"))
                            .filter(parts -> isRight(parts[1], parts[2].substring(1)))
                            .map(parts -> parts[1])
                            .toList();
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void everyRowIsHeldAgainstWhatLooksLikeIt() throws IOException {
        assertThat(wrong("P")).hasSizeLessThanOrEqualTo(5);
        assertThat(wrong("Q")).hasSizeLessThanOrEqualTo(7);
    }

    private List<String> wrong(String half) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ComplaintsTests.class.getResourceAsStream(LABELS))) {
            List<String[]> rows =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith(half + "\t"))
                            .map(line -> line.split("\t"))
                            .toList();
            List<String> wrong =
                    rows.stream()
                            .filter(parts ->
                                    parts[2].startsWith("-")
                                            == isRight(parts[1], parts[2].replaceFirst("-", "")))
                            .map(parts -> parts[1] + "\t" + parts[2])
                            .toList();
            System.out.printf(
                    "complaints held against look-alikes, half %s: %d of %d wrong%n",
                    half, wrong.size(), rows.size());
            return wrong;
        }
    }
}
