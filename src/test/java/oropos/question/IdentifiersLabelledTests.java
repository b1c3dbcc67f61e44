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
        Counted counted = counted(Labelled.rows("identifiers-labelled.tsv"), "identifiers");
        assertThat(counted.missed()).isEmpty();
        assertThat(counted.changed()).isEmpty();
    }

    @Test
    void oddlyWrittenAndRead() throws IOException {
        Counted counted = counted(half("K"), "identifiers-K");
        assertThat(counted.missed()).isEmpty();
        assertThat(counted.changed()).isEmpty();
    }

    @Test
    void oddlyWrittenAndOnlyCounted() throws IOException {
        Counted counted = counted(half("L"), "identifiers-L");
        assertThat(counted.missed()).hasSizeLessThanOrEqualTo(1);
        assertThat(counted.changed()).hasSizeLessThanOrEqualTo(1);
    }

    private static List<List<String>> half(String half) throws IOException {
        return Labelled.rows("identifiers-labelled-2.tsv").stream()
                .filter(row -> row.getFirst().equals(half))
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    private record Counted(List<String> missed, List<String> changed) {}

    private static Counted counted(List<List<String>> rows, String name) throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int identifiers = 0;
        int clean = 0;
        for (List<String> row : rows) {
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
                "%s removed: %d of %d; clean questions changed: %d of %d%n",
                name, identifiers - missed.size(), identifiers, changed.size(), clean);
        List<String> wrong = new ArrayList<>(missed);
        wrong.addAll(changed);
        Labelled.write(name, wrong);
        return new Counted(missed, changed);
    }

    @Test
    void daysCountedFromTodayGoOnlyBesideAPerson() {
        assertThat(Asking.asked("Fever since last week and cough, which test?"))
                .contains("last week");
        assertThat(Asking.asked("Mr. Brown, seen last week with asthma: inhaler?"))
                .isEqualTo("[name], seen [date: about a week ago] with asthma: inhaler?");
    }
}
