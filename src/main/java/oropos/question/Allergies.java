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

    /// "No longer allergic, she was delabelled"
    private static final Pattern NO_LONGER =
            Pattern.compile(
                    "(?i)\\bno longer (?:has an? |have an? )?(?:\\p{L}+[ -])?allerg(?:ic|y)\\b|\\b(?:was|is|has been|been|am) (?:now )?de-?labell?ed\\b|\\bde-?labell?ed (?:now|since|by|last|after)\\b");

    /// Whatever tells of an allergy to something.
    static final Pattern ANY =
            Pattern.compile(
                    "(?i)\\ballerg(?:ic|y|ies) to \\p{L}{3,}(?:(?: and| or|,) \\p{L}{3,}(?= *(?:[.;,?]|and|or|$)))*|\\b(?!no |drug |food |known )\\p{L}{4,}[ -]allerg(?:y|ic)\\b");

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
        if (told != null
                && NO_LONGER.matcher(text).find()
                && !text.matches(
                        "(?is).*\\b(?:not|never|n['\u2019]t|if|should|could|can|may|might)\\b[^.;,]*\\b(?:no longer|de-?labell?ed)\\b.*")) {
            items.add("not allergic to " + told);
        }
        return items;
    }
}
