package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.question.QuestionKind;

class NearestTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gout is treated with 300 mg of allopurinol a day.",
                "People with gout should drink more water.",
                "Do not take aspirin for gout.",
                "Avoid beer if you have gout.",
                "Gout is harmless and goes away on its own.",
                "Gout is a rarely fatal form of arthritis.",
                "Meningitis is a disease of which 1 in 10 people die.",
                "Heart failure is a condition that cannot be cured.",
                "Croup is usually mild.",
                "Surgery is one way to repair a hernia.",
                "A vaccine is made against measles."
            })
    void whatTellsWhatToDoOrHowItEndsIsNoNeighbour(String sentence) {
        assertThat(Nearest.isSafe(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gout is a common, painful form of arthritis.",
                "Varicose veins are swollen, twisted veins that you can see just under the skin.",
                "Bronchiectasis is a condition in which damaged airways widen and become scarred.",
                "Gout is caused by uric acid in the joints."
            })
    void whatDescribesIsOne(String sentence) {
        assertThat(Nearest.isSafe(sentence)).isTrue();
    }

    @Test
    void everyReasonSaysWhatIsMissing() {
        String title = "What is (are) Gout ?";
        for (QuestionKind kind : QuestionKind.values()) {
            assertThat(Nearest.isReason(Nearest.why(title, "definition", kind), title)).isTrue();
        }
        String why = Nearest.why(title, "definition", QuestionKind.THERAPY);
        assertThat(why).isEqualTo("About: Gout. It says what this is, not what to do about it.");
        assertThat(Nearest.why(title, "cause", QuestionKind.CAUSE))
                .isEqualTo("About: Gout. It does not tell all that was asked.");
        assertThat(Nearest.isReason(why, "What is (are) Scabies ?")).isFalse();
        assertThat(Nearest.isReason("It helps.", title)).isFalse();
    }

    private static List<Answer.Near> near(String question, String title, String text) {
        return new WeighedTexts()
                .page("starter:near", title, text)
                .answer(question)
                .outcome()
                .said();
    }

    private static final String GOUT =
            "Gout is a form of arthritis in which crystals build up in the joints. Gout is treated with made-up tablets.";

    @Test
    void aPageOnTheVerySubjectSaysWhatItIsAndThatThisIsNoAnswer() {
        List<Answer.Near> near = near("Can I fly with gout?", "What is (are) Gout ?", GOUT);
        assertThat(near).hasSize(1);
        assertThat(near.getFirst().why()).startsWith("About: Gout. It ");
        assertThat(near.getFirst().statement().text())
                .isEqualTo("Gout is a form of arthritis in which crystals build up in the joints.");
    }

    @Test
    void aPageOnAnotherFormOrBesideAnUrgentSignSaysNothing() {
        assertThat(
                        near(
                                "Can I fly with gout?",
                                "What is (are) Saturnine gout ?",
                                GOUT.replace("Gout", "Saturnine gout")))
                .isEmpty();
        assertThat(
                        near(
                                "Gout, and I have crushing chest pain and cannot breathe. Can I fly?",
                                "What is (are) Gout ?",
                                GOUT))
                .isEmpty();
    }
}
