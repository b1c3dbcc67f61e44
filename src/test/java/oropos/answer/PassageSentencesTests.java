package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSentencesTests {

    private final PassageSentences texts = new PassageSentences();

    private static List<PassageSentences.Sentence> whole(String text) {
        return new PassageSentences()
                .of(text).stream()
                        .filter(PassageSentences.Sentence::whole)
                        .peek(one -> assertThat(one.span().of(text)).isEqualTo(one.text()))
                        .toList();
    }

    @Test
    void aPassageIsReadOnceIntoWholeThoughtsAtTheirPlace() {

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

    @Test
    void aListIsReadAsOneAndSaysWhatTheWordsBeforeItsItemsSay() {
        var read =
                texts.of(
                        "Gout is a form of arthritis. You are more likely to get gout if you \u2022 Are a man \u2022 Smoke");
        assertThat(read).hasSize(2);
        assertThat(read.getLast().isList()).isTrue();
        assertThat(read.getLast().lead()).isEqualTo("You are more likely to get gout if you");
        assertThat(read.getLast().whole()).isTrue();
        assertThat(read.getLast().dangles(true)).isFalse();
        // An item that names men speaks of no men alone.
        assertThat(read.getLast().people()).isEqualTo(SentencePeople.NOBODY);
    }

    @Test
    void theHarmlessHalfIsNeverSaidWithoutTheGraver() {
        String harmless = "Red urine can be caused by beets, hard exercise or a small injury.";
        String graver = "More serious causes of red urine include cancer of the bladder.";
        assertThat(whole(harmless + " " + graver))
                .extracting(PassageSentences.Sentence::text)
                .containsExactly(harmless + " " + graver);

        String list =
                "More serious causes of red urine include - cancer of the bladder - blood clots - stones in the kidney";
        assertThat(whole(harmless + " " + list))
                .extracting(PassageSentences.Sentence::text)
                .containsExactly(harmless + " " + list);
        assertThat(whole(harmless + " Green urine is rare in adults.")).hasSize(2);
    }

    @Test
    void aListWhoseLeadInLeansBeginsWithTheSentenceBeforeIt() {
        var read =
                texts.of(
                        "Symptoms of gout appear at night. They include \u2022 Pain in a toe \u2022 Redness");
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().text()).startsWith("Symptoms of gout appear");
        assertThat(read.getFirst().whole()).isTrue();
        assertThat(texts.of("They include \u2022 Pain in a toe of one foot \u2022 Redness of it"))
                .noneMatch(PassageSentences.Sentence::whole);
        assertThat(texts.of("Treatment depends on the following: \u2022 Age \u2022 Other diseases"))
                .allMatch(one -> one.whole() && !one.dangles(true));
    }

    @Test
    void aSentenceThatGoesOnIsPairedWithTheOneBeforeIt() {
        String text = "Scabies is caused by mites on the skin. It spreads by close touch of skin.";

        assertThat(texts.pairs(text))
                .singleElement()
                .matches(pair -> pair.both().text().equals(text))
                .matches(pair -> pair.both().span().of(text).equals(text));
    }

    @Test
    void whatLeansOnSomethingElseOrStandsInAnotherParagraphIsNot() {
        assertThat(
                        texts.pairs(
                                "Scabies is caused by mites on the skin. These results are new ones."))
                .isEmpty();
        assertThat(texts.pairs("Scabies is caused by mites on the skin. Others find that hard."))
                .isEmpty();
        assertThat(
                        texts.pairs(
                                "Scabies is caused by mites on the skin.\n\nIt spreads by close touch of skin."))
                .isEmpty();
    }

    @Test
    void whatPromisesOrReportsAStudySaysLittle() {
        assertThat(whole("You can read about the signs of lupus from the institute."))
                .singleElement()
                .matches(PassageSentences.Sentence::saysLittle);
        assertThat(whole("A study by Miller looked into missed diagnoses of Lyme disease."))
                .singleElement()
                .matches(PassageSentences.Sentence::saysLittle);
        assertThat(whole("Treatment with antibiotics cures Lyme disease within weeks."))
                .singleElement()
                .matches(one -> !one.saysLittle());
    }
}
