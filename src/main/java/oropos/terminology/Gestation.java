package oropos.terminology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Weeks of pregnancy, and the ages of preterm infants counted from it.
final class Gestation {

    private static final String WEEKS = "(?<n1>\\d{1,2})(?:\\s?\\+\\s?\\d|\\.\\d|\\s\\d/7)?";
    private static final String TO =
            "(?:\\s?(?:-|to|and)\\s?(?<n2>\\d{1,2})(?:\\s?\\+\\s?\\d|\\.\\d)?)?";
    private static final String UNIT =
            "[ -]?(?:completed\\s)?(?:weeks?|wks?|w)(?![a-z])'?(?:\\s?\\d\\s?d(?:ays)?)?";
    private static final Pattern AFTER =
            of(
                    "(?<op><|>|\u2264|\u2265|\\b(?:under|before|less than|after|over)\\s)?\\s?"
                            + WEEKS
                            + TO
                            + UNIT
                            + "(?:\\s(?:of|in))?[ -](?:gestation(?:al)?(?:\\sage)?|pregnan\\w*|postmenstrual(?:\\sage)?"
                            + "|post-menstrual(?:\\sage)?|postconceptional(?:\\sage)?|GA|PMA|amenorrh\\w*|gravid\\w*)\\b");
    private static final Pattern BEFORE =
            of(
                    "\\b(?:gestational\\sage|gestation|postmenstrual\\sage|GA|PMA|EGA)(?:\\s(?:of|at\\s(?:birth|delivery)|was|is|between"
                            + "|from)|\\s?[:,=]){0,2}\\s?(?<op><|>|\u2264|\u2265|(?:less than|under|over|at least)\\s)?\\s?"
                            + WEEKS
                            + TO
                            + UNIT);
    private static final Pattern BORN =
            of(
                    "\\b(?:born|delivered|delivery|preterm|premature|prematurely|pregnant|pregnancy)(?:\\s\\w+)?\\s(?:at|before|after)\\s(?<op>)"
                            + WEEKS
                            + TO
                            + UNIT);

    /// "My wife is 5 months pregnant", "three months along", "20 weeks gone": no age either.
    private static final Pattern IN_MONTHS =
            of(
                    "(?<![\\w./-])(?:"
                            + AgeWords.NUMBER
                            + ")(?:\\s(?:and\\sa\\shalf|\\d/7))?[ -]?(?:months?|mths?|mos?|weeks?|wks?)(?:\\s(?:now|already))?[ -](?:pregnan\\w*|preg|preggers|along(?!\\swith)|gone|gravid\\w*|(?:in|into|of)\\s(?:(?:my|her|the|a|this)\\s)?pregnancy|with\\schild|expecting)\\b");

    /// A pregnancy does not last longer than this.
    private static final int MOST_WEEKS = 45;

    private Gestation() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// Where months of a pregnancy are told, or weeks in other words than those whose number is kept.
    static List<Span> inMonths(String text) {
        Plain plain = Plain.of(text);
        List<Span> found = new ArrayList<>();
        Matcher match = IN_MONTHS.matcher(plain.text());
        while (match.find()) {
            found.add(plain.span(match.start(), match.end()));
        }
        return found;
    }

    static List<Ages.Found> in(String text) {
        Plain plain = Plain.of(text);
        List<Ages.Found> found = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Pattern pattern : List.of(AFTER, BEFORE, BORN)) {
            Matcher match = pattern.matcher(plain.text());
            while (match.find()) {
                Span span = plain.span(match.start(), match.end());
                AgeRange range = range(match);
                int next = taken.nextSetBit(span.start());
                if (range != null && (next < 0 || next >= span.end())) {
                    taken.set(span.start(), span.end());
                    boolean exact = range.youngest().equals(range.oldest());
                    found.add(
                            new Ages.Found(
                                    range, exact ? range.youngest() : null, span, span.of(text)));
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return List.copyOf(found);
    }

    private static @Nullable AgeRange range(Matcher match) {
        Optional<Age> first = AgeWords.age(match.group("n1"), "wk");
        Optional<Age> last =
                match.group("n2") == null ? first : AgeWords.age(match.group("n2"), "wk");
        if (first.isEmpty()
                || last.isEmpty()
                || last.get().value().intValue() > MOST_WEEKS
                || last.get().lastDay() < first.get().firstDay()) {
            return null;
        }
        String sign =
                match.group("op") == null ? "" : match.group("op").strip().toLowerCase(Locale.ROOT);
        int week = first.get().value().intValue();
        return switch (sign) {
            case "<", "under", "before", "less than" -> week == 0 ? null : weeks(0, week - 1);
            case "\u2264" -> weeks(0, week);
            case ">", "after", "over", "\u2265", "at least" -> weeks(week, MOST_WEEKS);
            default -> new AgeRange(first.get(), last.get());
        };
    }

    private static AgeRange weeks(int first, int last) {
        return new AgeRange(
                new Age(BigDecimal.valueOf(first), Age.Unit.WEEK),
                new Age(BigDecimal.valueOf(last), Age.Unit.WEEK));
    }
}
