package oropos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What FHIR R4 asks of every AuditEvent, and what IHE's Basic Audit Log Patterns ask beyond it, whatever
/// the ledger holds.
class AuditEventsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> WHAT =
            List.of(
                    "signin.done",
                    "signin.refused",
                    "session.ended",
                    "account.added",
                    "article.submit",
                    "article.raise",
                    "article.approve",
                    "model.asked",
                    "role.off");

    private static JsonNode event(Act act) {
        Entry entry = Entry.of(7, "2026-11-28T12:00:00.123Z", act, Entry.BEGINNING);
        return JSON.readTree(JSON.writeValueAsString(AuditEvents.of(entry)));
    }

    @Test
    void everyEventHasWhatFhirAndThePatternsRequire() {
        Random random = new Random(20261128);
        for (int i = 0; i < 1_000; i++) {
            String who = random.nextInt(3) == 0 ? "oropos" : "account:" + random.nextInt(9);
            Act act =
                    new Act(
                            who,
                            WHAT.get(random.nextInt(WHAT.size())),
                            "article:a/" + i,
                            "because <&\" " + i,
                            maybe(random, "old"),
                            maybe(random, "new"));
            JsonNode event = event(act);
            assertThat(event.path("resourceType").stringValue()).isEqualTo("AuditEvent");
            assertThat(event.path("id").stringValue()).matches("[A-Za-z0-9\\-.]{1,64}");
            isCoding(event.path("type"));
            assertThat(event.path("subtype")).isNotEmpty().allSatisfy(AuditEventsTests::isCoding);
            assertThat(event.path("action").stringValue()).isIn("C", "R", "U", "D", "E");
            assertThat(event.path("recorded").stringValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            assertThat(event.path("outcome").stringValue()).isIn("0", "4", "8", "12");
            assertThat(event.path("agent")).isNotEmpty();
            int requestors = 0;
            for (JsonNode agent : event.path("agent")) {
                assertThat(agent.path("requestor").isBoolean()).isTrue();
                requestors += agent.path("requestor").booleanValue() ? 1 : 0;
                isCoding(agent.path("type").path("coding").path(0));
                isIdentified(agent.path("who"));
            }
            assertThat(requestors).as("one asked for it").isEqualTo(1);
            isIdentified(event.path("source").path("observer"));
            assertThat(event.path("source").path("type")).allSatisfy(AuditEventsTests::isCoding);
            assertThat(event.path("entity")).hasSize(1);
            JsonNode entity = event.path("entity").path(0);
            isIdentified(entity.path("what"));
            isCoding(entity.path("type"));
            assertThat(entity.path("detail"))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(detail -> {
                        assertThat(detail.path("type").stringValue()).isNotBlank();
                        assertThat(detail.path("valueString").stringValue()).isNotBlank();
                    });
            assertThat(event.propertyNames())
                    .as("nothing FHIR does not know")
                    .allMatch(
                            Set.of(
                                            "resourceType",
                                            "id",
                                            "type",
                                            "subtype",
                                            "action",
                                            "recorded",
                                            "outcome",
                                            "outcomeDesc",
                                            "agent",
                                            "source",
                                            "entity")
                                    ::contains);
        }
    }

    @Test
    void aRefusalIsAMinorFailureAndSigningInIsALogin() {
        assertThat(event(act("signin.refused")).path("outcome").stringValue()).isEqualTo("4");
        JsonNode login = event(act("signin.done"));
        assertThat(login.path("type").path("code").stringValue()).isEqualTo("110114");
        assertThat(login.path("subtype").path(0).path("code").stringValue()).isEqualTo("110122");
        assertThat(event(act("session.ended")).path("subtype").path(0).path("code").stringValue())
                .isEqualTo("110123");
    }

    private static Act act(String what) {
        return new Act("account:1", what, "account:1", "so", null, null);
    }

    private static @Nullable String maybe(Random random, String word) {
        return random.nextBoolean() ? word : null;
    }

    private static void isCoding(JsonNode coding) {
        assertThat(coding.path("system").stringValue()).matches("(http|urn:).*");
        assertThat(coding.path("code").stringValue()).isNotBlank();
    }

    private static void isIdentified(JsonNode reference) {
        assertThat(reference.path("identifier").path("system").stringValue()).startsWith("urn:");
        assertThat(reference.path("identifier").path("value").stringValue()).isNotBlank();
    }
}
