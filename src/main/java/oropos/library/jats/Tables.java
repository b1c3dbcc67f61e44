package oropos.library.jats;

import java.util.ArrayList;
import java.util.List;
import oropos.library.xml.Element;
import oropos.library.xml.TableWords;
import oropos.library.xml.TableWords.Cell;

/// Tables of an article as words, their footnotes after them.
final class Tables {

    private Tables() {}

    static String words(String caption, Element wrap) {
        List<List<Cell>> head = new ArrayList<>();
        List<List<Cell>> body = new ArrayList<>();
        for (Element table : wrap.anywhere("table").toList()) {
            table.children("thead").forEach(part -> rows(part, head));
            List<Element> parts = table.children("tbody");
            parts.forEach(part -> rows(part, body));
            if (parts.isEmpty()) {
                rows(table, body);
            }
        }
        String words = TableWords.of(caption, head, body);
        StringBuilder whole = new StringBuilder(words);
        for (Element foot : wrap.children("table-wrap-foot")) {
            foot.children().stream()
                    .map(Body.WORDING::of)
                    .filter(note -> !note.isEmpty())
                    .forEach(note -> whole.append("\n\n").append(note));
        }
        return whole.toString();
    }

    private static void rows(Element holder, List<List<Cell>> rows) {
        for (Element row : holder.children("tr")) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (cell.is("td") || cell.is("th")) {
                    cells.add(
                            new Cell(
                                    Body.tidied(Body.WORDING.of(cell)),
                                    Cell.span(cell.attribute("colspan")),
                                    Cell.span(cell.attribute("rowspan"))));
                }
            }
            rows.add(cells);
        }
    }
}
