package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers with their units: `12.5 mg/kg`, `5%`, `0.02-0.81`, `0/18`, `16 of 19`, `p<0.001`,
/// `4.5 x 10^9/L`.
///
/// Digits that are part of a name (`T12`, `COVID-19`, `CD4`), of a DOI or an address, and raised
/// reference marks are no quantities. Numbers written as words are not read.
public final class Quantities {

    private static final String DIGITS =
            "(?:\\d{1,3}(?:,\\d{3})++(?:\\.\\d++)?|\\d++(?:\\.\\d++)?|\\.\\d++)";
    private static final String POWER = "(?:\\s?[x\u00d7*]\\s?10\\^-?\\d++|\\^-?\\d++)?";
    private static final String ONE = DIGITS + POWER;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<sign>[<>\u2264\u2265]=?\\s?|[~\u2248]\\s?)?(?<![\\w.^,]|[A-Za-z]-|\\d-)(?<n1>[-+]?"
                            + ONE
                            + ")"
                            + "(?:(?<of>/|\\sof\\s|\\sout\\sof\\s)(?<n2>"
                            + DIGITS
                            + ")(?![\\d/])"
                            + "|%?\\s?(?:-|\\bto\\b)\\s?(?<n3>[-+]?"
                            + ONE
                            + "))?+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,3},\\d{1,2}(?!\\d)");
    private static final Pattern ADDRESS =
            Pattern.compile("\\b10\\.\\d{4,9}/\\S++|\\bhttps?://\\S++", Pattern.CASE_INSENSITIVE);

    private Quantities() {}

    /// Every quantity, in order.
    public static List<Quantity> in(String text) {
        return in(Plain.of(text));
    }

    static List<Quantity> in(Plain plain) {
        String text = plain.text();
        if (text.chars().noneMatch(one -> '0' <= one && one <= '9')) {
            return List.of();
        }
        List<Quantity> found = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(text);
        int from = 0;
        boolean more = addresses.find();
        while (from < text.length()) {
            int to = more ? addresses.start() : text.length();
            read(plain, from, to, found);
            from = more ? addresses.end() : to;
            more = more && addresses.find();
        }
        return found;
    }

    private static void read(Plain plain, int from, int to, List<Quantity> found) {
        String text = plain.text();
        Matcher number = NUMBER.matcher(text).region(from, to);
        number.useTransparentBounds(true);
        int past = from;
        while (past < to && number.find(past)) {
            if (number.end() > to) {
                return;
            }
            int end = number.end();
            String value = value(number);
            if (number.group("n2") == null && number.group("n3") == null) {
                Matcher comma = DECIMAL_COMMA.matcher(text).region(number.start("n1"), to);
                if (comma.lookingAt() && Units.at(text, comma.end()) != null) {
                    value = sign(number) + comma.group().replace(',', '.');
                    end = comma.end();
                }
            }
            Units.Found unit = Units.at(text, end);
            past = Math.max(end, past + 1);
            if (unit == null && continues(text, end)) {
                continue;
            }
            int last = unit == null ? end : unit.end();
            found.add(
                    new Quantity(
                            value,
                            unit == null ? null : unit.name(),
                            plain.span(start(text, number), last)));
            past = last;
        }
    }

    private static int start(String text, Matcher number) {
        int start = number.start();
        return text.charAt(start) == ' ' ? start + 1 : start;
    }

    /// Whether the digits go on as a word: `3D`, `12th`, `5HT`.
    private static boolean continues(String text, int end) {
        return end < text.length() && Character.isLetter(text.charAt(end));
    }

    private static String value(Matcher number) {
        String first = one(number.group("n1"));
        if (number.group("n2") != null) {
            return sign(number) + first + "/" + one(number.group("n2"));
        }
        if (number.group("n3") != null) {
            return sign(number) + first + " to " + one(number.group("n3"));
        }
        return sign(number) + first;
    }

    private static String sign(Matcher number) {
        String sign = number.group("sign");
        return sign == null ? "" : sign.strip().replace("<=", "\u2264").replace(">=", "\u2265");
    }

    private static String one(@Nullable String written) {
        if (written == null) {
            return "";
        }
        String number = written.replace(",", "").replaceAll("\\s?[x\u00d7*]\\s?", " x ");
        if (number.startsWith("+")) {
            number = number.substring(1);
        }
        if (number.startsWith(".")) {
            return "0" + number;
        }
        return number.startsWith("-.") ? "-0" + number.substring(1) : number;
    }
}
