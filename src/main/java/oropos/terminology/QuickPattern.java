package oropos.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a text holds what a regular expression describes, asked in two steps.
///
/// A cue of an editor's list has up to a hundred alternatives, and the engine tries each of them at
/// each letter of each sentence, nearly always in vain. So the letters that any match of an alternative
/// must hold are worked out once ("recommended" of `\b(is|are) recommended\b`, see [PatternLetters]). One
/// look along a text finds which of them stand there, and only those alternatives are tried. The answer
/// is always that of [Matcher#find]: an alternative of which no letters are known is always tried.
public final class QuickPattern {

    /// Alternatives tried apart, one for each bit of a number; those beyond are tried as one.
    private static final int MOST = Long.SIZE;

    /// Letters by whose hash what may begin at a place is looked up.
    private static final int GRAM = PatternLetters.FEWEST;

    private static final int PLACES = 1 << 10;

    private final Pattern whole;
    private final Pattern[] alternatives;

    /// The alternatives that are always tried.
    private final long always;

    /// What must stand somewhere, in small letters, and the alternative it stands for.
    private final String[] letters;

    private final long[] of;

    /// By the hash of their first letters, which of `letters` may begin at a place; null where none may.
    private final int[] @Nullable [] beginning = new int[PLACES][];

    private QuickPattern(Pattern whole) {
        this.whole = whole;
        List<PatternLetters.Alternative> read = PatternLetters.of(whole, MOST);
        this.alternatives = new Pattern[read.size()];
        long always = 0;
        List<String> letters = new ArrayList<>();
        List<Long> of = new ArrayList<>();
        for (int at = 0; at < read.size(); at++) {
            alternatives[at] = read.get(at).pattern();
            Set<String> needed = read.get(at).letters();
            if (needed.isEmpty()) {
                always |= 1L << at;
            }
            for (String one : needed) {
                letters.add(one);
                of.add(1L << at);
            }
        }
        this.always = always;
        this.letters = letters.toArray(new String[0]);
        this.of = of.stream().mapToLong(Long::longValue).toArray();
        for (int i = 0; i < this.letters.length; i++) {
            int place = place(this.letters[i], 0);
            int[] before = beginning[place];
            int[] more = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
            more[more.length - 1] = i;
            beginning[place] = more;
        }
    }

    /// @param expression of [Pattern]
    public static QuickPattern of(String expression) {
        return of(Pattern.compile(expression));
    }

    /// Capitals and small letters are the same.
    public static QuickPattern anyCase(String expression) {
        return of(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    /// Any of these letters, however a word goes on, capitals or small.
    public static QuickPattern anyOf(Collection<String> letters) {
        return anyCase(
                letters.stream()
                        .map(one -> NO_LETTER.matcher(one).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|")));
    }

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    public static QuickPattern of(Pattern expression) {
        return new QuickPattern(expression);
    }

    /// Whether it stands anywhere in a text.
    public boolean isIn(String text) {
        long left = mayStand(text);
        while (left != 0) {
            if (alternatives[Long.numberOfTrailingZeros(left)].matcher(text).find()) {
                return true;
            }
            left &= left - 1;
        }
        return false;
    }

    /// A quick no: false only where it stands nowhere in a text.
    public boolean mayBeIn(String text) {
        return mayStand(text) != 0;
    }

    /// For where it stands, and what of it.
    public Matcher matcher(String text) {
        return whole.matcher(text);
    }

    private long mayStand(String text) {
        long may = always;
        if (letters.length == 0) {
            return may;
        }
        for (int at = 0; at + GRAM <= text.length(); at++) {
            int[] here = beginning[place(text, at)];
            if (here != null) {
                for (int i : here) {
                    if ((may & of[i]) == 0 && stands(letters[i], text, at)) {
                        may |= of[i];
                    }
                }
            }
        }
        return may;
    }

    private static int place(String text, int at) {
        int gram = small(text.charAt(at));
        for (int i = 1; i < GRAM; i++) {
            gram = gram * 31 + small(text.charAt(at + i));
        }
        return (gram ^ gram >>> 10) & PLACES - 1;
    }

    private static boolean stands(String letters, String text, int at) {
        if (at + letters.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != small(text.charAt(at + i))) {
                return false;
            }
        }
        return true;
    }

    /// As an expression that takes capitals and small letters for the same folds them: in ASCII only.
    static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    @Override
    public String toString() {
        return whole.pattern();
    }
}
