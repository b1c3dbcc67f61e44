package oropos.library.xml;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.library.xml.Element.Inner;
import oropos.library.xml.Element.Words;

/// The running words of an element with markup inside.
///
/// Markup carries meaning that must survive its loss: "10" with a raised "9" is not 109, and
/// "12.5" with a raised footnote letter "g" is not 12.5 grams. Raised digits therefore become
/// Unicode superscripts, other raised signs after a digit are set off by a caret, lowered digits
/// after a digit become Unicode subscripts; everywhere else the parts simply join ("CO2", "HbA1c").
/// Elements that break a line on the page leave a space.
///
/// @param leaveOut names of elements whose words are not wanted (citation marks, footnotes)
public record Wording(Set<String> leaveOut) {

    /// Everything, formulas once.
    public static final Wording PLAIN = new Wording(Set.of("tex-math", "annotation"));

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

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DIGITS = Pattern.compile("[+\\-\\u2212\\u2013]?\\d+");
    private static final Pattern ORDINAL = Pattern.compile("st|nd|rd|th", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPEATABLE =
            Pattern.compile("[\\u00ae\\u2122\\u00b0\\u2020\\u2021*]+");

    public Wording {
        leaveOut = Set.copyOf(leaveOut);
    }

    /// This wording, with more elements left out.
    public Wording without(String... names) {
        return new Wording(
                java.util.stream.Stream.concat(leaveOut.stream(), java.util.stream.Stream.of(names))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /// The element's words in one line, single spaces between them.
    public String of(Element element) {
        StringBuilder words = new StringBuilder();
        write(element, words);
        return oneLine(words.toString());
    }

    /// Any text in one line: white space of every kind, also the hard space, becomes one space.
    public static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private void write(Element element, StringBuilder out) {
        for (Element.Content part : element.content()) {
            switch (part) {
                case Words(String text) -> out.append(text);
                case Inner(Element inner) -> inner(inner, out);
            }
        }
    }

    private void inner(Element inner, StringBuilder out) {
        if (leaveOut.contains(inner.name())) {
            return;
        }
        switch (inner.name()) {
            case "sup" -> raised(of(inner), out);
            case "sub" -> lowered(of(inner), out);
            case "msup" -> formula(inner, out, this::raised);
            case "msub" -> formula(inner, out, this::lowered);
            case "mfrac" -> fraction(inner, out);
            case "msqrt" -> out.append("\u221a(").append(of(inner)).append(')');
            case "mo", "mi", "mn", "mtext" -> out.append(of(inner));
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

    private String squeezed(Element math) {
        return of(math).replaceAll("\\s*([=<>\\u2264\\u2265\\u00b1\\u00d7])\\s*", " $1 ");
    }

    private interface Placed {
        void write(String words, StringBuilder out);
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

    private void raised(String words, StringBuilder out) {
        if (words.isEmpty()) {
            return;
        }
        char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (DIGITS.matcher(words).matches() && Character.isLetterOrDigit(before)) {
            words.chars().forEach(sign -> out.append(superscript((char) sign)));
        } else if (Character.isDigit(before)
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
