package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppraiseCommandTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String TRIAL =
            "\"title\": \"Zoledronic acid in children with osteoporosis: a randomised trial\","
                    + " \"abstract\": \"We randomised 34 children aged 5 to 17 years to zoledronic acid or"
                    + " placebo.\", \"types\": [\"Randomized Controlled Trial\"], \"mesh\": [\"Humans\"]";

    @Test
    void aRecordIsDescribedAndWithoutAQuestionNotWeighed() {
        Typed said = Typed.saying("{\"id\": \"r1\", " + TRIAL + "}", "appraise", "--batch", "-");

        assertThat(said.exit()).isZero();
        JsonNode line = JSON.readTree(said.out());
        assertThat(line.at("/id").asString()).isEqualTo("r1");
        assertThat(line.at("/design").asString()).isEqualTo("randomised trial");
        assertThat(line.at("/n").asInt()).isEqualTo(34);
        assertThat(line.at("/population/ages/youngest/value").asInt()).isEqualTo(5);
        assertThat(line.at("/population/ages/oldest/value").asInt()).isEqualTo(17);
        assertThat(line.has("level")).isTrue();
        assertThat(line.get("level").isNull()).isTrue();
        assertThat(line.get("direction").isNull()).isTrue();
        assertThat(line.get("fit").isNull()).isTrue();
    }

    @Test
    void forAQuestionItIsWeighedForItsPatient() {
        Typed said =
                Typed.saying(
                        "{\"id\": \"child\", "
                                + TRIAL
                                + ", \"question\": \"Treatment of osteoporosis in an 8-year-old?\"}\n"
                                + "{\"id\": \"adult\", "
                                + TRIAL
                                + ", \"question\": \"Treatment of osteoporosis in an 80-year-old?\"}",
                        "appraise",
                        "--batch",
                        "-");

        JsonNode child = JSON.readTree(said.lines().getFirst());
        JsonNode adult = JSON.readTree(said.lines().getLast());
        assertThat(child.at("/fit/kind").asString()).isEqualTo("direct");
        assertThat(child.at("/level").asInt()).isEqualTo(2);
        assertThat(adult.at("/fit/kind").asString()).isEqualTo("indirect");
        assertThat(adult.at("/fit/difference").asString()).isNotBlank();
        assertThat(adult.at("/certainty/level").asString())
                .isNotEqualTo(child.at("/certainty/level").asString());
    }

    @Test
    void aYesNoQuestionIsAnsweredByTheRecordsOwnConclusionWithItsPlace() {
        String record =
                "\"title\": \"Ultrasound for hip fracture\", \"abstract\": \"We randomised 90 patients aged 65 to"
                        + " 90 years. CONCLUSION: Ultrasound %s fracture healing.\"";
        Typed said =
                Typed.saying(
                        "{\"id\": \"for\", "
                                + record.formatted("significantly improved")
                                + ", \"question\": \"Does ultrasound improve fracture healing?\"}\n"
                                + "{\"id\": \"against\", "
                                + record.formatted("did not improve")
                                + ", \"question\": \"Does ultrasound improve fracture healing?\"}\n"
                                + "{\"id\": \"what\", "
                                + record.formatted("did not improve")
                                + ", \"question\": \"What is the treatment of hip fracture?\"}",
                        "appraise",
                        "--batch",
                        "-");

        JsonNode inFavour = JSON.readTree(said.lines().get(0));
        JsonNode against = JSON.readTree(said.lines().get(1));
        JsonNode what = JSON.readTree(said.lines().get(2));
        assertThat(inFavour.at("/direction").asString()).isEqualTo("supports");
        assertThat(against.at("/direction").asString()).isEqualTo("opposes");
        assertThat(against.at("/directionRead/answer").asString()).isEqualTo("no");
        assertThat(against.at("/directionRead/basis").asString()).isEqualTo("conclusion");
        assertThat(against.at("/directionRead/quote").asString())
                .isEqualTo("Ultrasound did not improve fracture healing.");
        assertThat(what.get("direction").isNull()).isTrue();
    }

    @Test
    void effectsAndEventsAreToldWithTheirPlacesAndGuessedGroupsApartFromStatedOnes() {
        Typed said =
                Typed.saying(
                        "{\"id\": \"r\", \"title\": \"Radiotherapy of prostate cancer\", \"abstract\": \"Patients were"
                                + " randomised. Relapse was seen in 9/60 and 20/60 (odds ratio 0.35, 95% CI 0.15 to"
                                + " 0.83).\"}",
                        "appraise", "--batch", "-");

        JsonNode line = JSON.readTree(said.out());
        assertThat(line.at("/numbers/effects/0/value").asDouble()).isEqualTo(0.35);
        assertThat(line.at("/numbers/effects/0/measure").asString()).isEqualTo("odds ratio");
        assertThat(line.at("/numbers/events/1/of").asInt()).isEqualTo(60);
        assertThat(line.at("/population/ageGroups").isEmpty()).isTrue();
        assertThat(line.at("/likely/0/reason").asString()).isNotBlank();
        assertThat(line.at("/populations").size()).isEqualTo(line.at("/likely").size());
    }

    @Test
    void aLineThatIsNoRecordSaysWhyAndHarmsNoOther() {
        Typed said =
                Typed.saying(
                        """
                        nonsense
                        {"id": "b", "abstract": 5}
                        {"id": "c", "types": "x", "title": "A title"}
                        {"id": "d"}
                        {"id": "e", "title": "Effect of alendronate in rats"}
                        """,
                        "appraise",
                        "--batch",
                        "-");

        assertThat(said.exit()).isEqualTo(Main.SOME_FAILED);
        assertThat(said.lines()).hasSize(5);
        for (int bad = 0; bad < 4; bad++) {
            JsonNode line = JSON.readTree(said.lines().get(bad));
            assertThat(line.at("/error/code").asString()).isEqualTo("badLine");
            assertThat(line.at("/error/message").asString()).contains("line " + (bad + 1));
            Typed.assertNoJava(said.lines().get(bad));
        }
        assertThat(JSON.readTree(said.lines().getLast()).at("/animals").asBoolean()).isTrue();
    }
}
