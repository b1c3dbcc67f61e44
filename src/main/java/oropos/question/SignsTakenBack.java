package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Sentences;
import oropos.terminology.Sex;

/// A turn that plainly takes back the very sign that was told, of the same person: "he has no chest pain, sorry",
/// "no black stools, that was the other patient", "it turned out to be GORD".
///
/// Denied is only what stands in the words told before, by a turn that says it was a mistake and nothing else; never
/// thanks, what may come and go, a time, a doubt, or what may be a cry for help or an overdose. Where any
/// other sign is left in what was told, all of them stay.
final class SignsTakenBack {

    /// Nobody's word takes these back.
    private static final Pattern NEVER =
            Pattern.compile("harm|kill|overdose|abuse|violence|poison|swallow|suicid");

    private static final Pattern OPEN =
            Pattern.compile(
                    "(?i)[?]|\\b(?:yesterday|before|when|while|until|after|yet|now|today|tonight|any ?more|any longer|since|last|again|currently|at the moment|just now|so far|still|maybe|perhaps|probably|possibly|might|may|could|would|thinks?|guess|hopes?|hopefully|unless|if|but|except|unsure|not sure|says?|said|joke|kidding)\\b");

    private static final String MISTAKE =
            "(?:sorry|oops|typo|my typo|my mistake|a mistake|misread|misheard|mistyped|wrong (?:chart|notes?|patient|file|person|one|record)|got (?:that|it) wrong|autocorrect|mixed (?:it |that |them )?up|copied from|(?:other|another|different) patient|i meant|actually|correction)";

    private static final Pattern CALLED_A_MISTAKE =
            Pattern.compile("(?i)\\b" + MISTAKE + "(?!\\w)");

    private static final Pattern CLAUSE =
            Pattern.compile("(?i)\\s*(?:[,.;!]|\\band\\b| [-\u2013] )\\s*");

    private static final Pattern DENIAL =
            Pattern.compile(
                    "(?i)^(?:(?:sorry|actually|oops|no|oh|correction),? ){0,3}(?:(?:he|she|i|it|they|there|pt)(?:['\u2019]?s| is| was| has| had| have|['\u2019]?m| am| does| did| do)? ?)?(?:(?:never|not|n['\u2019]?t) (?:had |has |have )?(?:any )?|no )(?:any |an? )?([\\p{L}][\\p{L} '\u2019-]{2,50})$");

    private static final Pattern ANYTHING =
            Pattern.compile(
                    "(?i)(?:pains?|symptoms?|signs?|problems?|issues?|idea|worries|change|trouble|it|that|this)");

    private static final Pattern EXPLAINED =
            Pattern.compile(
                    "(?i)^(?:(?:sorry|ok|okay|oh|well|so|good news|update|actually),? ){0,3}(?:it|that|this|the (?:chest )?pain|which) (?:all )?(?:has |had )?turn(?:ed|s) out to be (?:just |only |an? ){0,2}");

    private static final Pattern OF_ONESELF =
            Pattern.compile(
                    "(?i)\\bi(?:['\u2019]?ve| have| had| do| did|['\u2019]?m| am| never)\\b");

    private static final List<String> OF_THE_CHEST = List.of("chest-pain", "acute-coronary");

    private SignsTakenBack() {}

    /// What is left of the words told before, empty where the turn takes nothing back.
    ///
    /// @param signs the signs those words tell
    /// @param in the rules of the signs a text tells
    static Optional<String> rest(
            String last,
            String typed,
            List<String> signs,
            Function<String, List<String>> in,
            Function<String, Said> reads) {
        if (signs.isEmpty()
                || signs.stream().anyMatch(sign -> NEVER.matcher(sign).find())
                || OPEN.matcher(typed).find()
                || isOfAnother(last, typed, reads)) {
            return Optional.empty();
        }
        String main = Corrections.in(last).main();
        if (isExplained(typed, signs)) {
            return Optional.of(without(main, one -> !told(one, in).isEmpty()))
                    .filter(rest -> told(rest, in).isEmpty());
        }
        List<String> denied = denied(typed, main);
        if (denied.isEmpty()) {
            return Optional.empty();
        }
        String rest = without(main, one -> !one.equals(taken(one, denied)));
        boolean more =
                clauses(main).stream()
                        .filter(one -> !one.equals(taken(one, denied)))
                        .anyMatch(one -> !reads.apply(taken(one, denied)).problems().isEmpty());
        // A sign that two things tell together is half there where one of them is denied.
        String whole =
                clauses(main).stream()
                        .filter(one -> !one.equals(taken(one, denied)))
                        .collect(Collectors.joining(", "));
        boolean half = !in.apply(whole).containsAll(signs);
        return more || half || !told(taken(last, denied), in).isEmpty()
                ? Optional.empty()
                : Optional.of(rest);
    }

