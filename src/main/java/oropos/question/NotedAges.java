package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Span;

/// The ages of a question: those any text tells, and those told as notes and everyday questions do:
/// "75M AF", "shingles, 80 F", "diagnosed at 12, now 30", "29, 20 weeks pregnant", "she is 24 and 36 weeks
/// pregnant".
///
/// A number without a word for years is an age only where nothing measured is spoken of: "eGFR 90 last
/// year, now 44" tells none.
final class NotedAges {

    /// Longer texts tell ages in sentences.
    private static final int LONGEST = 600;

    private static final String YEARS = "(?<n>[1-9]\\d?)";

    /// "29, 20 weeks pregnant", "I'm 31 and 8 weeks pregnant", "24 yo, 36/40".
    private static final Pattern BESIDE_WEEKS =
            of(
                    "(?:^\\s?(?:pt|patient|woman|female|lady|g\\d{1,2} ?p\\d{1,2}),? ?|^\\s?|[.;?!]\\s|\\b(?:i am|i'm|im|she is|she's|shes|aged|who is|woman of|wife is|wife,|sister is|sister,|daughter is|daughter,|friend is)\\s)"
                            + "(?<n>1[2-9]|[2-4]\\d|5[0-5])(?: ?(?:years?(?: old)?|y/?o))?(?:,| and| &)\\s(?:now\\s|currently\\s|about\\s)?(?:(?<w>\\d{1,2})(?: ?\\+ ?\\d)? ?(?:weeks?|wks?|w)(?:'|’)? (?:pregnant|gone|along|gestation)|\\d{1,2} ?(?:months|mths?) (?:pregnant|gone|along)|(?:[4-9]|[1-3]\\d|4[0-2])(?:\\+\\d)?/40|pregnant)\\b");

    /// "..., now 41, ...", "58 now", "currently 19 years", "today aged 35".
    private static final Pattern NOW =
            of(
                    "\\b(?:now|currently|presently|today)(?: (?:at|aged|age|only|almost|nearly))? "
                            + YEARS
                            + "(?=\\s*(?:$|[,;:?!)]|\\.(?!\\d)|(?:and|but|with|who|planning|on|has|having|taking|pregnant|wants|trying|should|can|is)\\b))");

    private static final Pattern NOW_BEHIND =
            of(
                    "(?:^|[.,;:]\\s|\\b(?:she is|he is|i am|she's|he's|i'm) )"
                            + YEARS
                            + " now(?=\\s*(?:$|[,;:.?!)]))");

    /// What tells that time went by for somebody, so that a number behind "now" is years.
    private static final Pattern OF_THEN =
            of(
                    "\\b(?:at|aged?|since|from the age of|when (?:i|he|she) was|was|at age) \\d{1,2}\\b|\\b(?:pregnanc(?:y|ies)|miscarriages?|children|child|births?|childhood|teens?|teenager|diagnosed|menopause|menarche|as a (?:child|baby|teenager|boy|girl)|born)\\b");

    /// "Born at 28 weeks, now 40": weeks again.
    private static final Pattern OF_WEEKS =
            of(
                    "\\bprem(?:ature\\w*|mie)?\\b|\\bpreterm\\b|\\b(?:born|twins)\\b[^.;?!]*\\bweeks?\\b");

    /// A number in a text that measures is no age.
    static final Pattern MEASURED =
            of(
                    "\\b(?:bp|pressure|pulse|rate|hr|temp(?:erature)?|fever|weigh\\w*|bmi|sats?|saturation|e?gfr|crcl|creatinine|clearance|hb|h(?:a)?emoglobin|hba1c|a1c|glucose|sugars?|insulin"
                            + "|potassium|sodium|calcium|magnesium|phosphate|platelets?|inr|crp|esr|tsh|t4|ferritin|vitamin|levels?|counts?|score|scores|gcs|psa|dose|doses|mg|mcg|units?|kg|lbs?|stones?|ml|cigarettes?|packs?"
                            + "|smok\\w+|drinks?|pints?|cholesterol|ldl|hdl|wbc|wcc|alt|ast|ggt|alp|bilirubin|troponin|bnp|lactate|peak flow|fev1|ef|lvef|waist|steps|calories|albumin|urea|acr|amylase|lipase|ck|ph|spo2|pain|percent|grade|stage"
                            + "|days?|hours?|minutes?|times|episodes?|attacks?|seizures? (?:a|per)|puffs?|tablets?|pills?|mmol|cm|mm|%)\\b|\\d ?%|\\d/\\d|\\b[kK] ?[<>]?\\d|\\bna \\d");

