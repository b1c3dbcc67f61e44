package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which words of a question keep advice for the well from the head of an answer.
class PreventiveWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rectal bleeding, colonoscopy?",
                "I have no pain but my stool is black. Colonoscopy?",
                "I had polyps removed. Next colonoscopy?",
                "My dad had bowel cancer at 45, I'm 46, colonoscopy?",
                "No nausea. Blood on the toilet paper. Colonoscopy at 50?",
                "My wife has lost weight. Should she be screened for bowel cancer?"
            })
    void aSignAHistoryOrAParentKeepsItAway(String question) {
        assertThat(PreventiveWords.keepAway("colorectal cancer", true, question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no blood in my poo, feel ok, 52, colonoscopy?",
                "I don't have rectal bleeding, weight loss or anaemia. Colonoscopy at 50?",
                "My neighbour has rectal bleeding. I am 55 and well. Colonoscopy?",
                "Should I be screened at 55 to prevent rectal bleeding?",
                "A test for hidden blood in the stool at 55?",
                "There is no family history of colon cancer. I'm 46. Colonoscopy?",
                "My husband had bowel surgery. I am 50. Colonoscopy?",
                "My knee hurts. Colonoscopy at 55?"
            })
    void whatIsDeniedLookedForOrSaidOfOthersDoesNot(String question) {
        assertThat(PreventiveWords.keepAway("colorectal cancer", true, question)).isFalse();
    }

    @Test
    void aSignOfAnotherIllnessDoesNot() {
        assertThat(PreventiveWords.keepAway("breast cancer", true, "I cough. Mammogram?"))
                .isFalse();
        assertThat(
                        PreventiveWords.keepAway(
                                "breast cancer", true, "A lump in my breast. Mammogram?"))
                .isTrue();
    }

    @Test
    void anAgeIsNoFinding() {
        assertThat(PreventiveWords.keepAway("prostate cancer", true, "PSA at 60?")).isFalse();
        assertThat(PreventiveWords.keepAway("prostate cancer", true, "PSA, 60?")).isFalse();
        assertThat(PreventiveWords.keepAway("prostate cancer", true, "PSA 62 year old man?"))
                .isFalse();
        assertThat(PreventiveWords.keepAway("prostate cancer", true, "PSA of 12 at 60?")).isTrue();
        assertThat(PreventiveWords.keepAway("type 2 diabetes", true, "blood sugar test at 45?"))
                .isFalse();
        assertThat(PreventiveWords.keepAway("anemia", true, "Hb check at 12 months?")).isFalse();
    }

    @Test
    void aHomeKeepsAwayWhatIsWrittenForPeopleWhoLiveInTheCommunity() {
        String question = "Does vitamin D prevent falls in a care home?";
        assertThat(PreventiveWords.keepAway("falls", false, question)).isTrue();
        assertThat(PreventiveWords.keepAway("falls", false, "Falls at home at 80?")).isFalse();
    }

    @Test
    void everyRowHasASourceAndASortThatIsKnown() {
        List<String> sorts =
                List.of(
                        "sign",
                        "had",
                        "kin",
                        "place",
                        "danger",
                        "afterwards",
                        "reacts",
                        "begins",
                        "ends",
                        "preventing");
        assertThat(Tables.rows("/answer/preventive-words.tsv", 4))
                .allSatisfy(row -> {
                    assertThat(sorts).contains(row.getFirst());
                    assertThat(row.get(3)).isNotBlank();
                });
    }
}
