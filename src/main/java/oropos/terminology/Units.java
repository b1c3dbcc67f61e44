package oropos.terminology;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Units of measure in one spelling: `μg` and `micrograms` are `mcg`, `mg per kg` is `mg/kg`.
final class Units {

    /// A unit found in a text.
    ///
    /// @param name in one spelling
    /// @param end where it ends in the plain text
    record Found(String name, int end) {}

    private record Unit(String name, String kind) {}

    private static final Map<String, Unit> BY_FORM = byForm();

    /// Parts of a compound unit; "mg/kg/min" has three.
    private static final int MOST_PARTS = 4;

    private Units() {}

    /// The unit that starts at `at`, over a space or hyphen, or null.
    static @Nullable Found at(String text, int at) {
        int start = at;
        if (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '-')) {
            start++;
        }
        StringBuilder name = new StringBuilder();
        int end = at;
        if (start < text.length() && text.charAt(start) == '/') {
            end = start;
        } else {
            int past = word(text, start);
            Unit first = unit(text, start, past);
            if (first == null) {
                return null;
            }
            name.append(first.name());
            end = past;
        }
        for (int part = 1; part < MOST_PARTS; part++) {
            int next = below(text, end);
            if (next < 0) {
                break;
            }
            int past = word(text, next);
            Unit below = unit(text, next, past);
            if (below == null) {
                break;
            }
            name.append('/').append(below.name());
            end = past;
        }
        return name.isEmpty() ? null : new Found(name.toString(), end);
    }

    /// Where the part below the line starts, after `/`, ` per ` or `/1.73 `, or -1.
    private static int below(String text, int end) {
        int i = end;
        if (text.startsWith(" per ", i)) {
            return i + 5;
        }
        if (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '/') {
            return -1;
        }
        i++;
        if (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (text.startsWith("1.73", i)) {
            i += 4;
            if (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
        }
        return i;
    }

    private static int word(String text, int start) {
        int i = start;
        if (i < text.length() && text.charAt(i) == '%') {
            return i + 1;
        }
        while (i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '°')) {
            i++;
        }
        boolean power =
                i + 1 < text.length() && text.charAt(i) == '^' && Token.isDigit(text.charAt(i + 1));
        if (power) {
            return i + 2;
        }
        boolean square =
                i > start && i < text.length() && (text.charAt(i) == '2' || text.charAt(i) == '3');
        return square ? i + 1 : i;
    }

    private static @Nullable Unit unit(String text, int start, int end) {
        if (end <= start
                || end < text.length()
                        && Character.isLetterOrDigit(text.charAt(end))
                        && text.charAt(end - 1) != '%') {
            return null;
        }
        return of(text.substring(start, end));
    }

    private static @Nullable Unit of(String form) {
        Unit unit = BY_FORM.get(form);
        return unit != null || form.length() < 2
                ? unit
                : BY_FORM.get(form.toLowerCase(Locale.ROOT));
    }

    /// Whether a word is a unit that is none of time.
    static boolean isUnit(String word) {
        Unit unit = of(word);
        return unit != null && !unit.kind().equals("time");
    }

    /// Whether a unit in its one spelling measures an amount of a drug: `mg`, `mg/kg/day`, but not
    /// `mg/dL`, which is a concentration.
    static boolean isDose(String name) {
        String[] parts = name.split("/");
        Unit first = BY_FORM.get(parts[0]);
        if (first == null || !first.kind().equals("amount")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            Unit below = BY_FORM.get(parts[i]);
            if (below == null || below.kind().equals("volume") || parts[i].equals("mL")) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Unit> byForm() {
        Map<String, Unit> units = new HashMap<>();
        for (Tables.Row row : Tables.read("/terminology/units.tsv", "form", "unit", "kind")) {
            if (units.put(row.cell(0), new Unit(row.cell(1), row.cell(2))) != null) {
                throw row.wrong("a form stands twice");
            }
        }
        return Map.copyOf(units);
    }
}
