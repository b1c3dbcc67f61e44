package oropos.terminology;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers and units of age as they are written: "8", "eight", "thirty-two"; "yrs", "mo", "wk".
final class AgeWords {

    private static final String[] SMALL = {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final Map<String, Integer> VALUES = values();

    /// A number of at most three digits before its decimals.
    static final String NUMBER =
            "(?:\\d{1,3}(?:\\.\\d{1,2})?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
                    + "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\\b)?"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
                    + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";

    static final String UNIT =
            "(?:years?|yrs?\\.?|y|months?|mths?|mos?|weeks?|wks?|days?|d)(?![a-z0-9])'?";

    private AgeWords() {}

    static Optional<Age> age(@Nullable String number, @Nullable String unit) {
        if (number == null) {
            return Optional.empty();
        }
        BigDecimal value = value(number);
        Age.Unit in = unit(unit);
        Age age = new Age(value, in);
        return age.inYears() > AgeRange.OPEN_END ? Optional.empty() : Optional.of(age);
    }

    static BigDecimal value(String number) {
        String lower = number.toLowerCase(Locale.ROOT).replace('-', ' ');
        if (Character.isDigit(lower.charAt(0))) {
            return new BigDecimal(lower);
        }
        int sum = 0;
        for (String word : lower.split(" ")) {
            sum += VALUES.getOrDefault(word, 0);
        }
        return BigDecimal.valueOf(sum);
    }

    /// The unit of a word; years where there is none.
    static Age.Unit unit(@Nullable String word) {
        if (word == null) {
            return Age.Unit.YEAR;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower.charAt(0)) {
            case 'm' -> Age.Unit.MONTH;
            case 'w' -> Age.Unit.WEEK;
            case 'd' -> Age.Unit.DAY;
            default -> Age.Unit.YEAR;
        };
    }

    /// An age of a table, `18 mo`.
    static Age ofTable(Tables.Row row, int column) {
        Matcher parts = Pattern.compile("(\\d+) (d|wk|mo|a)").matcher(row.cell(column));
        if (!parts.matches()) {
            throw row.wrong("an age is a number and one of d, wk, mo, a");
        }
        for (Age.Unit unit : Age.Unit.values()) {
            if (unit.ucum().equals(parts.group(2))) {
                return new Age(new BigDecimal(parts.group(1)), unit);
            }
        }
        throw row.wrong("no such unit of age");
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new TreeMap<>();
        for (int i = 0; i < SMALL.length; i++) {
            values.put(SMALL[i], i + 1);
        }
        for (int i = 0; i < TENS.length; i++) {
            values.put(TENS[i], (i + 2) * 10);
        }
        return values;
    }
}