    /// Words that only sound like a sign stay in what is left, where they are heard again.
    private static List<String> told(String text, Function<String, List<String>> in) {
        return in.apply(text).stream().filter(rule -> !UrgentSigns.isAlike(rule)).toList();
    }

    private static String taken(String text, List<String> denied) {
        String left = text;
        for (String one : denied) {
            left = named(one).matcher(left).replaceAll(" ");
        }
        return left;
    }

    private static Pattern named(String words) {
        return Pattern.compile("(?i)\\b" + Pattern.quote(words) + "\\b");
    }

    /// What every clause denies, each a thing told before; nothing where a clause says anything else.
    private static List<String> denied(String typed, String main) {
        if (!CALLED_A_MISTAKE.matcher(typed).find()) {
            return List.of();
        }
        List<String> denied = new ArrayList<>();
        for (String clause : CLAUSE.split(typed.strip())) {
            Matcher denial = DENIAL.matcher(clause);
            if (denial.find()) {
                String words = denial.group(1).strip();
                if (ANYTHING.matcher(words).matches() || !named(words).matcher(main).find()) {
                    return List.of();
                }
                denied.add(words);
            } else if (!clause.isBlank() && !CALLED_A_MISTAKE.matcher(clause).find()) {
                return List.of();
            }
        }
        return denied;
    }

    private static boolean isExplained(String typed, List<String> signs) {
        Matcher explained = EXPLAINED.matcher(typed);
        return explained.find()
                && OF_THE_CHEST.containsAll(signs)
                && TurnCue.EXPLAINS_CHEST_PAIN.isIn(typed.substring(explained.end()));
    }

    private static List<String> clauses(String main) {
        return Sentences.of(main).stream()
                .flatMap(span -> CLAUSE.splitAsStream(span.of(main).strip()))
                .filter(one -> !one.isBlank())
                .toList();
    }

    /// The sentences of which nothing is gone, and what is left of the others.
    private static String without(String main, Predicate<String> gone) {
        List<String> kept = new ArrayList<>();
        for (var span : Sentences.of(main)) {
            String sentence = span.of(main).strip();
            List<String> left =
                    CLAUSE.splitAsStream(sentence)
                            .filter(one -> !one.isBlank() && !gone.test(one))
                            .toList();
            if (!gone.test(sentence)) {
                kept.add(sentence);
            } else if (!left.isEmpty()) {
                kept.add(FollowUps.closed(String.join(", ", left)));
            }
        }
        return String.join(" ", kept);
    }

    /// Whether the turn or what was told before names more than the one person.
    private static boolean isOfAnother(String last, String typed, Function<String, Said> reads) {
        String turn =
                typed.replaceAll(
                        "(?i)\\b(?:the|from|an?)? ?(?:other|another|different|wrong) (?:patient|person)\\b",
                        "");
        Sex then = reads.apply(last).patient().sex();
        Sex now = reads.apply(turn).patient().sex();
        long told =
                TurnCue.PERSON
                        .in(last)
                        .results()
                        .map(one -> one.group().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count();
        return told > 1
                || TurnCue.PERSON.isIn(turn)
                || TurnCue.SOMEBODY.isIn(turn)
                || told > 0 && OF_ONESELF.matcher(turn).find()
                || then != null && now != null && then != now;
    }
}
