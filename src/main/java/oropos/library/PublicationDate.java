package oropos.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as bibliographic records write them. Only a date stated to the day is one; a month or a
/// season alone is left to the year.
public final class PublicationDate {

    private static final Pattern IN_WORDS =
            Pattern.compile("(?<!\\d)(\\d{4})\\s+([A-Za-z]{3,9})\\s+(\\d{1,2})(?!\\d)");

    private PublicationDate() {}

    /// @param month "3", "03", "Mar" or "March"
    public static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(year), month(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// The first day written as "2010 Feb 6" in a line of words.
    public static Optional<LocalDate> in(String words) {
        Matcher matcher = IN_WORDS.matcher(words);
        return matcher.find()
                ? of(matcher.group(1), matcher.group(2), matcher.group(3))
                : Optional.empty();
    }

    private static int month(String words) {
        if (words.matches("\\d{1,2}")) {
            return Integer.parseInt(words);
        }
        String lower = words.toLowerCase(Locale.ROOT);
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (lower.length() >= 3 && name.startsWith(lower)) {
                return month.getValue();
            }
        }
        throw new DateTimeException("not a month: " + words);
    }
}
