package oropos.library.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A table as words: its caption, then each row as one paragraph in which every number carries the
/// head of its column ("Headache | Placebo (n=12): 3 | Drug A (n=13): 5").
public final class TableWords {

    /// Columns of one table; wider ones are cut.
    public static final int MAX_COLUMNS = 100;

    /// Rows of one table; longer ones are cut.
    public static final int MAX_ROWS = 2_000;

    /// One cell.
    ///
    /// @param columns how many columns it covers
    /// @param rows how many rows it covers
    public record Cell(String words, int columns, int rows) {
        public Cell {
            columns = Math.clamp(columns, 1, MAX_COLUMNS);
            rows = Math.clamp(rows, 1, MAX_ROWS);
        }

        /// A span as an attribute states it; 1 where it states none.
        public static int span(String attribute) {
            return attribute.matches("\\d{1,6}") ? Integer.parseInt(attribute) : 1;
        }
    }

    private TableWords() {}

    /// @param head rows of column heads, may be empty
    public static String of(String caption, List<List<Cell>> head, List<List<Cell>> body) {
        List<String> paragraphs = new ArrayList<>();
        if (!caption.isBlank()) {
            paragraphs.add(caption.strip());
        }
        List<String> columns = heads(grid(head));
        for (List<String> row : grid(body)) {
            String words = row(columns, row);
            if (!words.isEmpty()) {
                paragraphs.add(words);
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private static String row(List<String> columns, List<String> row) {
        List<String> cells = new ArrayList<>();
        String last = "";
        for (int i = 0; i < row.size(); i++) {
            String words = row.get(i);
            String head = i < columns.size() ? columns.get(i) : "";
            if (words.isBlank()) {
                continue;
            }
            boolean labelled = i > 0 && !head.isBlank() && !head.equals(words);
            String cell = labelled ? head + ": " + words : words;
            if (!cell.equals(last)) {
                cells.add(cell);
            }
            last = cell;
        }
        boolean oneWideCell = cells.size() > 1 && Set.copyOf(row).size() == 1;
        return oneWideCell ? row.getFirst() : String.join(" | ", cells);
    }

    private static List<String> heads(List<List<String>> rows) {
        List<String> heads = new ArrayList<>();
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < width; column++) {
            Set<String> words = new LinkedHashSet<>();
            for (List<String> row : rows) {
                if (column < row.size() && !row.get(column).isBlank()) {
                    words.add(row.get(column));
                }
            }
            heads.add(String.join(", ", words));
        }
        return heads;
    }

    /// Every cell repeated over the columns and rows it covers.
    private static List<List<String>> grid(List<List<Cell>> rows) {
        List<List<String>> grid = new ArrayList<>();
        List<Cell> above = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (List<Cell> cells : rows.subList(0, Math.min(rows.size(), MAX_ROWS))) {
            List<String> row = new ArrayList<>();
            int next = 0;
            for (int column = 0; column < MAX_COLUMNS; column++) {
                if (column < left.size() && left.get(column) > 0) {
                    row.add(above.get(column).words());
                    left.set(column, left.get(column) - 1);
                } else if (next < cells.size()) {
                    Cell cell = cells.get(next++);
                    for (int i = 0; i < cell.columns() && row.size() < MAX_COLUMNS; i++) {
                        set(above, left, row.size(), cell);
                        row.add(cell.words());
                    }
                    column = row.size() - 1;
                } else if (column >= left.size()) {
                    break;
                } else {
                    row.add("");
                }
            }
            grid.add(row);
        }
        return grid;
    }

    private static void set(List<Cell> above, List<Integer> left, int column, Cell cell) {
        while (above.size() <= column) {
            above.add(cell);
            left.add(0);
        }
        above.set(column, cell);
        left.set(column, cell.rows() - 1);
    }
}
