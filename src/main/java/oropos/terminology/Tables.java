package oropos.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The tables this room ships: tab-separated, `#` before comments, the first comment naming
/// `version`, the first row naming the columns.
final class Tables {

    private Tables() {}

    /// One row.
    record Row(String table, int line, List<String> cells) {

        String cell(int column) {
            return cells.get(column);
        }

        IllegalStateException wrong(String what) {
            return new IllegalStateException(
                    what + " in " + table + " line " + line + ": " + String.join(" | ", cells));
        }
    }

    /// Reads a table whose columns are `columns`, in that order.
    ///
    /// @throws IllegalStateException where the file is absent, has no version, other columns, or a
    ///     row of another width: the jar is broken and must be built again
    static List<Row> read(String resource, String... columns) {
        try (BufferedReader lines = open(resource)) {
            return read(resource, lines, columns);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + resource, e);
        }
    }

    /// Reads a table that lies in a file, by the same rules.
    static List<Row> read(Path file, String... columns) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), lines, columns);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + file, e);
        }
    }

    private static List<Row> read(String resource, BufferedReader lines, String... columns)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean versioned = false;
        boolean headed = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("#")) {
                versioned |= line.startsWith("# version:");
            } else if (!line.isBlank()) {
                Row row = new Row(resource, number, cells(line, columns.length));
                if (headed) {
                    if (row.cells().size() != columns.length) {
                        throw row.wrong("expected " + columns.length + " columns");
                    }
                    rows.add(row);
                } else if (!row.cells().equals(List.of(columns))) {
                    throw row.wrong("expected the columns " + String.join(", ", columns));
                }
                headed = true;
            }
        }
        if (!versioned) {
            throw new IllegalStateException(resource + " names no version (# version: ...)");
        }
        return rows;
    }

    private static BufferedReader open(String resource) throws IOException {
        InputStream bytes = Tables.class.getResourceAsStream(resource);
        if (bytes == null) {
            throw new IllegalStateException(
                    "the table " + resource + " is missing from this build; build the jar again");
        }
        InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    private static List<String> cells(String line, int expected) {
        List<String> cells = new ArrayList<>(expected);
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(line.substring(from, tab));
            from = tab + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }
}
