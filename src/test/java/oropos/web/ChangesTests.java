package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.question.Reader;

class ChangesTests {

    private static Answer withoutLead(Answer answer) {
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                answer.title(),
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                answer.outcome(),
                new Answer.BottomLine(List.of(), List.of(), answer.bottomLine().card()),
                List.of(),
                List.of(),
                List.of(),
                answer.notTold(),
                answer.references(),
                answer.direction(),
                answer.confidence(),
                answer.basis(),
                answer.receipt());
    }

    @Test
    void theSameAnswerIsNoChange() {
        Answer answer = new SmallAnswer(new SmallRoom()).about("osteoporosis?", Reader.PHYSICIAN);
        assertThat(Changes.between(answer, answer).isAny()).isFalse();
        assertThat(Changes.between(answer, answer).understood()).isEmpty();
    }

    @Test
    void whatAppearedAndWhatIsGoneAreTold() {
        Answer answer = new SmallAnswer(new SmallRoom()).about("osteoporosis?", Reader.PHYSICIAN);
        Changes gone = Changes.between(answer, withoutLead(answer));
        assertThat(gone.isAny()).isTrue();
        assertThat(gone.gone()).isNotEmpty();
        assertThat(gone.added()).isEmpty();
        Changes back = Changes.between(withoutLead(answer), answer);
        assertThat(back.added()).isEqualTo(gone.gone());
    }
}
