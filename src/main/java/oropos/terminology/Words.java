package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text as they are compared: lower case, accents and compatibility forms folded,
/// possessives dropped, hyphens parting them, decimals kept whole.
///
/// Spelling and plurals stay as written: two words that differ in either are different here.
public final class Words {

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Token token : Token.of(Plain.of(text))) {
            words.add(token.word());
        }
        return words;
    }

    /// Lower case without accents.
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > '~') {
                return Accents.without(lower);
            }
        }
        return lower;
    }
}
