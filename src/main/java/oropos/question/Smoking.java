package oropos.question;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// How much the patient smoked and until when, in everyday words: "a pack a day for 30 years, quit 5
/// years ago".
///
/// A pack-year is a pack of 20 cigarettes a day for a year (National Cancer Institute, dictionary of
/// cancer terms, cited on en.wikipedia.org/wiki/Pack-year, seen 2026-11-29). Where it is worked out the
/// numbers that went into it are told; what is told as pack-years is taken as it stands.
final class Smoking {

    /// Keys of the facts.
    static final String PACK_YEARS = "smoked";

    static final String STOPPED = "stoppedSmoking";

    private static final double CIGARETTES = 20;

    /// Beyond these a number is a slip.
    private static final double MOST_PACKS = 6;

    private static final double MOST_YEARS = 80;

    private static final Map<String, Double> WORDS = words();

    private static final String NUMBER =
            "(\\d{1,3}(?:\\.\\d{1,2})?|one and a half|half an?|"
                    + String.join("|", WORDS.keySet())
                    + ")";

    private static final String A_DAY = " ?(?:a|per|each|every|/) ?day\\b| ?daily\\b| ?/ ?d\\b";

    private static final Pattern SMOKES =
            Pattern.compile(
                    "\\bsmok|\\bcigar|\\bcigs?\\b|\\bfags?\\b|\\btobacco|\\bppd\\b|pack-? ?year|\\bpacks?(?: a | per | ?/ ?)day");

    private static final Pattern TOLD =
            Pattern.compile("\\b(\\d{1,3}(?:\\.\\d{1,2})?)[ -]*pack[- ]?years?\\b");

    private static final Pattern OF_A_GROUP =
            Pattern.compile(
                    "(?:at least|or more|more than|less than|fewer than|over|under|[<>≥≤])\\s?$");

    /// "Does smoking 20 a day cause ...?" tells of nobody.
    private static final Pattern IN_GENERAL =
            Pattern.compile(
                    "\\b(?:does|do|is|are|can|will|could|would|did|how|if|by|whether) smoking\\b[^.?!;]*$");

    private static final String AMOUNT =
            "\\b(?:"
                    + NUMBER
                    + " ?(packs?|packets?|pks?)(?: of (?:cigarettes|cigs|fags))?(?:"
                    + A_DAY
                    + ")|"
                    + NUMBER
                    + " (?:cigarettes|cigs|fags)(?:"
                    + A_DAY
                    + ")|"
                    + NUMBER
                    + " ?(ppd)\\b|(?:(?<=smoked )|(?<=smokes )|(?<=smoke )|(?<=smoking )|(?<=years of ))"
                    + NUMBER
                    + "(?:"
                    + A_DAY
                    + "))";

    private static final String YEARS = NUMBER + "[ -]?(?:years?|yrs?|y)\\b(?! ago| old|-old)";

    private static final Pattern THEN_YEARS =
            Pattern.compile(
                    AMOUNT
                            + "[^.?;!\\d]{0,30}?(?:\\b(?:for|over|since|during)\\b|[x×])[^.?;!\\d]{0,20}?\\b"
                            + YEARS);

    private static final Pattern YEARS_THEN =
            Pattern.compile("\\b" + YEARS + "[^.?;!\\d]{0,25}?" + AMOUNT);

    private static final String AGO =
            "(?:about |around |over |more than |nearly |almost )?(?:"
                    + NUMBER
                    + " (year|yr|month|week|day)s? ago|last (year|month|week))\\b";

    private static final Pattern QUIT =
            Pattern.compile(
                    "\\b(?:quit|stopped|gave up|has given up|given up|packed in)(?: smoking| cigarettes| tobacco| the habit| the fags)?,? "
                            + AGO);

    private static final Pattern WITHOUT =
            Pattern.compile(
                    "\\b(?:ex-?smoker|smoke-?free|not smoked|n't smoked|no cigarettes?)(?: for| in| since)?(?: the (?:past|last))? "
                            + NUMBER
                            + " (year|yr|month|week|day)s?\\b");

