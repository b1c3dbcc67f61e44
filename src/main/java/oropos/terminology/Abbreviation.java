package oropos.terminology;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The initials in brackets that explain themselves by the words before them.
final class Abbreviation {
    private static final int LONGEST = 10;

    private Abbreviation() {}

    /// "(ALL)" right after `start..end`, or null.
    static @Nullable String after(String text, int start, int end) {
        int open = end;
        if (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        if (open >= text.length() || text.charAt(open) != '(') {
            return null;
        }
        int close = open + 1;
        while (close < text.length()
                && close - open <= LONGEST
                && Token.isWord(text.charAt(close))) {
            close++;
        }
        if (close >= text.length()
                || text.charAt(close) != ')'
                        && text.charAt(close) != ';'
                        && text.charAt(close) != ',') {
            return null;
        }
        String initials = text.substring(open + 1, close);
        return isOf(initials, text.substring(start, end)) ? initials : null;
    }

    /// Whether the capitals are letters of the words in order, the first of the first word.
    private static boolean isOf(String initials, String words) {
        if (initials.length() < 2 || !Character.isUpperCase(initials.charAt(0))) {
            return false;
        }
        String lower = words.toLowerCase(Locale.ROOT);
        String letters = initials.toLowerCase(Locale.ROOT);
        if (letters.endsWith("s") && initials.endsWith("s")) {
            letters = letters.substring(0, letters.length() - 1);
        }
        if (lower.isEmpty() || lower.charAt(0) != letters.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            at = lower.indexOf(letters.charAt(i), at);
            if (at < 0) {
                return false;
            }
            at++;
        }
        return true;
    }
}
