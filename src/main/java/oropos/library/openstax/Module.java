package oropos.library.openstax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.xml.Element;
import oropos.library.xml.ListWords;
import oropos.library.xml.TableWords;
import oropos.library.xml.TableWords.Cell;
import oropos.library.xml.Wording;

/// One module of a textbook: its sections, tables, captions and glossary. Exercises ask readers and
/// say nothing themselves, so they are left out and counted, as are lists of learning outcomes.
final class Module {

    private static final Wording WORDING =
            Wording.PLAIN.without("table", "figure", "media", "exercise", "note", "equation-label");

    private final Element document;
    private final List<Part> parts = new ArrayList<>();
    private int exercises;

    private record Part(List<String> headings, String words) {}

    private Module(Element document) {
        this.document = document;
    }

    static Module of(Element document) {
        return new Module(document);
    }

    String id() {
        String id = document.words("metadata", "content-id");
        return id.matches("[A-Za-z0-9_.-]+") ? id : "";
    }

    Optional<Record> record(Optional<Book> book) {
        document.at("content").ifPresent(content -> blocks(content, List.of()));
        document.at("glossary").ifPresent(this::glossary);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String title = document.words("title");
        if (title.isEmpty()) {
            title = document.words("metadata", "title");
        }
        List<String> chapter = book.map(Book::chapter).orElse(List.of());
        boolean general = title.equalsIgnoreCase("introduction") && !chapter.isEmpty();
        Record.Builder record =
                Record.of(
                                new SourceId(OpenstaxReader.FORM + ":" + id()),
                                OpenstaxReader.FORM,
                                general ? chapter.getLast() + ": " + title : title,
                                TextKind.FULL_TEXT)
                        .issuer("OpenStax")
                        .venue(book.map(Book::title).orElse(null))
                        .url(book.map(Book::address).orElse(null))
                        .licence(book.map(Book::licence).orElse(null));
        for (Part part : parts) {
            record.part(Role.BODY, part.headings(), part.words());
        }
        if (exercises > 0) {
            record.truncated("exercises of a textbook left out");
        }
        return Optional.of(record.build());
    }

    private void blocks(Element holder, List<String> headings) {
        String announced = "";
        for (Element block : holder.children()) {
            if (!announced.isEmpty() && !block.is("list")) {
                add(headings, announced);
                announced = "";
            }
            switch (block.name()) {
                case "section" -> {
                    if (!block.attribute("class").equals("learning-objectives")) {
                        blocks(block, below(headings, block.words("title")));
                    }
                }
                case "note", "example" -> blocks(block, below(headings, block.words("title")));
                case "para" -> {
                    String words = WORDING.of(block);
                    if (ListWords.announces(words)) {
                        announced = words;
                    } else {
                        add(headings, words);
                    }
                    floats(block, headings);
                }
                case "list" -> {
                    List<String> under = below(headings, block.words("title"));
                    add(under, (announced + " " + WORDING.list(block)).strip());
                    announced = "";
                }
                case "table" -> table(block, headings);
                case "figure" -> add(below(headings, "Figure"), figure(block));
                case "equation", "quote" -> add(headings, WORDING.of(block));
                case "definition" -> definition(block, headings);
                case "exercise", "injected-exercise" -> exercises++;
                default -> {
                    // titles are headings already; media have no words
                }
            }
        }
        add(headings, announced);
    }

    private void floats(Element para, List<String> headings) {
        for (Element child : para.children()) {
            switch (child.name()) {
                case "table" -> table(child, headings);
                case "figure" -> add(below(headings, "Figure"), figure(child));
                case "note" -> blocks(child, below(headings, child.words("title")));
                default -> {
                    // words of the paragraph
                }
            }
        }
    }

    private void glossary(Element glossary) {
        glossary.children("definition").forEach(one -> definition(one, List.of("Key terms")));
    }

    private void definition(Element definition, List<String> headings) {
        add(headings, definition.words("term") + ": " + definition.words("meaning"));
    }

    private static String figure(Element figure) {
        String title = figure.words("title");
        String caption = figure.words("caption");
        return title.isEmpty() ? caption : title + ". " + caption;
    }

    private void table(Element table, List<String> headings) {
        String title = table.words("title");
        String caption = table.words("caption");
        List<List<Cell>> head = new ArrayList<>();
        List<List<Cell>> body = new ArrayList<>();
        for (Element group : table.children("tgroup")) {
            group.children("thead").forEach(part -> rows(part, head));
            group.children("tbody").forEach(part -> rows(part, body));
            group.children("tfoot").forEach(part -> rows(part, body));
        }
        String above =
                title.isEmpty() || caption.isEmpty() ? title + caption : title + ". " + caption;
        add(below(headings, title.isEmpty() ? "Table" : title), TableWords.of(above, head, body));
    }

    private static void rows(Element part, List<List<Cell>> rows) {
        for (Element row : part.children("row")) {
            List<Cell> cells = new ArrayList<>();
            for (Element entry : row.children("entry")) {
                String more = entry.attribute("morerows");
                int rowsBelow = more.matches("\\d{1,4}") ? Integer.parseInt(more) : 0;
                cells.add(new Cell(WORDING.of(entry), columns(entry), rowsBelow + 1));
            }
            rows.add(cells);
        }
    }

    /// How many columns an entry covers, from the numbers in the names of its first and last
    /// ("c1", "c3").
    private static int columns(Element entry) {
        String first = entry.attribute("namest").replaceAll("\\D", "");
        String last = entry.attribute("nameend").replaceAll("\\D", "");
        return first.matches("\\d{1,3}") && last.matches("\\d{1,3}")
                ? Integer.parseInt(last) - Integer.parseInt(first) + 1
                : 1;
    }

    private void add(List<String> headings, String words) {
        if (!words.isBlank()) {
            parts.add(new Part(headings, words));
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
