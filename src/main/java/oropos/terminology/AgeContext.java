package oropos.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands around a number of years: a person, or a length of time.
final class AgeContext {

    /// How far a word is looked for, in characters: about four words.
    static final int NEAR = 28;

    /// How far before a bare number a word for a length of time is looked for, in characters.
    static final int FAR = 60;

    /// Longest text in which a bare "10 months" between commas is an age: a question, not a paper.
    static final int LONGEST_QUESTION = 600;

    private static final Map<String, Set<String>> ROLES = roles();

    /// After these words what is told is told of a person.
    private static final Set<String> AFTER_A_PERSON =
            Set.of("with", "who", "whose", "has", "had", "presenting", "presents", "having");

    /// What nobody grown up is old: "my mum is 6 months sober", "my husband is 6 weeks into it".
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?i)\\b(?:months?|mths?|mos?|weeks?|wks?|days?)\\b|^\\D*\\d ?(?:years?|yrs?)\\b");

    private final String text;

    AgeContext(String text) {
        this.text = text;
    }

    /// Whether words beside a number with a unit make it somebody's age.
    boolean isPerson(int start, int end) {
        List<String> before = before(start);
        if (isOf(before) && !isDurationAfter(end)) {
            return true;
        }
        if (isDuration(start, end) || isLength(start)) {
            return false;
        }
        List<String> after = after(end);
        boolean linked =
                before.size() > 1
                        && List.of("is", "was", "now", "turned").contains(before.getLast());
        int who = before.size() - (linked ? 2 : 1);
        boolean follows =
                who >= 0
                        && is("person", before.get(who))
                        && !(is("grown-up", before.get(who)) && isShort(start, end));
        boolean precedes = !after.isEmpty() && is("person", after.getFirst());
        return follows || precedes || isBetweenCommas(start, end);
    }

    private boolean isShort(int start, int end) {
        return SHORT.matcher(text.substring(start, end)).find();
    }

    /// "a baby of 5 months"; but not "children of 5 months' treatment" nor a plural's follow-up.
    private static boolean isOf(List<String> before) {
        return before.size() > 1
                && before.getLast().equals("of")
                && List.of(
                                "baby",
                                "infant",
                                "newborn",
                                "boy",
                                "girl",
                                "son",
                                "daughter",
                                "child",
                                "toddler",
                                "grandson",
                                "granddaughter",
                                "grandchild",
                                "nephew",
                                "niece")
                        .contains(before.get(before.size() - 2));
    }

    /// Whether a length of time is spoken of: "the follow-up of surviving patients was 57 months".
    private boolean isLength(int start) {
        int from = Math.max(0, start - FAR);
        return words(from, start).stream().anyMatch(word -> is("length", word));
    }

    boolean isPersonBefore(int start) {
        List<String> before = before(start);
        for (int i = Math.max(0, before.size() - 3); i < before.size(); i++) {
            if (is("person", before.get(i))) {
                return true;
            }
        }
        return false;
    }

    boolean isDuration(int start, int end) {
        List<String> before = before(start);
        return !before.isEmpty() && is("before", before.getLast()) || isDurationAfter(end);
    }

    boolean isDurationAfter(int end) {
        List<String> after = after(end);
        return !after.isEmpty() && is("after", after.getFirst());
    }

    /// "3-week-old fracture"; but a "6-week-old with a fracture" is a person.
    boolean isThing(int end) {
        if (end < text.length() && text.charAt(end) == ',') {
            return false;
        }
        return after(end).stream()
                .limit(2)
                .takeWhile(word -> !AFTER_A_PERSON.contains(word))
                .anyMatch(word -> is("thing", word));
    }

    /// Whether the number goes on to another unit: `%`, `kg`, a decimal, another number.
    boolean isMeasured(int end) {
        int i = end;
        if (i < text.length() && ".,".indexOf(text.charAt(i)) >= 0) {
            return i + 1 < text.length() && Token.isDigit(text.charAt(i + 1));
        }
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        if ("%/^°".indexOf(text.charAt(i)) >= 0) {
            return true;
        }
        List<String> after = after(end);
        return !after.isEmpty()
                && (Units.isUnit(after.getFirst())
                        || List.of("minutes", "hours", "hour", "h", "times", "percent")
                                .contains(after.getFirst()));
    }

    /// Whether a measure is spoken of right before: "heart rate at 72".
    boolean isMeasuring(int start) {
        return before(start).stream().anyMatch(word -> is("measure", word));
    }

    boolean endsClause(int end) {
        int i = end;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i == text.length() || ",;.?!)".indexOf(text.charAt(i)) >= 0) {
            return i == text.length()
                    || text.charAt(i) != '.'
                    || i + 1 >= text.length()
                    || !Token.isDigit(text.charAt(i + 1));
        }
        List<String> after = after(end);
        return !after.isEmpty()
                && List.of(
                                "with", "who", "and", "should", "is", "are", "have", "has", "at",
                                "in", "be", "without")
                        .contains(after.getFirst());
    }

    private boolean isBetweenCommas(int start, int end) {
        if (text.length() > LONGEST_QUESTION) {
            return false;
        }
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int after = end;
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        boolean opens = before < 0 || ",:;.".indexOf(text.charAt(before)) >= 0;
        List<String> next = after(end);
        boolean closes =
                after >= text.length()
                        || ",;.?!:".indexOf(text.charAt(after)) >= 0
                        || !next.isEmpty()
                                && List.of("with", "who", "presenting").contains(next.getFirst());
        return opens && closes;
    }

    private static boolean is(String role, String word) {
        return ROLES.getOrDefault(role, Set.of()).contains(word);
    }

    private List<String> before(int start) {
        int from = Math.max(0, start - NEAR);
        int clause = start;
        while (clause > from && ";?!\n".indexOf(text.charAt(clause - 1)) < 0) {
            clause--;
        }
        return words(clause, start);
    }

    private List<String> after(int end) {
        int to = Math.min(text.length(), end + NEAR);
        int clause = end;
        while (clause < to && ";?!\n.".indexOf(text.charAt(clause)) < 0) {
            clause++;
        }
        return words(end, clause);
    }

    private List<String> words(int from, int to) {
        List<String> words = new ArrayList<>();
        for (Token token : Token.of(Plain.of(text.substring(from, to)))) {
            words.add(token.word());
        }
        return words;
    }

    private static Map<String, Set<String>> roles() {
        List<String> known =
                List.of("person", "grown-up", "before", "after", "thing", "measure", "length");
        Map<String, Set<String>> roles = new HashMap<>();
        for (Tables.Row row : Tables.read("/terminology/age-cues.tsv", "word", "role", "source")) {
            if (!known.contains(row.cell(1))) {
                throw row.wrong("role is one of " + known);
            }
            roles.computeIfAbsent(row.cell(1), role -> new HashSet<>()).add(row.cell(0));
        }
        return Map.copyOf(roles);
    }
}
