package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of drugs, with route and frequency where they are written beside them.
///
/// Concentrations (`mg/dL`) and body weights (`14 kg`) are no doses. Nothing is completed: what is
/// not written stays null, and a dose that lacks a part is for its reader to refuse.
public final class Doses {

    /// How far after an amount its route and frequency are looked for, in characters.
    static final int REACH_AFTER = 60;

    /// How far before an amount its route is looked for, in characters.
    static final int REACH_BEFORE = 40;

    private static final String COUNT =
            "(?:\\d{1,2}|two|three|four|five|six|eight|ten|twelve|other|second|third|fourth|sixth)";
    private static final String PERIOD = "(?:hours?|hrs?|h|days?|weeks?|wks?|months?|years?)";
    private static final Pattern FREQUENCY =
            Pattern.compile(
                    "\\b(?:every\\s"
                            + COUNT
                            + "(?:\\s?(?:-|to)\\s?\\d{1,2})?[ -]"
                            + PERIOD
                            + "|q\\d{1,2}h|"
                            + COUNT
                            + "[ -](?:hourly|weekly|monthly|yearly)|(?:\\d{1,2}|two|three|four|five|six)\\stimes\\s(?:a|per|each|every)\\s(?:day|week|month)"
                            + "|(?:\\d{1,2}|two|three|four)\\stimes\\s(?:daily|weekly))\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Cues<Word> WORDS = words();

    private record Word(String role, String name) {}

    private record Said(int start, int end, String words) {}

    private Doses() {}

    /// Every dose, in order.
    public static List<DoseMention> in(String text) {
        Plain plain = Plain.of(text);
        if (!namesADoseUnit(plain.text())) {
            return List.of();
        }
        List<DoseMention> found = new ArrayList<>();
        List<Quantity> quantities = Quantities.in(plain);
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            String unit = quantity.unit();
            if (unit == null || !Units.isDose(unit)) {
                continue;
            }
            int before = i == 0 ? 0 : quantities.get(i - 1).span().end();
            int after = next(quantities, i, text.length());
            found.add(dose(text, quantity, unit, before, after));
        }
        return found;
    }

    /// Whether a unit of doses stands behind any digit: without one the numbers need not be read.
    private static boolean namesADoseUnit(String text) {
        for (int at = 1; at < text.length(); at++) {
            char before = text.charAt(at - 1);
            char here = text.charAt(at);
            if (before < '0' || before > '9' || '0' <= here && here <= '9') {
                continue;
            }
            Units.Found unit = Units.at(text, at);
            if (unit != null && Units.isDose(unit.name())) {
                return true;
            }
        }
        return false;
    }

    /// Where the next dose starts: what stands behind that belongs to it.
    private static int next(List<Quantity> quantities, int i, int end) {
        for (int k = i + 1; k < quantities.size() && k < i + 4; k++) {
            String unit = quantities.get(k).unit();
            if (unit != null && Units.isDose(unit)) {
                return quantities.get(k).span().start();
            }
        }
        return end;
    }

    private static DoseMention dose(
            String text, Quantity quantity, String unit, int before, int after) {
        int start = quantity.span().start();
        int end = quantity.span().end();
        int to = clauseEnd(text, end, Math.min(after, end + REACH_AFTER));
        int from = clauseStart(text, start, Math.max(before, start - REACH_BEFORE));
        Said frequency = frequency(text, end, to);
        Said route = route(text, end, to, true);
        if (route == null) {
            route = route(text, from, start, false);
        }
        int last = Math.max(end, frequency == null ? end : frequency.end());
        last = Math.max(last, route == null ? end : route.end());
        return new DoseMention(
                quantity.value(),
                unit,
                route == null ? null : route.words(),
                frequency == null ? null : frequency.words(),
                new Span(start, last));
    }

    private static int clauseEnd(String text, int start, int limit) {
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            boolean stop =
                    c == '.'
                            && (i + 1 >= text.length()
                                    || text.charAt(i + 1) == ' '
                                            && i + 2 < text.length()
                                            && Character.isUpperCase(text.charAt(i + 2)));
            if (stop || ";?!\n".indexOf(c) >= 0) {
                return i;
            }
        }
        return limit;
    }

    private static int clauseStart(String text, int end, int limit) {
        for (int i = end - 1; i >= limit; i--) {
            if (";?!\n".indexOf(text.charAt(i)) >= 0
                    || text.charAt(i) == '.'
                            && i + 1 < text.length()
                            && text.charAt(i + 1) == ' ') {
                return i + 1;
            }
        }
        return limit;
    }

    private static @Nullable Said frequency(String text, int from, int to) {
        String part = text.substring(from, to);
        Matcher regular = FREQUENCY.matcher(part);
        Said found =
                regular.find()
                        ? new Said(from + regular.start(), from + regular.end(), regular.group())
                        : null;
        Plain plain = Plain.of(part);
        for (Cues.Found<Word> word : WORDS.in(plain, Token.of(plain))) {
            Span span = word.span().shifted(from);
            if (word.meaning().role().equals("frequency")
                    && (found == null || span.end() <= found.start())) {
                return new Said(span.start(), span.end(), span.of(text));
            }
        }
        return found;
    }

    private static @Nullable Said route(String text, int from, int to, boolean first) {
        Plain plain = Plain.of(text.substring(from, to));
        Said last = null;
        for (Cues.Found<Word> word : WORDS.in(plain, Token.of(plain))) {
            if (word.meaning().role().equals("route")) {
                Span span = word.span().shifted(from);
                last = new Said(span.start(), span.end(), word.meaning().name());
                if (first) {
                    return last;
                }
            }
        }
        return last;
    }

    private static Cues<Word> words() {
        Cues<Word> words = new Cues<>();
        for (Tables.Row row :
                Tables.read("/terminology/dose-words.tsv", "phrase", "role", "name")) {
            boolean route = row.cell(1).equals("route");
            if (!route && !row.cell(1).equals("frequency") || route && row.cell(2).isEmpty()) {
                throw row.wrong("role is route, with a name, or frequency");
            }
            words.add(row.cell(0), new Word(row.cell(1), row.cell(2)));
        }
        return words;
    }
}
