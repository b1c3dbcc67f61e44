package oropos.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a slip of the keyboard as the word the rules listen for: "speach", "suddenley", "pian".
///
/// Only for urgent signs, where missing one costs more than a false alarm; what is shown stays as
/// typed, and names of drugs are never touched elsewhere. One slip is mended, and only where little
/// else can be meant: two neighbouring letters changed places, a vowel is wrong, missing or too much,
/// a letter is doubled or not; in a long word any one letter. The first letter must be right.
///
/// What is no word at all (`real-words.tsv` lists those that are one slip away) is mended further, to
/// words of a sign only: "chst", "babt", "vomitin". And `spellings.tsv` has words as they are typed on a
/// telephone or by their sound: "lite", "brethe", "2nite".
final class Misspelt {

    static final String SPELLINGS = "spellings.tsv";

    static final String REAL_WORDS = "real-words.tsv";

    /// Shortest word in which two letters that changed places are mended.
    private static final int SWAPPED_FROM = 4;

    /// Shortest word in which a letter doubled or not is mended.
    private static final int DOUBLED_FROM = 5;

    /// Shortest word in which a vowel is mended.
    private static final int VOWEL_FROM = 6;

    /// Shortest word in which any one letter is mended.
    private static final int ANY_FROM = 9;

    private static final int LONGEST = 24;
    private static final String VOWELS = "aeiouy";

    /// Shortest word in which a letter that is neither a vowel nor beside the right one on the keyboard is
    /// mended where what is typed is no word.
    private static final int STRANGE_FROM = 7;

    /// Letters that end another form of a word: "dribbled" is no slip of "dribbles".
    private static final String ENDINGS = "sd";

    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /// How likely a slip is, the likeliest first.
    private enum Slip {
        SWAPPED,
        DOUBLED,
        BESIDE,
        VOWEL,
        LOST,
        STRANGE
    }

    private final Set<String> known = new TreeSet<>();
    private final Set<String> real = new HashSet<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, List<String>> byStart;

    /// The words of signs, the most used first.
    private final Map<String, List<String>> signs;

    /// @param heard the words the rules listen for
    /// @param beginnings beginnings they listen for; a word that has one needs no mending
    Misspelt(Collection<String> heard, Collection<String> beginnings) {
        this(heard, beginnings, List.of(), List.of(), List.of());
    }

    /// @param signs words of signs, each as often as rules listen for it
    /// @param spellings rows of a word as it is typed and as it is meant
    /// @param real words that are no slip
    Misspelt(
            Collection<String> heard,
            Collection<String> beginnings,
            Collection<String> signs,
            List<List<String>> spellings,
            Collection<String> real) {
        known.addAll(heard);
        known.addAll(beginnings);
        this.real.addAll(real);
        spellings.forEach(row -> this.spellings.put(row.getFirst(), row.get(1)));
        this.byStart = byStart(new TreeSet<>(heard));
        Map<String, Integer> often = new TreeMap<>();
        signs.forEach(word -> often.merge(word, 1, Integer::sum));
        this.signs =
                byStart(
                        often.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                                .map(Map.Entry::getKey)
                                .toList());
    }

    private static Map<String, List<String>> byStart(Collection<String> words) {
        Map<String, List<String>> byStart = new TreeMap<>();
        for (String word : words) {
            if (word.length() >= SWAPPED_FROM && word.chars().allMatch(Character::isLetter)) {
                byStart.computeIfAbsent(key(word, 0), key -> new ArrayList<>()).add(word);
            }
        }
        return byStart;
    }

    private static String key(String word, int longer) {
        return word.charAt(0) + " " + (word.length() + longer);
    }

    /// Whether a word would be read as another one, were it none itself.
    boolean mends(String word) {
        return !meant(word).equals(word);
    }

    /// The text as the rules should hear it; spans stay where they were.
    Wording mended(Wording wording) {
        List<Wording.Word> words = new ArrayList<>(wording.words().size());
        Set<String> all = new TreeSet<>(wording.all());
        boolean changed = false;
        for (Wording.Word word : wording.words()) {
            String meant = meant(word.text());
            changed |= !meant.equals(word.text());
            all.add(meant);
            words.add(new Wording.Word(meant, word.span(), word.sentence(), word.clause()));
        }
        return changed ? new Wording(wording.text(), words, all) : wording;
    }

