package oropos.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ages of people in a text: "8-year-old", "aged 65 to 75 years", "under 21", "toddler", "in her
/// 70s".
///
/// A number of years is far more often a length of time than an age. "For 3 years", "10-year risk"
/// and "2 years of follow-up" are none; a bare "10 months" is one only beside a word for a person
/// or, in a short text, between commas. An age that is missed makes the product ask; an age that is
/// made up brings evidence for somebody else.
///
/// Under 18 means to the end of 17; "older than 60" begins at 61; "over 60" and "60 or older"
/// begin at 60.
public final class Ages {

    /// An age or a group of ages.
    ///
    /// @param range what the words span
    /// @param exact the age where one was stated, or null for ranges and group words
    /// @param span where it stands
    /// @param words as written
    public record Found(AgeRange range, @Nullable Age exact, Span span, String words) {}

    private Ages() {}

    /// Every age, in the order of the text.
    public static List<Found> in(String text) {
        Plain plain = Plain.of(text);
        AgeSearch search = new AgeSearch(text, plain);
        for (Found found : gestation(text)) {
            search.take(found.span());
        }
        for (Span span : Gestation.inMonths(text)) {
            search.take(span);
        }
        search.run();
        return search.sorted();
    }

    /// Weeks of pregnancy ("32 weeks' gestation", "born at 29 weeks", "34+2 weeks pregnant"): never
    /// a patient's age, so never in [#in]. The range is in weeks.
    public static List<Found> gestation(String text) {
        return Gestation.in(text);
    }
}
