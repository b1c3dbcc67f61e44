package oropos.question;

import java.util.Locale;
import oropos.terminology.Span;

/// What capitals tell: in running text a name, in a heading nothing.
final class Capitals {

    private Capitals() {}

    /// In a heading every word begins with a capital, so that capitals tell nothing.
    static boolean areOfAHeading(String text) {
        int longWords = 0;
        int capitals = 0;
        for (String word : text.split("\\s+")) {
            if (word.length() >= LONG_WORD && Character.isLetter(word.charAt(0))) {
                longWords++;
                capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return longWords >= FEWEST_OF_A_HEADING && capitals * 4 > longWords * 3;
    }

    /// The clause a stretch stands in: a heading may be followed by running text.
    static String clause(String text, Span span) {
        int start = span.start();
        while (start > 0 && ":?!.".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && ":?!.".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    /// Shorter words stay small in headings.
    private static final int LONG_WORD = 4;

    /// Fewer long words are no heading.
    private static final int FEWEST_OF_A_HEADING = 6;

    /// Whether a run of words is written in capitals alone.
    static boolean areAll(String words) {
        return words.length() > 3
                && words.equals(words.toUpperCase(Locale.ROOT))
                && !words.contains(".");
    }
}