    /// "75M AF": the letter at the beginning, a word behind it that goes on with what ails.
    private static final Pattern OPENING =
            Pattern.compile(
                    "(?:^\\s?|(?<=\\b(?:[Pp]t|[Pp]atient):?\\s))(?<n>1[89]|[2-9]\\d|10\\d)\\s?(?<who>[MF])(?= {1,60}+(?!(?i:catheters?|foley|sheath|drain|chest (?:drain|tube)|tube|feeding|urinary|dialysis|line|introducer|stent|angioseal|needle|infant|baby|newborn|toddler|child|old|sperm|adjuvant|interval|symptom|after|months?|swim|run|walk|sprint|race|freestyle|dash|height|depth|deep|tall|long|high|wide|away|from|distance|people|users|children|patients|cells|deaths|cases"
                            + "|adults|women|men|americans|units|copies|apart|per|of|to|and up|room|oven|or|pool|freestyle|butterfly|backstroke|crawl|limit|tape|rope|fall|drop|degrees?)\\b)\\p{L}| \\d{1,3}\\s?(?:stone|st|kg|lbs?|pounds)\\b)");

    /// "shingles 80 F", "gout flare 71 M, CKD 3"; a temperature has no such place.
    private static final Pattern CLOSING =
            Pattern.compile(
                    "(?<=\\p{L}{3} )(?<!(?i:\\b(?:temp|temperature|at|of|to|is|was|over|under|above|below|fever|around|about|room|oven|water|walk|walks|walked|swim|swims|run|runs|only|just|than|then|for|every|after|within|x|first|last|next|from|heat|store|stored|reach|reached|hit|type|grade|size)) )"
                            + "(?<n>1[89]|[2-8]\\d|9\\d(?!\\s?F))\\s?(?<who>[MF])(?=$|[,;.?!])");

    /// "M 45 chest infection", "F 62 new AF".
    private static final Pattern LETTER =
            Pattern.compile(
                    "^\\s?(?<who>[MF])\\s(?<n>1[89]|[2-9]\\d)(?= \\p{L}{2})(?! ?(?:mg|kg|m|cm|ml|PET|FDG)\\b)");

    /// "T1DM, 24, DKA last year": between commas behind what ails, where nothing else is counted before.
    private static final Pattern BETWEEN_COMMAS =
            of(
                    "^(?<what>[^\\d,.;:?!]{2,40}|T[12]DM), (?<n>[1-9]\\d)(?=,(?! ?(?:or|and|not|\\d|once|twice|daily|every|in|at|per|then|tablets?|mg|bd|od|tds)\\b))");

    /// "Weighs 20 kg and is 6", "she's 80 and 45 kg", "200 lbs, 45, gout": beside what somebody weighs.
    private static final Pattern BESIDE_A_WEIGHT =
            of(
                    "\\bweigh(?:s|ing)? \\d{1,3}(?:\\.\\d)? ?(?:kg|kilos|lbs?|pounds|stone)(?: \\d{1,2})?,? and (?:is |am |he's |she's |i'm )(?<n>[1-9]\\d?)(?=\\s*(?:[,;?!]|\\.(?!\\d)|$))");

    private static final Pattern BEFORE_A_WEIGHT =
            of(
                    "\\b(?:she's|he's|i'm|she is|he is|i am) (?<n>[1-9]\\d)(?=(?: and|,) (?:weighs? )?\\d{1,3}(?:\\.\\d)? ?(?:kg|kilos|lbs?|pounds|stone)\\b)");

