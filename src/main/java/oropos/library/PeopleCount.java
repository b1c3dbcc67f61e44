package oropos.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final List<Pattern> SURE_FIRST =
            List.of(
                    pattern("(?:a )?total of " + NUMBER + BETWEEN + PEOPLE + "\\b"),
                    pattern("(?m)^\\W*" + NUMBER + BETWEEN + PEOPLE + "\\b"),
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
                                    + "|cohort of|series of|study of|in|from|among|of|with) "
                                    + NUMBER
                                    + BETWEEN
                                    + PEOPLE
                                    + "\\b"));

    private static final Pattern N_EQUALS = Pattern.compile("\\b[nN]\\s?=\\s?(" + DIGITS + ")\\b");

    private static final Pattern SCREENED =
            Pattern.compile(
                    "screened|invited|eligible|approached|contacted|per |each|^\\s*\\(\\d+(?:[.\u00b7]\\d+)?\\s?%");

    /// A second group beside the first: the number is a part, and the parts are not added up.
    private static final Pattern AND_CONTROLS =
            pattern(
                    "[^.;]{0,60}?\\b(?:and|versus|vs\\.?|with|,) "
                            + NUMBER
                            + "(?:\\s+[a-z-]+){0,3}?\\s+(?:controls?|healthy|comparison|unaffected)\\b");

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
        for (Pattern pattern : SURE_FIRST) {
            List<Integer> found = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (AND_CONTROLS.matcher(text).region(matcher.end(), text.length()).lookingAt()) {
                    return Optional.empty();
                }
                String after =
                        text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 30));
                if (!SCREENED.matcher(after.toLowerCase(Locale.ROOT)).find()) {
                    found.add(value(matcher.group(1)));
                }
            }
            found.removeIf(number -> number < 2);
            if (!found.isEmpty()) {
                int first = found.getFirst();
                // A larger number later makes the first one a part: nobody can tell of what.
                return found.stream().allMatch(number -> number <= first)
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
