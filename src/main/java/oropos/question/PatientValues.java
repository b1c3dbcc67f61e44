package oropos.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concepts;
import oropos.terminology.Span;

/// Reads what is measured or known of a patient beside age and sex: weight, height, kidney and liver
/// function, allergies, the setting and the country.
///
/// A value keeps its unit and stands under its own key of the patient's facts. What is denied, what a
/// relative has and what was removed as an identifier is not read; "Child-Pugh" is a class of the liver
/// and no person.
final class PatientValues {

    private static final Pattern RELATIVE =
            Pattern.compile(
                    "(?i)\\b(?:his|her|their|whose)\\s(?:\\w+\\s)?(?:mother|father|sister|brother|aunt|uncle|wife|husband|partner|son|daughter|cousin|grandmother|grandfather|parents?|siblings?)\\b[^.?!;]*$");

    /// "My husband is allergic to penicillin, I am not": what an asker for himself tells of another.
    private static final Pattern ANOTHER =
            Pattern.compile(
                    "(?i)\\bmy\\s(?:husband|wife|partner|boyfriend|girlfriend|mother|father|mum|mom|dad|sister|brother|friend|flatmate)\\b[^.?!;]*$");

    private static final Pattern ASKER =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|i have|i've|can i|may i|should i|could i|do i|my (?!husband|wife|partner|boyfriend|girlfriend|mother|father|mum|mom|dad|sister|brother|friend|flatmate)\\p{L}+)\\b");

    private static final Pattern OF_ANOTHER = Pattern.compile("(?i)\\b(?:he|she|him|her|his)\\b");

    private static final Pattern DENIED =
            Pattern.compile(
                    "(?i)\\b(?:no|not|without|denies|never|isn't|nor)\\b(?:(?!\\b(?:but|except|apart|besides|bar)\\b)[^.?!;,]){0,20}$");

