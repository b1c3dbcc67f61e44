package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;

/// What is asked back is what would change the answer, shown by telling it.
class AskingBackTests {

    private static final String FIRST =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression"
                    + " fractures and borderline osteoporosis?";

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(String text) {
        return HOUSE.ask(text);
    }

    private static List<String> changing(Answer answer) {
        return answer.notTold().stream()
                .filter(one -> Boolean.TRUE.equals(one.changes()))
                .map(Answer.Unknown::key)
                .toList();
    }

    private static List<String> bottomLine(Answer answer) {
        List<String> said = new ArrayList<>();
        answer.bottomLine().lead().forEach(one -> said.add(one.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch -> branch.statements().forEach(one -> said.add(one.text())));
        answer.bottomLine().card().benefit().forEach(one -> said.add(one.text()));
        answer.bottomLine().card().harm().forEach(one -> said.add(one.text()));
        return said;
    }

    @Test
    void howItHappenedDecidesForTheFirstQuestionAndStandsFirst() {
        Answer answer = ask(FIRST);

        assertThat(answer.notTold().getFirst().key()).isEqualTo("mechanism");
        assertThat(changing(answer)).contains("mechanism");
        assertThat(answer.notTold()).extracting(Answer.Unknown::changes).contains(false);
    }

    @Test
    void tellingWhatIsAskedBackChangesTheBottomLine() {
        Answer high = ask(FIRST + " She fell from a roof.");
        Answer low = ask(FIRST + " There was no trauma.");

        assertThat(bottomLine(high)).isNotEqualTo(bottomLine(low));
        assertThat(high.notTold()).extracting(Answer.Unknown::key).doesNotContain("mechanism");
    }

    @Test
    void aQuestionOnWhoseFactsNothingFoundHangsAsksNothingBack() {
        assertThat(changing(ask("Should a 30-year-old woman be screened for depression?")))
                .isEmpty();
    }
}
