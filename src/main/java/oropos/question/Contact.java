package oropos.question;

import java.util.regex.Pattern;
import oropos.terminology.Sex;

/// Whether what is asked behind an illness of somebody else is asked of the patient before, who was near it: "I'm
/// pregnant", "my toddler has chickenpox", "am I at risk?".
final class Contact {

    private static final Pattern HAS =
            Pattern.compile(
                    "(?i)(?:\\b(?:has|have|got|caught|came out in|comes? down with|tested positive|is on|is taking|takes|uses)|['\\u2019]s got)\\b");

    private static final Pattern ASKS_OF_ME =
            Pattern.compile(
                    "(?i)\\b(?:am i|(?:can|could|may|might|should|will|do|must) i(?! (?:give|put|let|tell|offer|take (?:him|her|them)))|(?:for|to) me)\\b");

    private static final Pattern OF_RISK =
            Pattern.compile(
                    "(?i)\\b(?:risks?|risky|danger(?:ous)?|harm(?:ful)?|bad for|ok for|safe|catch|infected|immune|protect(?:ed|ion)?|be tested|stay away|(?:should|must|can) (?:i|he|she) do)\\b");

    private static final Pattern POINTS =
            Pattern.compile("(?i)\\b(?:take|use|have|try|get) (?:it|this|that|the same)\\b");

    private static final Pattern THE_BABY =
            Pattern.compile("(?i)\\b(?:the|my|our|her) (?:baby|child)\\b(?!['\\u2019])");

    private static final Pattern CHILD_TOLD =
            Pattern.compile("(?i)\\b(?:baby|child|newborn|infant)\\b");

    private static final Pattern PREGNANT = Pattern.compile("(?i)\\bpregnan");

    private Contact() {}

    /// "Is it dangerous for the baby?" of one who is pregnant.
    static String unborn(String words) {
        return THE_BABY.matcher(words).replaceAll("the pregnancy");
    }

    /// @param first the question before
    /// @param open what was told of the other
    static boolean isAskedOfTheFirst(String first, String open, String words) {
        boolean told =
                TurnShape.tellsOnly(open)
                        && HAS.matcher(open).find()
                        && !open.matches("(?s).*\\d.*");
        boolean risk = OF_RISK.matcher(words).find();
        if (!told || !risk && !POINTS.matcher(words).find()) {
            return false;
        }
        boolean unborn =
                PREGNANT.matcher(first).find()
                        && THE_BABY.matcher(words).find()
                        && !CHILD_TOLD.matcher(open).find();
        boolean mine = ASKS_OF_ME.matcher(words).find() && TurnPerson.isAsker(first);
        return unborn && risk || mine || risk && isOfThePronoun(first, open, words);
    }

    /// "He" who can be none but the first one.
    private static boolean isOfThePronoun(String first, String open, String words) {
        Sex asked = PatientSex.only(Wording.of(words), PatientSex.SHE, PatientSex.HE);
        Sex patient = ChangedFacts.kinSex(first);
        return asked != null && asked == patient && asked != ChangedFacts.kinSex(open);
    }
}
