package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.Effect;
import oropos.answer.EvidenceRow;

class ForestPictureTests {

    private static EvidenceRow row(int mark, String who, String outcome, String words) {
        return new EvidenceRow(
                new Answer.Reference(
                        mark,
                        "pmid:" + mark,
                        "pmid:" + mark,
                        "Trials",
                        "A trial",
                        List.of(who),
                        null,
                        null,
                        2020,
                        null,
                        null,
                        null,
                        null,
                        "trial",
                        true,
                        "adults",
                        new Answer.FitView("direct", null),
                        40,
                        2,
                        "current",
                        null,
                        "abstract",
                        null,
                        null),
                outcome,
                Effect.in(words).orElse(null),
                words,
                new Answer.CertaintyView("low", true, List.of()),
                false);
    }

    @Test
    void twoEffectsOnOneOutcomeAreDrawnAndNamedInWords() {
        List<ForestPicture> pictures =
                ForestPicture.of(
                        List.of(
                                row(1, "Smith <b>", "fracture", "RR 0.50 (95% CI 0.30 to 0.80)"),
                                row(2, "Jones", "Fracture", "RR 0.90 (95% CI 0.60 to 1.30)")));

        assertThat(pictures).hasSize(1);
        var svg = Jsoup.parseBodyFragment(pictures.getFirst().svg());
        assertThat(svg.select("svg[role=img] > title").text()).isEqualTo("RR: fracture");
        assertThat(svg.select("desc").text()).contains("Jones 2020: RR 0.9 (0.6 to 1.3)");
        assertThat(svg.select(".interval")).hasSize(2);
        assertThat(svg.select("b, [style], script")).isEmpty();
        double none = Double.parseDouble(svg.select(".none").attr("x1"));
        assertThat(Double.parseDouble(svg.select(".interval").get(0).attr("x2"))).isLessThan(none);
        assertThat(Double.parseDouble(svg.select(".interval").get(1).attr("x2")))
                .isGreaterThan(none);
    }

    @Test
    void oneEffectOrEffectsOfTwoKindsAreNotDrawn() {
        assertThat(
                        ForestPicture.of(
                                List.of(
                                        row(1, "A", "fracture", "RR 0.50 (95% CI 0.30 to 0.80)"),
                                        row(2, "B", "fracture", "HR 0.90 (95% CI 0.60 to 1.30)"),
                                        row(3, "C", "pain", "RR 0.90 (95% CI 0.60 to 1.30)"))))
                .isEmpty();
    }
}
