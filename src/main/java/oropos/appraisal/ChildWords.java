package oropos.appraisal;

import java.util.Locale;
import java.util.Set;

/// Whether a text speaks of children at all.
///
/// A source that states no ages could be about adults alone. Only where its title or the passage
/// itself names children may it carry a benefit for a child under 13.
final class ChildWords {

    private static final Set<String> WORDS =
            Set.of(
                    "child",
                    "children",
                    "childhood",
                    "paediatric",
                    "paediatrics",
                    "pediatric",
                    "pediatrics",
                    "infant",
                    "infants",
                    "infancy",
                    "baby",
                    "babies",
                    "newborn",
                    "newborns",
                    "neonate",
                    "neonates",
                    "neonatal",
                    "toddler",
                    "toddlers",
                    "adolescent",
                    "adolescents",
                    "adolescence",
                    "teenager",
                    "teenagers",
                    "boy",
                    "boys",
                    "girl",
                    "girls",
                    "juvenile");

    private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElseThrow();

    private ChildWords() {}

    static boolean in(String title, String passage) {
        return isIn(title) || isIn(passage);
    }

    /// Word by word: this is asked of every passage that is weighed, and a pattern would try each word
    /// of the list at each letter.
    private static boolean isIn(String text) {
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (Character.isLetterOrDigit(c) || c == '_') {
                start = start < 0 ? at : start;
            } else if (start >= 0) {
                if (at - start <= LONGEST
                        && WORDS.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }
}
