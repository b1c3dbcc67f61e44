package oropos.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number of the question before that a turn puts right: "sorry 6 not 7", "my mistake, 24 weeks".
///
/// The question is asked again with the new number in the place of the old one, and everything said with it
/// still holds. Only where the turn says nothing else and the old number stands in the question once.
final class Renumbered {

    private static final String SORRY =
            "(?:(?:sorry|oops|actually|correction|typo|wait|no|my mistake|i meant?|it(?:['\u2019]s| is| was)|(?:s?he|they)(?:['\u2019]s| is))[,:;.]? *){0,3}";

    private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";

    private static final String UNIT =
            "(?: ?(mg|mcg|\u00b5g|g|ml|mls|kg|cm|mmol|units?|years?|months?|weeks?|days?|hours?|times))?(?: (?:old|ago|a day|pregnant))?";

    private static final String LATE = "[,.]? *(?:sorry|actually|typo|my mistake|i meant?)?\\W*$";

    /// "6 not 7"
    private static final Pattern NOT =
            Pattern.compile("(?i)^" + SORRY + NUMBER + UNIT + ",? not " + NUMBER + UNIT + LATE);

    /// "not 7 but 6"
    private static final Pattern BUT =
            Pattern.compile(
                    "(?i)^"
                            + SORRY
                            + "not "
                            + NUMBER
                            + UNIT
                            + "(?:,| but)+ "
                            + NUMBER
                            + UNIT
                            + LATE);

    /// "my mistake, 24 weeks", "she's 16 weeks, typo"
    private static final Pattern ALONE = Pattern.compile("(?i)^" + SORRY + NUMBER + UNIT + LATE);

    private Renumbered() {}

    /// The question before with the number put right; nothing where the turn says anything else.
    static Optional<String> in(String last, String turn) {
        Matcher not = NOT.matcher(turn);
        if (not.find()) {
            return sameUnit(not.group(2), not.group(4))
                    ? replaced(last, not.group(3), not.group(1))
                    : Optional.empty();
        }
        Matcher but = BUT.matcher(turn);
        if (but.find()) {
            return sameUnit(but.group(2), but.group(4))
                    ? replaced(last, but.group(1), but.group(3))
                    : Optional.empty();
        }
        Matcher alone = ALONE.matcher(turn);
        return alone.find() && alone.group(2) != null && ChangedFacts.isCorrection(turn)
                ? ofUnit(last, alone.group(1), alone.group(2))
                : Optional.empty();
    }

    /// "6 months, not 6 years" puts right what the number counts.
    private static boolean sameUnit(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equalsIgnoreCase(other);
    }

    private static Optional<String> replaced(String last, String old, String number) {
        return only(last, "(?<![\\d.,])(" + Pattern.quote(old) + ")(?![\\d]|[.,]\\d)", number);
    }

    private static Optional<String> ofUnit(String last, String number, String unit) {
        String one = Pattern.quote(unit.replaceFirst("(?<=.)s$", ""));
        return only(last, "(?i)(?<![\\d.,])" + NUMBER + "(?= ?-?" + one + "s?\\b)", number);
    }

    private static Optional<String> only(String last, String pattern, String number) {
        List<MatchResult> found = Pattern.compile(pattern).matcher(last).results().toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        MatchResult old = found.getFirst();
        return Optional.of(last.substring(0, old.start(1)) + number + last.substring(old.end(1)));
    }
}
