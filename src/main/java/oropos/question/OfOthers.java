package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;

/// What somebody who asks for himself tells of others: "My mother takes warfarin. I am 40 with a bladder infection.",
/// and what is told of an animal beside a person. None of it is the patient's.
final class OfOthers {

    private static final String KIN =
            "my (?:mother|mum|mom|father|dad|husband|wife|partner|girlfriend|boyfriend|sister|brother|friend|flatmate|neighbou?r|colleague|grandmother|gran|grandma|grandfather|grandpa|aunt|uncle)";

    private static final String ANIMAL =
            "(?:my|our|the|his|her) (?:dog|cat|puppy|kitten|rabbit|horse|pony|hamster)";

    /// "Can I, 40, take ...", "ok for me?"; giving it to another is none of it.
    private static final Pattern FOR_ONESELF =
            Pattern.compile(
                    "(?i)\\b(?:can|may|should|could) i\\b(?! (?:give|put|let|tell|offer|feed|treat|get|do\\b|worry|call|bring|help|use it (?:for|on|in)|take (?:him|her|them|it to)))|\\b(?:for|in) me\\b");

    /// "I am 40 with a bladder infection"; "I'm 40 and worried" tells no case.
    private static final Pattern TELLS_ITS_OWN =
            Pattern.compile(
                    "(?i)\\bi(?: am|['\u2019]m) \\d{1,3}\\b.{0,20}\\b(?:with|have|has|got)\\b");

    private static final Pattern THIRD =
            Pattern.compile(
                    "(?i)\\b(?:he|she|him|her|his|hers|they|them|"
                            + KIN
                            + "|my (?:son|daughter|child|baby|boy|girl|kid|toddler))\\b");

    private static final Pattern TOLD_OF_KIN =
            Pattern.compile(
                    "(?i)(?:^|(?<=[.;!?,] )|(?<=\\band ))"
                            + KIN
                            + "\\b(?: \\w+)? (?:is|has|takes?|uses?|was|had|weighs|needs)\\b[^.;!?]*?(?=[.;!?]|,? (?:but |and |so )?\\bI\\b|$)");

    private static final Pattern TOLD_OF_AN_ANIMAL =
            Pattern.compile("(?i)(?:^|(?<=[.;!?] ))" + ANIMAL + "\\b[^.;!?]*(?=[.;!?])");

    private static final Pattern A_PERSON =
            Pattern.compile(
                    "(?i)\\bmy (?:son|daughter|child|baby|boy|girl|kid|toddler|mother|father|husband|wife)\\b|\\b(?:i am|i['\u2019]m|can i)\\b");

    /// Of whom it is carried over that she is pregnant or nurses, the baby is not the patient.
    private static final Pattern HER_OWN =
            Pattern.compile("The patient is (?:\\d{1,2} weeks )?(?:pregnant|breastfeeding)\\.");

    private static final Pattern HER_BABY =
            Pattern.compile(
                    "(?i)\\b(?:the|her|my|our) (?:unborn )?(?:baby|child|infant|newborn)\\b");

    /// "My wife says it's just heartburn": whose words they are. Not "my wife says she has chest pain".
    private static final Pattern SAYS =
            Pattern.compile(
                    "(?i)\\b(?:my|our|his|her|their) (?:mother|mum|mom|father|dad|husband|wife|partner|girlfriend|boyfriend|sister|brother|friend|flatmate|neighbou?r|colleague|grandmother|gran|grandma|grandfather|grandpa|aunt|uncle|cousin|daughter|son)(?: (?:just|still|also|now))? (?:says?|said|thinks?|thought|reckons?|believes?|insists?|swears|told me|tells me|keeps saying)\\b(?! (?:that )?(?:she|he|her|his|they|it['\u2019]?s (?:her|his))\\b)(?! (?:that )?(?:my|our) \\p{L}+ (?:is|has))");

    private OfOthers() {}

    /// "I don't take anything. Can I?"
    static boolean endsOnOneself(String text) {
        return CAN_I.matcher(text).find() && !THIRD.matcher(text).find();
    }

    /// "My sister says doxycycline is bad, is it?" without her.
    static String withoutSayer(String turn) {
        Matcher says = SAYS.matcher(turn);
        return says.lookingAt() && turn.endsWith("?")
                ? turn.substring(says.end()).replaceFirst("^ (?:that )?", "")
                : turn;
    }

    private static final Pattern CAN_I =
            Pattern.compile("(?i)\\b(?:can|may|should|could) i(?: too| also| as well)?\\W*$");

    /// The text with that blanked, each letter where it stood.
    static String without(String text) {
        String left = text;
        Matcher animal = TOLD_OF_AN_ANIMAL.matcher(text);
        if (animal.find() && A_PERSON.matcher(animal.replaceAll(" ")).find()) {
            left = blank(TOLD_OF_AN_ANIMAL, left);
        }
        left = blank(SAYS, left);
        left = isForOneself(left) ? blank(TOLD_OF_KIN, left) : left;
        return HER_OWN.matcher(text).find() ? blank(HER_BABY, left) : left;
    }

    /// Whether whoever asks is the patient: said in the last sentence that names anybody.
    private static boolean isForOneself(String text) {
        boolean own = false;
        for (var span : Sentences.of(text)) {
            String sentence = TOLD_OF_KIN.matcher(span.of(text).strip()).replaceAll(" ");
            if (FOR_ONESELF.matcher(sentence).find() || TELLS_ITS_OWN.matcher(sentence).find()) {
                own = !THIRD.matcher(sentence).find();
            } else if (THIRD.matcher(sentence).find()) {
                own = false;
            }
        }
        return own;
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    }
}
