package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldTests {

    @Test
    void factsFollowTheQuestionAsSentences() {
        assertThat(Told.added("What now", Map.of("told.blood count", "normal")))
                .isEqualTo("What now. Blood count: normal.");
    }

    @Test
    void factsStandInTheOrderOfTheirNames() {
        assertThat(Told.added("B?", Map.of("told.b", "2", "told.a", "1")))
                .isEqualTo("B? A: 1. B: 2.");
    }

    @Test
    void emptyFieldsAddNothing() {
        assertThat(Told.added("B?", Map.of("told.a", " ", "told.", "x", "reader", "nurse")))
                .isEqualTo("B?");
    }

    @Test
    void anEmptyQuestionIsLeftToWhoeverUnderstandsIt() {
        assertThat(Told.added("  ", Map.of())).isEmpty();
    }
}
