package oropos.library.spl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.xml.Element;
import oropos.library.xml.ListWords;
import oropos.library.xml.TableWords;
import oropos.library.xml.TableWords.Cell;
import oropos.library.xml.Wording;

/// The sections of a label, each under its printed title, or where it has none under the name of
/// its LOINC code ("Pediatric use section" as "Pediatric use").
final class Sections {

    /// Product data, the picture of the package and the list of references (LOINC).
    private static final Set<String> LEFT_OUT = Set.of("48780-1", "51945-4", "34093-5");

    /// A section that its publisher did not classify: its code says nothing (LOINC).
    private static final String UNCLASSIFIED = "42229-5";

    private static final Set<String> BLOCKS = Set.of("paragraph", "list", "table");
    private static final Wording WORDING = Wording.PLAIN.without("footnoteRef", "table");

    private final Record.Builder record;

    Sections(Record.Builder record) {
        this.record = record;
    }

    void add(Element document) {
        document.all("component", "structuredBody", "component", "section")
                .forEach(section -> section(section, List.of()));
    }

    private void section(Element section, List<String> above) {
        String code = section.at("code").map(one -> one.attribute("code")).orElse("");
        if (LEFT_OUT.contains(code)) {
            return;
        }
        List<String> headings = below(above, heading(section, code));
        section.at("text").ifPresent(text -> blocks(text, headings));
        section.all("component", "section").forEach(inner -> section(inner, headings));
    }

    private static String heading(Element section, String code) {
        String printed = section.words("title");
        if (!printed.isEmpty() || code.equals(UNCLASSIFIED)) {
            return printed;
        }
        String name = section.at("code").map(one -> one.attribute("displayName")).orElse("");
        return Label.words(name.replaceFirst("(?i)\\s*section\\s*$", ""));
    }

    private void blocks(Element text, List<String> headings) {
        String announced = "";
        List<Element.Content> loose = new ArrayList<>();
        for (Element.Content content : text.content()) {
            if (!(content instanceof Element.Inner(Element block))
                    || !BLOCKS.contains(block.name())) {
                loose.add(content);
                continue;
            }
            add(headings, line(loose));
            loose = new ArrayList<>();
            if (!announced.isEmpty() && !block.is("list")) {
                add(headings, announced);
                announced = "";
            }
            switch (block.name()) {
                case "paragraph" -> {
                    String words = WORDING.of(block);
                    if (ListWords.announces(words)) {
                        announced = words;
                    } else {
                        add(headings, words);
                    }
                    block.anywhere("table").forEach(table -> table(table, headings));
                }
                case "list" -> {
                    List<String> under = below(headings, block.words("caption"));
                    add(under, (announced + " " + WORDING.list(block)).strip());
                    announced = "";
                    block.anywhere("table").forEach(table -> table(table, headings));
                }
                default -> table(block, headings);
            }
        }
        add(headings, announced);
        add(headings, line(loose));
    }

    /// Words that stand in a section without a paragraph around them.
    private static String line(List<Element.Content> loose) {
        return WORDING.of(new Element("paragraph", Map.of(), loose));
    }

    private void table(Element table, List<String> headings) {
        List<List<Cell>> head = new ArrayList<>();
        List<List<Cell>> body = new ArrayList<>();
        table.children("thead").forEach(part -> rows(part, head));
        table.children("tbody").forEach(part -> rows(part, body));
        table.children("tfoot").forEach(part -> rows(part, body));
        rows(table, body);
        add(below(headings, "Table"), TableWords.of(table.words("caption"), head, body));
    }

    private static void rows(Element part, List<List<Cell>> rows) {
        for (Element row : part.children("tr")) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (cell.is("td") || cell.is("th")) {
                    cells.add(
                            new Cell(
                                    WORDING.of(cell),
                                    Cell.span(cell.attribute("colspan")),
                                    Cell.span(cell.attribute("rowspan"))));
                }
            }
            rows.add(cells);
        }
    }

    private void add(List<String> headings, String words) {
        if (!words.isBlank()) {
            record.part(Role.BODY, headings, words);
        }
    }

    private static List<String> below(List<String> headings, String title) {
        if (title.isEmpty()) {
            return headings;
        }
        List<String> below = new ArrayList<>(headings);
        below.add(title);
        return below;
    }
}
