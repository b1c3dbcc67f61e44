package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pregnancy of the asker's wife, sister or friend, where the asker tells of himself: "my partner is 20
/// weeks pregnant and I have shingles", "My wife is pregnant. I am a 34-year-old man with chickenpox".
///
/// Where "she" or "her" is said afterwards, or the asker only worries, calls or has heard, it is she who is
/// asked about.
final class AnothersPregnancy {

    private static final String WHO =
            "(?:wife|partner|girlfriend|fianc\u00e9e|fiancee|missus|sister|sister-in-law|daughter-in-law|daughter|friend|cousin|colleague|co-worker|neighbou?r|flatmate|boss|aunt|niece|mother|mum|mom)";

    private static final Pattern HERS =
            of(
                    "\\b(?:my|our) (?:pregnant \\p{L}{0,12} ?"
                            + WHO
                            + "|(?:\\p{L}{2,9} )?"
                            + WHO
                            + "(?:(?:'s|\u2019s| is| who is|,)[^.;?!]{0,30}\\bpregnan(?:t|cy)| [^.;?!]{0,20}weeks pregnant))");

    /// What only the asker's own body, medicine or person can be: not "I have called the midwife".
    private static final Pattern OWN =
            of(
                    "\\b(?:i have (?!to\\b|no\\b|not\\b|never\\b|just\\b|been\\b|had\\b|an? (?:question|wife|partner|pregnant)|seen\\b|read\\b|heard\\b|told\\b|taken\\b|given\\b|found\\b|\\p{L}+ed\\b|some questions)|(?:i've|i have) (?:got|had|been diagnosed|developed|caught)\\b|i (?:caught|got|take|use|smoke|developed|suffer)\\b"
                            + "|i(?:'m| am) (?:on|taking|using|infected|positive|an?|hiv|\\d\\d)\\b|i (?:had|was exposed|was in contact|came out in)\\b)");

    private static final Pattern SHE = of("\\b(?:she|her|hers)\\b");

    private static final Pattern I_AM_PREGNANT =
            of(
                    "\\bi(?:'m| am)\\b[^.;?!]{0,30}\\bpregnant\\b|\\bwe(?:'re| are)\\b[^.;?!]{0,12}\\bpregnant\\b");

    private AnothersPregnancy() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Whether the pregnancy told is not the asker's, who asks for himself.
    static boolean is(String text) {
        Matcher hers = HERS.matcher(text);
        if (!hers.find() || I_AM_PREGNANT.matcher(text).find()) {
            return false;
        }
        String after = text.substring(hers.end());
        String before = text.substring(0, hers.start());
        return !SHE.matcher(after).find()
                && (OWN.matcher(after).find() || OWN.matcher(before).find());
    }
}
