package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An allergy that a turn says the patient has not: "sorry, he is not allergic to penicillin".
final class Allergies {

    private static final Pattern DENIED =
            Pattern.compile(
                    "(?i)\\b(?:he|she|they|i|(?:the )?(?:patient|pt|child|boy|girl|baby))(?: is|['\u2019]?s| am|['\u2019]?m| are|['\u2019]?re| was|) (?:not|isn['\u2019]?t) (?:actually |really |in fact )?allergic(?: to (?:it|that|(\\p{L}{4,})))?(?= *(?:[.,;!?]|$|after all|but\\b|and\\b|so\\b))");

    private Allergies() {}

    /// Words that tell an allergy to it.
    static Pattern to(String what) {
        String words = Pattern.quote(what);
        return Pattern.compile(
                "(?i)\\b(?:allerg(?:ic|y|ies) to "
                        + words
                        + "|"
                        + words
                        + "[ -]allerg(?:y|ic|ies))\\b");
    }

    /// What the turn denies of what was told, as corrections.
    static List<String> denied(String text, Said then) {
        String told = then.patient().facts().get("allergy");
        List<String> items = new ArrayList<>();
        Matcher denied = DENIED.matcher(text);
        if (told != null && denied.find() && !TurnCue.CONDITION.isIn(text)) {
            String what = denied.group(1);
            if (what == null || what.equalsIgnoreCase(told)) {
                items.add("not allergic to " + told);
            }
        }
        return items;
    }
}
