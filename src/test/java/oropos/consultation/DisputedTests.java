package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;

/// Where sources disagree on the treatment asked about, the bottom line says first what is known.
class DisputedTests {

    @Test
    @DisplayName("P5 a disputed treatment: the head says what is known and whom it is about")
    void theHeadSaysWhatIsKnownAboutADisputedTreatment() {
        List<Answer> answers =
                Stream.of(
                                "Is calcitonin useful for acute vertebral fracture pain in my 81-year-old?",
                                "Can an 8-year-old take alendronate 70 mg weekly?")
                        .map(StarterHouse.shared()::ask)
                        .toList();
        Answer adult = answers.getFirst();
        Answer child = answers.getLast();

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.outcome().reason()).isEqualTo("conflict");
                    assertThat(answer.direction()).isEqualTo("conflict");
                    assertThat(answer.bottomLine().lead()).isNotEmpty();
                    assertThat(answer.bottomLine().lead().getFirst().text())
                            .startsWith("Only indirect evidence: ");
                });
        assertThat(adult.bottomLine().lead().getFirst().text())
                .contains("calcitonin's benefits do not outweigh its risks");
        assertThat(adult.bottomLine().lead())
                .as("what a regulator speaks against does not head an answer")
                .noneMatch(one -> one.text().contains("reduced acute pain"));
        assertThat(adult.bottomLine().card().harm())
                .anyMatch(one -> one.text().contains("0.7% to 2.4%"));
        assertThat(child.bottomLine().lead().getFirst().text())
                .as("the treatment itself, in the trial, before the uncontrolled series")
                .contains("139 children", "alendronate")
                .doesNotContain("uncontrolled");
    }

    @Test
    @DisplayName("P5 what was once done to whom does not head an answer to whether to do it")
    void whatIsAdvisedComesBeforeWhatOnlyFramesTheProblem() {
        for (String question :
                List.of(
                        "My 8-year-old son has two compression fractures at T11 and T12 after a low-energy fall, should he get bisphosphonates?",
                        "8yo boy, T11 and T12 compression fractures after a minor fall: bisphosphonates?")) {
            List<String> lead =
                    StarterHouse.shared().ask(question).bottomLine().lead().stream()
                            .map(Answer.Statement::text)
                            .toList();

            assertThat(lead.getFirst()).as(question).startsWith("Only indirect evidence: ");
            assertThat(lead)
                    .as(question)
                    .anyMatch(one -> one.contains("secondary osteoporosis"))
                    .anyMatch(one -> one.contains("for low bone density alone"))
                    .noneMatch(one -> one.contains("what was done, not what works"));
        }
    }
}
