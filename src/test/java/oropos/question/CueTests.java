package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CueTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chest pain; Chest pain today; true",
                "chest pain; chest-pain today; true",
                "chest pain; pain in the chest; false",
                "stumbl*; She STUMBLES; true",
                "wets|wet herself|himself; he wet himself; true",
                "lost [my] bladder control; lost bladder control; true",
                "lost [my] bladder control; lost my bladder control; true",
                "pain ~2 arm; pain in my arm; true",
                "pain ~2 arm; pain in my left arm; false",
                "pain ~3 arm; Pain. My arm hurts; false",
                "temp #38..43; Temp 38.4°C; true",
                "temp #38..43; temp 37,9; false",
                "# kg; 14kg; true",
                "^ prescribe me; Please prescribe me a drug; true",
                "^ prescribe me; What could he prescribe me; false",
                "cant walk; She can’t walk; true",
                "child back pain; the child's back pain; true",
                "t12; T₁₂; true"
            })
    void isHeard(String row) {
        String[] cells = row.split("; ");

        assertThat(Cue.of(cells[0]).isIn(Wording.of(cells[1])))
                .isEqualTo(Boolean.parseBoolean(cells[2]));
    }

    @Test
    void itsSpanIsThatOfTheWordsAsWritten() {
        String text = "Since today: wets  herself!";

        assertThat(Cue.of("wets herself").first(Wording.of(text)).orElseThrow().span().of(text))
                .isEqualTo("wets  herself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no chest pain; true",
                "denies fever, cough and chest pain; true",
                "no fever, cough or chest pain; true",
                "no fever, cough, chest pain; false",
                "without any chest pain; true",
                "not having chest pain; true",
                "chest pain: no; true",
                "chest pain was denied; true",
                "chest pain; false",
                "no fever but chest pain; false",
                "No fever. Chest pain; false",
                "he could not sleep because of chest pain; false",
                "no trauma and now chest pain; false",
                "not only fever but chest pain; false",
                "never had chest pain; true",
                "it won't stop, this chest pain; false",
                "cannot stop the chest pain; false",
                "negative for chest pain; true",
                "test negative, chest pain; false"
            })
    void isDeniedOrNot(String row) {
        String[] cells = row.split("; ");
        Wording wording = Wording.of(cells[0]);

        assertThat(Assertions.isDenied(wording, Cue.of("chest pain").first(wording).orElseThrow()))
                .as(cells[0])
                .isEqualTo(Boolean.parseBoolean(cells[1]));
    }
}
