package oropos.appraisal;

import java.util.regex.Pattern;

/// Whether a text speaks of children at all.
///
/// A source that states no ages could be about adults alone. Only where its title or the passage
/// itself names children may it carry a benefit for a child under 13.
final class ChildWords {

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(?:child|children|childhood|paediatrics?|pediatrics?|infants?|infancy|babies|baby"
                            + "|newborns?|neonat(?:e|es|al)|toddlers?|adolescen(?:t|ts|ce)|teenagers?|boys?|girls?|juvenile)\\b",
                    Pattern.CASE_INSENSITIVE);

    private ChildWords() {}

    static boolean in(String title, String passage) {
        return WORDS.matcher(title).find() || WORDS.matcher(passage).find();
    }
}
