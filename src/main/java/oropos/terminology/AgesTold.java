package oropos.terminology;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which people tell the age of one person: "my son is 9", "woman of 60", "Pt 58,", "F/34",
/// "she turned 50", "child of six", "11/12 old".
///
/// None of them names a unit, so each asks for a word for a person before the number, and for words after it
/// that do not measure: "a boy of 20 kg", "at 72 beats" and "mother of two" tell no age.
final class AgesTold {

    private static final String N = AgeWords.NUMBER;

    private static final String TENS =
            "\\d0|twentie|thirtie|fortie|fiftie|sixtie|seventie|eightie|ninetie";

    private static final String PERSON =
            "boy|girl|man|woman|male|female|lady|gentleman|guy|bloke|chap|lad|lass|son|daughter|toddler|child|kid|teenager"
                    + "|teen|mother|father|mum|mom|dad|wife|husband|partner|sister|brother|grandson|granddaughter"
                    + "|grandchild|nephew|niece|cousin|aunt|uncle|grandmother|grandfather|grandma|grandpa|granny|gran"
                    + "|grandad|nan|nana|mother-in-law|father-in-law|sister-in-law|brother-in-law|stepson|stepdaughter|girlfriend"
                    + "|boyfriend|fianc\u00e9e?|fiancee?|friend|colleague|neighbou?r|classmate|pupil|carer|cleaner|donor|recipient|client"
                    + "|person|someone|patient|pt|resident|student|nurse|teacher|worker|runner";

    /// One person, in the words of carers and of notes.
    private static final String WHO = "(?<who>" + PERSON + "|baby|infant)";

    /// Nobody's number beside "baby is" is years.
    private static final String NO_BABY = "(?<who>" + PERSON + ")";

    /// What may not follow: the number measures something or goes on.
    private static final String NOTHING_MEASURED =
            "(?!\\s?(?:[%/+x\u00d7\u00b0-]|\\.\\d|,\\d{3}|kgs?\\b|kilos?\\b|kilograms?\\b|lbs?\\b|pounds?\\b|stones?\\b|st\\b|cm\\b"
                    + "|mm\\b|m\\b|ft\\b|feet\\b|foot\\b|inch|mcg\\b|mg\\b|g\\b|ml\\b|mmol|degrees?\\b|weeks?\\b|wks?\\b|months?\\b"
                    + "|mo\\b|days?\\b|hours?\\b|hrs?\\b|minutes?\\b|seconds?\\b|beats?\\b|bpm\\b|per\\b|percent\\b|to\\b|or\\b|times?\\b"
                    + "|doses?\\b|tablets?\\b|units?\\b|points?\\b|patients\\b|people\\b|subjects\\b|participants\\b|controls\\b"
                    + "|cases\\b|of\\b|children\\b|kids\\b|sons\\b|daughters\\b|boys\\b|girls\\b|twins\\b|\\d))";

    private static final String END =
            "(?=\\s*(?:$|[,;:?!)/]|\\.(?!\\d)|(?:with|who|whose|has|had|have|and(?!\\s(?:a\\shalf|\\d))|but|on|presenting|is|are|was"
                    + "|after|needs?|takes?|taking|still|now|in|under|not|without|may|can|could|should|would|needing|wants"
                    + "|for|seen|sent|brought|admitted|last|this|next)\\b))";

    /// "My husband of 20 years", "a colleague of two years": how long they have been together.
    private static final String NO_LENGTH =
            "(?!(?<=\\b(?:husband|wife|partner|boyfriend|girlfriend|fianc\u00e9e?|fiancee?|friend|colleague|neighbou?r|carer|cleaner|client)"
                    + "\\sof\\s(?:about\\s|only\\s|just\\s)?\\w{1,12})\\syears?\\b(?!\\s(?:old|of\\sage)))";

    static final Pattern NOUN =
            of(
                    "\\b"
                            + WHO
                            + "(?:\\sof\\s(?:one|two|three|four|five|six|\\d)(?=,))?"
                            + "(?:\\sof\\s|,\\s|\\s|\\s\\(|:\\s)(?:nearly\\s|almost\\s|just\\s|only\\s|now\\s)?(?<n1>\\d{1,3})"
                            + NOTHING_MEASURED
                            + END);

    /// "child of six", "my niece of 13 faints": what comes after "of" need not close the clause.
    static final Pattern OF =
            of(
                    "(?:\\b(?:an?|my|our|his|her|the|this|one)\\s(?:\\w+\\s){0,2}|^\\s?)"
                            + WHO
                            + "\\sof\\s(?:about\\s|only\\s|just\\s)?(?<n1>"
                            + N
                            + ")(?![\\w.]\\w)"
                            + NOTHING_MEASURED
                            + NO_LENGTH);

    /// "my daughter is 9", as relatives say it; a baby's number would be months.
    static final Pattern IS =
            of(
                    "\\b"
                            + NO_BABY
                            + "(?:,?\\swho)?\\s(?:is|was|just\\sturned|turned|turns|will\\sbe)\\s(?:only\\s|just\\s|now\\s|nearly\\s|almost\\s)?(?<n1>\\d{1,3})"
                            + "(?=\\s*(?:$|[,;:?!)]|\\.(?!\\d)|(?:with|who|and(?!\\s(?:a\\shalf|\\d))|but|now)\\b))");

    /// "he is nine", "she's 4 and": told of somebody already spoken of.
    static final Pattern PRONOUN =
            of(
                    "\\b(?:he|she|i)(?:'s|'m|\\sis|\\sam)\\s(?:only\\s|just\\s|now\\s|nearly\\s|almost\\s)?(?<n1>"
                            + N
                            + ")(?=\\s*(?:$|[,;:?!)]|\\.(?!\\d)|(?:and(?!\\s(?:a\\shalf|\\d))|but|with|who)\\b))");

