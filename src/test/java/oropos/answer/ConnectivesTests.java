package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectivesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onlyIndirect",
                "fromAdults",
                "unstated",
                "weak",
                "stop",
                "secondHand",
                "noMaximum",
                "onePart",
                "toSome"
            })
    void areTheirWordsAndNoOthers(String id) {
        String words = Connectives.words(id);
        assertThat(words).isNotEmpty();
        assertThat(Connectives.holds(id, words)).isTrue();
        assertThat(Connectives.holds(id, words + " ")).isFalse();
        assertThat(Connectives.holds(id, words.substring(1))).isFalse();
        assertThat(Connectives.holds("stop", words)).isEqualTo(id.equals("stop"));
    }

    @Test
    void thatAreNotListedAreRefused() {
        assertThat(Connectives.holds("proven", "This is proven.")).isFalse();
        assertThatThrownBy(() -> Connectives.words("proven"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proven");
    }
}
