package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An illness that was told and is called another one: "no, not asthma, viral wheeze". Only where it was told before
/// and nothing is asked. A drug told wrongly is not taken out: what else is taken went with it.
final class ToldWrong {

    private static final String LEAD =
            "(?i)^(?:(?:sorry|actually|no|oops|wait|correction|typo|i meant?|i mean|it['\u2019]?s|its|it is|that['\u2019]?s)[,.:;]? +){0,4}(?:(?:he|she|they|i|pt|patient)(?:['\u2019]?s|['\u2019]?m|['\u2019]?re| is| am| are| was)? ?(?:on |taking |takes? |has )?)?";

    private static final String NAME = "([\\p{L}\\d][\\p{L}\\d '\u2019-]{2,40}?)";

    private static final Pattern NOT_THIS =
            Pattern.compile(
                    LEAD
                            + "not (?:on |taking )?"
                            + NAME
                            + "(?:[,;.] *| (?=but |rather |it['\u2019]?s |she['\u2019]?s |he['\u2019]?s |i['\u2019]?m ))(?:but |rather |just |only |it['\u2019]?s |she['\u2019]?s |he['\u2019]?s |i['\u2019]?m |on ){0,3}"
                            + NAME
                            + "[.!]*$");

    private static final Pattern THAT_NOT =
            Pattern.compile(LEAD + NAME + ",? (?:and )?not " + NAME + "[.!]*$");

    private static final Pattern NOT =
            Pattern.compile(LEAD + "not (?:on |taking )?" + NAME + "[.!]*$");

    private ToldWrong() {}

    /// What is corrected by it; empty where nothing told is called another.
    ///
    static List<String> in(String text, Said now, Said then) {
        Matcher not = NOT_THIS.matcher(text);
        Matcher that = THAT_NOT.matcher(text);
        List<String> items = not.find() ? of(not.group(1), not.group(2), now, then) : List.of();
        if (items.isEmpty() && that.find()) {
            items = of(that.group(2), that.group(1), now, then);
        }
        Matcher alone = NOT.matcher(text);
        return items.isEmpty() && alone.find() ? without(alone.group(1), then) : items;
    }

    private static List<String> without(String wrong, Said then) {
        Finding illness = told(wrong, then.problems());
        return illness != null ? List.of("does not have " + illness.words()) : List.of();
    }

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?i)\\b(?:alone|only|just|too|also|as well|both|yet|any ?more|but|and|or|with)\\b");

    private static List<String> of(String wrong, String right, Said now, Said then) {
        if (BESIDE.matcher(right).find()) {
            return List.of();
        }
        Finding illness = told(wrong, then.problems());
        if (illness == null) {
            return List.of();
        }
        return now.problems().stream()
                .filter(one -> !one.id().equals(illness.id()) && right.contains(one.words()))
                .findFirst()
                .map(one -> List.of("does not have " + illness.words(), "has " + one.words()))
                .orElse(List.of());
    }

    /// The one told that is called so and nothing more.
    private static @Nullable Finding told(String words, List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.words().equalsIgnoreCase(words.strip()))
                .findFirst()
                .orElse(null);
    }
}
