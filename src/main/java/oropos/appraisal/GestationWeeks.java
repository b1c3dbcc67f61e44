package oropos.appraisal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Conditions that are weeks of pregnancy and nothing else ("24 weeks of gestation or after", "before 24
/// weeks of gestation", "24 to 28 weeks of pregnancy"), held against the weeks a question tells.
final class GestationWeeks {

    private static final String OF = "\\s*weeks?(?:'|’)?\\s+(?:of\\s+)?(?:gestation|pregnancy)";

    private static final Pattern FROM =
            Pattern.compile(
                    "(?:at\\s+)?(\\d{1,2})"
                            + OF
                            + "\\s+(?:or|and)\\s+(?:after|later|more|beyond)"
                            + "|(?:after|from)\\s+(\\d{1,2})"
                            + OF);

    private static final Pattern BEFORE =
            Pattern.compile("(?:before|until|up to|less than)\\s+(\\d{1,2})" + OF);

    private static final Pattern BETWEEN =
            Pattern.compile("(?:between\\s+)?(\\d{1,2})\\s*(?:to|-|–|and)\\s*(\\d{1,2})" + OF);

    private static final Pattern TOLD = Pattern.compile("(\\d{1,2})\\s*weeks?");

    private GestationWeeks() {}

    /// Whether it holds in that week, or empty where the condition is something else or no week is told.
    static Optional<Boolean> holds(String condition, @Nullable String told) {
        Matcher week = TOLD.matcher(told == null ? "" : told);
        if (!week.matches()) {
            return Optional.empty();
        }
        int now = Integer.parseInt(week.group(1));
        String asked = condition.strip().toLowerCase(Locale.ROOT);
        Matcher from = FROM.matcher(asked);
        if (from.matches()) {
            String first = from.group(1) == null ? from.group(2) : from.group(1);
            return Optional.of(now >= Integer.parseInt(first));
        }
        Matcher before = BEFORE.matcher(asked);
        if (before.matches()) {
            return Optional.of(now < Integer.parseInt(before.group(1)));
        }
        Matcher between = BETWEEN.matcher(asked);
        return between.matches()
                ? Optional.of(
                        now >= Integer.parseInt(between.group(1))
                                && now <= Integer.parseInt(between.group(2)))
                : Optional.empty();
    }
}
