package oropos.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Sex;

/// What a question tells of pregnancy and breastfeeding. A pregnancy wished for, feared, past or
/// denied is none.
///
/// @param pregnant null where nothing is said
/// @param weeks completed weeks as written, or null
/// @param trimester `1`, `2` or `3`, or null
record Pregnancy(@Nullable Boolean pregnant, @Nullable String weeks, @Nullable String trimester) {

    private static final List<Cue> PREGNANT =
            Cue.all(
                    List.of(
                            "pregnant|pregnancy|gravid|gravida|trimester|gestation|preg|preggers|preggo",
                            "i am|m expecting and|but",
                            "im expecting and|but",
                            "expecting [a|my|our|her|their] [first|second|third|next] baby|twins|triplets|child",
                            "expectant mother|mum|mom|woman",
                            "#4..43 weeks|week|wk|wks along|gone",
                            "i|im|wife|wifes|gf|girlfriend|girlfriends|missus|fiancee|were [am|is|now|only|about|nearly|almost|currently|just] #4..43 weeks|wk|wks",
                            "bump ~6 #4..43 weeks|wk|wks",
                            "#4..43 weeks|wk|wks ~6 bump|braxton",
                            "braxton hicks|contractions ~6 #4..43 weeks|wk|wks"));
    private static final List<Cue> NOT_A_PREGNANCY =
            Cue.all(
                    List.of(
                            "pregnancy test|prevention|planning|wish|desire|tests",
                            "planning|plan|plans|planned|wants|trying|hoping|attempting|before|after|avoid|prevent|previous|prior|last|past|conceive ~4 pregnancy|pregnant",
                            "whose|his wife|partner|girlfriend ~5 pregnant",
                            "become|becoming|get|getting|got|if ~2 pregnant",
                            "ectopic|molar pregnancy",
                            "history of ~3 pregnancy",
                            "weeks|years|months after ~3 pregnancy",
                            "was|were pregnant ~2 ago|previously|before|last|until",
                            "when ~2 was|were pregnant",
                            "since|after ~3 pregnant",
                            "since ~2 pregnancy ~3 ago",
                            "#4..43 weeks|wk|wks ~2 old|post|postpartum|pp|after|since|into|out|clean|sober|in|on|past|from|ago|later|postop|off|without|away|behind"));
    private static final List<Cue> LACTATING =
            Cue.all(
                    List.of(
                            "breastfeed|breastfeeds|breastfeeding|lactating",
                            "breast feed|feeds|feeding",
                            "nursing my|mother|mothers|mum|mom|mums|moms"));

    /// "My sister is pregnant and I have hay fever": hers, not the asker's.
    private static final Cue ANOTHERS_AND_I =
            Cue.of(
                    "my|our sister|wife|friend|daughter|cousin|partner|girlfriend|neighbour|neighbor|colleague|mother|mum|mom|aunt|niece [is|was] ~1 pregnant|breastfeeding|lactating|nursing ~2 i|im|ive|my");

    /// After "and I" these speak of her again: "my wife is pregnant and I ask whether she may".
    private static final Cue SHE = Cue.of("she|her");

    private static final List<Cue> I_AM =
            Cue.all(
                    List.of(
                            "i am|m ~3 pregnant|preg|preggers|expecting",
                            "im ~3 pregnant|preg|preggers|expecting",
                            "i am|m [only|about|nearly|almost|currently|just|now] #4..43 weeks|wks",
                            "im [only|about|nearly|almost|currently|just|now] #4..43 weeks|wks"));

    /// "stopped breastfeeding": over. "Want to stop" is not.
    private static final Cue STOPPED =
            Cue.of(
                    "stopped|finished|quit|ended|weaned|ceased|longer ~1 breastfeeding|breastfeed|breastfeeds|lactating|nursing");

    private static final List<Cue> TRIMESTERS =
            Cue.all(
                    List.of(
                            "first|1st trimester",
                            "second|2nd trimester",
                            "third|3rd|last trimester"));

    /// "G2P1 at 33 weeks", "G2P1, 26 weeks": the count of pregnancies and births, and how far this one is.
    private static final Pattern BY_COUNT =
            Pattern.compile(
                    "(?i)\\bG\\d{1,2}\\s?P\\d{1,2}\\w{0,4}\\b(?:[^.?!]{0,20}?\\bat |[\\s,;:(-]{1,3})(\\d{1,2})(?:\\+ ?\\d)? ?(?:weeks|wks?)\\b(?! (?:old|ago|post|after))");

    /// "She is 3 months along", "twenty weeks gone".
    private static final Pattern ALONG =
            Pattern.compile(
                    "(?i)\\b(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) (?:months?|weeks?|wks?) (?:along(?! with)|gone)\\b");

    private static final Pattern WEEK_OF =
            Pattern.compile(
                    "(?i)\\bweek (\\d{1,2}) of (?:(?:the|my|her) )?(?:pregnancy|gestation)\\b");