    /// "She turned 50 last month", "I have just turned seventy".
    static final Pattern TURNED =
            of(
                    "\\b(?:he|she|i|who|has|have|ve|just|recently)\\s(?:just\\s|recently\\s)?turned\\s(?<n1>"
                            + N
                            + ")(?!\\w)"
                            + NOTHING_MEASURED);

    /// "two and a half year old", "2 1/2 yrs old": a half year is counted.
    static final Pattern HALF =
            of(
                    "(?<![\\w./-])(?<n1>"
                            + N
                            + ")(?:\\s?\u00bd|\\s1/2|[ -]and[ -]a[ -]half)[ -]?(?<u1>"
                            + AgeWords.UNIT
                            + ")[ -]?(?:olds?|of age)\\b");

    /// "she's only 9 weeks": a baby. Without "only" it may be a pregnancy.
    static final Pattern ONLY =
            of(
                    "\\b(?:(?:he|she)(?:'s|\\sis|\\swas)\\s(?:only|just)|(?:twins|boys|girls|babies)\\sare(?:\\s(?:only|just|now))?)\\s(?<n1>"
                            + N
                            + ")\\s(?<u1>days?|weeks?|months?)\\b(?!\\s(?:pregnant|gone|along|gestation|into|post|after|in|since|ago|away))");

    /// "6/52 old", "5/7 old": days, weeks and months as British notes write them.
    static final Pattern PART =
            of(
                    "(?<![\\w./])(?<n1>\\d{1,2})/(?<of>7|52|12)[ -]?(?:olds?|of age|baby|infant|boy|girl)\\b");

    static final Pattern LETTER =
            Pattern.compile(
                    "(?:^|(?<=[.;:\\n(]\\s?)|(?<=[,?!]\\s?)(?!(?:9[5-9]|1\\d\\d)\\s?F)|(?<=\\b[Aa]n?\\s)|(?<=\\b[Pp]t:?\\s))(?<n1>\\d{1,3})\\s?/?\\s?(?<who>[MF])(?=\\s*(?:$|[,;.)?!]|(?:with|w/|who|has|had|is|was|presents|presented|presenting|c/o|complaining|on|and|s/p|status|h/o|hx|history|pmh|admitted|seen|sent|brought|referred|transferred|found|in|here)\\b|\\d{1,2}(?:\\+\\d)?/40\\b))");

    /// "F/34", "M, 59": the letter first.
    static final Pattern LETTER_FIRST =
            Pattern.compile(
                    "(?:^|(?<=[.;:\\n(]\\s?)|(?<=\\b[Aa]n?\\s)|(?<=\\b[Pp]t:?\\s))(?<who>[MF])\\s?[/,]?\\s?(?<n1>\\d{1,3})(?=\\s*(?:$|[,;.:)?]|\\s\\p{L}))(?!\\s?(?:kg|lb|cm|mg|g|ml|m|weeks?|wks?|days?|months?)\\b)");

    /// "Pt 58, T2DM": notes at their beginning; "male 71 nocturia" closes no clause.
    static final Pattern FIRST =
            of(
                    "^\\s?(?:new\\s)?(?:pt|patient|man|woman|male|female|boy|girl|lady|gentleman):?,?\\s(?<n1>\\d{1,3})(?=[\\s,;:./?]|$)"
                            + "(?!\\s?/\\s?\\d)"
                            + NOTHING_MEASURED.replace("[%/+", "[%+"));

    static final Pattern AT =
            of(
                    "\\bat\\s(?<n1>\\d{2,3})(?=\\s*(?:$|[,;?!)]|\\.(?!\\d)|(?:with|who|if|and|against|he|she|i|i'm|they|we|my|is|are"
                            + "|am|do|does|should|can|could|may|will|would|what|which|how|has|have|still|now)\\b))");

    static final Pattern DECADE =
            of(
                    "\\b(?:in|into)\\s(?:(?:his|her|their|my|your|the|our)\\s(?:early[ -]|mid[ -]?|late[ -])?|(?:early[ -]|mid[ -]?|late[ -]))(?<n1>"
                            + TENS
                            + ")'?s\\b");

    /// "mid-50s woman", "man, late forties": without "in her" only beside a person.
    static final Pattern DECADE_OF =
            of(
                    "\\b(?:early|mid|late)[ -]?(?<n1>"
                            + TENS
                            + ")'?s,?\\s(?:\\w+\\s)?"
                            + WHO
                            + "\\b|\\b"
                            + WHO.replace("<who>", "<person>")
                            + ",?\\s\\(?(?:early|mid|late)[ -]?(?<n2>"
                            + TENS
                            + ")'?s\\b");

    static final Pattern LIFE =
            of(
                    "\\b(?:day[ -]of[ -]life|DOL)\\s(?<n1>\\d{1,2})\\b|\\bday\\s(?<n2>\\d{1,2})\\sof\\slife\\b");

    private static final Set<String> PARENTS =
            Set.of("mother", "father", "mum", "mom", "dad", "grandmother", "grandfather");

    /// The youngest parent whose age is read: below it the number counts children.
    private static final int YOUNGEST_PARENT = 13;

    private AgesTold() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// "Mother of 3" counts her children.
    static boolean countsChildren(Matcher match) {
        return match.namedGroups().containsKey("who")
                && match.group("who") != null
                && PARENTS.contains(match.group("who").toLowerCase(Locale.ROOT))
                && AgeWords.value(match.group("n1")).intValue() < YOUNGEST_PARENT;
    }
}
