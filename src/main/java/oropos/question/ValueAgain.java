package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A turn that tells a value anew without naming what is measured: "repeat is 7.2" after a potassium of 4.1, "it was
/// 40 last year, it is 22 now" of an eGFR.
final class ValueAgain {

    private static final Pattern BARE =
            Pattern.compile(
                    "(?i)^(?:(?:sorry|oops|oh|and|but|no|wait|now|actually|correction)[,:]? *){0,2}(?:(?:it(?:['\u2019]s| is| was)|(?:the |a )?(?:repeat(?:ed)?|recheck(?:ed)?|second|new|latest)(?: (?:one|value|result|sample|test))?(?: (?:is|was|came back(?: at)?|shows?))?:?) )(?:now |actually |really )?(\\d{1,4}(?:\\.\\d{1,2})?)(?: now)?\\W*$");

    private static final Pattern REPEAT =
            Pattern.compile("(?i)\\b(?:repeat|recheck|second|latest|new)");

    private static final Pattern WAS_AND_IS =
            Pattern.compile(
                    "(?i)\\b(e?GFR) (?:was|used to be) \\d{1,3}(?: (?:last (?:week|month|year|time)|before|then|previously|in (?:19|20)\\d\\d|\\w+ (?:weeks?|months?|years?) ago))?[,;]? (?:but |and )?(?:(?:it(?:['\u2019]s| is)|is|now)(?: now)?) (\\d{1,3})\\b(?: now)?");

    /// "Potassium 4.1": of what is also taken the level is meant, where no dose stands behind it.
    private static final Pattern BARE_NAME =
            Pattern.compile(
                    "(?i)(\\b\\p{L}{3,}) (?=\\d{1,3}(?:\\.\\d{1,2})?(?: *[,.;?]| (?:in|on|and|with|ok|what|now|should|can|is)\\b)(?!\\d))");

    private ValueAgain() {}

    /// The turn with the test named before, where one alone was told with a value.
    static String told(String text, List<String> before) {
        String turn = WAS_AND_IS.matcher(text).replaceAll("$1 is $2 now");
        Matcher bare = BARE.matcher(turn);
        if (before.isEmpty() || !bare.find()) {
            return turn;
        }
        boolean measured = bare.group(1).contains(".") || REPEAT.matcher(turn).find();
        String last = Corrections.in(before.getLast()).main();
        List<LaboratoryTests.Told> tests =
                LaboratoryTests.shipped().in(BARE_NAME.matcher(last).replaceAll("$1 level "));
        return measured && tests.size() == 1
                ? turn.replaceAll("\\W+$", "")
                        + ": "
                        + tests.getFirst().name()
                        + " "
                        + bare.group(1)
                        + "."
                : turn;
    }
}
