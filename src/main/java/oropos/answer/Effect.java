package oropos.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An effect with its interval, as a sentence tells it.
///
/// Only what is written out whole is read: a measure by name, its estimate, and an interval called one.
/// An estimate outside its interval is a misreading and is left alone.
///
/// @param words the stretch of the sentence it was read from
/// @param measure RR, OR, HR, IRR, MD, SMD or RD
/// @param none where there is no effect: 1 for ratios, 0 for differences
public record Effect(
        String words, String measure, double estimate, double low, double high, double none) {

    private static final String NUMBER = "([-\u2212\u2013]?\\d+(?:\\.\\d+)?)";

    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\b(?:(adjusted )?(risk ratios?|relative risks?|odds ratios?|hazard ratios?|rate ratios?|(?:standardi[sz]ed |weighted )?mean differences?|risk differences?)|(a?RR|a?OR|a?HR|IRR|SMD|WMD|MD|RD))\\b"
                            + "[^0-9\u2212-]{0,24}"
                            + NUMBER
                            + "[^0-9]{0,12}9[059] ?%? ?(?:CI|confidence intervals?|CrI|credible intervals?)[^0-9\u2212-]{0,6}"
                            + NUMBER
                            + " ?(?:to|,|;|\u2013|-|\u2014) ?"
                            + NUMBER,
                    Pattern.CASE_INSENSITIVE);

    /// The first effect a text tells.
    public static Optional<Effect> in(String text) {
        Matcher matcher = WHOLE.matcher(text);
        while (matcher.find()) {
            String measure = name(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            double estimate = number(matcher.group(4));
            double low = number(matcher.group(5));
            double high = number(matcher.group(6));
            boolean ratio = measure.endsWith("R");
            if (low <= estimate && estimate <= high && (!ratio || low > 0)) {
                return Optional.of(
                        new Effect(matcher.group(), measure, estimate, low, high, ratio ? 1 : 0));
            }
        }
        return Optional.empty();
    }

    private static String name(String words) {
        String low = words.toLowerCase(Locale.ROOT);
        if (low.contains("rate ratio") || low.equals("irr")) {
            return "IRR";
        }
        if (low.contains("odds") || low.endsWith("or")) {
            return "OR";
        }
        if (low.contains("hazard") || low.endsWith("hr")) {
            return "HR";
        }
        if (low.startsWith("standard") || low.equals("smd")) {
            return "SMD";
        }
        if (low.contains("mean difference") || low.equals("md") || low.equals("wmd")) {
            return "MD";
        }
        return low.contains("difference") || low.equals("rd") ? "RD" : "RR";
    }

    private static double number(String words) {
        return Double.parseDouble(words.replace('\u2212', '-').replace('\u2013', '-'));
    }
}
