package oropos.question;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is told first and asked then, as one question: "My wife has gout, what can she eat?" is "What can
/// my wife eat with gout?".
///
/// So it is weighed like the same question asked in one go; the question stays written as it was typed,
/// and who the patient is was read before. What tells more than one thing, or asks more than one, is left
/// alone.
final class ToldFirst {

    /// A longer text tells a story.
    private static final int LONGEST = 160;

    private static final String KIN =
            "wife|husband|partner|spouse|girlfriend|boyfriend|mother|mum|mom|father|dad|parent|son|daughter|child|kid|baby|toddler|boy|girl|sister|brother|grandmother|grandma|gran|granny|nan|grandfather|grandpa|grandad|granddad|aunt|uncle|cousin|friend|nephew|niece|grandson|granddaughter|patient|teenager";

    private static final String HAS =
            "(?:has|have|had|got|gets|get|suffers? from|suffered from|takes?|(?:has|have) got|(?:is|am) (?:on|taking)"
                    + "|(?:was|were|is|am|has been|have been) diagnosed with)";

    /// A few words without a second thing.
    private static final String MATTER =
            "(?<m>(?!(?:no|not|never|to|been)\\b)(?:(?!(?:and|or|but|if|when|while|because|besides|except|without|instead|after|before|that|which|who|what|i|you|we|he|she|they|it|this|them)\\b)[\\w'’/-]++ ?){1,6})";

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?i)^(?<who>i|(?:my|our) (?:[a-z-]+ )?(?:"
                            + KIN
                            + "))(?:,? (?:aged? )?\\d{1,3}(?: years? old)?,)? "
                            + HAS
                            + " "
                            + MATTER
                            + "[,;:.\\u2013-]+ ?(?:so |and |but |now )?(?<q>(?:what|which|how|when|where|why|who|can|could|may|should|must|do|does|did|is|are|will|would|for how)\\b[^?.!;:]+)[?!.\\s]*$");

    /// "My dad had a heart attack".
    private static final Pattern HAD =
            Pattern.compile("(?i)^(?:i|(?:my|our) (?:[a-z-]+ )?[a-z]+)(?:,[^,]*,)? had ");

    /// "Do I need surgery?" is asked for it, "which painkiller can he take?" is not.
    private static final Pattern FOR =
            Pattern.compile("(?i)\\b(?:needs?|wear|surgery|operation|brace|splint)\\b");

    private static final Pattern HE = Pattern.compile("(?i)\\b(?:he|she|they)\\b");
    private static final Pattern IT = Pattern.compile("(?i)\\b(?:it|this)\\b");

    /// A second thing asked, or something already named beside it.
    private static final Pattern MORE =
            Pattern.compile(
                    "(?i), |\\b(?:and|but) (?:what|which|how|when|can|should|is|does|will)\\b");

    private static final String HEIR =
            "(?:my|our|the|her|his|any) (?:future |unborn |next |own )?(?:bab(?:y|ies)|child(?:ren)?|kids?|sons?|daughters?)";

    /// "Can our children inherit it?" is asked of inheritance whatever it is.
    private static final Pattern INHERIT =
            Pattern.compile("(?i) (?:inherit|be born with) (?:it|this|that)\\b");

    /// "Can our children get it?": the same of what one is born with; a pink eye or a rash is caught.
    private static final Pattern HEIRS_GET_IT =
            Pattern.compile(
                    "(?i)(?:can|could|will|would|might|may) "
                            + HEIR
                            + " (?:also )?(?:get|have|inherit|develop|be born with) (?:it|this|that)(?: too| as well| also)?");

    /// "What is the risk for our baby?": the same of what one is born with; of a mother's diabetes it is not.
    private static final Pattern RISK_OF_HEIRS =
            Pattern.compile(
                    "(?i)(?:what is the (?:risk|chance)|what are the (?:chances|odds)) (?:for|of) "
                            + HEIR
                            + "(?: (?:getting|having|inheriting) (?:it|this|that))?");

    private static final Pattern TAKES =
            Pattern.compile("(?i)^[^,;:.]*\\b(?:takes?|taken|taking|on|pregnant)\\b");

    private ToldFirst() {}

    /// "My husband has cystic fibrosis, can our children get it?" as "Is cystic fibrosis inherited?"; any other
    /// text as it is.
    ///
    /// @param inborn whether what is told is something one is born with; else only inheriting it is asked of
    ///     inheritance
    static String ofHeirs(String text, boolean inborn) {
        Matcher told = TOLD.matcher(text.strip());
        if (text.length() > LONGEST || !told.matches() || TAKES.matcher(text).find()) {
            return text;
        }
        String asked = told.group("q").strip();
        return HEIRS_GET_IT.matcher(asked).matches() && (inborn || INHERIT.matcher(asked).find())
                        || inborn && RISK_OF_HEIRS.matcher(asked).matches()
                ? "Is " + told.group("m").strip() + " inherited?"
                : text;
    }

    static String in(String text) {
        Matcher told = TOLD.matcher(text.strip());
        if (text.length() > LONGEST || !told.matches() || MORE.matcher(told.group("q")).find()) {
            return text;
        }
        String who = told.group("who");
        String matter = told.group("m").strip();
        String asked = told.group("q").strip();
        if (!who.equalsIgnoreCase("i")) {
            asked = HE.matcher(asked).replaceFirst(Matcher.quoteReplacement(low(who)));
        }
        Matcher it = IT.matcher(asked);
        String whole =
                it.find()
                        ? it.replaceFirst(
                                Matcher.quoteReplacement(
                                        matter.replaceFirst("(?i)^(?:an?|some) ", "")))
                        : asked + joint(text, asked) + matter;
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1) + "?";
    }

    private static String joint(String text, String asked) {
        return HAD.matcher(text).find()
                ? " after "
                : FOR.matcher(asked).find() ? " for " : " with ";
    }

    private static String low(String who) {
        return who.substring(0, 1).toLowerCase(Locale.ROOT) + who.substring(1);
    }
}
