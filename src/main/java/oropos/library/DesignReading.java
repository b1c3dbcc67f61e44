package oropos.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.library.DesignWords.Sign;

/// Reads the design of a record from its publication types and its own words together.
///
/// Publication types alone mislead: PubMed types the cohort of PMID 19210218 and the uncontrolled
/// series of PMID 16199940 both as "Clinical Trial". Words alone mislead too: a review of randomised
/// trials is no trial. So each is read apart, and where they disagree the weaker design counts and
/// the design is called uncertain.
final class DesignReading {

    /// A design with what it was read from.
    record Read(Design design, boolean certain, String reason) {}

    /// From the strongest for a question of treatment to the weakest.
    private static final List<Design> STRONGEST_FIRST =
            List.of(
                    Design.SYSTEMATIC_REVIEW,
                    Design.RANDOMISED_TRIAL,
                    Design.CONTROLLED_TRIAL,
                    Design.DIAGNOSTIC,
                    Design.COHORT,
                    Design.SINGLE_ARM_TRIAL,
                    Design.CASE_CONTROL,
                    Design.CROSS_SECTIONAL,
                    Design.CASE_SERIES,
                    Design.CASE_REPORT,
                    Design.NARRATIVE_REVIEW);

    private static final Set<Design> TRIALS =
            Set.of(Design.RANDOMISED_TRIAL, Design.CONTROLLED_TRIAL, Design.SINGLE_ARM_TRIAL);

    private static final Set<Design> OBSERVATIONS =
            Set.of(
                    Design.COHORT,
                    Design.CASE_CONTROL,
                    Design.CROSS_SECTIONAL,
                    Design.DIAGNOSTIC,
                    Design.CASE_SERIES);

    /// A descriptor alone, without words that agree, leaves a design uncertain.
    private static final String MESH = "MeSH ";

    private final DesignWords words;
    private final GroupReading groups;

    DesignReading(DesignWords words, GroupReading groups) {
        this.words = words;
        this.groups = groups;
    }

    String version() {
        return words.version();
    }

    /// @param text the abstract, or where there is none the opening of the text; may be empty
    Read read(List<String> types, List<String> mesh, String title, String text) {
        List<Sign> named = words.named("type", types);
        Optional<Sign> head = words.shown("title", title);
        Read standing = noStudy(types, named, head, title);
        if (standing != null) {
            return standing;
        }
        Optional<Sign> type = strongest(named, types);
        if (type.filter(DesignReading::isReview).isEmpty() && isLaboratory(mesh, title, text)) {
            return new Read(Design.LABORATORY, true, "words of work without people");
        }
        Optional<Sign> said = said(head, words.all("text", text), mesh);
        if (type.isEmpty() && said.isEmpty() && speaksOfLaboratory(mesh, title)) {
            return new Read(Design.LABORATORY, true, "words of laboratory work, none of a study");
        }
        return agreed(type, said, text);
    }

    private boolean speaksOfLaboratory(List<String> mesh, String title) {
        return mesh.contains("Animals") || words.isLaboratory(title);
    }

    /// Notices, opinions, patient pages and guidelines, which are no studies.
    private @Nullable Read noStudy(
            List<String> types, List<Sign> named, Optional<Sign> head, String title) {
        List<Sign> notices = words.named("notice", types);
        if (!notices.isEmpty()) {
            return new Read(Design.OPINION, true, "type " + notices.getFirst().words());
        }
        boolean republished = types.contains("Corrected and Republished Article");
        if (head.isPresent() && head.get().design() == Design.OPINION && !republished) {
            return new Read(Design.OPINION, true, "title \"" + head.get().words() + "\"");
        }
        for (Sign sign : named) {
            if (sign.design() == Design.PRACTICE_GUIDELINE
                    || sign.design() == Design.POSITION
                    || sign.design() == Design.PATIENT_INFORMATION) {
                return new Read(sign.design(), true, "type " + sign.words());
            }
        }
        List<Sign> opinions = words.named("opinion", types);
        boolean study = named.stream().anyMatch(sign -> sign.design() != Design.NARRATIVE_REVIEW);
        if (!opinions.isEmpty() && !study) {
            return new Read(Design.OPINION, true, "type " + opinions.getFirst().words());
        }
        // "Are current guidelines sufficient?" asks about guidelines and is none.
        boolean asks = title.strip().endsWith("?");
        if (head.isPresent() && !study && !asks && isIssued(head.get())) {
            return new Read(head.get().design(), true, "title \"" + head.get().words() + "\"");
        }
        return null;
    }

