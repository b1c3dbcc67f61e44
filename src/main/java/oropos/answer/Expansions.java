package oropos.answer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the abbreviations of a sentence stand for, as the same passage writes them out.
///
/// "UTI" of a sentence is expanded only where its own passage says "urinary tract infection (UTI)":
/// the same letters mean other things elsewhere, and nothing is guessed.
public final class Expansions {

    private static final Pattern SHORT = Pattern.compile("\\b([A-Z][A-Z0-9]{1,6})s?\\b");

    /// Words beyond one for each letter that a long form may have ("disease of the").
    private static final int MORE_WORDS = 2;

    private static final java.util.Set<String> SMALL =
            java.util.Set.of("of", "the", "and", "in", "for", "to", "a", "an", "on", "with", "by");

    private Expansions() {}

    /// Long forms by abbreviation, in the order of the sentence; those the sentence itself writes out
    /// are left out.
    static Map<String, String> in(String sentence, String passage) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = SHORT.matcher(sentence);
        while (matcher.find()) {
            String letters = matcher.group(1);
            if (!found.containsKey(letters) && longForm(letters, sentence).isEmpty()) {
                longForm(letters, passage).ifPresent(words -> found.put(letters, words));
            }
        }
        return found;
    }

    /// The words before "(UTI)" that its letters stand for.
    static Optional<String> longForm(String letters, String text) {
        if (!text.contains(" (" + letters)) {
            return Optional.empty();
        }
        Matcher bracket =
                Pattern.compile("([^().;:\\n]{4,120}) \\(" + Pattern.quote(letters) + "s?\\)")
                        .matcher(text);
        while (bracket.find()) {
            String[] words = bracket.group(1).strip().split("\\s+");
            int most = Math.min(words.length, letters.length() + MORE_WORDS);
            for (int count = 2; count <= most; count++) {
                String tail =
                        String.join(
                                " ",
                                java.util.Arrays.copyOfRange(
                                        words, words.length - count, words.length));
                if (stands(letters, tail)) {
                    return Optional.of(tail);
                }
            }
        }
        return Optional.empty();
    }

    /// Whether the letters are letters of the words in order, the first of the first word.
    private static boolean stands(String letters, String words) {
        String low = words.toLowerCase(Locale.ROOT);
        String wanted = letters.toLowerCase(Locale.ROOT).replaceAll("[0-9]", "");
        if (wanted.isEmpty() || low.charAt(0) != wanted.charAt(0)) {
            return false;
        }
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            at = low.indexOf(wanted.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return begin(low, wanted);
    }

    /// Whether each longer word begins with one of the letters, in order: "(ALL)" is not "all of it".
    private static boolean begin(String words, String letters) {
        int at = 0;
        for (String word : words.split("[ -]")) {
            if (SMALL.contains(word)) {
                continue;
            }
            at = letters.indexOf(word.isEmpty() ? ' ' : word.charAt(0), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    static String written(String letters, String words) {
        return " [" + letters + ": " + words + "]";
    }

    /// Whether these words expand an abbreviation of the quote as its passage writes it out.
    public static boolean holds(String words, String quote, String passage) {
        return in(quote, passage).entrySet().stream()
                .anyMatch(one -> written(one.getKey(), one.getValue()).equals(words));
    }
}
