package oropos.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

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

    /// The first interval of a text that gives some, each of which holds no effect; with those of effects
    /// read as typed fields, which may stand without the word "CI" beside them.
    static Optional<Span> allHoldNoEffect(String text, List<StatedNumbers.Effect> effects) {
        Span first = null;
        Matcher matcher = INTERVAL.matcher(text);
        while (matcher.find()) {
            double none = noEffect(text, Math.max(0, matcher.start() - REACH), matcher.start());
            if (Double.isNaN(none)) {
                continue;
            }
            if (number(matcher.group(1)) > none || number(matcher.group(2)) < none) {
                return Optional.empty();
            }
            first = earlier(first, new Span(matcher.start(), matcher.end()));
        }
        for (StatedNumbers.Effect effect : effects) {
            double none = noEffect(effect.measure());
            if (Double.isNaN(none)) {
                continue;
            }
            if (effect.low().doubleValue() > none || effect.high().doubleValue() < none) {
                return Optional.empty();
            }
            first = earlier(first, effect.span());
        }
        return Optional.ofNullable(first);
    }

    private static Span earlier(@Nullable Span one, Span other) {
        return one == null || other.start() < one.start() ? other : one;
    }

    private static double noEffect(String measure) {
        return switch (measure) {
            case "odds ratio", "hazard ratio", "risk or rate ratio" -> 1;
            case "standardised difference", "difference", "risk difference" -> 0;
            default -> Double.NaN;
        };
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
