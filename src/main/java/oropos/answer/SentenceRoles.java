package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import oropos.library.Claim;
import oropos.library.Passage;

/// Reads the typed fields of a sentence whose document gave none: which section it belongs to, and
/// whether it recommends, warns or reports. Coarse by design; it never reads a direction or a
/// strength, because a wrong one could carry a bottom line.
final class SentenceRoles {

    private record Role(String section, Pattern cue) {}

    private static final Pattern RECOMMENDS =
            Pattern.compile(
                    "\\b(we|panel|committee|guidelines?|academy|society|college|organi[sz]ation) (strongly |conditionally )?(recommends?|suggests?)\\b|\\b(is|are) (strongly |conditionally )?recommended\\b|\\bshould (not )?(be|receive|undergo|consider|have)\\b");

    private static final Map<String, String> BY_HEADING =
            Map.of(
                    "adverse",
                    "harms",
                    "contraindications",
                    "harms",
                    "warnings",
                    "harms",
                    "interactions",
                    "interactions",
                    "dosage",
                    "dose",
                    "pediatric use",
                    "special",
                    "pregnancy",
                    "special",
                    "geriatric use",
                    "special");

    private final List<Role> roles = new ArrayList<>();

    SentenceRoles() {
        for (var row : Tables.rows("/answer/roles.tsv", 2)) {
            if (!SectionPlan.KEYS.contains(row.get(0))) {
                throw new IllegalArgumentException(
                        "answer/roles.tsv names an unknown section: " + row.get(0));
            }
            roles.add(new Role(row.get(0), Pattern.compile(row.get(1))));
        }
    }

    Claim read(String sentence, Passage passage) {
        String low = sentence.toLowerCase(Locale.ROOT);
        String section = byHeading(passage.headings());
        if (section == null) {
            section =
                    roles.stream()
                            .filter(role -> role.cue().matcher(low).find())
                            .map(Role::section)
                            .findFirst()
                            .orElse("evidence");
        }
        Claim.Kind kind =
                RECOMMENDS.matcher(low).find()
                        ? Claim.Kind.RECOMMENDATION
                        : switch (section) {
                            case "harms" -> Claim.Kind.HARM;
                            case "definition" -> Claim.Kind.DEFINITION;
                            case "escalate" -> Claim.Kind.DECIDES;
                            default -> Claim.Kind.FINDING;
                        };
        return new Claim(
                kind, section, null, null, null, null, null, null, null, null, Map.of(), null, null,
                null, false);
    }

    private static @org.jspecify.annotations.Nullable String byHeading(List<String> headings) {
        for (String heading : headings.reversed()) {
            String low = heading.toLowerCase(Locale.ROOT);
            for (var entry : new java.util.TreeMap<>(BY_HEADING).entrySet()) {
                if (low.contains(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }
}