    private String meant(String word) {
        String spelt = spellings.get(word);
        if (spelt != null) {
            return spelt;
        }
        if (word.length() < SWAPPED_FROM
                || word.length() > LONGEST
                || known.contains(word)
                || real.contains(word)
                || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return word;
        }
        for (int longer = -1; longer <= 1; longer++) {
            for (String candidate : byStart.getOrDefault(key(word, longer), List.of())) {
                if (isOneSlip(word, candidate)) {
                    return candidate;
                }
            }
        }
        return likeliest(word);
    }

    private String likeliest(String word) {
        String likeliest = word;
        Slip least = null;
        for (int longer = -1; longer <= 1; longer++) {
            for (String candidate : signs.getOrDefault(key(word, longer), List.of())) {
                Slip slip = slip(word, candidate);
                if (slip != null && (least == null || slip.compareTo(least) < 0)) {
                    least = slip;
                    likeliest = candidate;
                }
            }
        }
        return likeliest;
    }

    /// What stands between the letters that two words begin and end with alike.
    private record Difference(int start, String wrong, String right, boolean isAtEnd) {

        static Difference of(String typed, String meant) {
            int length = Math.min(typed.length(), meant.length());
            int start = 0;
            while (start < length && typed.charAt(start) == meant.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < length - start
                    && typed.charAt(typed.length() - 1 - end)
                            == meant.charAt(meant.length() - 1 - end)) {
                end++;
            }
            return new Difference(
                    start,
                    typed.substring(start, typed.length() - end),
                    meant.substring(start, meant.length() - end),
                    end == 0);
        }
    }

    private static @Nullable Slip slip(String typed, String meant) {
        Difference apart = Difference.of(typed, meant);
        int start = apart.start();
        String wrong = apart.wrong();
        String right = apart.right();
        if (wrong.length() == 2 && right.length() == 2) {
            return wrong.charAt(0) == right.charAt(1) && wrong.charAt(1) == right.charAt(0)
                    ? Slip.SWAPPED
                    : null;
        }
        if (wrong.length() > 1
                || right.length() > 1
                || apart.isAtEnd() && ENDINGS.contains(wrong) && !wrong.isEmpty()) {
            return null;
        }
        if (wrong.length() + right.length() == 1) {
            char letter = (wrong + right).charAt(0);
            return start > 0 && letter == typed.charAt(start - 1)
                    ? Slip.DOUBLED
                    : VOWELS.indexOf(letter) >= 0 ? Slip.VOWEL : Slip.LOST;
        }
        if (areBeside(wrong.charAt(0), right.charAt(0))) {
            return Slip.BESIDE;
        }
        if (VOWELS.contains(wrong) && VOWELS.contains(right)) {
            return Slip.VOWEL;
        }
        return meant.length() >= STRANGE_FROM ? Slip.STRANGE : null;
    }

    private static boolean areBeside(char one, char other) {
        for (int row = 0; row < KEYBOARD.size(); row++) {
            int at = KEYBOARD.get(row).indexOf(one);
            if (at < 0) {
                continue;
            }
            for (int near = 0; near < KEYBOARD.size(); near++) {
                int there = KEYBOARD.get(near).indexOf(other);
                if (there >= 0 && Math.abs(row - near) <= 1 && Math.abs(at - there) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneSlip(String typed, String meant) {
        Difference apart = Difference.of(typed, meant);
        int start = apart.start();
        String wrong = apart.wrong();
        String right = apart.right();
        if (wrong.length() == 2 && right.length() == 2) {
            return wrong.charAt(0) == right.charAt(1) && wrong.charAt(1) == right.charAt(0);
        }
        if (wrong.length() > 1 || right.length() > 1 || isEnding(typed, meant, start)) {
            return false;
        }
        if (meant.length() >= ANY_FROM) {
            return true;
        }
        boolean vowels = VOWELS.contains(wrong) && VOWELS.contains(right);
        boolean doubled =
                wrong.length() + right.length() == 1
                        && start > 0
                        && (wrong + right).charAt(0) == typed.charAt(start - 1);
        return doubled && meant.length() >= DOUBLED_FROM || vowels && meant.length() >= VOWEL_FROM;
    }

    /// Another form of the word ("fracture", "fractured") is no slip.
    private static boolean isEnding(String typed, String meant, int start) {
        return start == Math.min(typed.length(), meant.length());
    }
}
