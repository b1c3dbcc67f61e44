package oropos.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// Of two values told of one test the later: "was 7.1, repeat 4.2", "was 12 three weeks ago and today it is
/// 13", "90 in 2015, 25 now", "300 falling to 45".
///
/// Between the two nothing may stand but times, units and words of measuring, so that nothing else told
/// there is passed over; and the second is a number only where nothing is counted by it ("now 2 nosebleeds").
///
/// @param number the later value; null where it is only called normal
/// @param span the later value as it stands
/// @param timed whether a time before is told of the first, or the second is a repeat
/// @param days whether the first is of another day
/// @param thenOnly whether nothing but "then" stands between
record LaterValue(
        @Nullable String number, Span span, boolean timed, boolean days, boolean thenOnly) {

    private static final String UNIT =
            "(?: ?(?:mmol(?:/l)?|mg/dl|mg%|g/l|g/dl|meq/l|mEq|ml/min(?:/1\\.73 ?m2)?|µmol/l|umol/l|x ?10\\^?9/l|mu/l|miu/l|iu/l|u/l|ng/ml|µg/l|ug/l|mmol/mol|%))?(?![\\p{L}/])";

    private static final String COUNT =
            "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|several|some|\\d{1,2})";

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final String DAY =
            "(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun";

    /// A time before: "last week", "in 2019", "two years ago", "on admission".
    static final String THEN =
            "(?:"
                    + COUNT
                    + " (?:hours?|days?|weeks?|months?|years?|yrs?) (?:ago|before|earlier)"
                    + "|(?:last|the previous|previous) (?:week|month|year|night|time|spring|summer|autumn|fall|winter|christmas|visit|clinic|"
                    + DAY
                    + ")|yesterday|(?:back )?(?:in|since|from|of) (?:early |late |"
                    + MONTH
                    + " )?(?:19|20)\\d\\d|(?:back )?in "
                    + MONTH
                    + "|on (?:"
                    + DAY
                    + "|admission|arrival|discharge)|at (?:the )?(?:gp|first|booking|baseline|diagnosis|presentation|admission|start)"
                    + "|initially|before (?:the )?(?:treatment|transfusion|iron|dialysis|insulin|surgery|chemo)|as a (?:student|child|teenager|young \\p{L}+)"
                    + "|in (?:the )?(?:spring|summer|autumn|winter)|at (?:noon|midnight|breakfast|lunch(?:time)?|tea ?time|dinner|bed ?time|\\d{1,2}(?:[:.]\\d\\d ?(?:am|pm)?| ?(?:am|pm)))"
                    + "|then|earlier|previously|this morning|ha?emoly[sz]ed)";

    /// A time of now; "repeat" tells one value put in another's place.
    private static final String NOW =
            "(?:now|today|tonight|currently|at present|this (?:morning|afternoon|evening|week|month)|last week|last night|yesterday)";

    private static final String REPEAT =
            "(?:(?:on )?(?:the )?(?:repeat(?:ed)?|recheck(?:ed)?|re-check(?:ed)?|retest(?:ed)?|second|latest)(?: (?:sample|test|blood|result|one|level|value|today|now))?)";

    private static final String LINKS =
            "(?:[ :=]+(?:it|it's|its|it’s|is|was|only|just|about|around|down|up|back|came|comes|at|to|of)\\b){0,4}[ :=]*";

    private static final String NUMBER = "(?<![\\d.])(?:[<>] ?)?\\d{1,4}(?:[.,]\\d{1,2})?";

    /// Behind a value comes its unit, an end, or how the sentence goes on; not what is counted by it.
    private static final String GOES_ON =
            "(?=\\s*(?:$|[.,;:?!)(\\n–-]|\\b(?:and|but|on|with|after|so|can|should|shall|what|which|how|do|does|is|then|ok|okay|since|despite|stop|start|restart|increase|reduce|change|treat)\\b))"
                    + "(?!\\s*[,(]?\\s*(?:last|ago|yesterday|previously|initially|in (?:19|20)\\d\\d|"
                    + COUNT
                    + " \\p{L}+ ago)\\b)(?![\\d/]|[.,:]\\d)";

    /// "Normal" is said of the value only where it ends what is said; "normal saline" is another thing.
    private static final String ENDS = "(?=\\s*(?:$|[.,;?!)\\n]))";

    private static final String SO_FAR =
            "^" + UNIT + "(?:[ ,;.(]+(?:(?:that )?was |were )?" + THEN + "\\b\\)?){0,3}";

    private static final String JOINS =
            "(?:[,;.)(–-]+ *| +)(?:(?:and|but|then|so|with) +)?(?:(?:is|it is|it's|its) +)?";

    /// "..., repeat 4.2", "and today it is 13", "now 44", "then repeat normal".
    private static final Pattern NOW_FIRST =
            Pattern.compile(
                    "(?i)"
                            + SO_FAR
                            + JOINS
                            + "(?:(?<repeat>"
                            + REPEAT
                            + ")(?<linked>"
                            + LINKS
                            + ")|"
                            + NOW
                            + "(?: its?)?(?:[ :=]+(?:it|is|only|just|about|around|down|up|back|at|to|of)\\b){0,4}[ :=]*)(?:(?<number>"
                            + NUMBER
                            + ")"
                            + UNIT
                            + GOES_ON
                            + "|(?<normal>normal)"
                            + ENDS
                            + ")");

    /// "... and is 31 today", "..., 3.8 today", "..., 18 last week" behind an older time.
    private static final Pattern NOW_LAST =
            Pattern.compile(
                    "(?i)^"
                            + UNIT
                            + "(?<then>(?:[ ,;.(]+"
                            + THEN
                            + "\\b\\)?){0,3})(?:[,;.)]+ *(?:and |but |then )?| +(?:and|but|then) +|(?<=week|month|year|night|yesterday|ago|admission) +)(?:it |its )?(?:is |it's |now )?(?:only |just |down to |up to )?(?<number>"
                            + NUMBER
                            + ")"
                            + UNIT
                            + " +"
                            + NOW
                            + "\\b"
                            + GOES_ON);

    /// "300 falling to 45".
    private static final Pattern MOVING =
            Pattern.compile(
                    "(?i)^"
                            + UNIT
                            + "(?:(?:[ ,;.(]+"
                            + THEN
                            + "\\b\\)?){0,3}(?=,? (?:and )?then ))?,? (?:(?:falling|rising|dropping|down|up|improving|improved|fell|rose|dropped|then) to|(?:and )?then) (?<number>"
                            + NUMBER
                            + ")"
                            + UNIT
                            + "(?:"
                            + GOES_ON
                            + "|(?= (?:today|now|tonight)\\b))");

    /// "45 (was 80 in 2020)" and "31 now" need no later value.
    private static final Pattern IS_NOW =
            Pattern.compile(
                    "(?i)^"
                            + UNIT
                            + " (?:now|today|tonight|currently|at present)\\b(?!,? (?:(?:it |it's |its )?(?:is |at |down to |up to |only |just )?\\d))");

    private static final Pattern WITH_UNIT = Pattern.compile("(?i)^" + UNIT);

    /// Where the unit ends that is written behind a number that ends here; the same place without one.
    static int unitEnd(String text, int end) {
        Matcher unit = WITH_UNIT.matcher(text.substring(end, Math.min(text.length(), end + REACH)));
        return unit.find() ? end + unit.end() : end;
    }

    /// The value that is told later than one that ends here.
    static @Nullable LaterValue behind(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + REACH));
        Matcher first = NOW_FIRST.matcher(rest);
        if (first.find()) {
            boolean itself =
                    first.group("repeat") != null
                            && rest.substring(0, first.start("repeat")).isBlank();
            if (itself || IS_NOW.matcher(rest).find() && first.group("repeat") == null) {
                return null;
            }
            String number = first.group("number");
            if (number != null
                    && isPerhapsAnHour(rest.substring(0, first.start("number")), number)) {
                return null;
            }
            return number == null
                    ? of(null, first.start("normal"), first.end("normal"), rest, end)
                    : of(number, first.start("number"), first.end("number"), rest, end);
        }
        Matcher last = NOW_LAST.matcher(rest);
        if (last.find()) {
            boolean isOfThen =
                    rest.substring(last.end("number"), last.end())
                                    .matches("(?is).*\\b(?:last|yesterday).*")
                            && !last.group("then")
                                    .matches("(?is).*\\b(?:ago|in|on|before|last)\\b.*");
            return isOfThen
                    ? null
                    : of(last.group("number"), last.start("number"), last.end("number"), rest, end);
        }
        Matcher moving = MOVING.matcher(rest);
        return moving.find()
                ? of(
                        moving.group("number"),
                        moving.start("number"),
                        moving.end("number"),
                        rest,
                        end)
                : null;
    }

    private static LaterValue of(
            @Nullable String number, int from, int to, String rest, int offset) {
        String between = rest.substring(0, from);
        boolean days = DAYS.matcher(between).find();
        return new LaterValue(
                number == null ? null : number.replace(" ", "").replace(',', '.'),
                new Span(offset + from, offset + to),
                days || TIMED.matcher(between).find(),
                days,
                THEN_ONLY.matcher(between).matches());
    }

    private static final Pattern THEN_ONLY =
            Pattern.compile(
                    "(?i)" + UNIT + "(?:[ ,;.(]+" + THEN + "\\b\\)?){0,3},? (?:and )?then ");

    static final Pattern DAYS =
            Pattern.compile(
                    "(?i)\\b(?:(?:days?|weeks?|months?|years?|yrs?) (?:ago|before|earlier)|last|previous|yesterday|(?:19|20)\\d\\d|"
                            + MONTH
                            + "|admission|discharge|diagnosis|as a|before)\\b");

    private static final Pattern TIMED =
            Pattern.compile(
                    "(?i)\\b(?:"
                            + REPEAT
                            + "|hours? (?:ago|before|earlier)|earlier|initially|then|previously|morning|baseline|first|(?:falling|rising|dropping|down|up|improving|improved|fell|rose|dropped) to)\\b");

    /// "Repeat at 4" is an hour.
    private static boolean isPerhapsAnHour(String before, String number) {
        return number.matches("\\d{1,2}")
                && before.matches("(?is).*(?<!\\bback |\\bdown |\\bup |\\bis |\\bnow )\\bat *");
    }

    private static final int REACH = 110;
}
