package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.terminology.Normal;

/// Holds the removal of identifiers against invented ones of many kinds and origins, labelled before
/// the rules were widened, and against eponyms, trials and headings that must stay.
class IdentifiersLabelledTests {

    @Test
    void invented() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int identifiers = 0;
        int clean = 0;
        for (List<String> row : Labelled.rows("identifiers-labelled.tsv")) {
            String question = row.getLast();
            if (row.getFirst().equals("kind")) {
                continue;
            }
            String asked = Asking.asked(question);
            if (row.getFirst().equals("CLEAN")) {
                clean++;
                if (!asked.equals(Normal.text(question))) {
                    changed.add(asked);
                }
            } else {
                identifiers++;
                if (asked.contains(Normal.text(row.get(1)))) {
                    missed.add(row.get(1) + " | " + asked);
                }
            }
        }
        System.out.printf(
                "invented identifiers removed: %d of %d; clean questions changed: %d of %d%n",
                identifiers - missed.size(), identifiers, changed.size(), clean);
        assertThat(missed).isEmpty();
        assertThat(changed).isEmpty();
    }

    @Test
    void daysCountedFromTodayGoOnlyBesideAPerson() {
        assertThat(Asking.asked("Fever since last week and cough, which test?"))
                .contains("last week");
        assertThat(Asking.asked("Mr. Brown, seen last week with asthma: inhaler?"))
                .isEqualTo("[name], seen [date: about a week ago] with asthma: inhaler?");
    }
}
