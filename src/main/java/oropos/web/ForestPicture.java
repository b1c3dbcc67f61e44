package oropos.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import oropos.answer.Effect;
import oropos.answer.EvidenceRow;

/// A small picture of effects with their intervals on one outcome, made here as SVG.
///
/// Drawn only where at least two sources tell an effect of the same kind on the same outcome. It adds
/// nothing up: no pooled figure that nobody published. The same figures stand in the table, so a
/// reader without eyes for it loses nothing.
///
/// @param outcome what was measured
/// @param svg the picture, complete and escaped
record ForestPicture(String outcome, String svg) {

    /// Sources an outcome needs before it is drawn.
    static final int FEWEST = 2;

    private static final int WIDTH = 640;
    private static final int NAMES = 210;
    private static final int FIGURES = 150;
    private static final int ROW = 26;
    private static final int LONGEST_NAME = 30;

    static List<ForestPicture> of(List<EvidenceRow> rows) {
        Map<String, List<EvidenceRow>> same = new LinkedHashMap<>();
        for (EvidenceRow row : rows) {
            Effect effect = row.effect();
            if (row.outcome() != null && effect != null) {
                same.computeIfAbsent(
                                row.outcome().strip().toLowerCase(Locale.ROOT)
                                        + "|"
                                        + effect.measure(),
                                any -> new ArrayList<>())
                        .add(row);
            }
        }
        return same.values().stream()
                .filter(group -> group.size() >= FEWEST)
                .map(ForestPicture::drawn)
                .toList();
    }

    private static ForestPicture drawn(List<EvidenceRow> rows) {
        Effect first = effect(rows.getFirst());
        boolean ratio = first.none() == 1;
        double from = first.none();
        double to = first.none();
        for (EvidenceRow row : rows) {
            from = Math.min(from, effect(row).low());
            to = Math.max(to, effect(row).high());
        }
        Scale scale = new Scale(place(from, ratio), place(to, ratio), ratio);
        int height = ROW * (rows.size() + 2);
        String outcome = String.valueOf(rows.getFirst().outcome());
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg class=\"forest\" role=\"img\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">",
                        WIDTH,
                        height));
        svg.append("<title>")
                .append(escaped(first.measure() + ": " + outcome))
                .append("</title><desc>");
        for (EvidenceRow row : rows) {
            svg.append(escaped(name(row) + ": " + figures(effect(row)) + ". "));
        }
        svg.append("</desc>");
        double none = scale.x(first.none());
        svg.append(line(none, ROW / 2.0, none, height - ROW, "none"));
        for (int i = 0; i < rows.size(); i++) {
            Effect effect = effect(rows.get(i));
            double y = ROW * (i + 1);
            svg.append(text(0, y + 5, "start", name(rows.get(i))));
            svg.append(line(scale.x(effect.low()), y, scale.x(effect.high()), y, "interval"));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect class=\"estimate\" x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\"/>",
                            scale.x(effect.estimate()) - 4,
                            y - 4));
            svg.append(text(WIDTH, y + 5, "end", figures(effect)));
        }
        svg.append(text(none, height - 6.0, "middle", ratio ? "1: no effect" : "0: no effect"));
        return new ForestPicture(outcome, svg.append("</svg>").toString());
    }

    /// Where a figure stands on the line; ratios on a logarithmic one, so that half and double are as
    /// far from no effect.
    private record Scale(double from, double to, boolean ratio) {
        double x(double value) {
            double room = WIDTH - NAMES - FIGURES - 20.0;
            double share = to == from ? 0.5 : (place(value, ratio) - from) / (to - from);
            return NAMES + 10 + share * room;
        }
    }

    private static double place(double value, boolean ratio) {
        return ratio ? Math.log(value) : value;
    }

    private static Effect effect(EvidenceRow row) {
        return java.util.Objects.requireNonNull(row.effect());
    }

    static String figures(Effect effect) {
        return effect.measure()
                + " "
                + figure(effect.estimate())
                + " ("
                + figure(effect.low())
                + " to "
                + figure(effect.high())
                + ")";
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private static String name(EvidenceRow row) {
        var reference = row.reference();
        String who =
                reference.authors().isEmpty()
                        ? reference.issuer() == null ? reference.title() : reference.issuer()
                        : reference.authors().getFirst();
        String cut = who.length() > LONGEST_NAME ? who.substring(0, LONGEST_NAME - 1) + "…" : who;
        return "["
                + reference.mark()
                + "] "
                + cut
                + (reference.year() == null ? "" : " " + reference.year());
    }

    private static String line(double x1, double y1, double x2, double y2, String kind) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                escaped(words));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
