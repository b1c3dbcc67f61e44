package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongFeverTests {

    private static List<String> wrong(String half) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : Labelled.rows("long-fever.tsv")) {
            boolean heard = Asking.signs(row.get(2)).contains("child-long-fever");
            if (row.get(0).equals(half) && heard != row.get(1).equals("danger")) {
                wrong.add(row.get(2));
            }
        }
        return wrong;
    }

    @Test
    void isHeardInAChildWithAFurtherSignAndNowhereElse() throws Exception {
        assertThat(wrong("A")).isEmpty();
    }

    @Test
    void mostOfTheHalfThatIsOnlyCountedIsRight() throws Exception {
        int wrong = wrong("B").size();
        System.out.println("long fever, counted half: " + wrong + " of 10 wrong");
        assertThat(wrong).isLessThanOrEqualTo(4);
    }
}
