package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A turn that is an age and says no unit: "she's 3", "I'm 36 btw", "it's for my mum, 78". A number alone may be a dose or a value.
///
/// Only where no age was told before, and where the question before speaks of nothing else the number could be.
final class BareAge {

    private static final String YEARS = "([2-9]|[1-9]\\d|10\\d)";

    private static final String ENDS =
            "(?=(?:,? (?:btw|by the way|now))?[.!]?\\s*$|, \\p{L}| and (?:i )?(?:smoke|smoking|vape|healthy|diabetic|overweight|obese)\\b)";

    private static final String KIN =
            "(?:mother|mum|mom|father|dad|gran|grandma|grandmother|grandad|grandpa|grandfather|son|daughter|wife|husband|partner|brother|sister|aunt|uncle)";

    private static final Pattern OF_SOMEBODY =
            Pattern.compile(
                    "(?i)^(?:and |but |oh |sorry,? )?(?:(?:he|she)(?:['\u2019]?s| is)(?: only| just)? |i['\u2019]?m |i am |me,? |(?:it['\u2019]?s |it is |this is )?for my "
                            + KIN
                            + ",? )"
                            + YEARS
                            + ENDS);

    private static final Pattern OF_A_NAME =
            Pattern.compile("^(\\p{Lu}\\p{Ll}+)(?:['\u2019]s| is) ([2-9]|1\\d)[.!]?\\s*$");

    private static final Pattern CHILD =
            Pattern.compile(
                    "(?i)\\b(?:son|daughter|child|kid|boy|girl|toddler|(?:my|our) (?:little|tiny) one)\\b");

    /// "Pregnant, 20 weeks" as a turn: beside what follows it the weeks would be an age.
    private static final Pattern WEEKS_OF_A_PREGNANCY =
            Pattern.compile(
                    "(?i)(?<!\\b(?:not|if|when|while|were|was|be|been) )\\bpregnant,? (?:now |currently |about )?(\\d{1,2}) ?(?:weeks?|wks?)\\b(?! (?:ago|postpartum|post-?natal|old))");

    private static final Pattern EXPECTING =
            Pattern.compile(
                    "(?i)\\b(?:pregnan\\w*|trimester|gestation|contractions?|waters|due date|unborn|kicks?)\\b|/40\\b");

    private static final Pattern GROWN =
            Pattern.compile(
                    "(?i)\\b(?:mother|mum|mom|father|dad|gran\\w*|wife|husband|partner|aunt|uncle|man|woman|lady)\\b");

    private static final int GROWN_UP = 18;
    private static final int LATEST_WEEK = 42;

    private BareAge() {}

    /// The turn with "years old" behind the age.
    ///
    /// @param last the question before
    static String told(String words, String last, Said then) {
        String turn = WEEKS_OF_A_PREGNANCY.matcher(words).replaceAll("$1 weeks pregnant");
        String main = Corrections.in(last).main();
        if (then.patient().age() != null
                || NotedAges.in(main).stream().anyMatch(one -> one.exact() != null)) {
            return turn;
        }
        Matcher name = OF_A_NAME.matcher(turn);
        if (name.find()) {
            return main.matches("(?s).*\\b" + Pattern.quote(name.group(1)) + "\\b.*")
                    ? behind(turn, name.end(2))
                    : turn;
        }
        Matcher somebody = OF_SOMEBODY.matcher(turn);
        if (!somebody.find()) {
            return turn;
        }
        int years = Integer.parseInt(somebody.group(1));
        boolean grown = GROWN.matcher(main + " " + turn).find();
        boolean other =
                years <= LATEST_WEEK && EXPECTING.matcher(main + " " + turn).find()
                        || years < GROWN_UP && grown
                        || years >= GROWN_UP && CHILD.matcher(main).find() && !grown;
        return other ? turn : behind(turn, somebody.end(1));
    }

    private static String behind(String turn, int at) {
        return turn.substring(0, at) + " years old" + turn.substring(at);
    }
}
