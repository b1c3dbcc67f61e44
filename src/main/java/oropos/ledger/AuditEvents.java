package oropos.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of the ledger as FHIR R4 AuditEvent, in the pattern of IHE's Basic Audit Log Patterns: what
/// kind of event, when, with which outcome, by which person through which system, to what.
///
/// BALP's own profiles are about REST operations and tokens; what is done here is neither, so no profile
/// is claimed. The hash of each line and of the one before go along, so that the export can be compared
/// with the ledger.
public final class AuditEvents {

    /// Of kinds of acts, and of names of accounts: a URI that needs no address.
    private static final String ACTS = "urn:oropos:act";

    private static final String IDS = "urn:oropos:id";

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";

    private AuditEvents() {}

    /// @return an object to be written as JSON
    public static Map<String, Object> of(Entry entry) {
        Act act = entry.act();
        boolean signIn = act.what().startsWith("signin.") || act.what().startsWith("session.");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("id", "oropos-" + entry.number());
        event.put(
                "type",
                signIn
                        ? coding(DICOM, "110114", "User Authentication")
                        : coding(TYPES, "object", "Object"));
        List<Object> subtypes = new ArrayList<>();
        if (act.what().equals("signin.done")) {
            subtypes.add(coding(DICOM, "110122", "Login"));
        }
        if (act.what().equals("session.ended")) {
            subtypes.add(coding(DICOM, "110123", "Logout"));
        }
        subtypes.add(Map.of("system", ACTS, "code", act.what()));
        event.put("subtype", subtypes);
        event.put("action", action(act));
        event.put("recorded", entry.at());
        event.put("outcome", act.what().endsWith(".refused") ? "4" : "0");
        event.put("outcomeDesc", act.why());
        boolean person = !act.who().equals("oropos");
        List<Object> agents = new ArrayList<>();
        agents.add(
                Map.of(
                        "type", concept(DICOM, "110150", "Application"),
                        "who", identified("oropos"),
                        "requestor", !person));
        if (person) {
            agents.add(
                    Map.of(
                            "type",
                            concept(
                                    "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                                    "IRCP",
                                    "information recipient"),
                            "who",
                            identified(act.who()),
                            "requestor",
                            true));
        }
        event.put("agent", agents);
        event.put(
                "source",
                Map.of(
                        "observer",
                        identified("oropos"),
                        "type",
                        List.of(
                                coding(
                                        "http://terminology.hl7.org/CodeSystem/security-source-type",
                                        "4",
                                        "Application Server"))));
        event.put("entity", List.of(entity(entry)));
        return event;
    }

    private static Map<String, Object> entity(Entry entry) {
        Act act = entry.act();
        List<Object> details = new ArrayList<>();
        if (act.old() != null) {
            details.add(Map.of("type", "old", "valueString", act.old()));
        }
        if (act.now() != null) {
            details.add(Map.of("type", "new", "valueString", act.now()));
        }
        details.add(Map.of("type", "hash", "valueString", entry.hash()));
        details.add(Map.of("type", "before", "valueString", entry.before()));
        return Map.of(
                "what",
                identified(act.subject()),
                "type",
                coding(
                        "http://terminology.hl7.org/CodeSystem/audit-entity-type",
                        "2",
                        "System Object"),
                "detail",
                details);
    }

    /// Create, update, delete or execute, by what stood there before and what stands there since.
    private static String action(Act act) {
        if (act.what().endsWith(".added") || act.what().endsWith(".made")) {
            return "C";
        }
        if (act.what().endsWith(".ended") || act.what().endsWith(".off")) {
            return "D";
        }
        return act.what().startsWith("signin.") || act.old() == null && act.now() == null
                ? "E"
                : "U";
    }

    private static Map<String, Object> coding(String system, String code, String display) {
        return Map.of("system", system, "code", code, "display", display);
    }

    private static Map<String, Object> concept(String system, String code, String display) {
        return Map.of("coding", List.of(coding(system, code, display)));
    }

    private static Map<String, Object> identified(String id) {
        return Map.of("identifier", Map.of("system", IDS, "value", id));
    }
}
