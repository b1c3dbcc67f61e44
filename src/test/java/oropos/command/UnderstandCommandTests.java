package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnderstandCommandTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void eachLineSaysWhatWasUnderstoodAndWhatWasRemoved() {
        Typed said =
                Typed.saying(
                        """
                        {"id": "q7", "question": "My 8yo daughter Anna Smith has T11 and T12 compression fractures. Should she get alendronate?"}
                        Should a 45-year-old man be screened for osteoporosis?
                        """,
                        "understand",
                        "--batch",
                        "-");

        assertThat(said.exit()).isZero();
        JsonNode child = JSON.readTree(said.lines().getFirst());
        assertThat(child.at("/id").asString()).isEqualTo("q7");
        assertThat(child.at("/understood/patient/age/value").asDouble()).isEqualTo(8);
        assertThat(child.at("/understood/patient/age/unit").asString()).isEqualTo("a");
        assertThat(child.at("/understood/patient/sex").asString()).isEqualTo("female");
        assertThat(child.at("/understood/problems/0/levels").toString())
                .isEqualTo("[\"T11\",\"T12\"]");
        assertThat(child.at("/understood/drugs/0/name").asString()).isEqualTo("Alendronate");
        assertThat(child.at("/removed/0/kind").asString()).isEqualTo("name");
        assertThat(child.at("/text").asString()).doesNotContain("Smith").contains("[name]");
        assertThat(child.at("/urgent/0/severity").asString()).isEqualTo("sameDay");
        JsonNode man = JSON.readTree(said.lines().getLast());
        assertThat(man.at("/id").asString()).isEqualTo("2");
        assertThat(man.at("/understood/kind").asString()).isEqualTo("prevention");
    }

    @Test
    void whatIsNotTakenOnSaysWhyAndABadLineHarmsNoOther() {
        Typed said =
                Typed.saying(
                        """
                        Write me a prescription.
                        {"question": 5}
                        What is osteoporosis?
                        """,
                        "understand",
                        "--batch",
                        "-");

        assertThat(said.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(JSON.readTree(said.lines().get(0)).at("/refused/reason").asString())
                .isEqualTo("order");
        assertThat(JSON.readTree(said.lines().get(1)).at("/error/code").asString())
                .isEqualTo("badLine");
        assertThat(JSON.readTree(said.lines().get(2)).at("/understood/kind").asString())
                .isEqualTo("definition");
    }

    @Test
    void withoutQuestionsItIsRefused() {
        Typed.in("understand").isRefused(Main.WRONG_USE);
    }
}
