package oropos.terminology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// MeSH as an operator imported it: `mesh-names.tsv` and `mesh-trees.tsv` in the `vocabulary` folder
/// of a data folder, as the library's reader writes them.
///
/// Its names are read in texts after those shipped, which keep their meaning. Three kinds of names
/// are headings only and are not read: capitals that may abbreviate many things, formulas, and what
/// stands in trees that speak of no patient ("Time", "Risk").
final class ImportedMesh {

    static final String NAMES = "mesh-names.tsv";
    static final String TREES = "mesh-trees.tsv";

    private static final int SHORTEST_CHEMICAL = 5;
    private static final int LONGEST = 90;
    private static final Pattern INITIALS = Pattern.compile("[A-Z]{1,5}s?");
    private static final Pattern ID = Pattern.compile("mesh:D\\d{6,9}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,5}[- ]?\\d+.*");

    private static final List<Map.Entry<String, Concept.Kind>> KINDS =
            List.of(
                    Map.entry("C", Concept.Kind.PROBLEM),
                    Map.entry("F03", Concept.Kind.PROBLEM),
                    Map.entry("D26", Concept.Kind.DRUG),
                    Map.entry("D27.505", Concept.Kind.DRUG),
                    Map.entry("D", Concept.Kind.OTHER),
                    Map.entry("E01", Concept.Kind.TEST),
                    Map.entry("E02", Concept.Kind.PROCEDURE),
                    Map.entry("E03", Concept.Kind.PROCEDURE),
                    Map.entry("E04", Concept.Kind.PROCEDURE),
                    Map.entry("A", Concept.Kind.ANATOMY),
                    Map.entry("B", Concept.Kind.ORGANISM));

    private final Map<String, String> preferred = new TreeMap<>();
    private final Map<String, List<String>> names = new HashMap<>(1 << 16);
    private final Map<String, List<String>> trees = new HashMap<>(1 << 16);

    private ImportedMesh() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAMES))
                || Files.isRegularFile(folder.resolve(TREES));
    }

    static ImportedMesh read(Path folder) {
        ImportedMesh mesh = new ImportedMesh();
        mesh.read(folder.resolve(NAMES), "synonyms", mesh.names);
        mesh.read(folder.resolve(TREES), "trees", mesh.trees);
        return mesh;
    }

    private void read(Path file, String column, Map<String, List<String>> into) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        for (Tables.Row row : Tables.read(file, "id", "name", column)) {
            if (!ID.matcher(row.cell(0)).matches()) {
                throw row.wrong("not the id of a MeSH descriptor");
            }
            if (!row.cell(1).isEmpty()) {
                preferred.put(row.cell(0), row.cell(1));
            }
            into.put(row.cell(0), Vocabulary.list(row.cell(2), '|'));
        }
    }

    /// Each descriptor with what is known of it already and what the import adds, by id.
    List<Concept> joined(Map<String, Concept> known) {
        List<Concept> joined = new ArrayList<>(preferred.size());
        preferred.forEach((id, name) -> {
            Concept before = known.get(id);
            List<String> positions =
                    trees.getOrDefault(id, before == null ? List.of() : before.trees());
            List<String> synonyms = new ArrayList<>();
            if (before != null) {
                synonyms.addAll(before.synonyms());
                if (!before.name().equals(name)) {
                    synonyms.add(name);
                }
            }
            Concept.Kind kind = kind(positions);
            readable(id, before == null ? kind : before.kind()).stream()
                    .filter(other -> !synonyms.contains(other))
                    .forEach(synonyms::add);
            joined.add(
                    new Concept(
                            id,
                            before == null ? name : before.name(),
                            before != null
                                    ? before.kind()
                                    : kind == null ? Concept.Kind.OTHER : kind,
                            synonyms,
                            positions));
        });
        return joined;
    }

    /// Names of a descriptor that may be read in texts, the preferred first where it is one.
    List<String> readable(String id, Concept.@Nullable Kind kind) {
        if (kind == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        all.add(preferred.getOrDefault(id, ""));
        all.addAll(names.getOrDefault(id, List.of()));
        boolean chemical =
                trees.getOrDefault(id, List.of()).stream().anyMatch(place -> place.startsWith("D"));
        all.removeIf(name -> !isReadable(name, chemical));
        return all;
    }

    private static boolean isReadable(String name, boolean chemical) {
        return name.length() > 2
                && name.length() <= LONGEST
                && !INITIALS.matcher(name).matches()
                && !(chemical && (name.length() < SHORTEST_CHEMICAL || isFormula(name)));
    }

    private static boolean isFormula(String name) {
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            boolean betweenDigits =
                    sign == ','
                            && i > 0
                            && i + 1 < name.length()
                            && Character.isDigit(name.charAt(i - 1))
                            && Character.isDigit(name.charAt(i + 1));
            if (betweenDigits || "[](){}*".indexOf(sign) >= 0) {
                return true;
            }
        }
        return Character.isDigit(name.charAt(0)) || CODE.matcher(name).lookingAt();
    }

    List<String> ids() {
        return List.copyOf(preferred.keySet());
    }

    /// What a descriptor at these positions is, or null where none of them speaks of patients.
    static Concept.@Nullable Kind kind(List<String> positions) {
        return KINDS.stream()
                .filter(kind -> positions.stream().anyMatch(p -> p.startsWith(kind.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    Concept.@Nullable Kind kind(String id) {
        return kind(trees.getOrDefault(id, List.of()));
    }
}
