package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the limits of doses against questions labelled before the rule: five to twenty times (or a thousand
/// times) what labels state, and the same questions with an ordinary dose.
class DoseLimitsTests {

    private record Counted(List<String> missed, List<String> accused) {}

    private static boolean isHeld(String question) {
        return Asking.question(question).premises().stream()
                .anyMatch(premise -> Set.of("dose", "unit").contains(premise.kind()));
    }

    private static Counted counted(String half) throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> accused = new ArrayList<>();
        int far = 0;
        int right = 0;
        for (List<String> row : Labelled.rows("dose-labelled.tsv")) {
            if (!row.getFirst().equals(half)) {
                continue;
            }
            boolean isFar = row.get(2).equals("far");
            far += isFar ? 1 : 0;
            right += isFar ? 0 : 1;
            if (isHeld(row.getLast()) != isFar) {
                (isFar ? missed : accused).add(row.getLast());
            }
        }
        Labelled.write("doses-" + half, missed);
        Labelled.write("doses-accused-" + half, accused);
        System.out.printf(
                "doses, half %s: held %d of %d, twins accused %d of %d%n",
                half, far - missed.size(), far, accused.size(), right);
        return new Counted(missed, accused);
    }

    @Test
    void mostDosesOfTheHalfThatIsReadAreHeldAndNoTwin() throws IOException {
        Counted counted = counted("A");
        assertThat(counted.missed()).hasSizeLessThanOrEqualTo(3);
        assertThat(counted.accused()).isEmpty();
    }

    @Test
    void mostDosesOfTheHalfThatIsCountedAreHeldAndNoTwin() throws IOException {
        Counted counted = counted("B");
        assertThat(counted.missed().size()).isLessThanOrEqualTo(2);
        assertThat(counted.accused().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can acetylcysteine help after 30 g of paracetamol in an overdose?",
                "Methylprednisolone 1 g daily for three days in optic neuritis?",
                "Is the box of 100 tablets of paracetamol 500 mg cheaper?",
                "Amoxicillin 500 mg three times a day, 30 tablets, for a dental abscess?",
                "Nirsevimab 100 mg for a baby of 6 kg?",
                "Tirzepatide 15 mg weekly for obesity?",
                "Vitamin C 10 g intravenously in sepsis?",
                "Aspirin 100 mg/kg/day in Kawasaki disease in a boy of 2?",
                "Haloperidol decanoate 200 mg monthly in schizophrenia?",
                "Metformin 2550 mg a day in type 2 diabetes?",
                "Paracetamol 500 mg, 2 tablets every 4-6 hours, up to 8 tablets a day?"
            })
    void ordinaryLargeAmountsAndPoisoningsAreLeftAlone(String question) {
        assertThat(isHeld(question)).isFalse();
    }

    @Test
    void theSourceAndWhatIsStatedAreNamed() {
        assertThat(
                        Asking.question("Paracetamol 1 g every hour for a fever?")
                                .premises()
                                .stream()
                                .filter(premise -> premise.kind().equals("dose"))
                                .toList())
                .singleElement()
                .satisfies(premise ->
                        assertThat(premise.correction())
                                .contains("4 g a day", "24 g a day", "medscape"));
    }
}
