package oropos.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words brought to one spelling, so that `oestrogen` and `estrogen`, `tumours` and `tumor`,
/// `vertebrae` and `vertebra`, `IL-6` and `IL6` meet.
///
/// The results are keys to look up by, not words: some are no English at all. Both sides of a
/// comparison go through here, so a rule that mangles a word mangles it alike.
final class Spelling {

    /// Shorter words keep their spelling: `gas`, `toe` and `his` are no plurals.
    private static final int SHORTEST_CHANGED = 4;

    private static final Map<String, String> IRREGULAR = irregular();

    private Spelling() {}

    /// The keys of a folded word: one, or more where letters and digits meet (`t12` is `t`, `12`).
    static List<String> keys(String word) {
        if (isOneKind(word)) {
            return List.of(key(word));
        }
        List<String> keys = new ArrayList<>(4);
        int start = 0;
        for (int i = 1; i <= word.length(); i++) {
            if (i == word.length() || isSeam(word, i)) {
                keys.add(key(word.substring(start, i)));
                start = i;
            }
        }
        return keys;
    }

    private static boolean isOneKind(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (isSeam(word, i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a letter meets a digit between `i - 1` and `i`.
    static boolean isSeam(CharSequence word, int i) {
        char before = word.charAt(i - 1);
        char after = word.charAt(i);
        return Token.isDigit(before) && Character.isLetter(after)
                || Character.isLetter(before) && Token.isDigit(after);
    }

    static String key(String word) {
        if (word.length() < SHORTEST_CHANGED || !Character.isLetter(word.charAt(0))) {
            return IRREGULAR.getOrDefault(word, word);
        }
        String irregular = IRREGULAR.get(word);
        return singular(american(irregular == null ? word : irregular));
    }

    /// `ae` and `oe` are `e`, `our` is `or`, `z` between vowels is `s`, `tre` is `ter`.
    private static String american(String word) {
        String spelt = word;
        if (spelt.endsWith("ae")) {
            spelt = spelt.substring(0, spelt.length() - 1);
        }
        if (spelt.indexOf("ae") >= 0 || spelt.indexOf("oe") >= 0) {
            spelt = spelt.replace("ae", "e").replace("oe", "e");
        }
        if (spelt.indexOf("our") > 1) {
            spelt = spelt.replace("our", "or");
        }
        if (spelt.indexOf('z') > 0) {
            spelt = spelt.replace("iz", "is").replace("yz", "ys");
        }
        if (spelt.startsWith("sulph")) {
            spelt = "sulf" + spelt.substring(5);
        }
        if (spelt.startsWith("leuc")) {
            spelt = "leuk" + spelt.substring(4);
        }
        if (spelt.endsWith("tre") || spelt.endsWith("bre")) {
            spelt = spelt.substring(0, spelt.length() - 2) + "er";
        } else if (spelt.endsWith("tres") || spelt.endsWith("bres")) {
            spelt = spelt.substring(0, spelt.length() - 3) + "er";
        }
        return spelt;
    }

    /// Without the ending of number: `-ses`, `-sis` and `-se` all become `-s`, because only then
    /// do both `metastases` and `diseases` meet their singular.
    private static String singular(String word) {
        int length = word.length();
        if (length < SHORTEST_CHANGED) {
            return word;
        }
        if (word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("ses") || word.endsWith("sis")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("se")) {
            return word.substring(0, length - 1);
        }
        if (word.endsWith("ies") && length > SHORTEST_CHANGED) {
            return word.substring(0, length - 3) + "y";
        }
        boolean keeps = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
        return word.endsWith("s") && !keeps ? word.substring(0, length - 1) : word;
    }

    private static Map<String, String> irregular() {
        Map<String, String> forms = new HashMap<>();
        for (Tables.Row row : Tables.read("/terminology/word-forms.tsv", "form", "word", "why")) {
            if (forms.put(row.cell(0), row.cell(1)) != null) {
                throw row.wrong("a form stands twice");
            }
        }
        return forms; // a map of Map.copyOf took a third of the time of bringing a word to its key
    }
}
