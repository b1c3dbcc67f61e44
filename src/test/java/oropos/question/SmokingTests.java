package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokingTests {

    @Test
    void howMuchAndUntilWhenIsReadAsPeopleTellIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : Labelled.rows("smoking.tsv")) {
            Map<String, String> facts = Asking.question(row.get(0)).patient().facts();
            String years =
                    facts.getOrDefault(Smoking.PACK_YEARS, "-").replaceAll(" pack-years.*", "");
            String stopped = facts.getOrDefault(Smoking.STOPPED, "-");
            if (!years.equals(row.get(1)) || !stopped.equals(row.get(2))) {
                wrong.add(row + " read as " + years + ", " + stopped);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsWorkedOutSaysFromWhat() {
        assertThat(
                        Asking.question("He smoked two packs a day for thirty years. CT?")
                                .patient()
                                .facts())
                .containsEntry(
                        Smoking.PACK_YEARS, "60 pack-years (computed, 2 packs a day for 30 years)");
    }
}
