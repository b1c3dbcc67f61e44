package oropos.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;

/// The ages of the people a study enrolled, as its words state them.
///
/// Only bounds and ranges count ("aged 4 to 19 years", "60 years or older"); a mean age is no range,
/// and a follow-up of 10 years is no age, so every pattern needs a word of age beside the number.
final class StatedAges {

    private static final String N = "(\\d{1,3}(?:\\.\\d)?)";
    private static final String UNIT = "[- ]?(years?|yrs?|y|months?|mo|weeks?|wk|days?)?\\b";
    private static final String TO = "\\s?(?:-|\u2013|\u2014|to|through|and|until)\\s?";

    private static final List<Pattern> RANGES =
            List.of(
                    p(
                            "\\bage[ds]?(?: range)?(?: of| from| between| were| was|,|:)*\\s+"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + UNIT),
                    p(
                            "\\b(?:age|ages|aged)\\b(?:[^.;()]|\\.\\d){0,25}\\(?(?:range|ranging from|ranged from),?\\s?:?\\s?"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + UNIT),
                    p(
                            "\\bage[d]?(?:[^.;]|\\.\\d){0,50}\\brange[d]?,?(?: from)?\\s?:?\\s?"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + UNIT),
                    p(
                            "\\b(?:between|from)\\s"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + "[- ](years?|months?)(?: of age|[- ]old)"),
                    p(
                            "\\b"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + "[- ]?(years?|yrs?|y|months?|weeks?|days?)(?: of age|[- ]olds?)\\b"),
                    p(
                            "\\b(?:children|adolescents|boys|girls|women|men|adults|patients|participants|infants)"
                                    + " \\(?"
                                    + N
                                    + UNIT
                                    + TO
                                    + N
                                    + "[- ](years?|months?)\\b"));

    private static final List<Pattern> LOWER =
            List.of(
                    p(
                            "\\bage[ds]?(?: of)?\\s?(?:\u2265|>=?|>|over|above|at least|older than)\\s?"
                                    + N
                                    + UNIT),
                    p(
                            "\\bage[ds]?(?: of)?\\s"
                                    + N
                                    + UNIT
                                    + "\\s?(?:and|or)\\s(?:over|older|above|more|up)"),
                    p(
                            "\\b(?:age[ds]?|adults?|patients|children|women|men|participants|subjects"
                                    + "|people|individuals|persons)\\b[^.;]{0,15}(?:\u2265|>=)\\s?"
                                    + N
                                    + "[- ]?(years?|yrs?|y|months?)\\b"),
                    p("(?:\u2265|>=)\\s?" + N + "[- ]?(years?|months?)(?: of age|[- ]old)\\b"),
                    p(
                            "\\b"
                                    + N
                                    + "[- ](years?|months?)(?: of age)?(?: and| or) (?:older|over|above)\\b"),
                    p(
                            "\\b(?:adults|women|men|patients|people|participants|persons|individuals|residents)"
                                    + " (?:aged )?(?:over|above|older than|at least) (?:the age of )?"
                                    + N
                                    + "(?!\\s?(?:years?|yrs?|months?|weeks?|days?)?\\s?(?:ago|later|apart|of (?!age)))"
                                    + UNIT));

    private static final List<Pattern> UPPER =
            List.of(
                    p(
                            "\\bage[ds]?(?: of)?\\s?(?:<|\u2264|<=|under|below|younger than|up to|less than)\\s?"
                                    + N
                                    + UNIT),
                    p(
                            "\\b(?:children|infants|patients|participants|people|those|adolescents|individuals)"
                                    + " (?:aged )?(?:under|below|younger than|up to|less than|<)\\s?(?:the age of )?"
                                    + N
                                    + "[- ]?(years?|months?|weeks?)\\b"),
                    p(
                            "\\b(?:under|below|younger than)\\s"
                                    + N
                                    + "[- ](years?|months?)(?: of age|[- ]old)"));

    private static final List<String> SMALL =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    private static final Pattern UNDER =
            p(
                    "\\b(under|below|younger than)[- ](?:the age of )?(two|three|four|five|six|seven|eight|nine"
                            + "|ten|eleven|twelve)\\b(?: years?)?(?! months| weeks| days)");

    private static final Pattern EXACT =
            p("\\b" + N + "[- ](years?|months?|weeks?|days?)[- ]old\\b");

    private StatedAges() {}

    private static Pattern p(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /// The first range or bound the text states.
    static Optional<AgeRange> in(String words) {
        String text = UNDER.matcher(words).replaceAll(StatedAges::figures);
        for (Pattern pattern : RANGES) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Optional<AgeRange> range = range(matcher);
                if (range.isPresent()) {
                    return range;
                }
            }
        }
        Optional<Age> lower = bound(LOWER, text);
        Optional<Age> upper = bound(UPPER, text);
        if (lower.isEmpty() && upper.isEmpty()) {
            return Optional.empty();
        }
        Age from = lower.orElse(Age.years(0));
        Age to = upper.map(StatedAges::before).orElse(Age.years(AgeRange.OPEN_END));
        return to.lastDay() < from.firstDay()
                ? Optional.empty()
                : Optional.of(new AgeRange(from, to));
    }

    /// "Under five" in figures, with the unit it means.
    private static String figures(MatchResult under) {
        int age = SMALL.indexOf(under.group(2).toLowerCase(Locale.ROOT));
        return under.group(1) + " " + age + " years";
    }

    /// The one age of the person of a case report.
    static Optional<Age> exact(String text) {
        Matcher matcher = EXACT.matcher(text);
        return matcher.find() ? age(matcher.group(1), matcher.group(2)) : Optional.empty();
    }

    private static Optional<AgeRange> range(Matcher matcher) {
        String toUnit = matcher.group(4);
        String fromUnit = matcher.group(2) == null ? toUnit : matcher.group(2);
        Optional<Age> from = age(matcher.group(1), fromUnit);
        Optional<Age> to = age(matcher.group(3), toUnit);
        if (from.isEmpty() || to.isEmpty() || to.get().lastDay() < from.get().firstDay()) {
            return Optional.empty();
        }
        return Optional.of(new AgeRange(from.get(), to.get()));
    }

    private static Optional<Age> bound(List<Pattern> patterns, String text) {
        List<Age> found = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                age(matcher.group(1), matcher.group(2)).ifPresent(found::add);
            }
        }
        return found.stream().findFirst();
    }

    /// "Under 18" ends at 17: whole years are counted down by one, other ages stay as written.
    private static Age before(Age age) {
        return age.unit() == Age.Unit.YEAR && age.value().intValue() > 0
                ? Age.years(age.value().intValue() - 1)
                : age;
    }

    private static Optional<Age> age(String number, @Nullable String unit) {
        BigDecimal value = new BigDecimal(number);
        Age.Unit in = unit(unit);
        boolean years = in == Age.Unit.YEAR;
        return years && value.intValue() > AgeRange.OPEN_END
                ? Optional.empty()
                : Optional.of(new Age(value, in));
    }

    private static Age.Unit unit(@Nullable String word) {
        String lower = word == null ? "" : word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mo")) {
            return Age.Unit.MONTH;
        }
        if (lower.startsWith("w")) {
            return Age.Unit.WEEK;
        }
        return lower.startsWith("d") ? Age.Unit.DAY : Age.Unit.YEAR;
    }
}
