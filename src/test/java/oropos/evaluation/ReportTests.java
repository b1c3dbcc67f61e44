package oropos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    private static final Report REPORT =
            new Report(
                    Map.of("machine", "2 processors | small"),
                    List.of(
                            new Figure("answers, 4 at once", "median", 12.34, "ms", "60 answers"),
                            new Figure("answers, 4 at once", "longest", 1234.5, "ms", ""),
                            new Figure("verification", "quotes", 210, "quotes", "")),
                    List.of("a quote does not stand"));

    @Test
    void everyLineOfTheTextHasItsUnit() {
        assertThat(REPORT.text().lines().filter(line -> line.startsWith("  ")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("12.3 ms").contains("60 answers"))
                .anySatisfy(line -> assertThat(line).contains("1,235 ms").doesNotEndWith(" "))
                .anySatisfy(line -> assertThat(line).contains("210 quotes"));
        assertThat(REPORT.text()).contains("DOES NOT HOLD: a quote does not stand");
    }

    @Test
    void aTableForADocumentKeepsItsColumns() {
        assertThat(REPORT.markdown().lines())
                .allSatisfy(line ->
                        assertThat(line.replace("\\|", "").chars().filter(c -> c == '|').count())
                                .isEqualTo(4));
    }

    @Test
    void jsonHoldsTheNumbersUnrounded() {
        JsonNode json = JsonMapper.builder().build().readTree(REPORT.json());
        assertThat(json.get("schema").asInt()).isEqualTo(Report.SCHEMA);
        assertThat(json.get("figures").get(0).get("value").asDouble()).isEqualTo(12.34);
        assertThat(json.get("figures").get(0).get("unit").asString()).isEqualTo("ms");
        assertThat(json.get("problems").get(0).asString()).isEqualTo("a quote does not stand");
    }

    @Test
    void aFigureWithoutAUnitOrANumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("answers", "median", 1, " ", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("answers", "median", Double.NaN, "ms", ""));
    }
}
