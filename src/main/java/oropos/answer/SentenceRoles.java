package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.terminology.QuickPattern;

/// Reads the typed fields of a sentence whose document gave none: which section it belongs to, and
/// whether it recommends, warns or reports. Coarse by design; it never reads a direction or a
/// strength, because a wrong one could carry a bottom line.
final class SentenceRoles {

    private record Role(String section, QuickPattern cue) {}

    private static final QuickPattern RECOMMENDS =
            QuickPattern.of(
                    "\\b(we|panel|committee|guidelines?|academy|society|college|organi[sz]ation) (strongly |conditionally )?(recommends?|suggests?)\\b|\\b(is|are) (strongly |conditionally )?recommended\\b|\\bshould (not )?(be|receive|undergo|consider|have)\\b|\\b(clinicians?|physicians?|health care providers?|prescribers?) should\\b");

    private static final SortedMap<String, String> BY_HEADING =
            new TreeMap<>(
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
                            "special"));

    private final List<Role> roles = roles("/answer/roles.tsv");
    private final List<Role> ofQuestions = roles("/answer/question-roles.tsv");

    private static List<Role> roles(String file) {
        List<Role> roles = new ArrayList<>();
        for (var row : Tables.rows(file, 2)) {
            if (!SectionPlan.KEYS.contains(row.get(0))) {
                throw new IllegalArgumentException(
                        file + " names an unknown section: " + row.get(0));
            }
            roles.add(new Role(row.get(0), QuickPattern.of(row.get(1))));
        }
        return List.copyOf(roles);
    }

    /// A page that says what a subject is tells of its causes, signs and treatment too: where that was
    /// asked, each sentence stands under what it tells.
    Claim readOnOverview(String sentence) {
        String low = sentence.toLowerCase(Locale.ROOT);
        String section = first(roles, low);
        return claim(low, section == null ? "definition" : section);
    }

    /// @param title of the source; for an answer it is the question
    Claim read(String sentence, Passage passage, String title) {
        String low = sentence.toLowerCase(Locale.ROOT);
        String section = byHeading(passage.headings());
        if (section == null && passage.role() == Passage.Role.ANSWER) {
            section = first(ofQuestions, title.toLowerCase(Locale.ROOT));
        }
        if (section == null) {
            section = first(roles, low);
        }
        if (section == null) {
            section = "evidence";
        }
        return claim(low, section);
    }

    /// What the answer to a question tells, by its words; null where they do not say.
    @Nullable String ofQuestion(String title) {
        return first(ofQuestions, title.toLowerCase(Locale.ROOT));
    }

    private static Claim claim(String low, String section) {
        Claim.Kind kind =
                RECOMMENDS.isIn(low)
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

    private static @Nullable String first(List<Role> roles, String low) {
        return roles.stream()
                .filter(role -> role.cue().isIn(low))
                .map(Role::section)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String byHeading(List<String> headings) {
        for (String heading : headings.reversed()) {
            String low = heading.toLowerCase(Locale.ROOT);
            for (var entry : BY_HEADING.entrySet()) {
                if (low.contains(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }
}
