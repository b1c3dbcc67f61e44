package oropos.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// MeSH headings by their names and by their places in the trees.
///
/// The vocabulary that reads texts is a selection: "Cohort Studies" or "Risk" name no finding. As
/// headings of articles they count, so the other descriptors stand here too.
final class Headings {

    /// Descriptors that the vocabulary for reading leaves out.
    static final String OTHERS = "/vocabulary/mesh-headings-2024.tsv.gz";

    static final String PREFIX = "mesh:";

    private final Map<String, Concept> byName = new HashMap<>(1 << 16);
    private final NavigableMap<String, Concept> byTree = new TreeMap<>();

    Headings(Vocabulary vocabulary) {
        List<Concept> read = new ArrayList<>(vocabulary.concepts());
        read.sort(Comparator.comparing(Concept::id));
        read.stream().filter(concept -> concept.id().startsWith(PREFIX)).forEach(this::add);
        for (Tables.Row row : Tables.read(OTHERS, "id", "name", "trees")) {
            if (vocabulary.concept(row.cell(0)) == null) {
                add(other(row.cell(0), row.cell(1), List.of(row.cell(2).split(" "))));
            }
        }
    }

    static Concept other(String id, String name, List<String> trees) {
        return new Concept(id, name, Concept.Kind.OTHER, List.of(), trees);
    }

    private void add(Concept concept) {
        byName.putIfAbsent(key(concept.name()), concept);
        concept.trees().forEach(position -> byTree.putIfAbsent(position, concept));
    }

    Optional<Concept> named(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /// Everything below, by id.
    List<Concept> narrower(Concept concept) {
        TreeSet<Concept> below = new TreeSet<>(Comparator.comparing(Concept::id));
        for (String position : concept.trees()) {
            below.addAll(byTree.subMap(position + ".", position + "/").values());
        }
        below.removeIf(one -> one.id().equals(concept.id()));
        return List.copyOf(below);
    }

    /// A heading without the signs that catalogues write differently: "Diagnosis, Differential" and
    /// "diagnosis,differential".
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
