package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import oropos.library.Literature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Computed certainty beside what systematic reviews said of the same abstracts. A table and no claim: the
/// reviews rated whole bodies of evidence with full texts, Oropos rates one abstract at a time.
class MedEvidenceTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LEVELS =
            List.of("not rated", "very low", "low", "moderate", "high");

    @Test
    void certaintyStandsBesideThatOfReviews() throws Exception {
        StringBuilder batch = new StringBuilder();
        Map<String, String> rated = new TreeMap<>();
        for (String line :
                Files.readAllLines(
                        Literature.at("questions/med-evidence/med-evidence-dev.jsonl"))) {
            JsonNode one = JSON.readTree(line);
            String id = one.get("question_id").asString();
            rated.put(id, one.get("evidence_certainty").asString());
            for (var source : one.get("sources").properties()) {
                batch.append(
                                JSON.writeValueAsString(
                                        Map.of(
                                                "id",
                                                id + "/" + source.getKey(),
                                                "title",
                                                source.getValue().path("title").asString(),
                                                "abstract",
                                                source.getValue().get("content").asString(),
                                                "question",
                                                one.get("question").asString())))
                        .append('\n');
            }
        }
        Typed said = Typed.saying(batch.toString(), "appraise", "--batch", "-");
        Map<String, Integer> highest = new TreeMap<>();
        for (String line : said.lines()) {
            JsonNode read = JSON.readTree(line);
            String level = read.at("/certainty/level").asString("not rated");
            highest.merge(
                    read.get("id").asString().split("/")[0], LEVELS.indexOf(level), Math::max);
        }
        Map<String, int[]> table = new TreeMap<>();
        highest.forEach((id, level) ->
                table.computeIfAbsent(rated.getOrDefault(id, ""), key -> new int[LEVELS.size()])[
                        level]++);
        System.out.println("reviews said: best of the abstracts " + LEVELS);
        table.forEach((level, counts) ->
                System.out.println(
                        "  "
                                + (level.isEmpty() ? "(none)" : level)
                                + ": "
                                + java.util.Arrays.toString(counts)));
        assertThat(highest).hasSizeGreaterThan(130);
        assertThat(highest.values()).doesNotContain(-1);
    }
}
