package oropos.question;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A drug or an illness that was told and is called another one: "not tamoxifen, anastrozole", "I'm on sertraline
/// not citalopram", "no, not asthma, viral wheeze". Only where one of the two was told before and nothing is asked.
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
    /// @param taken ids of the drugs told as taken
    static List<String> in(String text, Said now, Said then, Set<String> taken) {
        Matcher not = NOT_THIS.matcher(text);
        Matcher that = THAT_NOT.matcher(text);
        List<String> items = not.find() ? of(not.group(1), not.group(2), now, then) : List.of();
        if (items.isEmpty() && that.find()) {
            items = of(that.group(2), that.group(1), now, then);
        }
        Matcher alone = NOT.matcher(text);
        return items.isEmpty() && alone.find() ? without(alone.group(1), then, taken) : items;
    }

    /// "He's not on warfarin"
    private static List<String> without(String wrong, Said then, Set<String> taken) {
        Finding drug = told(wrong, then.drugs());
        Finding illness = told(wrong, then.problems());
        return drug != null && taken.contains(drug.id())
                ? List.of("not about " + drug.words())
                : illness != null ? List.of("does not have " + illness.words()) : List.of();
    }

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?i)\\b(?:alone|only|just|too|also|as well|both|yet|any ?more|but|and|or|with)\\b");

    private static List<String> of(String wrong, String right, Said now, Said then) {
        if (BESIDE.matcher(right).find()) {
            return List.of();
        }
        Finding drug = told(wrong, then.drugs());
        if (drug != null && names(right, now.drugs(), drug)) {
            return List.of("not about " + drug.words());
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

    private static boolean names(String words, List<Finding> findings, Finding old) {
        return findings.stream()
                .anyMatch(one -> !one.id().equals(old.id()) && words.contains(one.words()));
    }
}