    /// A value that is looked for.
    ///
    /// @param says the value, out of what matched
    private record Value(String key, Pattern pattern, Function<Matcher, String> says) {}

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,2})?)";

    /// What was lost or gained, or is lifted, is nobody's weight.
    private static final String NO_CHANGE =
            "(?:(?<=\\b(?:to|now|is|at|weighs|weighing|weight) )|(?<!\\b(?:los[est]\\p{L}{0,3}|loss|gain\\p{L}{0,3}|put on|lift\\p{L}{0,3}|carr\\p{L}{1,4}|by)\\b[^.;,?!]{0,25}))";

    private static final String NOT_OF_A_BODY =
            "(?!\\s?(?:/|weight loss|of weight|heavier|lighter|over\\b|of (?:\\p{L}+ )?(?:force|pressure|fat|muscle)|of (?!body\\b|\\d)\\p{L}|removed\\b|resected\\b|boxe?s?\\b|bags?\\b|weights\\b|dumb-?bells?|barbells?|kettlebells?|sacks?\\b|(?:\\d{1,2} ?(?:oz|ounces?) )?(?:at|when) (?:birth|born)))";

    /// What is wished for, was once, is paid for, eaten or carried is nobody's weight of now.
    private static final String NOT_OWN =
            "(?<!\\bused to (?:weigh|be) [^.;,?!]{0,12})"
                    + "(?<!\\b(?:want|wish|hope|like|aim|tr[yi]\\p{L}{0,3})\\p{L}{0,3} to (?:weigh|be|get (?:down |up )?to|reach|go (?:down |up )?to) [^.;,?!]{0,12})"
                    + "(?<!\\b(?:target|goal|ideal)(?: weight)?(?: is| of|:)? )"
                    + "(?<!\\b(?:spent|spend|spends|paid|pay|pays|costs?|eats?|ate|eating|drinks?|drank|bag of|bags of|box of|sack of|tumou?r|fibroid|cyst|mass|lipoma)(?: of| a| about| is| was| weighing)?(?: of| a| about| over| nearly)? )";

    /// "Weighed 150 pounds, weighs 130 now": the first is not of now.
    private static final String STILL_SO =
            "(?!(?<=\\b(?:weighed|was|been) [^.;?!]{0,24})[^.;?!]{0,20}\\b(?:(?:now|weighs|currently|today) (?:is |at |only |about |just |down to |up to )?\\d{1,3}\\b(?! ?(?:years?|weeks?|months?|yo|mg|mcg|g|ml|units?|tablets?|/)\\b)|\\d{1,3}(?: ?(?:kg|lbs?|pounds|st|stone))? now\\b))";

    /// "He is 15st, I am 9st 7": whose is asked for is not told.
    private static final Pattern OF_TWO =
            Pattern.compile(
                    "(?is)^(?=.*\\b(?:he|she)(?:'s|’s| is| weighs| was)? \\d{1,3} ?(?:st|stone|kg|kilos?|lbs?|pounds)(?=\\b|\\d))(?=.*\\bi(?:'m|’m| am| weigh) \\d{1,3} ?(?:st|stone|kg|kilos?|lbs?|pounds)(?=\\b|\\d)).*");

    private static final List<Value> VALUES =
            List.of(
                    value(
                            "weight",
                            "(?<![/\\d.]|per )"
                                    + NO_CHANGE
                                    + NOT_OWN
                                    + "([2-9]|[1-4]\\d)(?:\\s?stone|(?<!1)\\s?st(?=\\s?\\d|\\s*[,.;?!)]|\\s*$|\\s(?:and|on|with|in weight))|\\s?st(?=\\s?\\d{1,2}\\s?lb)| st(?=\\s?\\d|\\s*[,.;?!)]|\\s*$|\\s(?:and|on|with)))\\b(?:,?\\s?(?:and )?(\\d|1[0-3])(?:\\s?(?:lbs?|pounds))?\\b(?!\\s?(?:years?|yo|months?|weeks?|days?|mg)|[/.%]\\d))?"
                                    + NOT_OF_A_BODY
                                    + STILL_SO
                                    + "(?! (?:in (?:the |his |her |my |a |each |one |left |right )*(?:kidney|ureter|gall|bladder|bile|urin))|walls?|floors?|house|steps)",
                            found -> BodySize.stones(found.group(1), found.group(2))),
                    value(
                            "weight",
                            "(?<![/\\d.]|per )"
                                    + NO_CHANGE
                                    + NOT_OWN
                                    + NUMBER
                                    + "\\s?(kg|kgs|kilograms?|kilos?|lbs?|pounds)\\b(?:,?\\s?(?:and )?(1[0-5]|\\d)\\s?(?:oz|ounces?)\\b)?"
                                    + NOT_OF_A_BODY
                                    + STILL_SO,
                            found ->
                                    found.group(2).toLowerCase(Locale.ROOT).startsWith("k")
                                            ? found.group(1) + " kg"
                                            : BodySize.pounds(found.group(1), found.group(3))),
                    value(
                            "height",
                            "(?:height(?: is| of|:)?|is|and|,)\\s(?:(?=(?:[3-9]\\d|1\\d\\d|2[0-4]\\d)(?:\\.\\d)?\\s?cm)|(?=(?:[12]\\.\\d|[12]\\s?m\\stall|0\\.[3-9]))(?!\\S+\\s?cm))"
                                    + NUMBER
                                    + "\\s?(cm|m)\\b(?:\\stall)?",
                            found ->
                                    found.group(1) + " " + found.group(2).toLowerCase(Locale.ROOT)),
                    value(
                            "height",
                            "(?<!fell |from |dropped |jumped |depth |off )(?<![\\d.])([3-7])\\s?(?:ft|feet|foot|['’′])\\s?(?:(1[01]|\\d)(?![\\d.])\\s?(?:inches|inch|in\\b|[\"”″]|['’′]{2})?)(?! ?(?:years?|months?|weeks?|days?|mg|kg)\\b)",
                            found -> BodySize.feet(found.group(1), found.group(2))),
                    value(
                            "height",
                            "(?<=height |height is |height of |height: |is |am |i'm |she's |he's )([3-7])\\s?(?:ft|feet|foot)\\b(?! (?:away|long|deep|wide|high|up|from|of|under|below))|(?<![\\d.])([3-7])\\s?(?:ft|feet|foot) tall\\b",
                            found ->
                                    BodySize.feet(
                                            found.group(1) == null
                                                    ? found.group(2)
                                                    : found.group(1),
                                            null)),
                    value(
                            "egfr",
                            "\\be?GFR\\b(?:(?!\\bby\\b|\\btarget|\\bgoal)[^\\d.;?]){0,20}" + NUMBER,
                            found -> found.group(1) + " mL/min/1.73 m2"),
                    value(
                            "creatinineClearance",
                            "\\b(?:creatinine clearance|crcl|cr cl)\\b[^\\d.;?]{0,20}" + NUMBER,
                            found -> found.group(1) + " mL/min"),
                    value(
                            "ckdStage",
                            "\\b(?:ckd|chronic kidney disease|chronic renal failure)\\b,?\\s(?:stage|grade|g)?\\s?([1-5][ab]?)\\b",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value(
                            "ckdStage",
                            "\\bstage\\s([1-5][ab]?)\\s(?:ckd|chronic kidney|kidney disease|renal)",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value("dialysis", "\\b(?:ha?emo)?dialysis\\b", found -> "yes"),
                    value(
                            "childPugh",
                            "\\bchild[- ]?(?:turcotte[- ]?)?pugh(?:'s)?(?:\\s(?:class|grade|score|stage))?\\s?([abc])\\b",
                            found -> found.group(1).toUpperCase(Locale.ROOT)),
                    value(
                            "allergy",
                            "\\ballerg(?:ic|y|ies)\\sto\\s(\\p{L}{3,})",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value(
                            "allergy",
                            "\\b(?:nkd?a|no (?:known )?(?:drug )?allerg(?:ies|y)),? (?:apart from|except(?: for)?|besides|other than|aside from|bar) (?:an? )?(latex|plasters|elastoplast|nuts?|peanuts?|eggs?|shellfish|iodine|chlorhexidine|pollen|bee stings|wasp stings)\\b",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value(
                            "allergy",
                            "\\b(?:cannot|can't|can ?not|unable to|couldn't) (?:take|have|tolerate) (\\p{L}{4,})\\b[^.;?!]{0,30}?\\b(?:rash|hives|urticaria|swelling|anaphyla\\p{L}+|allerg\\p{L}+)\\b",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value(
                            "allergy",
                            "\\b(?:anaphylaxis|anaphylactic reaction|allergic reaction) (?:to|after|from|with) (?:taking )?(\\p{L}{4,})\\b",
                            found -> found.group(1).toLowerCase(Locale.ROOT)),
                    value(
                            "allergy",
                            "\\b((?!drug|food|known|seasonal|nasal|any|an|the|skin|severe)\\p{L}{4,})[ -]allerg(?:y|ic)\\b",
                            found -> found.group(1).toLowerCase(Locale.ROOT)));

    private static final Map<String, Pattern> SETTINGS = settings();

    private static final Map<String, String> COUNTRIES = countries();

    private static final Pattern COUNTRY =
            Pattern.compile(
                    "\\b(?:in|to|from|of|of rural|in rural)\\s(?:the\\s)?("
                            + COUNTRIES.keySet().stream()
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|"))
                            + ")\\b");

    private PatientValues() {}

    private static Value value(String key, String pattern, Function<Matcher, String> says) {
        return new Value(key, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), says);
    }

    private static Map<String, Pattern> settings() {
        Map<String, Pattern> settings = new LinkedHashMap<>();
        settings.put(
                "emergency department",
                Pattern.compile(
                        "(?i)\\b(?:emergency (?:department|room|ward)|a&e)\\b|\\b(?-i:ER|ED)\\b"));
        settings.put(
                "intensive care",
                Pattern.compile("(?i)\\b(?:intensive care|critical care|icu|picu|nicu)\\b"));
        settings.put(
                "primary care",
                Pattern.compile(
                        "(?i)\\b(?:primary care|general practice|family practice|gp surgery)\\b"));
        settings.put(
                "nursing home",
                Pattern.compile("(?i)\\b(?:nursing home|care home|long-term care)\\b"));
        return settings;
    }

    /// Names of countries in English. `Georgia` and `Jordan` are also places and people: they count, as all
    /// do, only after "in", "to" or "from".
    private static Map<String, String> countries() {
        Map<String, String> countries = new TreeMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            if (name.matches("[\\p{L} ]{4,}")) {
                countries.put(name, name);
            }
        }
        countries.put("UK", "United Kingdom");
        countries.put("USA", "United States");
        return countries;
    }

    /// @param text what is told of the patient, letter for letter at the places of the whole
    /// @param concepts what was recognised in the whole
    static Map<String, String> read(String text, Concepts concepts, Redaction redaction) {
        Map<String, String> read = new TreeMap<>();
        for (Value value : VALUES) {
            if (!read.containsKey(value.key())
                    && !(value.key().equals("weight") && OF_TWO.matcher(text).matches())) {
                Matcher found = value.pattern().matcher(text);
                while (found.find()) {
                    if (isOfPatient(text, new Span(found.start(), found.end()), redaction)) {
                        read.put(value.key(), value.says().apply(found));
                        break;
                    }
                }
            }
        }
        if (!read.containsKey("allergy")) {
            Reactions.in(concepts, span -> isOfThePatient(text, span, redaction))
                    .ifPresent(drug -> {
                        read.put("allergy", drug);
                        read.put("allergies", "yes");
                    });
        }
        if (!read.containsKey("allergy")) {
            Reactions.exceptNone(text)
                    .filter(span -> isOfPatient(text, span, redaction))
                    .ifPresent(span -> read.put("allergies", "no"));
        }
        filtered(text, redaction).ifPresent(rate -> read.put("egfr", rate));
        read.putAll(Smoking.read(text, span -> isOfPatient(text, span, redaction)));
        setting(text).ifPresent(setting -> read.put("setting", setting));
        Matcher country = COUNTRY.matcher(text);
        if (country.find() && !redaction.covers(new Span(country.start(1), country.end(1)))) {
            read.put("country", COUNTRIES.get(country.group(1)));
        }
        return read;
    }

    /// The rate as it is now, with the sign it was told with: "dropped from 60 to 25", "<15".
    private static Optional<String> filtered(String text, Redaction redaction) {
        if (!text.toLowerCase(Locale.ROOT).contains("gfr")) {
            return Optional.empty();
        }
        return LaboratoryTests.shipped().in(text).stream()
                .filter(told ->
                        told.name().equals("eGFR") && told.value().matches("[<>≤≥]?=?[\\d.]+"))
                .filter(told -> isOfPatient(text, told.span(), redaction))
                .map(told -> told.value() + " mL/min/1.73 m2")
                .findFirst();
    }

    private static Optional<String> setting(String text) {
        return SETTINGS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOfPatient(String text, Span found, Redaction redaction) {
        String before = text.substring(Math.max(0, found.start() - 120), found.start());
        return isOfThePatient(text, found, redaction) && !DENIED.matcher(before).find();
    }

    /// The same, said or denied.
    private static boolean isOfThePatient(String text, Span found, Redaction redaction) {
        String before = text.substring(Math.max(0, found.start() - 120), found.start());
        return !redaction.covers(found)
                && !RELATIVE.matcher(before).find()
                && !(ANOTHER.matcher(before).find()
                        && ASKER.matcher(text).find()
                        && !OF_ANOTHER.matcher(text).find());
    }
}
