package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ages of people in a text.
public final class Ages {

    /// @param range what the words span
    /// @param exact the age where one was stated, or null
    /// @param span where it stands
    /// @param words as written
    public record Found(AgeRange range, @Nullable Age exact, Span span, String words) {}

    private static final Pattern OLD =
            Pattern.compile("(\\d{1,3})[- ]?(year|yr|month|week|day)s?[- ]old");

    private Ages() {}

    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher old = OLD.matcher(text);
        while (old.find()) {
            Age.Unit unit =
                    switch (old.group(2)) {
                        case "month" -> Age.Unit.MONTH;
                        case "week" -> Age.Unit.WEEK;
                        case "day" -> Age.Unit.DAY;
                        default -> Age.Unit.YEAR;
                    };
            Age age = new Age(new java.math.BigDecimal(old.group(1)), unit);
            Span span = new Span(old.start(), old.end());
            found.add(new Found(AgeRange.of(age), age, span, old.group()));
        }
        return found;
    }

    /// Weeks of pregnancy ("32 weeks' gestation"): never a patient's age, so never in [#in].
    public static List<Found> gestation(String text) {
        return List.of();
    }
}
