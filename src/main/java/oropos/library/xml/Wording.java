package oropos.library.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import oropos.library.xml.Element.Inner;
import oropos.library.xml.Element.Words;

/// The running words of an element with markup inside.
///
/// Markup carries meaning that must survive its loss: "10" with a raised "9" is not 109, and
/// "12.5" with a raised footnote letter "g" is not 12.5 grams. Raised digits therefore become
/// Unicode superscripts, other raised signs with or after a digit are set off by a caret, lowered digits
/// after a digit become Unicode subscripts; everywhere else the parts simply join ("CO2", "HbA1c").
/// Elements that break a line on the page leave a space.
///
/// Footnotes inside the running words stand in brackets after the word "note".
///
/// @param leaveOut which elements' words are not wanted (citation marks, figures)
public record Wording(Predicate<Element> leaveOut) {

    /// Everything, formulas once.
    public static final Wording PLAIN =
            new Wording(element -> element.is("tex-math") || element.is("annotation"));

    private static final Set<String> BREAKS =
            Set.of(
                    "p",
                    "para",
                    "paragraph",
                    "list",
                    "item",
                    "list-item",
                    "title",
                    "br",
                    "break",
                    "newline",
                    "td",
                    "th",
                    "tr",
                    "entry",
                    "row",
                    "caption",
                    "label",
                    "disp-formula",
                    "table",
                    "sec",
                    "section",
                    "text",
                    "def",
                    "def-item",
                    "term-head",
                    "note",
                    "media",
                    "figure",
                    "fig",
                    "subtitle",
                    "disp-quote",
                    "content-item",
                    "mtr",
                    "mtd",
                    "renderMultiMedia",
                    "meaning",
                    "definition",
                    "collab",
                    "surname",
                    "given-names");

    private static final Pattern DIGITS =
            Pattern.compile("[+\\-\\u2212\\u2013]?\\d+[+\\-\\u2212\\u2013]?");

