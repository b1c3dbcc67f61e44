package oropos.retrieval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What results are counted by, and narrowed by.
public enum Facet {
    DESIGN,
    YEAR,
    AGE,
    SEX,
    PREGNANCY,
    KIND,
    ISSUER,
    STANDING;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// As it is written before a colon: `design`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String code) {
        return Arrays.stream(values()).filter(facet -> facet.code().equals(code)).findFirst();
    }

    /// A value as the index and a filter write it: `design:randomised-trial`.
    String value(String words) {
        return code() + ":" + word(words);
    }

    /// Words as one word: lower case, hyphens for all that is neither letter nor digit.
    static String word(String words) {
        String joined = BETWEEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
        int start = joined.startsWith("-") ? 1 : 0;
        int end = joined.length() > start && joined.endsWith("-") ? 1 : 0;
        return joined.substring(start, joined.length() - end);
    }
}
