package oropos.question;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ages told of somebody in a few words without "years": "my dad's 70, has cancer", "im 36 btw", "Ella is 5 and has
/// chickenpox", "Mrs Khan 67 RA on methotrexate", "Bipolar 41F lithium".
///
/// The number stands right behind the person and before a word that goes on telling; where something measured is
/// spoken of in the same sentence before it, or weeks are, it is no age.
final class SaidAges {

    private static final String KIN =
            "(?:grand|step)?(?:mother|mum|mom|father|dad|son|daughter)|husband|wife|partner|brother|sister|gran|grandma|grandpa|grandad|aunt|uncle|niece|nephew|boyfriend|girlfriend|child|boy|girl|kid|little (?:boy|girl|one)";

    /// Not "37 and rising", "36 and 4 days", "2, 4 and 6 weeks".
    private static final String GOES_ON =
            "(?=\\s*$|[;?!)]|\\.(?!\\d)|,(?!\\s?(?:\\d|or\\b))| (?:btw|by the way|by now|though|tho|with(?! (?:the|a) (?:score|level|count|fever|temp))|who|has|had)\\b| and(?: (?:i|he|she|now|also|still))? (?:has|had|have|is|am|was|on|takes?|taking|smokes?|smoking|wants?|gets?|got|pregnant|diabetic|asthmatic|healthy|fit|well|never|not|otherwise|just|keeps|needs|suffers?)\\b)";

    private static final String YEARS = "(?<n>[1-9]\\d?|10\\d)";

    /// "Im 36 btw", "my dad's 70, has prostate cancer".
    private static final Pattern OF_A_PERSON =
            of(
                    "(?:(?<![\\p{L}'\u2019])(?:i am|i['\u2019]?m)|\\b(?:my|our|his|her) (?:\\p{L}+ )?(?:"
                            + KIN
                            + ")(?: is|['\u2019]s)) "
                            + YEARS
                            + GOES_ON);

    /// "Ella is 5 and has come out in chickenpox."
    private static final Pattern OF_A_NAME =
            Pattern.compile(
                    "(?:^|(?<=[.?!,;] )|(?<=\\b(?:son|daughter|boy|girl|brother|sister|and|but) ))(?<name>\\p{Lu}\\p{Ll}{2,})(?: is|['\u2019]s) "
                            + YEARS
                            + GOES_ON);

    private static final Pattern PRONOUN = of("\\b(?:he|she|his|her|him)\\b");

    /// "Mrs Khan 67 RA on methotrexate"; not "Mr Khan 24 h urine", "Mr Khan 80 mg".
    private static final Pattern OF_A_TITLE =
            Pattern.compile(
                    "\\b(?:Mrs|Mr|Ms|Miss)\\.? \\p{Lu}[\\p{L}'\u2019-]+,? (?<n>1[89]|[2-9]\\d|10\\d)(?=,(?!\\s?\\d)| (?!(?i:h|hr|hrs|hours?|kg|lbs?|st|stone|mg|mcg|g|ml|cm|mm|mmol|units?|iu|days?|weeks?|wks?|months?|mths?|years?|yrs?|min|mins|minutes?|times|x|bpm|percent|pack|packs|cigarettes?|puffs?|tablets?|on|over|to|and|or|per|of|a|in|at|y)\\b)\\p{L}{2})");

    /// "Bipolar 41F lithium": the letter at the number, after a few words and nothing counted.
    private static final Pattern AMID_A_NOTE =
            Pattern.compile(
                    "^(?<before>(?:[\\p{L}'\u2019/-]+ ){1,3})(?<n>1[89]|[2-9]\\d)(?<who>[MF])(?= (?!(?i:catheters?|foley|sheath|drain|tube|line|stent|needle|infant|baby|child|swim|run|walk|sprint|race|dash|height|depth|deep|tall|long|high|wide|away|from|distance|people|users|children|patients|cells|deaths|cases|adults|women|men|units|copies|apart|per|of|to|up|or|and|pool|degrees?|after|then|daily|each|every|twice|once|ago)\\b)\\p{L}{2})");

    private static final Pattern COUNTED =
            of(
                    "\\b(?:catheters?|foley|sheath|drain|tube|size|gauge|temp|temperature|at|of|to|is|was|over|under|above|below|fever|walks?|walked|swims?|swam|runs?|ran|only|than|for|every|after|within|first|last|next|from|heat|stored?|reach|reached|hit|type|grade|fell|falls?|drop|dropped|jump|jumped|dive|dived)\\b");

    private static final Pattern WEEKS =
            of("\\b(?:weeks?|wks?|gestation|pregnan\\w*|trimester|due date)\\b|/40\\b");

    private static final int LATEST_WEEK = 42;

    private static final Set<String> GIVEN =
            Set.of(RuleFile.read(Names.FILE).content().text("givenNames").strip().split("\\s+"));

    private SaidAges() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// Where such ages stand, as matches with a group "n"; those with a letter for the sex have a group "who".
    static List<Matcher> in(String text) {
        return List.of(OF_A_PERSON, OF_A_NAME, OF_A_TITLE, AMID_A_NOTE).stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .filter(match -> isAge(match, text))
                .toList();
    }

    private static boolean isAge(Matcher match, String text) {
        if (match.pattern() == AMID_A_NOTE) {
            String before = match.group("before");
            return !COUNTED.matcher(before).find() && !NotedAges.MEASURED.matcher(before).find();
        }
        if (match.pattern() == OF_A_TITLE) {
            return true;
        }
        if (match.pattern() == OF_A_NAME
                && !(GIVEN.contains(match.group("name")) && PRONOUN.matcher(text).find())) {
            return false;
        }
        int start = NotedAges.sentence(text, match.start());
        boolean week = Integer.parseInt(match.group("n")) <= LATEST_WEEK;
        return !NotedAges.MEASURED.matcher(text.substring(start, match.start())).find()
                && !(week && match.pattern() == OF_A_PERSON && WEEKS.matcher(text).find());
    }

    /// Whether a match tells the sex beside the number.
    static boolean hasLetter(Matcher match) {
        return match.pattern() == AMID_A_NOTE;
    }
}
