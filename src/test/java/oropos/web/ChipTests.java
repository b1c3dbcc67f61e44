package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oropos.answer.Views;
import oropos.question.Asked;
import oropos.question.Particulars;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
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

    @Test
    void theAnswerSaysWhomItIsForAndTheButtonOfAnotherAsksForThatPerson() {
        String asked = "My wife is 62 with gout and I'm 64 with asthma. Can I take aspirin?";
        List<Chip> chips = chips(asked);

        assertThat(chips)
                .extracting(Chip::key, Chip::words)
                .contains(tuple("chip.askedFor.me", "me"));
        Chip wife = chips.stream().filter(Chip::isOther).findFirst().orElseThrow();
        assertThat(wife.words()).isEqualTo("My wife");
        assertThat(wife.detail()).contains("62 years").contains("Gout").doesNotContain("Asthma");

        List<Chip> forHer = chips(Corrected.text(asked, Map.of("edit.drop", wife.drop())));

        assertThat(forHer)
                .extracting(Chip::key, Chip::words)
                .contains(tuple("chip.askedFor", "My wife"), tuple("chip.other", "me"));
    }

    private static List<Chip> chips(String asked) {
        return switch (UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, asked))) {
            case Understood.Clear clear -> Chip.of(Views.of(clear.question()));
            case Understood.NeedsDetail needs -> Chip.of(Views.of(needs.question()));
            case Understood.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static final Understanding UNDERSTANDING = new Understanding(Terminology.builtIn());
}
