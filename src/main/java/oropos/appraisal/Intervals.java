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

    private static final Pattern RATIO =
            Pattern.compile(
                    "\\b(?:RR|OR|HR|aOR|aHR|aRR|IRR)\\b|(?i:risk ratio|odds ratio|hazard ratio|rate"
                            + " ratio|relative risk)");

    private static final Pattern DIFFERENCE =
            Pattern.compile("\\b(?:MD|SMD|WMD|RD|ARR)\\b|(?i:difference)");

    /// How far before an interval its measure is looked for, in characters.
    private static final int REACH = 90;

    private Intervals() {}

    /// Whether the text gives intervals and each of them holds no effect.
    static boolean allCrossNoEffect(String text) {
        Matcher matcher = INTERVAL.matcher(text);
        boolean found = false;
        while (matcher.find()) {
            String before = text.substring(Math.max(0, matcher.start() - REACH), matcher.start());
            int ratio = last(RATIO, before);
            int difference = last(DIFFERENCE, before);
            if (ratio < 0 && difference < 0) {
                continue;
            }
            double low = number(matcher.group(1));
            double high = number(matcher.group(2));
            double none = ratio > difference ? 1 : 0;
            if (low > none || high < none) {
                return false;
            }
            found = true;
        }
        return found;
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at;
    }

    private static double number(String words) {
        return Double.parseDouble(words.replace('\u2212', '-').replace('\u2013', '-'));
    }
}
