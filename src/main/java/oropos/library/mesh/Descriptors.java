package oropos.library.mesh;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import oropos.library.SourceFileException;
import oropos.library.xml.Wording;

/// Descriptors gathered from one file, and the tables they are kept in: tab-separated, `#` before
/// comments, the first comment naming the version, several values of a cell apart by `|`.
final class Descriptors {

    /// MeSH 2024 has 30,764.
    static final int MAX = 300_000;

    private static final String VERSION = "# version: ";

    private static final String NOTICE =
            "# Courtesy of the U.S. National Library of Medicine. From MeSH (Medical Subject"
                    + " Headings), not kept current by NLM; NLM does not endorse this product.\n";

    private final String origin;
    private final Map<String, String> preferred = new TreeMap<>();
    private final Map<String, Set<String>> names = new TreeMap<>();
    private final Map<String, Set<String>> trees = new TreeMap<>();

    Descriptors(String origin) {
        this.origin = origin;
    }

    void name(String id, String descriptor, String other) {
        if (known(id, descriptor)) {
            Set<String> of = names.computeIfAbsent(id, any -> new LinkedHashSet<>());
            if (!other.isBlank()) {
                of.add(oneCell(other));
            }
        }
    }

    void tree(String id, String descriptor, String position) {
        if (!position.isBlank() && known(id, descriptor)) {
            trees.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(oneCell(position));
        }
    }

    boolean isEmpty() {
        return names.isEmpty() && trees.isEmpty();
    }

    int named() {
        return names.size();
    }

    int placed() {
        return trees.size();
    }

    void writeNames(Path file) throws IOException {
        write(file, "synonyms", names, true);
    }

    void writeTrees(Path file) throws IOException {
        write(file, "trees", trees, false);
    }

    private static String oneCell(String words) {
        return Wording.oneLine(words).replace('|', '/');
    }

    private boolean known(String id, String descriptor) {
        if (!id.matches("D\\d{6,9}")) {
            return false;
        }
        if (!descriptor.isBlank()) {
            preferred.putIfAbsent(id, oneCell(descriptor));
        }
        if (preferred.size() > MAX) {
            throw new SourceFileException(
                    "more than " + MAX + " descriptors", origin, "check that this is MeSH");
        }
        return true;
    }

    /// Rows of the file replace the kept ones of the same descriptor; all others stay, so that a
    /// sample never takes the place of the whole.
    private void write(
            Path file, String column, Map<String, Set<String>> values, boolean withoutPreferred)
            throws IOException {
        Kept kept = Kept.in(file);
        for (Map.Entry<String, Set<String>> of : values.entrySet()) {
            String name = preferred.getOrDefault(of.getKey(), "");
            Set<String> cell = new LinkedHashSet<>(of.getValue());
            if (withoutPreferred) {
                cell.remove(name);
            }
            String id = "mesh:" + of.getKey();
            kept.rows().put(id, id + "\t" + name + "\t" + String.join("|", cell));
        }
        kept.origins().add(origin.replaceAll("[;\\p{Cntrl}]", " "));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
            out.write(VERSION + String.join("; ", kept.origins()) + "\n" + NOTICE);
            out.write("id\tname\t" + column + "\n");
            for (String row : kept.rows().values()) {
                out.write(row + "\n");
            }
        }
        Files.move(
                written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What a table held before.
    private record Kept(Set<String> origins, Map<String, String> rows) {

        static Kept in(Path file) throws IOException {
            Set<String> origins = new LinkedHashSet<>();
            Map<String, String> rows = new TreeMap<>();
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (line.startsWith(VERSION)) {
                        origins.addAll(List.of(line.substring(VERSION.length()).split("; ")));
                    } else if (line.startsWith("mesh:")) {
                        rows.put(line.substring(0, line.indexOf('\t')), line);
                    }
                }
            }
            return new Kept(origins, rows);
        }
    }
}
