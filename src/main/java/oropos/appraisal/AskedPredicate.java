package oropos.appraisal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.appraisal.ConclusionWords.Predicates;

/// The word a yes/no question turns on: "improve" of "does exercise improve balance?", "necessary" of
/// "is drainage after high-risk surgery necessary?". Other words of a question name what it is about
/// and say nothing of what kind of answer it is after.
final class AskedPredicate {

    private static final Pattern PARTS = Pattern.compile("[:?.!]|--");

    private static final Pattern OPENS =
            Pattern.compile(
                    "\\b(is|are|was|were|do|does|did|can|could|should|would|will|may|must|has|have|what|how|why|which)\\b");

    private static final List<String> BEFORE_VERBS =
            List.of("do", "does", "did", "can", "could", "should", "would", "will", "may", "must");

    private static final Pattern BEING = Pattern.compile("\\b(?:be|have|has)\\b");

    private AskedPredicate() {}

    /// The word in a lower-case question; empty where none is known.
    static String of(String asked, Predicates words) {
        String part = asked;
        for (String one : PARTS.split(asked)) {
            if (OPENS.matcher(one).find()) {
                part = one;
            }
        }
        Matcher opens = OPENS.matcher(part);
        if (!opens.find()) {
            return "";
        }
        String rest = part.substring(opens.end());
        return BEFORE_VERBS.contains(opens.group())
                ? afterVerb(rest, words)
                : first(rest, 0, words.adjective(), words.noun(), words.verb());
    }

    private static String afterVerb(String rest, Predicates words) {
        Matcher verb = words.verb().matcher(rest);
        boolean found = verb.find();
        Matcher being = BEING.matcher(rest);
        if (being.find() && (!found || being.start() < verb.start())) {
            String behind = first(rest, being.end(), words.adjective(), words.noun());
            if (!behind.isEmpty()) {
                return behind;
            }
        }
        if (!found) {
            return first(rest, 0, words.adjective(), words.noun());
        }
        if (words.light().matcher(verb.group()).matches()) {
            String behind = first(rest, verb.end(), words.noun(), words.adjective());
            if (!behind.isEmpty()) {
                return behind;
            }
        }
        return verb.group();
    }

    private static String first(String text, int from, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Matcher word = pattern.matcher(text);
            if (word.find(from)) {
                return word.group();
            }
        }
        return "";
    }
}
