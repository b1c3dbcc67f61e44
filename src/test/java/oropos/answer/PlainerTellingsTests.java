package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.terminology.Negations;

/// Lists, folded figures, sentences parted at "and", everyday words: what each does, and where it
/// keeps its hands off.
class PlainerTellingsTests {

    private static final Glossary GLOSSARY = Glossary.shipped();

    @Test
    void aRowOfThingsAtTheEndBecomesAList() {
        assertThat(ListedItems.of("Symptoms include fever, night sweats, and weight loss."))
                .isEqualTo("Symptoms include:\n• fever,\n• night sweats, and\n• weight loss.");
        assertThat(ListedItems.inOneLine("Symptoms include:\n• fever,\n• chills, or\n• aches.", ""))
                .isEqualTo("Symptoms include: fever, chills, or aches.");
    }

    @Test
    void whatOnlyLooksLikeAListStaysAsItIs() {
        for (String text :
                List.of(
                        "Symptoms include fever, which is common, and weight loss.",
                        "Drugs such as aspirin, ibuprofen, and naproxen can cause bleeding.",
                        "It includes fever and chills.",
                        "Signs include fever (in 3 of 10), chills, and sweats.",
                        "Signs are managed by means such as drugs to ease pain, manage headaches, and treat fits.",
                        "There are causes, including genetic, biological, and psychological factors.",
                        "They came with fever, chills, and sweats.")) {
            assertThat(ListedItems.of(text)).isEqualTo(text);
        }
    }

    @Test
    void figuresOfACalculationAreFoldedToTheLetterAndCountsOfPeopleStay() {
        FoldedFigures figures =
                FoldedFigures.of("Death was rarer (OR 0.5, 95% CI 0.3-0.8; P = .01) in women.");
        assertThat(figures.text()).isEqualTo("Death was rarer in women.");
        assertThat(figures.line())
                .isEqualTo("Figures for professionals: OR 0.5, 95% CI 0.3-0.8; P = .01");
        for (String text :
                List.of(
                        "It was rarer (12% against 20%; P = .01).",
                        "It was seen (15 of 20, P < .05).",
                        "It was linked with it (fourth quartile vs no exposure: OR 2.78, 95% CI 1.3 to 5.9).",
                        "Take aspirin (see the leaflet).",
                        "Give PRN (as needed).")) {
            assertThat(FoldedFigures.of(text).text()).isEqualTo(text);
            assertThat(FoldedFigures.of(text).line()).isEmpty();
        }
    }

    @Test
    void anAndBetweenTwoWholeClausesPartsThem() {
        assertThat(
                        PartedSentences.of(
                                "The virus is found in the liver, and it can cause damage over time."))
                .isEqualTo("The virus is found in the liver. And it can cause damage over time.");
    }

    @Test
    @DisplayName("P9 nothing is parted that reaches over the and")
    void nothingIsPartedThatReachesOver() {
        for (String text :
                List.of(
                        "In young children the rash is common, and it can last for weeks.",
                        "If the pain is severe it is treated, and the patient is sent home.",
                        "The drug does not cause sleep, and it is safe for the heart.",
                        "The drug is safe for the heart, and it does not cause sleep.",
                        "The pain was lower after a week, and the function was better than before.",
                        "They found that the drug is safe, and it can be taken for years.",
                        "The drug should be stopped at once, and the doctor is to be called.",
                        "The rash is common in the first weeks, and it is rare in adults.",
                        "It hurts the liver, the lungs, and the heart is damaged too.",
                        "It affects the bones of the hand, and the joints of the foot.")) {
            assertThat(PartedSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void everydayWordsStandWhereTheyAreExactAndNowhereElse() {
        assertThat(GLOSSARY.plain("Individuals require therapy prior to surgery."))
                .isEqualTo("People need treatment before surgery.");
        assertThat(GLOSSARY.plain("physical therapy and occupational therapy"))
                .isEqualTo("physical therapy and occupational therapy");
        assertThat(GLOSSARY.plain("a sub-optimal, self-administered test")).contains("sub-optimal");
        assertThat(GLOSSARY.plain("tests to detect (find) it"))
                .isEqualTo("tests to detect (find) it");
        assertThat(GLOSSARY.plain("[Absent patella] The patella is gone."))
                .isEqualTo("[Absent patella] The kneecap is gone.");
        assertThat(GLOSSARY.plain("Loin pain hematuria syndrome"))
                .isEqualTo("Loin pain hematuria syndrome");
        assertThat(GLOSSARY.plain("the currently used drug")).isEqualTo("the currently used drug");
        assertThat(GLOSSARY.plain("ocular hypertension")).isEqualTo("ocular hypertension");
        assertThat(GLOSSARY.plain("renal disease and renal colic"))
                .startsWith("kidney disease and renal");
    }

    @Test
    @DisplayName(
            "P9 plain words are told once: telling them again changes nothing, and no denial is lost")
    void plainWordsAreStable() {
        Set<String> seen = new HashSet<>();
        for (List<String> row : Tables.rows("/answer/everyday-words.tsv", 3)) {
            assertThat(seen.add(row.get(0))).as(row.get(0)).isTrue();
            String told = GLOSSARY.plain("we saw " + row.get(0) + " here");
            assertThat(GLOSSARY.plain(told)).as(row.get(0)).isEqualTo(told);
            assertThat(Negations.in(row.get(0)).size())
                    .as(row.get(0))
                    .isEqualTo(Negations.in(row.get(1)).size());
            assertThat(row.get(2)).as(row.get(0)).isNotBlank();
        }
    }
}
