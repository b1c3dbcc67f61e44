package oropos.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of comma-separated values (RFC 4180): quoted cells may hold commas, line ends and doubled
/// quotes.
final class CsvRows {

    /// Longest cell, in UTF-16 units; what is longer is no table.
    static final int LONGEST_CELL = 100_000;

    private final BufferedReader in;

    CsvRows(Reader in) {
        this.in = in instanceof BufferedReader buffered ? buffered : new BufferedReader(in);
    }

    /// The next row, or null after the last.
    ///
    /// @throws IOException also where a quote is never closed or a cell is too long
    @Nullable List<String> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int c = first; ; c = in.read()) {
            if (quoted) {
                if (c < 0) {
                    throw new IOException("a quotation mark is never closed");
                }
                if (c != '"') {
                    cell.append((char) c);
                } else {
                    in.mark(1);
                    if (in.read() == '"') {
                        cell.append('"');
                    } else {
                        in.reset();
                        quoted = false;
                    }
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' || c < 0) {
                cells.add(cell.toString());
                return List.copyOf(cells);
            } else if (c != '\r') {
                cell.append((char) c);
            }
            if (cell.length() > LONGEST_CELL) {
                throw new IOException("a cell is longer than " + LONGEST_CELL + " characters");
            }
        }
    }
}
