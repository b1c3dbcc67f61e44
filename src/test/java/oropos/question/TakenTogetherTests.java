package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TakenTogetherTests {

    private static List<String> wrong(String half) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : Labelled.rows("interactions.tsv")) {
            if (!row.get(0).equals(half)) {
                continue;
            }
            Set<String> read =
                    Asking.understood(row.get(1)) instanceof Understood.Refused
                            ? Set.of()
                            : together(Asking.question(row.get(1)));
            Set<String> wanted =
                    row.get(2).equals("-")
                            ? Set.of()
                            : new TreeSet<>(Arrays.asList(row.get(2).split("; ")));
            if (!read.equals(wanted)) {
                wrong.add(row.get(1) + " " + wanted + " read as " + read);
            }
        }
        return wrong;
    }

    private static Set<String> together(ClinicalQuestion question) {
        Set<String> names = new TreeSet<>();
        if (question.kind() == QuestionKind.INTERACTION) {
            question.drugs().forEach(one -> names.add(one.name()));
        }
        return names;
    }

    @Test
    void whatIsAskedToBeTakenTogetherIsReadAndNothingElse() throws Exception {
        assertThat(wrong("A")).isEmpty();
    }

    @Test
    void mostOfTheHalfThatIsOnlyCountedIsReadRight() throws Exception {
        List<String> wrong = wrong("B");
        System.out.println("taken together, counted half: " + wrong.size() + " of 27 wrong");
        assertThat(wrong).hasSizeLessThanOrEqualTo(5);
    }
}