    /// Characters of a raised mark; longer words are raised for looks.
    private static final int LONGEST_MARK = 12;

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;\\u2013-]*");
    private static final Pattern ORDINAL = Pattern.compile("st|nd|rd|th", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPEATABLE =
            Pattern.compile("[\\u00ae\\u2122\\u00b0\\u2020\\u2021\\u2217*]+");

    /// This wording, with more elements left out.
    public Wording without(Predicate<Element> more) {
        return new Wording(leaveOut.or(more));
    }

    /// This wording, with the elements of these names left out.
    public Wording without(String... names) {
        Set<String> unwanted = Set.of(names);
        return without(element -> unwanted.contains(element.name()));
    }

    /// The element's words in one line, single spaces between them.
    public String of(Element element) {
        if (element.content().size() == 1
                && element.content().getFirst() instanceof Words(String text)) {
            return oneLine(text);
        }
        StringBuilder words = new StringBuilder();
        write(element, words);
        return oneLine(words.toString());
    }

    /// Any text in one line: white space of every kind, also the hard space, becomes one space.
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign <= ' ' || sign == '\u00a0' || sign > 0x7f && isSpace(sign)) {
                space = true;
            } else {
                if (space && !line.isEmpty()) {
                    line.append(' ');
                }
                space = false;
                line.append(sign);
            }
        }
        return line.toString();
    }

    private static boolean isSpace(char sign) {
        return Character.isSpaceChar(sign) || Character.isWhitespace(sign);
    }

    private void write(Element element, StringBuilder out) {
        List<Element.Content> content = element.content();
        for (int i = 0; i < content.size(); i++) {
            switch (content.get(i)) {
                case Words(String text) -> {
                    boolean betweenMarks = isLeftOut(content, i - 1) && isLeftOut(content, i + 1);
                    if (!betweenMarks || !SEPARATOR.matcher(text).matches()) {
                        out.append(text);
                    }
                }
                case Inner(Element inner) -> inner(inner, out);
            }
        }
    }

    private boolean isLeftOut(List<Element.Content> content, int i) {
        return i >= 0
                && i < content.size()
                && content.get(i) instanceof Inner(Element inner)
                && leaveOut.test(inner);
    }

    private void inner(Element inner, StringBuilder out) {
        if (leaveOut.test(inner)) {
            return;
        }
        switch (inner.name()) {
            case "sup" -> placed(inner, out, this::raised);
            case "sub" -> placed(inner, out, this::lowered);
            case "msup" -> formula(inner, out, this::raised);
            case "msub" -> formula(inner, out, this::lowered);
            case "mfrac" -> fraction(inner, out);
            case "msqrt" -> out.append("\u221a(").append(of(inner)).append(')');
            case "mo", "mi", "mn", "mtext" -> out.append(of(inner));
            case "list", "def-list" -> out.append(' ').append(list(inner)).append(' ');
            case "footnote", "fn" -> note(of(inner), out);
            case "link" -> out.append(inner.content().isEmpty() ? target(inner) : of(inner));
            case "mspace" -> out.append(' ');
            case "math" -> out.append(' ').append(squeezed(inner)).append(' ');
            default -> {
                boolean breaks = BREAKS.contains(inner.name());
                if (breaks) {
                    out.append(' ');
                }
                write(inner, out);
                if (breaks) {
                    out.append(' ');
                }
            }
        }
    }

    /// What a link without words points at, by the usual names of targets.
    private static String target(Element link) {
        String target = link.attribute("target-id");
        if (target.startsWith("fig")) {
            return "the figure";
        }
        return target.startsWith("tab") ? "the table" : "";
    }

    /// The items of a list as running words, see [ListWords].
    public String list(Element list) {
        List<String> items = new ArrayList<>();
        for (Element item : list.children()) {
            switch (item.name()) {
                case "item", "list-item" -> items.add(without("label").of(item));
                case "def-item" -> items.add(item.words("term") + ": " + item.words("def"));
                default -> {
                    // a title or caption is taken by whoever knows its place
                }
            }
        }
        return ListWords.of(items);
    }

    private String squeezed(Element math) {
        return of(math).replaceAll("\\s*([=<>\\u2264\\u2265\\u00b1\\u00d7])\\s*", " $1 ");
    }

    private interface Placed {
        void write(String words, StringBuilder out);
    }

    /// Spaces inside the raised or lowered part belong around it.
    private void placed(Element element, StringBuilder out, Placed placed) {
        StringBuilder inside = new StringBuilder();
        write(element, inside);
        String words = oneLine(inside.toString());
        if (!inside.isEmpty() && isSpace(inside.charAt(0))) {
            out.append(' ');
        }
        placed.write(words, out);
        if (!inside.isEmpty() && isSpace(inside.charAt(inside.length() - 1))) {
            out.append(' ');
        }
    }

    private void formula(Element element, StringBuilder out, Placed placed) {
        List<Element> parts = element.children();
        if (parts.isEmpty()) {
            write(element, out);
            return;
        }
        out.append(single(parts.getFirst()));
        for (Element part : parts.subList(1, parts.size())) {
            placed.write(single(part), out);
        }
    }

    private void fraction(Element element, StringBuilder out) {
        List<Element> parts = element.children();
        if (parts.size() != 2) {
            write(element, out);
            return;
        }
        out.append(grouped(single(parts.getFirst())))
                .append('/')
                .append(grouped(single(parts.getLast())));
    }

    private String single(Element part) {
        StringBuilder words = new StringBuilder();
        inner(part, words);
        return oneLine(words.toString());
    }

    private static String grouped(String words) {
        return words.matches("[\\p{L}\\p{N}.,%]*") ? words : "(" + words + ")";
    }

    private static void note(String words, StringBuilder out) {
        if (!words.isEmpty()) {
            out.append(" [note: ").append(words).append(']');
        }
    }

    private void raised(String words, StringBuilder out) {
        char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (DIGITS.matcher(words).matches()) {
            words.chars().forEach(sign -> out.append(superscript((char) sign)));
        } else if (words.length() > LONGEST_MARK) {
            out.append(' ').append(words);
        } else if (!words.isEmpty()
                && (Character.isDigit(before) || words.chars().anyMatch(Character::isDigit))
                && !ORDINAL.matcher(words).matches()
                && !REPEATABLE.matcher(words).matches()) {
            out.append('^').append(words);
        } else {
            out.append(words);
        }
    }

    private void lowered(String words, StringBuilder out) {
        char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (Character.isDigit(before) && DIGITS.matcher(words).matches()) {
            words.chars().forEach(sign -> out.append(subscript((char) sign)));
        } else if (Character.isDigit(before) && !words.isEmpty()) {
            out.append('_').append(words);
        } else {
            out.append(words);
        }
    }

    private static char superscript(char sign) {
        return switch (sign) {
            case '1' -> '\u00b9';
            case '2' -> '\u00b2';
            case '3' -> '\u00b3';
            case '+' -> '\u207a';
            case '-', '\u2212', '\u2013' -> '\u207b';
            default -> (char) ('\u2070' + (sign - '0'));
        };
    }

    private static char subscript(char sign) {
        return switch (sign) {
            case '+' -> '\u208a';
            case '-', '\u2212', '\u2013' -> '\u208b';
            default -> (char) ('\u2080' + (sign - '0'));
        };
    }
}
