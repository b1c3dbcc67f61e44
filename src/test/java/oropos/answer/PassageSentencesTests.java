package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSentencesTests {

    private static List<PassageSentences.Sentence> whole(String text) {
        return new PassageSentences()
                .of(text).stream()
                        .filter(PassageSentences.Sentence::whole)
                        .peek(one -> assertThat(one.span().of(text)).isEqualTo(one.text()))
                        .toList();
    }

    @Test
    void aPassageIsReadOnceIntoWholeThoughtsAtTheirPlace() {
        PassageSentences texts = new PassageSentences();
        String text =
                "Scabies is caused by mites. It itches. Scabies spreads among children by touch.";

        List<PassageSentences.Sentence> read = texts.of(text);

        assertThat(read)
                .extracting(PassageSentences.Sentence::whole)
                .containsExactly(false, false, true);
        assertThat(read).allMatch(one -> one.span().of(text).equals(one.text()));
        assertThat(read.getLast().people().children()).isTrue();
        assertThat(texts.of(text)).isSameAs(read);
    }

    @Test
    void aSentenceThatOnlyAnnouncesOthersSaysLittle() {
        assertThat(whole("There are different types of treatment for children with Ewing sarcoma."))
                .singleElement()
                .matches(PassageSentences.Sentence::saysLittle);
    }
}
