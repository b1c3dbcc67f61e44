package oropos.library.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import oropos.library.xml.Wording;

/// The running words of HTML elements, by the same rules as those of XML.
final class InlineWords {

    private InlineWords() {}

    static String of(Element element) {
        return Wording.PLAIN.of(converted(element));
    }

    static String ofNode(Node node) {
        return switch (node) {
            case TextNode text -> text.getWholeText();
            case Element element -> {
                var holder =
                        new oropos.library.xml.Element(
                                "r",
                                java.util.Map.of(),
                                List.of(new oropos.library.xml.Element.Inner(converted(element))));
                yield " ".repeat(startsWithSpace(element) ? 1 : 0) + Wording.PLAIN.of(holder);
            }
            default -> "";
        };
    }

    private static boolean startsWithSpace(Element element) {
        String text = element.wholeText();
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }

    private static oropos.library.xml.Element converted(Element element) {
        List<oropos.library.xml.Element.Content> content = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                content.add(new oropos.library.xml.Element.Words(text.getWholeText()));
            } else if (node instanceof Element inner) {
                content.add(new oropos.library.xml.Element.Inner(converted(inner)));
            }
        }
        return new oropos.library.xml.Element(
                named(element.normalName()), new LinkedHashMap<>(), content);
    }

    private static String named(String tag) {
        return switch (tag) {
            case "ul", "ol" -> "list";
            case "li" -> "item";
            case "div", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd" -> "p";
            default -> tag;
        };
    }
}
