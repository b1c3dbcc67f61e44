package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oropos.question.Particulars;
import oropos.terminology.Terminology;

class ChipTests {

    private static List<String> told(String asked) {
        return Chip.told(Particulars.in(asked, Terminology.builtIn())).stream()
                .map(chip -> chip.key() + " " + chip.words() + " " + chip.detail())
                .map(String::strip)
                .toList();
    }

    @Test
    void dosesValuesAndWhatIsComparedStandAsChips() {
        assertThat(
                        told(
                                "She is on warfarin 5 mg daily, INR 6.2. Apixaban versus aspirin to reduce stroke?"))
                .contains(
                        "chip.told.dose Warfarin 5 mg",
                        "chip.told.use.current Warfarin",
                        "chip.told.value INR 6.2")
                .anyMatch(chip -> chip.startsWith("chip.told.comparator Aspirin"));
    }

    @Test
    void theButtonOfAChipTakesWhatItTellsOutOfTheQuestion() {
        for (String asked :
                List.of(
                        "Metformin 500 mg in type 2 diabetes, HbA1c 9.2%: add what?",
                        "SpO2 88% at home with COPD: oxygen?",
                        "Amoxicillin or placebo for acute sinusitis?",
                        "Effect of tight glucose control on mortality in diabetes")) {
            for (Chip chip : Chip.told(Particulars.in(asked, Terminology.builtIn()))) {
                if (!chip.drop().isEmpty()) {
                    String corrected = Corrected.text(asked, Map.of("edit.drop", chip.drop()));

                    assertThat(corrected).isNotEqualTo(asked);
                    assertThat(told(corrected))
                            .doesNotContain(
                                    (chip.key() + " " + chip.words() + " " + chip.detail())
                                            .strip());
                }
            }
        }
    }

    @Test
    void aQuestionWithoutParticularsHasNone() {
        assertThat(told("What is osteoporosis?")).isEmpty();
    }
}
