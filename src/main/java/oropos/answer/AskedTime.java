package oropos.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time within which something is asked to have happened, if one is told: how many had a fracture within
/// six years is not told by how many had one on the day an illness was found.
///
/// @param months the times told in the question; none where it tells none
record AskedTime(Set<Integer> months) {

    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");

    private static final String SPAN =
            "(?:(?<number>\\d{1,3}|"
                    + String.join("|", NUMBERS)
                    + ")|first)[ -](?<unit>years?|yrs?|months?|mths?)\\b";

    private static final Pattern TOLD =
            Pattern.compile(
                    "\\b(?:within|over|after|in|for|during|following|by)(?: the)?(?: first| next)? "
                            + SPAN
                            + "(?! olds?\\b| of age\\b|-olds?\\b)");

    private static final Pattern ANY = Pattern.compile("\\b" + SPAN);

    /// @param asking what asks, in lower case
    static AskedTime of(String asking) {
        return new AskedTime(in(asking, TOLD));
    }

    boolean isToldIn(String text) {
        return months.isEmpty() || in(text.toLowerCase(Locale.ROOT), ANY).containsAll(months);
    }

    private static Set<Integer> in(String text, Pattern pattern) {
        Set<Integer> all = new HashSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String number = found.group("number");
            int count =
                    number == null
                            ? 1
                            : Character.isDigit(number.charAt(0))
                                    ? Integer.parseInt(number)
                                    : NUMBERS.indexOf(number);
            all.add(found.group("unit").startsWith("y") ? 12 * count : count);
        }
        return all;
    }
}
