package oropos.question;

import java.util.regex.Pattern;

/// Whether words of somebody pregnant speak of a baby that is born: one that is given something, that drinks
/// from a bottle or has what no unborn child has.
final class BornChild {

    private static final String BABY =
            "\\b(?:my|our|the) (?:little |other )?(?:bab(?:y|ies)|infant|little one|bub)\\b(?:['\u2019]s)?";

    /// What is given or asked as a dose.
    private static final Pattern GIVEN =
            of(
                    "\\b(?:give|gives|giving|gave|given|feed|feeding|fed)\\b[^.;?!]{0,40}"
                            + BABY
                            + "|\\b(?:how (?:much|many|often)|dos(?:e|es|age|ing))\\b[^.;?!]{0,60}"
                            + BABY
                            + "(?! (?:movements?|moves?|kicks?|gain|grow|weigh))"
                            + "|"
                            + BABY
                            + "[^.?!]{0,30}[.,;]? ?\\b(?:how (?:much|many|often)|what dose)\\b(?![^.?!]{0,20} (?:move|kick|gain|grow|weigh))");

    /// What only a child that is born has or does.
    private static final Pattern ILL =
            of(
                    BABY
                            + "(?: who)? (?:has|have|had|got|is|keeps|with|won['\u2019]?t|refuses)(?: (?:a|an|got|had|been|just|really|very|bad|high|not|now|had|the|his|her))*"
                            + " (?:fever\\w*|temp\\w*|cough\\w*|colds?|rash|eczema|diarrh\\w*|vomit\\w*|throwing up|being sick|colic\\w*|constipat\\w*|nappy|diaper|teeth\\w*|croup|thrush|snotty|runny|blocked nose|chicken ?pox|ear|bronchiolitis|crying|hot|wheez\\w*|conjunctivitis|hives|jaundice\\w*|cradle cap|feeding|drinking|eating|feed|drink|eat|settle|swallow\\w*|bumped|crawl\\w*|crying|fussy|unwell)\\b");

    private BornChild() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean isSaid(String text) {
        return GIVEN.matcher(text).find() || ILL.matcher(text).find();
    }
}
