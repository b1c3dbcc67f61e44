package oropos.answer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that are part of the name of an illness, and so are not told in other words: "familial
/// hypercholesterolemia" is no "familial high cholesterol", and what is "known as paroxysmal
/// supraventricular tachycardia" has that name and no other.
final class KeptNames {

    /// Words that are names of illnesses alone or in longer names.
    private static final Pattern ILLNESS =
            Pattern.compile(
                    "(?i).*(?:emia|emic|osis|itis|tension|cardia|pecia|edema|uria|penia|megaly|ectasia|algia|pathy|pnea|pnoea)");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)\\b(?:(?:called|termed|named)|known (?:\\w+ )?as|referred to as)(?: an?| the)?(?: [\\p{L}-]+){0,3} $");

    private static final Pattern BEFORE =
            Pattern.compile(
                    "([\\p{L}-]+(?:al|ic|ous|ular|ary|oid|ant|sive)) $", Pattern.CASE_INSENSITIVE);

    /// Words that say how an illness is, and not which.
    private static final Set<String> HOW =
            Set.of(
                    "chronic",
                    "symptomatic",
                    "asymptomatic",
                    "occasional",
                    "additional",
                    "several",
                    "potential",
                    "episodic",
                    "clinical",
                    "initial",
                    "significant",
                    "serious",
                    "various",
                    "dangerous",
                    "previous",
                    "progressive",
                    "excessive",
                    "massive",
                    "general",
                    "total",
                    "typical",
                    "temporary",
                    "visual",
                    "abdominal");

    private KeptNames() {}

    /// "Cutaneous mastocytosis", "ocular hypertelorism": the first word of a name of two.
    private static final Pattern FIRST = Pattern.compile("(?i)[\\p{L}-]+(?:al|ar|ic|ous|ary)");

    private static final Pattern SECOND =
            Pattern.compile(
                    "(?i) [\\p{L}-]+(?:emia|osis|itis|ism|oma|algia|pathy|penia|plasia|trophy|lupus|plegia)\\b");

    /// "Aquagenic pruritus is a condition ...": what is explained there has that name.
    private static final Pattern EXPLAINED =
            Pattern.compile(
                    "(?i)(?<name>(?:[ -][\\p{L}\\p{N}-]+){0,4})(?: \\([^()]*\\))? is an? (?:[\\p{L}-]+,? ){0,5}?(?:condition|disorder|disease|syndrome|illness|problem)\\b");

    private static final Pattern FROM_THE_START =
            Pattern.compile("(?:^|[.!?:] |\\] )((?:[\\p{L}\\p{N}-]+ ){0,4})$");

    private static boolean isExplained(String text, int start, int end) {
        Matcher after = EXPLAINED.matcher(text).region(end, text.length());
        Matcher before = FROM_THE_START.matcher(text.substring(0, start));
        return after.lookingAt()
                && before.find()
                && !(before.group(1) + after.group("name")).isBlank();
    }

    /// Whether the words from start to end stand in a name.
    static boolean has(String text, int start, int end) {
        String words = text.substring(start, end);
        if (FIRST.matcher(words).matches()
                && SECOND.matcher(text).region(end, text.length()).lookingAt()) {
            return true;
        }
        if (isExplained(text, start, end)) {
            return true;
        }
        if (!ILLNESS.matcher(words).matches()) {
            return false;
        }
        String before = text.substring(Math.max(0, start - 80), start);
        Matcher word = BEFORE.matcher(before);
        return NAMED.matcher(before).find()
                || word.find() && !HOW.contains(word.group(1).toLowerCase(Locale.ROOT))
                || text.startsWith(" with secondary ", end);
    }
}
