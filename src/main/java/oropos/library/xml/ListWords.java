package oropos.library.xml;

import java.util.List;

/// The items of a list as running words.
public final class ListWords {

    private ListWords() {}

    /// Items joined by semicolons, or by a space after an item that ends a sentence, so that none
    /// runs into the next: "Fever; cough; rash".
    public static String of(List<String> items) {
        StringBuilder words = new StringBuilder();
        for (String item : items) {
            if (item.isBlank()) {
                continue;
            }
            if (!words.isEmpty()) {
                words.append(ends(words) ? " " : "; ");
            }
            words.append(item.strip());
        }
        return words.toString();
    }

    /// Whether words announce a list: a list then belongs to the same paragraph, because "should not
    /// take it:" says the opposite of its items alone.
    public static boolean announces(String words) {
        return words.endsWith(":");
    }

    private static boolean ends(StringBuilder words) {
        return ".;:!?,".indexOf(words.charAt(words.length() - 1)) >= 0;
    }
}
