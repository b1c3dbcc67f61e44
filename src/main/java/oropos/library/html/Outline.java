package oropos.library.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import oropos.library.Part;
import oropos.library.Passage.Role;
import oropos.library.xml.ListWords;
import oropos.library.xml.TableWords;
import oropos.library.xml.TableWords.Cell;
import oropos.library.xml.Wording;

/// The words of a page under its headings.
final class Outline {

    private static final String NOT_TEXT =
            "script, style, noscript, template, nav, aside, form, iframe, svg, canvas, button, select,"
                    + " [hidden], [aria-hidden=true], [role=navigation], [role=search], [role=banner],"
                    + " [role=contentinfo], ul.nav, .nav-tabs, .breadcrumb, body > header, body > footer";

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn",
                    "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp",
                    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private final List<Part> parts = new ArrayList<>();
    private final Set<Part> said = new HashSet<>();
    private final String[] levels = {"", "", "", "", "", ""};
    private Optional<String> first = Optional.empty();
    private String announced = "";

    private Outline() {}

    static Outline of(Document page) {
        Document copy = page.clone();
        copy.select(NOT_TEXT).remove();
        Element main = copy.selectFirst("main, [role=main]");
        if (main == null && copy.select("article").size() == 1) {
            main = copy.selectFirst("article");
        }
        Outline outline = new Outline();
        outline.walk(main == null ? copy.body() : main);
        outline.flush();
        return outline;
    }

    List<Part> parts() {
        return parts;
    }

    /// The first heading.
    Optional<String> first() {
        return first;
    }

    private void walk(Element holder) {
        StringBuilder loose = new StringBuilder();
        for (Node node : holder.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(text.getWholeText());
            } else if (node instanceof Element element) {
                if (INLINE.contains(element.normalName())) {
                    loose.append(InlineWords.of(element));
                } else {
                    add(loose);
                    block(element);
                }
            }
        }
        add(loose);
    }

    private void block(Element element) {
        String tag = element.normalName();
        if (HEADINGS.contains(tag)) {
            flush();
            heading(tag.charAt(1) - '1', InlineWords.of(element));
            return;
        }
        switch (tag) {
            case "p", "dd", "blockquote", "figcaption", "address" -> {
                if (element.select("p, ul, ol, table, h1, h2, h3, h4, h5, h6").size()
                        > (tag.equals("p") ? 1 : 0)) {
                    walk(element);
                } else {
                    say(InlineWords.of(element));
                }
            }
            case "dt" -> say(InlineWords.of(element) + ":");
            case "ul", "ol" -> {
                String words = list(element);
                String whole = (announced + " " + words).strip();
                announced = "";
                put(whole);
            }
            case "table" -> table(element);
            case "pre", "head", "title", "hr", "img" -> {
                // listings and lines are no prose
            }
            default -> walk(element);
        }
    }

    private void heading(int level, String words) {
        levels[level] = words;
        for (int below = level + 1; below < levels.length; below++) {
            levels[below] = "";
        }
        if (first.isEmpty() && !words.isBlank()) {
            first = Optional.of(words);
        }
    }

    private String list(Element list) {
        List<String> items = new ArrayList<>();
        for (Element item : list.children()) {
            if (item.normalName().equals("li")) {
                StringBuilder own = new StringBuilder();
                for (Node node : item.childNodes()) {
                    if (node instanceof Element inner
                            && (inner.normalName().equals("ul")
                                    || inner.normalName().equals("ol"))) {
                        own.append(' ').append(list(inner)).append(' ');
                    } else {
                        own.append(InlineWords.ofNode(node));
                    }
                }
                items.add(Wording.oneLine(own.toString()));
            }
        }
        return ListWords.of(items);
    }

    private void table(Element table) {
        flush();
        Element caption = table.selectFirst("> caption");
        List<List<Cell>> head = new ArrayList<>();
        List<List<Cell>> body = new ArrayList<>();
        for (Element row : table.select("> thead > tr, > tbody > tr, > tfoot > tr, > tr")) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : row.select("> td, > th")) {
                cells.add(
                        new Cell(
                                InlineWords.of(cell),
                                Cell.span(cell.attr("colspan").strip()),
                                Cell.span(cell.attr("rowspan").strip())));
            }
            boolean heads =
                    !row.select("> th").isEmpty() && row.select("> td").isEmpty() && body.isEmpty();
            (heads ? head : body).add(cells);
        }
        put(TableWords.of(caption == null ? "" : InlineWords.of(caption), head, body));
    }

    private void add(StringBuilder loose) {
        String words = Wording.oneLine(loose.toString());
        loose.setLength(0);
        if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
            say(words);
        }
    }

    private void say(String words) {
        flush();
        if (ListWords.announces(words)) {
            announced = words;
        } else {
            put(words);
        }
    }

    private void flush() {
        String words = announced;
        announced = "";
        put(words);
    }

    private void put(String words) {
        if (words.isBlank()) {
            return;
        }
        List<String> headings = new ArrayList<>();
        for (String level : levels) {
            if (!level.isBlank()) {
                headings.add(level);
            }
        }
        Part part = new Part(Role.BODY, headings, words);
        if (said.add(part)) {
            parts.add(part);
        }
    }
}
