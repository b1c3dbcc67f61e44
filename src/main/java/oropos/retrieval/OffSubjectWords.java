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
import java.util.regex.Pattern;
import oropos.retrieval.lucene.Stems;

/// Words that do not say what a question is about: "treatment" and "side effects" say what is wanted
/// of the subject, "woman" whom it is for, "kg" how much.
///
/// They are searched like others. But a guideline on bisphosphonates in children with fractures is
/// about the question "best treatment of ..." whether or not it says "treatment", so coverage does
/// not ask for them. Editors keep the list in `off-subject-words.tsv`.
final class OffSubjectWords {

    private static final String FILE = "/oropos/retrieval/off-subject-words.tsv";
    private static final String VERSION = "# version: ";
    private static final String COLUMNS = "word\tkind\tsource";

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,:]*");

    private static final String LETTERS = "/oropos/retrieval/letter-words.tsv";

    private static final OffSubjectWords SHIPPED = shipped(FILE);

    private static final OffSubjectWords OF_LETTERS = shipped(LETTERS);

    private final String version;
    private final Set<String> stems;

    private OffSubjectWords(String version, Set<String> stems) {
        this.version = version;
        this.stems = Set.copyOf(stems);
    }

    static OffSubjectWords builtIn() {
        return SHIPPED;
    }

    /// Words that letters are full of and that name nothing.
    static OffSubjectWords ofLetters() {
        return OF_LETTERS;
    }

    private static OffSubjectWords shipped(String file) {
        try (InputStream stream = OffSubjectWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    /// @throws IllegalStateException naming the line that is wrong
    static OffSubjectWords read(List<String> lines) {
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
        return new OffSubjectWords(lines.getFirst().substring(VERSION.length()).strip(), stems);
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(FILE + ", line " + line + " " + what);
    }

    String version() {
        return version;
    }

    boolean has(String stem) {
        return stems.contains(stem) || isNumber(stem);
    }

    /// Whether a stem is nothing but a number: an age, a weight, a percentage.
    static boolean isNumber(String stem) {
        return NUMBER.matcher(stem).matches();
    }
}