    private Smoking() {}

    private static Map<String, Double> words() {
        Map<String, Double> words = new TreeMap<>();
        String[] small = {
            "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty"
        };
        double[] values = {1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 60};
        for (int i = 0; i < small.length; i++) {
            words.put(small[i], values[i]);
        }
        return words;
    }

    /// @param isOfPatient whether the words of a span speak of the patient
    static Map<String, String> read(String text, Predicate<Span> isOfPatient) {
        String low = text.toLowerCase(Locale.ROOT);
        Map<String, String> read = new TreeMap<>();
        if (SMOKES.matcher(low).find()) {
            told(low, isOfPatient)
                    .or(() -> computed(low, isOfPatient))
                    .ifPresent(packYears -> read.put(PACK_YEARS, packYears));
            first(QUIT, low, isOfPatient)
                    .map(quit ->
                            ago(
                                    quit.group(1),
                                    quit.group(2) == null ? quit.group(3) : quit.group(2)))
                    .or(() ->
                            first(WITHOUT, low, isOfPatient)
                                    .map(without -> ago(without.group(1), without.group(2))))
                    .ifPresent(ago -> read.put(STOPPED, ago));
        }
        return read;
    }

    private static Optional<String> told(String low, Predicate<Span> isOfPatient) {
        return first(TOLD, low, isOfPatient)
                .filter(told -> !OF_A_GROUP.matcher(low.substring(0, told.start())).find())
                .map(told -> plain(number(told.group(1))) + " pack-years");
    }

    private static Optional<String> computed(String low, Predicate<Span> isOfPatient) {
        Optional<String> after =
                first(THEN_YEARS, low, isOfPatient)
                        .flatMap(found -> packYears(found, 1, number(found.group(7))));
        return after.or(() ->
                first(YEARS_THEN, low, isOfPatient)
                        .flatMap(found -> packYears(found, 2, number(found.group(1)))));
    }

    /// @param at the first group of the amount
    private static Optional<String> packYears(MatchResult found, int at, double years) {
        boolean packs = found.group(at + 1) != null || found.group(at + 4) != null;
        double amount =
                number(
                        found.group(at) != null
                                ? found.group(at)
                                : found.group(at + 2) != null
                                        ? found.group(at + 2)
                                        : found.group(at + 3) != null
                                                ? found.group(at + 3)
                                                : found.group(at + 5));
        double day = packs ? amount : amount / CIGARETTES;
        if (day <= 0 || day > MOST_PACKS || years <= 0 || years > MOST_YEARS) {
            return Optional.empty();
        }
        return Optional.of(
                plain(day * years)
                        + " pack-years (computed, "
                        + plain(amount)
                        + (packs ? amount > 1 ? " packs" : " pack" : " cigarettes")
                        + " a day for "
                        + plain(years)
                        + " years)");
    }

    private static Optional<MatchResult> first(
            Pattern pattern, String low, Predicate<Span> isOfPatient) {
        return pattern.matcher(low)
                .results()
                .filter(found -> isOfPatient.test(new Span(found.start(), found.end())))
                .filter(found -> !IN_GENERAL.matcher(low.substring(0, found.start())).find())
                .findFirst();
    }

    private static String ago(String number, String unit) {
        String whole = number == null ? "1" : plain(number(number));
        String named = unit.equals("yr") ? "year" : unit;
        return whole + " " + named + (whole.equals("1") ? "" : "s") + " ago";
    }

    private static double number(String words) {
        if (words.startsWith("half")) {
            return .5;
        }
        if (words.equals("one and a half")) {
            return 1.5;
        }
        Double word = WORDS.get(words);
        return word == null ? Double.parseDouble(words) : word;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(Math.round(number * 10) / 10.0)
                .stripTrailingZeros()
                .toPlainString();
    }
}