    private static final Pattern BEHIND_A_WEIGHT =
            of(
                    "\\d ?(?:kg|kilos|lbs?|pounds|stone), (?<n>[1-9]\\d)(?=,(?! ?(?:or|and|not|\\d|once|twice|daily|every|per|then|tablets?|mg|bd|od|tds|kg|lbs?)\\b))");

    /// "Statins at 78 to prevent a heart attack", "smear at 22 needed?": right behind what is offered by age, so
    /// that no dose, week or value is taken for one.
    private static final Pattern AT_YEARS =
            of(
                    "\\b(?:statins|mammograms?|(?:pap )?smears?|colonoscopy|(?:psa|smear|bowel) test|(?:shingles|hpv|pneumonia) (?:vaccines?|jabs?)|bone density scan|dexa scan|hrt) (?<who>at) (?<n>1[89]|[2-9]\\d)"
                            + "(?= (?:to (?:prevent|avoid|reduce|lower)|needed|necessary|worth|useful|recommended|too (?:old|young|late|early)|ok|okay|safe|or (?:wait|later|not))\\b)");

    private NotedAges() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// The weeks of a pregnancy told right behind an age: "24 and 36 weeks pregnant" are 36.
    static @Nullable String weeksBesideAnAge(String text) {
        Matcher match = BESIDE_WEEKS.matcher(text);
        return match.find() ? match.group("w") : null;
    }

    static List<Ages.Found> in(String text) {
        List<Ages.Found> told = Ages.in(text);
        if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return told;
        }
        List<Ages.Found> all = new ArrayList<>(told);
        add(all, BESIDE_WEEKS, text, false);
        if (OF_THEN.matcher(text).find() && !OF_WEEKS.matcher(text).find()) {
            addNow(all, NOW, text);
            addNow(all, NOW_BEHIND, text);
        }
        add(all, OPENING, text, true);
        add(all, CLOSING, text, true);
        add(all, LETTER, text, true);
        add(all, BESIDE_A_WEIGHT, text, false);
        add(all, BEFORE_A_WEIGHT, text, false);
        add(all, BEHIND_A_WEIGHT, text, false);
        Matcher between = BETWEEN_COMMAS.matcher(text);
        if (told.isEmpty() && between.find() && !MEASURED.matcher(between.group("what")).find()) {
            take(all, between, text, false);
        }
        if (told.isEmpty()) {
            add(all, AT_YEARS, text, true);
        }
        if (all.size() == told.size()) {
            return told;
        }
        all.sort(Comparator.comparingInt(found -> found.span().start()));
        return List.copyOf(all);
    }

    private static final Pattern BARE = of("\\d{1,3}\\s?[MF]?|[MF]\\s\\d{1,3}");

    /// Whether these words tell an age only as notes do.
    static boolean isNoted(String text, @Nullable String ageWords) {
        return ageWords != null
                && BARE.matcher(ageWords).matches()
                && Ages.in(text).stream().noneMatch(found -> found.words().equals(ageWords));
    }

    /// What is measured in the same sentence keeps its number.
    private static void addNow(List<Ages.Found> all, Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            int start = sentence(text, match.start());
            if (!MEASURED.matcher(text.substring(start, match.start())).find()) {
                take(all, match, text, false);
            }
        }
    }

    private static int sentence(String text, int at) {
        int start = at;
        while (start > 0
                && "?!;\n".indexOf(text.charAt(start - 1)) < 0
                && !(text.charAt(start - 1) == '.' && text.charAt(start) == ' ')) {
            start--;
        }
        return start;
    }

    private static void add(
            List<Ages.Found> all, Pattern pattern, String text, boolean withLetter) {
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            take(all, match, text, withLetter);
        }
    }

    private static void take(List<Ages.Found> all, Matcher match, String text, boolean withLetter) {
        int start = match.start("n");
        int end = match.end("n");
        if (withLetter) {
            start = Math.min(start, match.start("who"));
            end = Math.max(end, match.end("who"));
        }
        Span span = new Span(start, end);
        if (all.stream().noneMatch(found -> found.span().overlaps(span))) {
            Age age = Age.years(Integer.parseInt(match.group("n")));
            all.add(new Ages.Found(AgeRange.of(age), age, span, span.of(text)));
        }
    }
}
