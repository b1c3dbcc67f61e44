package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads out of a regular expression which letters any match of it must hold.
///
/// Only what is plain is read: letters in a row, groups, alternatives. What may be left out, what
/// stands for many letters and what only looks around gives none. An expression with anything else in it
/// (references back, flags that change what letters mean) is not read at all.
final class PatternLetters {

    /// Fewer letters stand in nearly every text.
    static final int FEWEST = 3;

    /// Letters beyond which one row of them is no better than another.
    private static final int ENOUGH = 6;

    private static final int PLAIN_FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    /// One of the outermost alternatives of an expression.
    ///
    /// @param letters in small letters, one of which stands in every match; empty where none are known
    record Alternative(Pattern pattern, Set<String> letters) {}

    /// What cannot be read.
    private static final class Unread extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final String expression;
    private int at;

    /// Where the outermost alternatives end.
    private final List<Integer> ends = new ArrayList<>();

    private PatternLetters(String expression, int from) {
        this.expression = expression;
        this.at = from;
    }

    /// The outermost alternatives, the last of them together where there are too many.
    static List<Alternative> of(Pattern pattern, int most) {
        Alternative unread = new Alternative(pattern, Set.of());
        if ((pattern.flags() & ~PLAIN_FLAGS) != 0) {
            return List.of(unread);
        }
        String all = pattern.pattern();
        int from = all.startsWith(ANY_CASE) ? ANY_CASE.length() : 0;
        int flags = pattern.flags() | (from > 0 ? Pattern.CASE_INSENSITIVE : 0);
        PatternLetters reading = new PatternLetters(all, from);
        List<Set<String>> letters;
        try {
            letters = reading.alternatives(true);
            if (reading.at < all.length()) {
                throw new Unread();
            }
        } catch (Unread _) {
            return List.of(unread);
        }
        List<Alternative> read = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            boolean last = i == most - 1;
            int end = last ? all.length() : reading.ends.get(i);
            read.add(
                    new Alternative(
                            Pattern.compile(all.substring(from, end), flags),
                            last ? together(letters.subList(i, letters.size())) : letters.get(i)));
            if (last) {
                break;
            }
            from = end + 1;
        }
        return read;
    }

    private static final String ANY_CASE = "(?i)";

    /// What each alternative from here to the end of the group needs.
    private List<Set<String>> alternatives(boolean outermost) throws Unread {
        List<Set<String>> all = new ArrayList<>();
        while (true) {
            all.add(row());
            if (outermost) {
                ends.add(at);
            }
            if (at == expression.length() || expression.charAt(at) != '|') {
                return all;
            }
            at++;
        }
    }

    /// What one of several needs: one of the letters of any, where each needs some.
    private static Set<String> together(List<Set<String>> alternatives) {
        Set<String> all = new TreeSet<>();
        for (Set<String> one : alternatives) {
            if (one.isEmpty()) {
                return Set.of();
            }
            all.addAll(one);
        }
        return all;
    }

    /// What a row of letters and groups needs: the rarest of what its parts do.
    private Set<String> row() throws Unread {
        Set<String> best = Set.of();
        StringBuilder letters = new StringBuilder();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            int letter = NONE;
            Set<String> group = Set.of();
            char c = expression.charAt(at++);
            boolean breaks = true;
            switch (c) {
                case '(' -> {
                    boolean looks = isLook();
                    group = together(alternatives(false));
                    at++;
                    if (looks) {
                        group = Set.of();
                        breaks = false;
                    }
                }
                case '[' -> pastClass();
                case '.' -> {}
                case '^', '$' -> breaks = false;
                case '\\' -> {
                    char escaped = expression.charAt(at++);
                    if (escaped == 'b') {
                        breaks = false;
                    } else if (escaped == 'p' || escaped == 'P') {
                        at = expression.indexOf('}', at) + 1;
                    } else if (Character.isLetterOrDigit(escaped)) {
                        if ("dDwWsS".indexOf(escaped) < 0) {
                            throw new Unread();
                        }
                    } else {
                        letter = escaped;
                    }
                }
                default -> letter = c;
            }
            int least = least();
            if (letter != NONE && least > 0) {
                letters.append(QuickPattern.small((char) letter));
                breaks = least != ONCE;
            }
            if (breaks) {
                best = rarer(best, ofRow(letters));
                letters.setLength(0);
            }
            if (least > 0) {
                best = rarer(best, group);
            }
        }
        return rarer(best, ofRow(letters));
    }

    private static final int NONE = -1;

    /// Once and no more; `+` is at least once.
    private static final int ONCE = Integer.MAX_VALUE;

    private static Set<String> ofRow(StringBuilder letters) {
        return letters.length() < FEWEST ? Set.of() : Set.of(letters.toString());
    }

    private static Set<String> rarer(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        int more = Integer.compare(shortest(one), shortest(other));
        return more > 0 || more == 0 && one.size() <= other.size() ? one : other;
    }

    /// Blanks stand everywhere.
    private static int shortest(Set<String> letters) {
        return Math.min(
                ENOUGH,
                letters.stream().mapToInt(one -> one.replace(" ", "").length()).min().orElse(0));
    }

    /// Past what says how often: 0 where it may be left out, [#ONCE] where nothing says it.
    private int least() throws Unread {
        if (at == expression.length() || "?*+{".indexOf(expression.charAt(at)) < 0) {
            return ONCE;
        }
        char c = expression.charAt(at++);
        int least = c == '+' ? 1 : 0;
        if (c == '{') {
            int end = expression.indexOf('}', at);
            if (end < 0) {
                throw new Unread();
            }
            least = expression.charAt(at) == '0' ? 0 : 1;
            at = end + 1;
        }
        if (at < expression.length() && "?+".indexOf(expression.charAt(at)) >= 0) {
            at++;
        }
        return least;
    }

    /// Past the head of a group; whether it only looks around.
    private boolean isLook() throws Unread {
        if (!expression.startsWith("?", at)) {
            return false;
        }
        for (String look : List.of("?=", "?!", "?<=", "?<!")) {
            if (expression.startsWith(look, at)) {
                at += look.length();
                return true;
            }
        }
        if (expression.startsWith("?:", at)) {
            at += 2;
        } else if (expression.startsWith("?<", at)) {
            at = expression.indexOf('>', at) + 1;
        } else {
            throw new Unread();
        }
        return false;
    }

    private void pastClass() {
        int depth = 1;
        if (expression.startsWith("^", at)) {
            at++;
        }
        if (expression.startsWith("]", at)) {
            at++;
        }
        while (depth > 0) {
            char c = expression.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            }
        }
    }
}
