package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.question.Reader;

/// What an administrator sees of what was asked, and pictures of what is held.
class CoverageTests {

    private final Coverage coverage = new Coverage();

    private static Answer about(String words) {
        return new SmallAnswer(new SmallRoom()).about(words, Reader.PHYSICIAN);
    }

    @Test
    void topicsAreCountedAndNoWordOfAQuestionIsKept() {
        coverage.add(about("What is best for Zebulon, 8, with borderline B?"));
        coverage.add(about("What is best for Zebulon, 8, with borderline B?"));
        coverage.add(about("Zebulon has nothing"));
        List<Coverage.Row> rows = coverage.worst(10);
        assertThat(rows).isNotEmpty();
        assertThat(rows.toString()).doesNotContain("Zebulon").doesNotContain("borderline");
        assertThat(rows.stream().mapToInt(row -> row.count().asked()).sum()).isEqualTo(3);
        assertThat(rows.getFirst().count().unanswered()).isEqualTo(1);
    }

    @Test
    void barsAreNamedAndCarryTheirNumbers() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("trials <b>", 1280);
        counts.put("reviews", 0);
        var svg = Jsoup.parseBodyFragment(BarPicture.of("Sources & kinds", counts).svg());
        assertThat(svg.select("svg[role=img] > title").text()).isEqualTo("Sources & kinds");
        assertThat(svg.select("rect")).hasSize(2);
        assertThat(svg.text()).contains("trials <b>", "1,280");
        assertThat(svg.select("b, [style], script")).isEmpty();
    }

    /// 47,458 beside 482 would leave the rest without a length.
    @Test
    void aBarThatDwarfsTheOthersIsCutAndSaysItsNumber() {
        Map<String, Integer> counts = new java.util.LinkedHashMap<>();
        counts.put("information for patients", 47_458);
        counts.put("textbook", 482);
        counts.put("controlled trial, not randomised", 241);
        var svg = Jsoup.parseBodyFragment(BarPicture.of("Sources", counts).svg());
        assertThat(svg.select("path.cut")).hasSize(1);
        assertThat(svg.text()).contains("47,458", "controlled trial, not randomised");
        List<Double> lengths =
                svg.select("rect").stream()
                        .map(rect -> Double.parseDouble(rect.attr("width")))
                        .toList();
        assertThat(lengths.get(1) / lengths.get(0)).isBetween(0.49, 0.51);
        assertThat(lengths.get(2) / lengths.get(1)).isBetween(0.49, 0.51);
    }

    @Test
    void yearsAreDrawnByFiveAndWhatHasNoneIsSaid() {
        assertThat(BarPicture.fives(Map.of("1950", 3, "2011", 1, "2024", 2, "", 4), 3))
                .containsExactly(
                        Map.entry("before 2010", 3),
                        Map.entry("2010 to 2014", 1),
                        Map.entry("2015 to 2019", 0),
                        Map.entry("2020 to 2024", 2),
                        Map.entry("no year", 4));
        assertThat(BarPicture.fives(Map.of(), 3)).isEmpty();
    }
}
