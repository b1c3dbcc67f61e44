package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is called a man, a wife or a grandmother is grown up; no child ever is.
class GrownUpTests {

    @Test
    void whoIsGrownUpIsReadFromWhatTheyAreCalled() throws Exception {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (List<String> row : Labelled.rows("grown-up.tsv")) {
            if (row.getFirst().equals("question")) {
                continue;
            }
            rows++;
            Patient patient = Asking.question(row.get(0)).patient();
            String read =
                    patient.age() != null
                            ? "-"
                            : patient.isGrownUp() ? "yes" : patient.isChild() ? "no" : "-";
            if (!read.equals(row.get(1))) {
                wrong.add(row.get(0) + " | " + read);
            }
            if (read.equals("yes")) {
                assertThat(row.get(1)).as(row.get(0)).isEqualTo("yes");
            }
        }
        assertThat(rows).isEqualTo(60);
        assertThat(wrong).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My little man has croup, is dexamethasone useful?",
                "Our little lady has weak bones. Is pamidronate safe?",
                "My aunt's little one has osteoporosis, pamidronate?",
                "My wife's kiddo has osteogenesis imperfecta, zoledronate?",
                "My girlfriend's preemie has osteopenia of prematurity"
            })
    void noChildIsGrownUpByWhoseItIs(String question) {
        assertThat(Asking.question(question).patient().isGrownUp()).isFalse();
    }
}