    private static boolean isIssued(Sign sign) {
        return sign.design() == Design.PRACTICE_GUIDELINE
                || sign.design() == Design.POSITION
                || sign.design() == Design.PATIENT_INFORMATION;
    }

    private static boolean isReview(Sign sign) {
        return sign.design() == Design.NARRATIVE_REVIEW
                || sign.design() == Design.SYSTEMATIC_REVIEW;
    }

    /// A case report that also reviews the literature stays a case report.
    private static Optional<Sign> strongest(List<Sign> named, List<String> types) {
        if (types.contains("Case Reports")) {
            return named.stream().filter(sign -> sign.design() == Design.CASE_REPORT).findFirst();
        }
        return named.stream()
                .min((one, other) ->
                        Integer.compare(
                                STRONGEST_FIRST.indexOf(one.design()),
                                STRONGEST_FIRST.indexOf(other.design())));
    }

    private boolean isLaboratory(List<String> mesh, String title, String text) {
        boolean animals = mesh.contains("Animals");
        if (animals && !mesh.contains("Humans")) {
            return true;
        }
        boolean labWords =
                words.isLaboratory(title)
                        || animals && words.isLaboratory(text)
                        || groups.speaksOfAnimals(title, text);
        return labWords && !words.speaksOfPeople(title) && !words.speaksOfPeople(text);
    }

    /// What title, text and descriptors say of the design. The title counts before the text, and a
    /// review that only its text calls systematic must say so in two ways.
    private Optional<Sign> said(
            Optional<Sign> head, Map<Design, List<String>> text, List<String> mesh) {
        if (head.isPresent() && !isIssued(head.get()) && head.get().design() != Design.OPINION) {
            return head.map(sign -> new Sign(sign.design(), "title \"" + sign.words() + "\""));
        }
        for (Map.Entry<Design, List<String>> found : text.entrySet()) {
            boolean enough =
                    found.getKey() != Design.SYSTEMATIC_REVIEW || found.getValue().size() > 1;
            if (enough) {
                String shown = "text \"" + String.join("\", \"", found.getValue()) + "\"";
                return Optional.of(new Sign(found.getKey(), shown));
            }
        }
        return words.named("mesh", mesh).stream()
                .findFirst()
                .map(sign -> new Sign(sign.design(), MESH + sign.words()));
    }

    private Read agreed(Optional<Sign> type, Optional<Sign> said, String text) {
        if (type.isEmpty()) {
            return said.map(sign ->
                            new Read(sign.design(), !sign.words().startsWith(MESH), sign.words()))
                    .orElse(
                            new Read(
                                    Design.UNSTATED,
                                    true,
                                    "neither types nor words state a design"));
        }
        Sign named = type.get();
        String typed = "type " + named.words();
        if (said.isEmpty()) {
            boolean generic = named.design() == Design.NARRATIVE_REVIEW;
            boolean settled = generic || named.design() == Design.CASE_REPORT;
            return settled || text.isBlank() && !TRIALS.contains(named.design())
                    ? new Read(named.design(), true, typed)
                    : new Read(named.design(), false, typed + ", words silent");
        }
        Sign worded = said.get();
        String both = typed + "; " + worded.words();
        if (named.design() == worded.design()) {
            return new Read(named.design(), true, both);
        }
        return settled(named, worded, both);
    }

    /// What counts where type and words name different designs.
    private static Read settled(Sign named, Sign worded, String both) {
        Design type = named.design();
        Design word = worded.design();
        if (type == Design.NARRATIVE_REVIEW) {
            // "Review" is generic: words that call it systematic, or a study, are more exact.
            boolean systematic = word == Design.SYSTEMATIC_REVIEW;
            return new Read(systematic ? word : type, systematic, both);
        }
        if (type == Design.CASE_REPORT) {
            return new Read(word == Design.CASE_SERIES ? word : type, true, both);
        }
        if (named.words().equals("Observational Study") && OBSERVATIONS.contains(word)) {
            return new Read(word, true, both);
        }
        boolean generic = named.words().startsWith("Clinical Trial");
        if (generic && OBSERVATIONS.contains(word)) {
            return new Read(word, false, both + ": they disagree, the weaker counts");
        }
        if (generic && word == Design.RANDOMISED_TRIAL) {
            return new Read(word, true, both);
        }
        if (type == Design.RANDOMISED_TRIAL && word == Design.CONTROLLED_TRIAL) {
            // A placebo or a control group in the words does not deny the randomisation.
            return new Read(type, true, both);
        }
        Design weaker =
                STRONGEST_FIRST.indexOf(type) >= STRONGEST_FIRST.indexOf(word) ? type : word;
        return new Read(weaker, false, both + ": they disagree, the weaker counts");
    }
}