    /// "Should a pregnant woman be screened ... at 26 weeks?": where somebody is pregnant and no other week
    /// is told.
    private static final Pattern AT =
            Pattern.compile(
                    "(?i)\\bat ([4-9]|[1-3]\\d|4[0-3])(?:\\+\\d)? ?(?:weeks|wks?)\\b"
                            + "(?! (?:old|of age|after|post|later|before|follow))");

    /// "Expecting twins, 30 wks, iron deficient": weeks that stand alone.
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?i)(?:^|[,;(]\\s?|\\b(?:now|am|i'm|is|currently) )([4-9]|[1-3]\\d|4[0-3])(?:\\+\\d)? ?(?:weeks|wks?)(?=\\s*(?:[,.;)?]|$)| (?:and|with)\\b)");

    /// "30/40", "34F 10/40": weeks of the forty a pregnancy lasts, as British notes write them.
    private static final Pattern OF_FORTY =
            Pattern.compile(
                    "(?:^|[,;(]\\s?|\\b(?:at|is|now|currently) |\\b\\d\\d ?F )([4-9]|[1-3]\\d|4[0-2])(?:\\+\\d)?/40\\b(?!\\s?(?:mm|kpa|mg|score|points))",
                    Pattern.CASE_INSENSITIVE);

    /// "Pregnant? No", as forms ask it.
    private static final Pattern ANSWERED_NO =
            Pattern.compile(
                    "(?i)\\bpregnan(?:t|cy)\\s?[?:]\\s?(?:no|n|nil|none|negative|denied)\\b");

    private static final Cue GESTATION =
            Cue.of(
                    "#1..43 weeks|week|wk|wks ~2 pregnant|gestation|pregnancy|gestational|gravid|along|gone");
    private static final Cue GESTATION_AT =
            Cue.of("pregnant|gestation|pregnancy ~3 #1..43 weeks|week|wk|wks");

    /// @param isBaby whether the patient is a baby, of whom such words tell nothing
    static Pregnancy read(Wording wording, boolean isBaby) {
        if (isBaby) {
            return new Pregnancy(null, null, null);
        }
        if (ANSWERED_NO.matcher(wording.text()).find()) {
            return new Pregnancy(false, null, null);
        }
        String weeks = stated(wording.text());
        for (Cue cue : List.of(GESTATION, GESTATION_AT)) {
            for (Cue.Heard heard : cue.heard(wording)) {
                for (int at = heard.first(); at <= heard.last() && weeks == null; at++) {
                    if (wording.words().get(at).text().matches("\\d{1,2}(\\.\\d)?")) {
                        weeks = wording.words().get(at).text();
                    }
                }
            }
        }
        String trimester = null;
        for (int number = 0; number < TRIMESTERS.size(); number++) {
            if (TRIMESTERS.get(number).isIn(wording)) {
                trimester = String.valueOf(number + 1);
            }
        }
        if (weeks != null && trimester == null) {
            trimester = trimesterOf(new BigDecimal(weeks));
        }
        Boolean pregnant = null;
        for (Cue.Heard heard : heard(PREGNANT, wording)) {
            if (isOther(wording, heard) || isAnothers(wording, heard)) {
                continue;
            }
            if (Assertions.isDenied(wording, heard)) {
                pregnant = pregnant == null ? Boolean.FALSE : pregnant;
            } else {
                pregnant = Boolean.TRUE;
            }
        }
        if (pregnant == null
                && (BY_COUNT.matcher(wording.text()).find()
                        || OF_FORTY.matcher(wording.text()).find()
                        || ALONG.matcher(wording.text()).find())) {
            pregnant = Boolean.TRUE;
        }
        boolean isTold = Boolean.TRUE.equals(pregnant);
        for (Pattern pattern : List.of(AT, ALONE)) {
            Matcher at = pattern.matcher(wording.text());
            if (isTold && weeks == null && at.find()) {
                weeks = at.group(1);
                trimester = trimester == null ? trimesterOf(new BigDecimal(weeks)) : trimester;
            }
        }
        return new Pregnancy(pregnant, isTold ? weeks : null, isTold ? trimester : null);
    }

    /// Whether the asker says to be pregnant now, whoever else is told of: "... and I am 20 weeks pregnant".
    static boolean isOfAsker(Wording wording) {
        return heard(I_AM, wording).stream()
                .anyMatch(
                        heard -> !isOther(wording, heard) && !Assertions.isDenied(wording, heard));
    }

    /// What urgent signs tell of whoever has them: waters break in nobody who is not pregnant.
    enum Told {
        PREGNANT,
        DELIVERED,

        /// Pregnant where late weeks of a pregnancy are told and nobody's age or birth: "33 weeks and a pounding
        /// headache".
        WEEKS
    }

    /// Weeks that may be of a pregnancy, or of it in another writing: "31 weeks", "39+2", "34/40".
    private static final Pattern WEEKS =
            Pattern.compile(
                    "(?i)(?<![\\d.+/])([4-9]|[1-3]\\d|4[0-3])(?:(?:\\s?\\+\\s?\\d)?\\s?(?:weeks?|wks?)\\b(?! old)|\\+\\d|/40)");

    /// The youngest who is told of by her own age and may be pregnant, in years.
    private static final int YOUNGEST = 8;

    /// From here on weeks of a pregnancy can be told of by signs of its later half.
    private static final int LATE = 20;

    private static final Set<String> OF_A_CHILD_OR_BIRTH =
            Set.of(
                    "old",
                    "son",
                    "daughter",
                    "infant",
                    "toddler",
                    "newborn",
                    "nappy",
                    "nappies",
                    "diaper",
                    "he",
                    "his",
                    "him",
                    "birth",
                    "delivered",
                    "delivery",
                    "postpartum",
                    "postnatal",
                    "born",
                    "section",
                    "caesarean",
                    "cesarean",
                    "after",
                    "ago",
                    "boy",
                    "grandson",
                    "granddaughter",
                    "months",
                    "month");

    private static boolean isLate(Wording wording) {
        Matcher weeks = WEEKS.matcher(wording.text());
        return weeks.find()
                && Integer.parseInt(weeks.group(1)) >= LATE
                && wording.words().stream()
                        .noneMatch(word -> OF_A_CHILD_OR_BIRTH.contains(word.text()));
    }

    /// The patient as somebody who is pregnant, or has given birth; the age of a baby is not hers.
    static Patient told(Told told, Patient patient, Wording wording) {
        if (told == Told.WEEKS) {
            return isLate(wording) ? told(Told.PREGNANT, patient, wording) : patient;
        }
        boolean isOfBaby = patient.ages() != null && patient.ages().oldest().inYears() < YOUNGEST;
        Map<String, String> facts = new TreeMap<>(patient.facts());
        if (told == Told.PREGNANT && !facts.containsKey("gestation")) {
            Matcher weeks = WEEKS.matcher(wording.text());
            if (weeks.find()) {
                facts.put("gestation", weeks.group(1) + " weeks");
                facts.putIfAbsent("trimester", trimesterOf(new BigDecimal(weeks.group(1))));
            }
        }
        return new Patient(
                isOfBaby ? null : patient.age(),
                isOfBaby ? null : patient.ages(),
                isOfBaby ? null : patient.ageWords(),
                Sex.FEMALE,
                told == Told.PREGNANT ? Boolean.TRUE : patient.pregnant(),
                patient.lactating(),
                facts);
    }

    /// Whether somebody is said to be pregnant now.
    static boolean isTold(Wording wording) {
        if (BY_COUNT.matcher(wording.text()).find()) {
            return true;
        }
        return heard(PREGNANT, wording).stream()
                .anyMatch(
                        heard -> !isOther(wording, heard) && !Assertions.isDenied(wording, heard));
    }

    private static boolean isOther(Wording wording, Cue.Heard heard) {
        return NOT_A_PREGNANCY.stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(other -> other.first() <= heard.last() && heard.first() <= other.last());
    }

    private static List<Cue.Heard> heard(List<Cue> cues, Wording wording) {
        return cues.stream().flatMap(cue -> cue.heard(wording).stream()).toList();
    }

    private static boolean isAnothers(Wording wording, Cue.Heard heard) {
        if (AnothersPregnancy.is(wording.text())) {
            return true;
        }
        return ANOTHERS_AND_I.heard(wording).stream()
                .anyMatch(other ->
                        other.first() <= heard.last()
                                && heard.first() <= other.last()
                                && SHE.heard(wording).stream()
                                        .noneMatch(she -> she.first() > other.last()));
    }

    /// Completed weeks where they are written as such: "24+3 weeks pregnant" are 24, not 3.
    private static @Nullable String stated(String text) {
        for (Pattern pattern : List.of(BY_COUNT, WEEK_OF, OF_FORTY)) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                return found.group(1);
            }
        }
        String beside = NotedAges.weeksBesideAnAge(text);
        if (beside != null) {
            return beside;
        }
        List<Ages.Found> weeks = Ages.gestation(text);
        return weeks.isEmpty()
                ? null
                : weeks.getFirst().range().youngest().value().stripTrailingZeros().toPlainString();
    }

    /// Trimesters by completed weeks: to the 13th, 14 to 27, from 28 (Healthwise, *Trimester*, 2022).
    private static String trimesterOf(BigDecimal weeks) {
        if (weeks.intValue() < 14) {
            return "1";
        }
        return weeks.intValue() < 28 ? "2" : "3";
    }

    /// Whether the patient breastfeeds; null where nothing is said.
    static @Nullable Boolean lactating(Wording wording) {
        Boolean lactating = null;
        for (Cue cue : LACTATING) {
            for (Cue.Heard heard : cue.heard(wording)) {
                boolean over =
                        STOPPED.heard(wording).stream()
                                .anyMatch(stopped ->
                                        stopped.first() <= heard.last()
                                                && heard.first() <= stopped.last());
                if (isAnothers(wording, heard)) {
                    continue;
                }
                if (!over && !Assertions.isDenied(wording, heard)) {
                    return true;
                }
                lactating = false;
            }
        }
        return lactating;
    }
}
