package oropos.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tab-separated list that editors own: a version in its first line, a heading line, rows with a
/// source each. Lines that start with `#` are notes.
record RuleTable(String version, List<List<String>> rows) {

    private static final Pattern VERSION = Pattern.compile("# version: (\\S+)");

    /// @throws IllegalStateException where the file is not as it should be, naming file and line
    static RuleTable read(String name, String... columns) {
        String resource = "/verification/" + name;
        try (InputStream file = RuleTable.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleTable parse(String name, String text, String... columns) {
        List<String> lines = text.lines().toList();
        Matcher version = VERSION.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!version.matches()) {
            throw new IllegalStateException(name + " must start with \"# version: ...\"");
        }
        List<List<String>> rows = new ArrayList<>();
        boolean headed = false;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (!headed) {
                if (!cells.equals(List.of(columns))) {
                    throw new IllegalStateException(
                            name + " must have the columns " + List.of(columns) + ", has " + cells);
                }
                headed = true;
            } else if (cells.size() != columns.length || cells.stream().anyMatch(String::isBlank)) {
                throw new IllegalStateException(
                        name + " line " + (i + 1) + " needs " + columns.length + " cells: " + line);
            } else {
                rows.add(List.copyOf(cells));
            }
        }
        return new RuleTable(version.group(1), List.copyOf(rows));
    }
}
