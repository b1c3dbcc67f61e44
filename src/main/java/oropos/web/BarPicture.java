package oropos.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.HtmlUtils;

/// Counts as bars, made here as SVG: a row each with its name and number, so that nobody has to read an
/// axis. The same counts stand in a table beside it.
record BarPicture(String svg) {

    private static final int WIDTH = 520;
    private static final int NAMES = 245;
    private static final int NUMBERS = 60;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final int LONGEST_NAME = 34;

    /// A bar this many times as long as the next would leave the others without a length: it is drawn
    /// cut through, and the next has half of the room.
    private static final int TOO_LONG = 8;

    /// @param title what is counted, for whoever does not see the picture
    /// @param counts in the order they are drawn
    static BarPicture of(String title, Map<String, Integer> counts) {
        int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int most = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
        int next = sorted.length < 2 ? most : sorted[sorted.length - 2];
        boolean cut = next > 0 && most > TOO_LONG * next;
        int room = WIDTH - NAMES - NUMBERS;
        int whole = Math.max(1, cut ? 2 * next : most);
        StringBuilder svg =
                new StringBuilder(
                        "<svg class=\"bars\" role=\"img\" viewBox=\"0 0 %d %d\"><title>%s</title>"
                                .formatted(
                                        WIDTH,
                                        ROW * counts.size() + 4,
                                        HtmlUtils.htmlEscape(title)));
        int at = 0;
        for (Map.Entry<String, Integer> row : counts.entrySet()) {
            double length = Math.min(room, (double) room * row.getValue() / whole);
            int y = at++ * ROW;
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\""
                                    + " y=\"%d\" width=\"%.1f\" height=\"%d\"/><text x=\"%.1f\""
                                    + " y=\"%d\">%s</text>",
                            NAMES - 10,
                            y + BAR,
                            HtmlUtils.htmlEscape(shortened(row.getKey())),
                            NAMES,
                            y + 3,
                            Math.max(1, length),
                            BAR,
                            NAMES + length + 8,
                            y + BAR,
                            String.format(Locale.ENGLISH, "%,d", row.getValue())));
            if (cut && row.getValue() == most) {
                svg.append(
                        String.format(
                                Locale.ROOT,
                                "<path class=\"cut\" d=\"M%1$.1f %2$d l6 -%3$d\"/>",
                                NAMES + room * 0.75,
                                y + 3 + BAR + 2,
                                BAR + 4));
            }
        }
        return new BarPicture(svg.append("</svg>").toString());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    /// Counts by year as counts by five years, the first one open to the past.
    static Map<String, Integer> fives(Map<String, Integer> years, int periods) {
        TreeMap<Integer, Integer> fives = new TreeMap<>();
        int unknown = 0;
        for (Map.Entry<String, Integer> one : years.entrySet()) {
            if (one.getKey().matches("\\d{4}")) {
                int year = Integer.parseInt(one.getKey());
                fives.merge(year - year % 5, one.getValue(), Integer::sum);
            } else {
                unknown += one.getValue();
            }
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        if (!fives.isEmpty()) {
            int last = fives.lastKey();
            int first = last - 5 * (periods - 1);
            int before = fives.headMap(first).values().stream().mapToInt(Integer::intValue).sum();
            if (before > 0) {
                named.put("before " + first, before);
            }
            for (int from = first; from <= last; from += 5) {
                if (fives.containsKey(from) || !named.isEmpty()) {
                    named.put(from + " to " + (from + 4), fives.getOrDefault(from, 0));
                }
            }
        }
        if (unknown > 0) {
            named.put("no year", unknown);
        }
        return named;
    }
}
