package oropos.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many people a study had, as its words state it.
///
/// Conservative: a wrong number would move certainty, so it is left out wherever two readings are
/// possible. Counts of things that are no people (cultures, biopsies, practices) never count.
final class PeopleCount {

    private static final String DIGITS = "\\d{1,3}(?:[,\u2009\u00a0 ]\\d{3})+|\\d+";
    private static final String UNITS =
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
                    + "|seventy|eighty|ninety|hundred|thousand";
    private static final String WORDS = "(?:" + UNITS + ")(?:(?:[- ]| and )(?:" + UNITS + "))*";
    private static final String NUMBER = "(" + DIGITS + "|" + WORDS + ")";
    private static final String PEOPLE =
            "(?:patients|participants|subjects|children|women|men|adults|infants|neonates|newborns"
                    + "|adolescents|people|persons|individuals|volunteers|residents|students|girls"
                    + "|boys|elderly|athletes|runners|mothers|employees|nurses|physicians|veterans|survivors|females|males)";
    private static final String BETWEEN =
            "(?:\\s+(?!of\\b|and\\b|or\\b|to\\b|from\\b)[a-z\u2019'-]+){0,4}?\\s+";
    private static final String DONE =
            "(?:\\s+[^.;,]{0,60}?)?\\s(?:were|was|had been|underwent|received|completed|participated"
                    + "|took part|entered)\\b";

    /// Ways to state a number, the surest first. Those of one line count alike, in the order of the
    /// text.
    private static final List<List<Pattern>> SURE_FIRST =
            List.of(
                    List.of(pattern("(?:a )?total of " + NUMBER + BETWEEN + PEOPLE + "\\b")),
                    List.of(
                            pattern(
                                    "(?m)(?:^|(?<=[.!?] ))\\W*(?:(?:Methods?|Results|Findings|Participants|Patients|Subjects|Interventions?|Design|Sample)\\b[:.]? )?"
                                            + NUMBER
                                            + BETWEEN
                                            + PEOPLE
                                            + "\\b")),
                    List.of(
                            pattern(
                                    "(?<!of |of the |the first |first )\\b"
                                            + NUMBER
                                            + BETWEEN
                                            + PEOPLE
                                            + "\\b(?="
                                            + DONE
                                            + ")"),
                            pattern(
                                    "\\b(?:included|enrolled|recruited|randomi[sz]ed|studied|evaluated"
                                            + "|examined|assessed|surveyed|analy[sz]ed|identified|reported"
                                            + "|comprised|comprising|including|involving|sample of"
                                            + "|assigned|allocated|cohort of|series of|study of|in|from|among|of|with) "
                                            + NUMBER
                                            + BETWEEN
                                            + PEOPLE
                                            + "\\b")));

    private static final Pattern N_EQUALS = Pattern.compile("\\b[nN]\\s?=\\s?(" + DIGITS + ")\\b");

    private static final Pattern SCREENED =
            Pattern.compile(
                    "screened|invited|eligible|approached|contacted|per |each|^\\s*\\(\\d+(?:[.\u00b7]\\d+)?\\s?%");

    /// How far around a number its use is looked for, in characters.
    private static final int AROUND = 30;

    private static final Pattern PART_OF = pattern("(?:\\d|" + UNITS + ")\\s+of\\s+(?:the\\s+)?$");

    /// What stands in brackets counts parts.
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");

    /// A second group beside the first: the number is a part, and the parts are not added up.
    private static final Pattern SECOND_GROUP =
            pattern(
                    "[^.;]{0,80}?\\b(?:and|versus|vs\\.?|with|,) "
                            + NUMBER
                            + "(?:\\s+[a-z-]+){0,3}?\\s+(?:controls?|healthy|comparison|unaffected|"
                            + PEOPLE
                            + ")\\b");

    private static final Map<String, Integer> VALUES =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90),
                    Map.entry("hundred", 100),
                    Map.entry("thousand", 1000));

    private PeopleCount() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Optional<Integer> in(String text) {
        String plain = ASIDE.matcher(text).replaceAll(PeopleCount::blank);
        for (List<Pattern> alike : SURE_FIRST) {
            SortedMap<Integer, Integer> found = new TreeMap<>();
            for (Pattern pattern : alike) {
                Matcher matcher = pattern.matcher(plain);
                while (matcher.find()) {
                    int number = value(matcher.group(1));
                    if (number > 1 && !isPart(text, matcher)) {
                        found.put(matcher.start(1), isOneOfTwo(plain, matcher) ? 0 : number);
                    }
                }
            }
            if (!found.isEmpty()) {
                int first = found.firstEntry().getValue();
                // A larger number later makes the first one a part: nobody can tell of what.
                return first > 0 && found.values().stream().allMatch(number -> number <= first)
                        ? Optional.of(first)
                        : Optional.empty();
            }
        }
        List<Integer> equals = new ArrayList<>();
        Matcher matcher = N_EQUALS.matcher(text);
        while (matcher.find()) {
            equals.add(value(matcher.group(1)));
        }
        return equals.size() == 1 ? Optional.of(equals.getFirst()) : Optional.empty();
    }

    /// Whether the number is a part ("13 patients (15%)"), the whole that a part is named of ("12 of
    /// 40 patients"), or counts those who were only asked.
    private static boolean isPart(String text, Matcher matcher) {
        String after =
                text.substring(matcher.end(), Math.min(text.length(), matcher.end() + AROUND));
        String before = text.substring(Math.max(0, matcher.start(1) - AROUND), matcher.start(1));
        return SCREENED.matcher(after.toLowerCase(Locale.ROOT)).find()
                || PART_OF.matcher(before).find();
    }

    private static boolean isOneOfTwo(String text, Matcher matcher) {
        return SECOND_GROUP.matcher(text).region(matcher.end(), text.length()).lookingAt();
    }

    /// Blanks of the same length, so that offsets stay.
    private static String blank(MatchResult aside) {
        return " ".repeat(aside.group().length());
    }

    private static int value(String words) {
        String digits = words.replaceAll("[,\u2009\u00a0 ]", "");
        if (digits.chars().allMatch(Character::isDigit)) {
            return digits.length() > 9 ? 0 : Integer.parseInt(digits);
        }
        int total = 0;
        int part = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[- ]+")) {
            int value = VALUES.getOrDefault(word, 0);
            if (value == 1000) {
                total += Math.max(part, 1) * value;
                part = 0;
            } else if (value == 100) {
                part = Math.max(part, 1) * value;
            } else {
                part += value;
            }
        }
        return total + part;
    }
}
