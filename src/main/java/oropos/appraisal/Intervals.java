package oropos.appraisal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Confidence intervals in the words of a passage.
///
/// A ratio's interval holds no effect when it holds 1, a difference's when it holds 0. Which of the
/// two an interval belongs to is read from the words before it; where these do not say, it is passed
/// over, because a wrong step would be worse than a missing one that a reviewer sees is missing.
final class Intervals {

    private static final String NUMBER = "([-\u2212\u2013]?\\d+(?:\\.\\d+)?)";

    private static final Pattern INTERVAL =
            Pattern.compile(
                    "(?:\\bCI\\b|confidence intervals?)[^0-9\u2212-]{0,12}"
                            + NUMBER
                            + "\\s?%?\\s?(?:to|,|;|\u2013|-|\u2014)\\s?"
                            + NUMBER);

    /// Ratios are in the first group, differences in the second.
    private static final Pattern MEASURE =
            Pattern.compile(
                    "\\b(?:(a?RR|a?OR|a?HR|IRR|[Rr](?:isk|ate) ratio|[Oo]dds ratio|[Hh]azard ratio"
                            + "|[Rr]elative risk)|(MD|SMD|WMD|RD|ARR|[Dd]ifference))\\b");

    /// How far before an interval its measure is looked for, in characters.
    private static final int REACH = 90;

    private Intervals() {}

    /// Whether the text gives intervals and each of them holds no effect.
    static boolean allCrossNoEffect(String text) {
        Matcher matcher = INTERVAL.matcher(text);
        boolean found = false;
        while (matcher.find()) {
            double none = noEffect(text, Math.max(0, matcher.start() - REACH), matcher.start());
            if (Double.isNaN(none)) {
                continue;
            }
            if (number(matcher.group(1)) > none || number(matcher.group(2)) < none) {
                return false;
            }
            found = true;
        }
        return found;
    }

    /// What the last measure named in a stretch of the text is where there is no effect: 1 for a
    /// ratio, 0 for a difference, NaN where none is named.
    private static double noEffect(String text, int from, int to) {
        Matcher matcher = MEASURE.matcher(text).region(from, to);
        double none = Double.NaN;
        while (matcher.find()) {
            none = matcher.group(1) == null ? 0 : 1;
        }
        return none;
    }

    private static double number(String words) {
        return Double.parseDouble(words.replace('\u2212', '-').replace('\u2013', '-'));
    }
}
