package oropos.appraisal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Compared.Way;

/// Which way the numbers of a clause go: a test, a ratio with its interval, an efficacy, a share for each
/// arm.
final class ComparedNumbers {

    /// A test that fails by convention.
    private static final double LEVEL = .05;

    private static final Pattern P =
            Pattern.compile(
                    "\\bp(?:[ -]?values?)?(?: for \\w+)? ?(?:of |was |were )?([<>=\u2264\u2265]|less than|is)? ?(0?\\.\\d+)");

    private static final Pattern EITHER =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?) ?(?:%|percent)?[^;]{0,45}?(?:\\bvs\\.?|\\bversus|\\bcompared (?:with|to)|\\bagainst) (?:the |an? |in |only )*(\\d+(?:\\.\\d+)?) ?%?");

    private static final Pattern RATIO =
            Pattern.compile(
                    "\\b(a?rr|a?or|a?hr|irr|pr|(?:relative|risk|odds|hazard|rate|prevalence|incidence)[ -](?:risks?|ratios?))\\b[^0-9]{0,40}(\\d*\\.\\d+|\\d)[^0-9]{1,25}(?:9[059][.0-9]* ?%[^0-9]{0,12})?(\\d*\\.\\d+|\\d+)(?: ?(?:to|,|-|;) ?)(\\d*\\.\\d+|\\d+)");

    private static final Pattern EFFICACY =
            Pattern.compile(
                    "\\b(?:efficacy|effectiveness|protection)\\b[^0-9;-]{0,50}?(-?\\d+(?:\\.\\d+)?) ?%(?:[^0-9-]{0,30}9[059] ?%[^0-9-]{0,20}(-?\\d+(?:\\.\\d+)?))?");

    private ComparedNumbers() {}

    /// The first behind the outcome, else the last before it.
    static @Nullable Double p(String part, int focus) {
        Matcher matcher = P.matcher(part);
        Double found = null;
        while (matcher.find()) {
            double value = Double.parseDouble(matcher.group(2));
            String sign = matcher.group(1) == null ? "=" : matcher.group(1);
            double read =
                    sign.equals(">") || sign.equals("\u2265")
                            ? Math.max(value, LEVEL + .001)
                            : sign.equals("<") && value <= LEVEL ? value - .0001 : value;
            found = read;
            if (matcher.start() > focus) {
                return found;
            }
        }
        return found;
    }

    /// Whether a test found a difference; null where none is told.
    static @Nullable Boolean differs(@Nullable Double p) {
        return p == null ? null : p < LEVEL;
    }

    /// A ratio with its interval, as it stands: of the arm named first.
    static @Nullable Way ratio(String part, int focus) {
        Matcher ratio = RATIO.matcher(part);
        if (!ratio.find(focus) && !ratio.find(0)) {
            return null;
        }
        double value = Double.parseDouble(ratio.group(2));
        double low = Double.parseDouble(ratio.group(3));
        double high = Double.parseDouble(ratio.group(4));
        if (low > value || value > high) {
            return null;
        }
        return low <= 1 && high >= 1 ? Way.NO_DIFFERENCE : value < 1 ? Way.LOWER : Way.HIGHER;
    }

    /// An efficacy against the outcome: above nothing it means less of it.
    static @Nullable Way efficacy(String part) {
        Matcher efficacy = EFFICACY.matcher(part);
        if (!efficacy.find()) {
            return null;
        }
        String low = efficacy.group(2);
        boolean none =
                Double.parseDouble(efficacy.group(1)) <= 0
                        || (low != null && Double.parseDouble(low) <= 0);
        return none ? Way.NO_DIFFERENCE : Way.LOWER;
    }

    /// A number for each arm.
    static @Nullable Way counted(String part, List<ComparedArms.Named> named) {
        Matcher either = EITHER.matcher(part);
        Double first = null;
        Double second = null;
        boolean oneFirst = true;
        if (either.find()) {
            Boolean order = oneFirst(either, named);
            if (order == null) {
                return null;
            }
            oneFirst = order;
            first = Double.valueOf(either.group(1));
            second = Double.valueOf(either.group(2));
        } else {
            for (boolean before : new boolean[] {true, false}) {
                first = beside(part, named, true, before);
                second = beside(part, named, false, before);
                if (first != null && second != null) {
                    break;
                }
            }
        }
        if (first == null || second == null || first.equals(second)) {
            return null;
        }
        boolean higher = oneFirst == first > second;
        return higher ? Way.HIGHER : Way.LOWER;
    }

    /// Whether of two numbers the first is that of the first arm: by the arm that stands between it and
    /// the word that parts them, behind the second, or before both.
    private static @Nullable Boolean oneFirst(Matcher either, List<ComparedArms.Named> named) {
        int parted = either.start(2) - 1;
        Matcher versus = VERSUS.matcher(either.group());
        if (versus.find()) {
            parted = either.start() + versus.start();
        }
        Boolean before = null;
        for (ComparedArms.Named arm : named) {
            if (arm.start() > either.end(1) && arm.start() < parted) {
                return arm.one();
            }
            if (arm.start() >= parted) {
                return before == null ? !arm.one() : before;
            }
            if (before == null) {
                before = arm.one();
            }
        }
        return before;
    }

    private static final Pattern VERSUS =
            Pattern.compile("\\bvs\\.?|\\bversus|\\bcompared (?:with|to)|\\bagainst");

    private static final Pattern SHARE_BEFORE =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?) ?%[\\])]*(?: (?:of|in|with|for|among|on|after|receiving|given|the|those|patients|children|women|participants|subjects|infants|people|who|received|assigned|to|were|had)){1,6} $");

    private static final Pattern SHARE_AFTER =
            Pattern.compile(
                    "^(?:[ ,:(\\[-]+(?:group|arm|recipients|patients|had|was|were|showed|an?|the|incidence|rate|of|median|mean|\\d+|/|n ?=))*[ ,:(\\[-]*(\\d+(?:\\.\\d+)?) ?%");

    /// The share that stands right before an arm ("5.9% in the A group"), or right behind it.
    private static @Nullable Double beside(
            String part, List<ComparedArms.Named> named, boolean one, boolean before) {
        for (ComparedArms.Named arm : named) {
            if (arm.one() != one) {
                continue;
            }
            Matcher share =
                    before
                            ? SHARE_BEFORE.matcher(part.substring(0, arm.start()))
                            : SHARE_AFTER.matcher(part.substring(arm.end()));
            if (share.find()) {
                return Double.valueOf(share.group(1));
            }
        }
        return null;
    }
}
