package oropos.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import oropos.retrieval.lucene.Stems;

/// Words that say what is wanted of a subject ("treatment", "side effects") and not what it is.
///
/// They are searched like others. But a guideline on bisphosphonates in children with fractures is
/// about the question "best treatment of ..." whether or not it says "treatment", so coverage does
/// not ask for them. Editors keep the list in `intent-words.tsv`.
final class IntentWords {

    private static final String FILE = "/oropos/retrieval/intent-words.tsv";
    private static final String VERSION = "# version: ";
    private static final String COLUMNS = "word\tkind\tsource";

    private static final IntentWords SHIPPED = shipped();

    private final String version;
    private final Set<String> stems;

    private IntentWords(String version, Set<String> stems) {
        this.version = version;
        this.stems = Set.copyOf(stems);
    }

    static IntentWords builtIn() {
        return SHIPPED;
    }

    private static IntentWords shipped() {
        try (InputStream stream = IntentWords.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + FILE, failure);
        }
    }

    /// @throws IllegalStateException naming the line that is wrong
    static IntentWords read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw wrong(1, "must be \"" + VERSION + "...\"");
        }
        Set<String> stems = new HashSet<>();
        boolean named = false;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!named) {
                if (!line.equals(COLUMNS)) {
                    throw wrong(i + 1, "must name the columns " + COLUMNS.replace('\t', ' '));
                }
                named = true;
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 3 || cells[0].isBlank() || cells[2].isBlank()) {
                throw wrong(i + 1, "must hold a word, its kind and a source");
            }
            stems.addAll(Stems.of(cells[0]));
        }
        return new IntentWords(lines.getFirst().substring(VERSION.length()).strip(), stems);
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(FILE + ", line " + line + " " + what);
    }

    String version() {
        return version;
    }

    boolean has(String stem) {
        return stems.contains(stem);
    }
}
