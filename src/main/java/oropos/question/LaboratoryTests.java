package oropos.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// Tests whose values questions tell, from `laboratory-tests.tsv`: "TSH of 12 mIU/L", "K+ 2.8", "INR > 9",
/// "BP 172/112", "CRP rose to 88".
///
/// MeSH files most of them among chemicals, so that a vocabulary alone cannot tell a value from a dose.
/// Only a number that stands after its test in the same clause is read, with words of measuring between;
/// a number with a unit that is none of this test's ("calcium 500 mg") is no value, and what can be taken
/// as well as measured needs a unit, capitals or a word such as "level".
final class LaboratoryTests {

    static final String FILE = "laboratory-tests.tsv";

    private record Test(String name, String id, Set<String> units, boolean alsoTaken) {}

    /// @param span number and unit as they stand
    record Told(String id, String name, String value, @Nullable String unit, Span span) {}

    private static final String BETWEEN =
            "(?:\\s*(?:\\(|[:=~,]|(?:serum|plasma|blood|fasting|random|total|level|levels|count|counts|"
                    + "concentration|value|result|reading|today|now|only|still|just|last|latest|measured|is|are|"
                    + "was|were|has been|of|at|to|came back|come back|comes back|back|improved|decreased|increased|declined|worsened|recovered|rose|risen|rising|fell|fallen|"
                    + "falling|dropped|went up|went down|gone up|from|up|down|about|around|approximately|over|under|"
                    + "above|below|between|persistently|repeatedly|stable|high|low|elevated|raised|very|quite|"
                    + "currently|greater than|less than|more than)\\b)){0,7}";

    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:\\.\\d{1,3})?";

    private static final Pattern LEVEL =
            Pattern.compile("(?i)\\b(?:level|levels|count|serum|plasma|fasting|random)\\b");

    /// After these a number is none of a value: an age, a count of people, a dose, a time.
    private static final String NO_VALUE =
            "(?!\\s?(?:years?|yrs?|yo|y/o|weeks?|wks?|days?|months?|hours?|hrs?|minutes?|mins?|times|patients|people|"
                    + "children|women|men|adults|cases|tablets?|pills?|capsules?|doses?|mg|mcg|grams?|g|iu|ml|meq|units?)\\b(?!\\s?/))";

    private static final class Shipped {
        static final LaboratoryTests ONLY = new LaboratoryTests(RuleFile.Table.read(FILE));
    }

    /// The tests shipped with Oropos.
    static LaboratoryTests shipped() {
        return Shipped.ONLY;
    }

    private final Map<String, Test> tests = new HashMap<>();
    private final Pattern named;
    private final Pattern value;

    LaboratoryTests(RuleFile.Table table) {
        Set<String> units = new TreeSet<>(LaboratoryTests::longestFirst);
        Set<String> names = new TreeSet<>(LaboratoryTests::longestFirst);
        for (List<String> row : table.rows()) {
            Set<String> own = row.get(3).equals("-") ? Set.of() : Set.of(row.get(3).split("\\|"));
            Test test =
                    new Test(
                            row.get(0),
                            row.get(1).equals("-") ? "oropos:test-" + row.get(0) : row.get(1),
                            own.stream().map(LaboratoryTests::plain).collect(Collectors.toSet()),
                            row.get(4).equals("medicine"));
            units.addAll(own);
            for (String name : row.get(2).split("\\|")) {
                if (tests.put(name, test) != null) {
                    throw new IllegalStateException(table.name() + " names twice: " + name);
                }
                names.add(name);
            }
        }
        named =
                Pattern.compile(
                        "(?<![\\p{L}\\d-])(?:"
                                + names.stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|"))
                                + ")(?![\\p{L}\\d])(?!-)",
                        Pattern.CASE_INSENSITIVE);
        String number = "(?:" + NUMBER + ")";
        value =
                Pattern.compile(
                        BETWEEN
                                + "\\s*(?<over>[<>≥≤]=?)?\\s*(?<told>(?<number>"
                                + number
                                + ")(?:\\s?(?:-|–|(?:up |down )?to|and)\\s?(?<upper>"
                                + number
                                + ")|/(?<lower>\\d{2,3}))?(?![\\d.]*\\d)(?:\\s?(?<unit>"
                                + units.stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|"))
                                + ")(?![\\p{L}/]))?)"
                                + "(?<rest>"
                                + NO_VALUE
                                + ")",
                        Pattern.CASE_INSENSITIVE);
    }

    private static int longestFirst(String one, String other) {
        return one.length() == other.length()
                ? one.compareTo(other)
                : Integer.compare(other.length(), one.length());
    }

    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replace('µ', 'u').replace("percent", "%");
    }

    /// Whether a test is named, with a value or without; not by a name of what is also taken.
    boolean areNamed(String text) {
        Matcher name = named.matcher(text);
        while (name.find()) {
            Test test = tests.get(name.group().toLowerCase(Locale.ROOT));
            if (test != null && !test.alsoTaken() && isWritten(name.group())) {
                return true;
            }
        }
        return false;
    }

    /// Every value told, in order; of a test told twice the first.
    List<Told> in(String text) {
        List<Told> told = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Matcher name = named.matcher(text);
        while (name.find()) {
            Test test = tests.get(name.group().toLowerCase(Locale.ROOT));
            Matcher found = value.matcher(text).region(name.end(), text.length());
            if (test == null
                    || seen.contains(test.name())
                    || !isWritten(name.group())
                    || !found.lookingAt()
                    || !isValue(test, name, found, text)) {
                continue;
            }
            seen.add(test.name());
            Told later = later(test, found, text);
            if (later != null) {
                told.add(later);
                continue;
            }
            told.add(
                    new Told(
                            test.id(),
                            test.name(),
                            number(found, test),
                            unit(found.group("unit")),
                            new Span(found.start("told"), found.end("told"))));
        }
        return List.copyOf(told);
    }

    /// "eGFR 90 last year, now 44": the value of now, where the first is told of then.
    private @Nullable Told later(Test test, Matcher found, String text) {
        Matcher now = LATER.matcher(text).region(found.end(), text.length());
        boolean isThen =
                now.lookingAt()
                        && (THEN.matcher(now.group("between")).find()
                                || (YEAR.matcher(now.group("between")).find()
                                                || found.group().matches("(?is).*\\bwas\\b.*"))
                                        && isNear(found.group("number"), now.group("number")));
        if (!isThen) {
            return put(test, found, text);
        }
        String over = now.group("over") == null ? "" : now.group("over");
        String unit = found.group("unit");
        return new Told(
                test.id(),
                test.name(),
                over + now.group("number"),
                unit(unit),
                new Span(now.start("number"), now.end("number")));
    }

    /// "K 7.1, repeat 4.2", "eGFR 72 in 2019 and 31 today": the value that took the first one's place.
    private static @Nullable Told put(Test test, Matcher found, String text) {
        LaterValue later =
                found.group("upper") == null && found.group("lower") == null
                        ? LaterValue.behind(text, found.end("told"))
                        : null;
        if (later == null
                || later.number() == null
                || !later.timed() && !isNear(found.group("number"), later.number())) {
            return null;
        }
        return new Told(
                test.id(), test.name(), later.number(), unit(found.group("unit")), later.span());
    }

    /// "Cholesterol was 8, now 52 ...": the patient is 52.
    private static boolean isNear(String then, String now) {
        double one = Double.parseDouble(then.replace(",", ""));
        double other = Double.parseDouble(now.replaceAll("[<>]", ""));
        return other <= one * SO_MANY_TIMES && one <= other * SO_MANY_TIMES;
    }

    /// A value hardly changes more without a word for the time between.
    private static final double SO_MANY_TIMES = 4;

    private static final Pattern LATER =
            Pattern.compile(
                    "(?i)(?<between>(?:[^\\d.;?!\\n]|\\b(?:19|20)\\d\\d\\b){0,32}?)\\b(?:now|today|currently)\\b(?: (?:is|at|only|just|down to|up to|about))? (?<over>[<>])?(?<number>\\d{1,5}(?:\\.\\d{1,2})?)(?![\\d/]|\\.\\d| ?(?:kg|kgs|kilos?|years?|yo|y/o)\\b)"
                            + NO_VALUE);

    private static final Pattern YEAR = Pattern.compile("\\bin (?:19|20)\\d\\d\\b");

    private static final Pattern THEN =
            Pattern.compile(
                    "(?i)\\b(?:last|ago|before|earlier|previous\\p{L}*|initially|at first|baseline|at diagnosis)\\b");

    /// One or two letters count only as clinicians write them: "K 6.1", "Na 118", "Hb 72"; not "na 3".
    private static boolean isWritten(String name) {
        return name.length() > 2
                || Character.isUpperCase(name.charAt(0))
                || name.equals("pH")
                || name.endsWith("+");
    }

    private static boolean isValue(Test test, Matcher name, Matcher found, String text) {
        String unit = found.group("unit");
        if (unit != null) {
            return test.units().contains(plain(unit));
        }
        String between = text.substring(name.end(), found.start("told"));
        boolean isShort =
                name.group().length() <= 4 && Character.isUpperCase(name.group().charAt(0));
        String before = text.substring(Math.max(0, name.start() - 8), name.start());
        return !test.alsoTaken()
                || found.group("over") != null
                        && ENDS.matcher(text).region(found.end(), text.length()).lookingAt()
                || isShort && name.group().length() <= 3
                || LEVEL.matcher(between).find()
                || LEVEL.matcher(name.group() + " " + before).find()
                || between.matches("(?s).*(?:=|\\b(?:is|was|fell|rose|dropped)\\b).*")
                || test.name().equals("Glucose") && name.group().length() > 7;
    }

    /// "Potassium >6, ECG normal" is told; "potassium > 3.5 is needed" is not.
    private static final Pattern ENDS =
            Pattern.compile("(?i)\\s*(?:$|[,;.)]|(?:and|with|on|in|after|despite|now|today)\\b)");

    private static String number(Matcher found, Test test) {
        String first = found.group("number").replace(",", "");
        String upper = found.group("upper");
        String over = found.group("over") == null ? "" : found.group("over");
        if (found.group("lower") != null) {
            return first + "/" + found.group("lower");
        }
        if (upper == null) {
            return over + first;
        }
        boolean moved = found.group().matches("(?is).*\\b(?:from)\\b.*");
        return over + (moved ? upper : first + "-" + upper.replace(",", ""));
    }

    private static @Nullable String unit(@Nullable String written) {
        return written == null ? null : written.equalsIgnoreCase("percent") ? "%" : written;
    }
}
