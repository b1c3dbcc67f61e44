package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds findings of the laboratory told in everyday words against labels written before the rule.
class LabStatesTests {

    @Test
    void theHalfReadIsReadAsItsLabelsSay() throws IOException {
        assertThat(wrong("A")).isLessThanOrEqualTo(4);
    }

    /// 25 findings and 17 look-alikes that nobody looked at; only their number is said.
    @Test
    void mostOfTheHalfOnlyCountedIsReadAsItsLabelsSay() throws IOException {
        assertThat(wrong("B")).isLessThanOrEqualTo(3);
    }

    @Test
    void aDietADoseAndTheQuestionWhetherItIsSoTellOfNoFinding() {
        assertThat(problems("Is a low potassium diet good for me?")).isEmpty();
        assertThat(problems("Is my potassium level high?")).isEmpty();
        assertThat(problems("Is high potassium dangerous?")).containsExactly("Hyperkalemia");
        assertThat(problems("My potassium level is high and I have gout"))
                .contains("Hyperkalemia", "Gout");
    }

    private static List<String> problems(String question) {
        return Asking.question(question).problems().stream().map(Finding::name).toList();
    }

    private static int wrong(String half) throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (List<String> row : Labelled.rows("lab-states.tsv")) {
            if (!row.get(0).equals(half)) {
                continue;
            }
            all++;
            List<Finding> problems = problemsOf(row.get(2));
            boolean right =
                    row.get(1).equals("-")
                            ? problems.stream().noneMatch(LabStatesTests::isOfTheLaboratory)
                            : problems.stream().anyMatch(LabelledName.of(row.get(1))::is);
            if (!right) {
                wrong.add(
                        row.get(1)
                                + " | "
                                + row.get(2)
                                + " | "
                                + problems.stream().map(Finding::name).toList());
            }
        }
        System.out.printf(
                "findings of the laboratory, half %s: %d of %d right%n",
                half, all - wrong.size(), all);
        if (half.equals("A")) {
            Labelled.write("lab-states-A", wrong);
        }
        return wrong.size();
    }

    private static List<Finding> problemsOf(String question) {
        return switch (Asking.understood(question)) {
            case Understood.Clear clear -> clear.question().problems();
            case Understood.NeedsDetail needs -> needs.question().problems();
            case Understood.Refused _ -> List.of();
        };
    }

    private static boolean isOfTheLaboratory(Finding finding) {
        return finding.name().matches("(?:Hyp(?:er|o)|.*[Dd]eficienc|.*penia|.*uria).*");
    }
}
