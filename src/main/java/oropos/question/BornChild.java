package oropos.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether words of somebody pregnant speak of a baby that is born: one that is given something, that drinks
/// from a bottle or has what no unborn child has.
final class BornChild {

    private static final String BABY =
            "\\b(?:my|our|the) (?:little |other )?(?:bab(?:y|ies)|infant|little one|bub)\\b(?!['\u2019]s (?:lungs|heart|brain|development|growth|head|weight))(?:['\u2019]s)?";

    /// A child of any age, and never one that may be unborn.
    private static final String CHILD =
            "\\b(?:(?:my|our|the|an?) (?:[\\p{L}-]+ )?(?:child|son|daughter|toddler|boy|girl|kid|newborn|lo|dd|ds)|(?:my|our|an?) \\d{1,2}[ -]?(?:year|month|week|day|yr)s?[ -]?olds?|(?:my|our|an?) \\d{1,2} ?(?:yo|mo)|(?:bub|lo|dd|ds|baby) \\(?\\d{1,2} ?(?:yo|mo|months?|years?|wks?|weeks?|kg))\\b";

    /// What harms or is safe for a baby is asked of the unborn: "how much caffeine is safe for the baby?"
    private static final String GIVE =
            "\\b(?:(?:give|gives|giving|gave|given|feed|feeding|fed)\\b[^.;?!]{0,40}|(?:how (?:much|many|often)|dos(?:e|es|age|ing))\\b(?:(?!\\b(?:safe|harm|hurt|affect|bad|danger|without|while|during)\\w*)[^.;?!]){0,60})";

    private static final String ASKED_BEHIND =
            "[^.?!]{0,30}[.,;]? ?(?:[\\p{L}-]+ ){0,2}\\b(?:how (?:much|many|often)|what dose|dose)\\b(?![^.?!]{0,30} (?:move|kick|gain|grow|weigh|i\\b|me\\b|safe))";

    /// What is given or asked as a dose.
    private static final Pattern GIVEN =
            of(
                    GIVE
                            + BABY
                            + "(?! (?:movements?|moves?|kicks?|gain|grow|weigh))"
                            + "|\\bhow (?:much|many)\\b[^.;?!]{0,60}"
                            + BABY
                            + ",? \\(?\\d"
                            + "|"
                            + BABY
                            + ASKED_BEHIND);

    private static final Pattern GIVEN_TO_A_CHILD = of(GIVE + CHILD + "|" + CHILD + ASKED_BEHIND);

    /// What only a child that is born has or does.
    private static final Pattern ILL =
            of(
                    BABY
                            + "[^.;!]{0,20}[.;?!] (?:he|she|it) (?:drank|ate|swallowed|licked|chewed|fell|took|choked)\\b|"
                            + BABY
                            + " (?:drank|ate|swallowed|licked|chewed|fell|choked|rolled)\\b|"
                            + BABY
                            + "(?: who)? (?:has|have|had|got|is|keeps|with|won['\u2019]?t|refuses)(?: (?:a|an|got|had|been|just|really|very|bad|high|not|now|had|the|his|her))*"
                            + " (?:fever\\w*|temp\\w*|cough\\w*|colds?|rash|eczema|diarrh\\w*|vomit\\w*|throwing up|being sick|colic\\w*|constipat\\w*|nappy|diaper|teeth\\w*|croup|thrush|snotty|runny|blocked nose|chicken ?pox|ear|bronchiolitis|crying|hot|wheez\\w*|conjunctivitis|hives|jaundice\\w*|cradle cap|feeding|drinking|eating|feed|drink|eat|settle|swallow\\w*|bumped|crawl\\w*|crying|fussy|unwell)\\b");

    /// Nobody pregnant weighs less, in kilograms.
    private static final BigDecimal LEAST = new BigDecimal(25);

    private static final Pattern KILOGRAMS = of("(?<n>\\d{1,3}(?:\\.\\d+)?) ?kg");

    /// The weight of one unborn, or one gained or lost.
    private static final Pattern NOT_HERS =
            of(
                    "scans?|f(?:o)?etal|f(?:o)?etus|unborn|bump|efw|estimated|bab(?:y|ies)|less than|more than|lost|gained|birth ?weight|twins?");

    /// The patient with the facts told, where a weight tells a child: never a dose for who weighs 10 kg and is
    /// pregnant. A weight on a scan is nobody's; whoever is pregnant stays so, but where it is given to a child.
    static Patient ofOne(Patient read, Map<String, String> told, String text) {
        Map<String, String> facts = new TreeMap<>(told);
        boolean isAChilds = Boolean.TRUE.equals(read.pregnant()) && isAChilds(facts.get("weight"));
        boolean isGiven = isAChilds && isGiven(text) && !read.isAdult();
        if (isAChilds && !isGiven && NOT_HERS.matcher(text).find()) {
            facts.remove("weight");
        }
        if (isGiven) {
            facts.keySet().removeAll(List.of("gestation", "trimester"));
        }
        return new Patient(
                read.age(),
                read.ages(),
                read.ageWords(),
                isGiven ? null : read.sex(),
                isGiven ? null : read.pregnant(),
                read.lactating(),
                facts);
    }

    private static boolean isAChilds(@Nullable String weight) {
        Matcher kilograms = weight == null ? null : KILOGRAMS.matcher(weight);
        return kilograms != null
                && kilograms.find()
                && new BigDecimal(kilograms.group("n")).compareTo(LEAST) < 0;
    }

    private BornChild() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean isSaid(String text) {
        return GIVEN.matcher(text).find() || ILL.matcher(text).find();
    }

    /// Whether a dose is asked for a child, or something given to it.
    static boolean isGiven(String text) {
        return GIVEN_TO_A_CHILD.matcher(text).find() || GIVEN.matcher(text).find();
    }
}
