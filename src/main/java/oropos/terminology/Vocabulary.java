package oropos.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The names medicine has for things, ready to be found in a text.
///
/// The editors' own list is read first, then MeSH, then the names of the FDA's list: where two
/// lists claim the same words, the earlier keeps them. Within a list preferred names come before
/// other names.
final class Vocabulary {

    static final String OWN = "/vocabulary/own.tsv";
    static final String MESH = "/vocabulary/mesh-2024.tsv.gz";
    static final String FDA = "/vocabulary/fda-2019.tsv.gz";
    private static final String[] COLUMNS = {"id", "name", "kind", "trees", "synonyms", "others"};
    private static final int SYNONYMS = 4;
    private static final int OTHERS = 5;
    private static final List<Concept.Kind> KINDS = List.of(Concept.Kind.values());

    /// A name of a concept.
    ///
    /// @param capitals how the words must be written, exactly, or null where case says nothing
    /// @param inverted whether it is written with its commas ("Osteoporosis, Postmenopausal")
    record Name(Concept concept, @Nullable String capitals, boolean inverted) {}

    private final Map<String, Concept> concepts;
    private final Phrases phrases;
    private final Name[] names;

    private Vocabulary(Map<String, Concept> concepts, Phrases phrases, Name[] names) {
        this.concepts = concepts;
        this.phrases = phrases;
        this.names = names;
    }

    static Vocabulary load() {
        return new Loader().vocabulary(null);
    }

    /// What is shipped, and after it what was imported.
    static Vocabulary load(ImportedMesh imported) {
        return new Loader().vocabulary(imported);
    }

    Collection<Concept> concepts() {
        return concepts.values();
    }

    @Nullable Concept concept(String id) {
        return concepts.get(id);
    }

    int size() {
        return concepts.size();
    }

    Phrases phrases() {
        return phrases;
    }

    /// The name a value of [#phrases] stands for.
    Name name(int value) {
        return names[value];
    }

    /// The parts of a cell.
    static List<String> list(String cell, char separator) {
        if (cell.isEmpty()) {
            return List.of();
        }
        if (cell.indexOf(separator) < 0) {
            return List.of(cell);
        }
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        for (int i = cell.indexOf(separator); i >= 0; i = cell.indexOf(separator, start)) {
            parts.add(cell.substring(start, i));
            start = i + 1;
        }
        parts.add(cell.substring(start));
        return parts;
    }

    /// The name these words are, all of them together, or null.
    @Nullable Name named(String words) {
        int node = Phrases.ROOT;
        for (String key : Keys.of(words)) {
            node = node == Phrases.NOWHERE ? node : phrases.step(node, phrases.word(key));
        }
        boolean none =
                node == Phrases.ROOT
                        || node == Phrases.NOWHERE
                        || phrases.value(node) == Phrases.NOTHING;
        return none ? null : names[phrases.value(node)];
    }

    private static final class Loader {
        private final Map<String, Concept> concepts = new HashMap<>(1 << 15);
        private final Phrases phrases = new Phrases();
        private final List<Name> names = new ArrayList<>(1 << 17);
        private final Map<String, String> ordinary = ordinary();
        private final Map<String, List<String>> parts = new HashMap<>(1 << 16);
        private final List<String> keys = new ArrayList<>();

        private List<Tables.Row> concepts(String table) {
            List<Tables.Row> rows = Tables.read(table, COLUMNS);
            for (Tables.Row row : rows) {
                concepts.merge(row.cell(0), concept(row), Loader::joined);
            }
            return rows;
        }

        /// A concept with the names a later list adds to it.
        private static Concept joined(Concept known, Concept added) {
            List<String> synonyms = new ArrayList<>(known.synonyms());
            added.synonyms().stream().filter(s -> !synonyms.contains(s)).forEach(synonyms::add);
            return new Concept(known.id(), known.name(), known.kind(), synonyms, known.trees());
        }

        private void names(List<Tables.Row> rows) {
            for (Tables.Row row : rows) {
                name(row, row.cell(1));
            }
            for (int column = SYNONYMS; column <= OTHERS; column++) {
                for (Tables.Row row : rows) {
                    for (String name : list(row.cell(column), '|')) {
                        name(row, name);
                    }
                }
            }
        }

        private static Concept concept(Tables.Row row) {
            Concept.Kind kind =
                    KINDS.stream()
                            .filter(known -> known.name().equals(row.cell(2)))
                            .findFirst()
                            .orElseThrow(() -> row.wrong("no such kind of concept"));
            if (row.cell(0).isEmpty() || row.cell(1).isEmpty()) {
                throw row.wrong("a concept needs an id and a name");
            }
            return new Concept(
                    row.cell(0), row.cell(1), kind, list(row.cell(4), '|'), list(row.cell(3), ' '));
        }

        private void name(Tables.Row row, String words) {
            name(Objects.requireNonNull(concepts.get(row.cell(0))), words);
        }

        private void name(Concept concept, String words) {
            boolean oneWord = words.indexOf(' ') < 0;
            String rule = oneWord ? ordinary.get(words.toLowerCase(Locale.ROOT)) : null;
            if ("never".equals(rule)) {
                return;
            }
            if (phrases.add(keys(words), names.size())) {
                boolean capitals = rule != null || oneWord && isInitials(words);
                names.add(new Name(concept, capitals ? words : null, words.contains(", ")));
            }
        }

        /// The keys of a name. Its parts between spaces are remembered: 200,000 parts are 50,000
        /// different ones.
        private List<String> keys(String words) {
            keys.clear();
            int start = 0;
            for (int i = words.indexOf(' ');
                    start <= words.length();
                    i = words.indexOf(' ', start)) {
                int end = i < 0 ? words.length() : i;
                String part = words.substring(start, end);
                List<String> known = parts.get(part);
                if (known == null) {
                    known = part.equals(Keys.LEVEL) ? List.of(part) : Keys.of(part);
                    parts.put(part, known);
                }
                keys.addAll(known);
                start = end + 1;
            }
            return keys;
        }

        /// Two letters, or capitals that spell a word, are read as initials only where they are
        /// written so: `MS` is not `ms`.
        private static boolean isInitials(String words) {
            return words.length() <= 2 && words.equals(words.toUpperCase(Locale.ROOT));
        }

        private static Map<String, String> ordinary() {
            Map<String, String> words = new HashMap<>();
            for (Tables.Row row :
                    Tables.read("/vocabulary/ordinary-words.tsv", "word", "rule", "why")) {
                if (!List.of("never", "capitals").contains(row.cell(1))) {
                    throw row.wrong("rule is never or capitals");
                }
                words.put(row.cell(0), row.cell(1));
            }
            return words;
        }

        private void imported(ImportedMesh mesh) {
            Map<String, Concept.Kind> before = new HashMap<>();
            concepts.forEach((id, concept) -> before.put(id, concept.kind()));
            mesh.joined(concepts).forEach(concept -> concepts.put(concept.id(), concept));
            for (String id : mesh.ids()) {
                Concept.Kind kind = before.getOrDefault(id, mesh.kind(id));
                for (String name : mesh.readable(id, kind)) {
                    name(Objects.requireNonNull(concepts.get(id)), name);
                }
            }
        }

        Vocabulary vocabulary(@Nullable ImportedMesh imported) {
            List<Tables.Row> mesh = concepts(MESH);
            List<Tables.Row> fda = concepts(FDA);
            List<Tables.Row> own = concepts(OWN);
            names(own);
            names(mesh);
            names(fda);
            if (imported != null) {
                imported(imported);
            }
            return new Vocabulary(concepts, phrases, names.toArray(Name[]::new));
        }
    }
}
