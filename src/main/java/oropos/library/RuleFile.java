package oropos.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A versioned list of rules that editors own: tab-separated, one rule a line, each with its
/// source.
///
/// The first line is `# version: ...`, other lines that start with `#` are remarks, the first line
/// that is none names the columns. Every cell must be filled, so that no rule stands without a
/// source.
///
/// @param version as the first line states it
/// @param rows the cells of each line, in the order of the columns asked for
public record RuleFile(String name, String version, List<List<String>> rows) {

    private static final String VERSION = "# version: ";

    public RuleFile {
        rows = List.copyOf(rows);
    }

    /// Reads a file that is shipped beside a class of the room that owns it.
    ///
    /// @param columns the columns the file must have, in order
    /// @throws IllegalStateException when the file is missing or malformed; says which line
    public static RuleFile shipped(Class<?> beside, String name, String... columns) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the rule file " + name + " is missing beside " + beside.getName());
            }
            return read(
                    name,
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)),
                    List.of(columns));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read rule file " + name, failure);
        }
    }

    static RuleFile read(String name, BufferedReader lines, List<String> columns)
            throws IOException {
        String first = lines.readLine();
        if (first == null || !first.startsWith(VERSION)) {
            throw wrong(name, 1, "must be \"" + VERSION + "...\"");
        }
        List<List<String>> rows = new ArrayList<>();
        boolean named = false;
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (!named) {
                if (!cells.equals(columns)) {
                    throw wrong(name, number, "must name the columns " + columns);
                }
                named = true;
                continue;
            }
            if (cells.size() != columns.size() || cells.stream().anyMatch(String::isBlank)) {
                throw wrong(
                        name,
                        number,
                        "must fill the " + columns.size() + " columns, but was " + cells);
            }
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            throw wrong(name, number, "ends a file without rules");
        }
        return new RuleFile(name, first.substring(VERSION.length()).strip(), rows);
    }

    static IllegalStateException wrong(String name, int line, String what) {
        return new IllegalStateException("rule file " + name + ", line " + line + " " + what);
    }
}
