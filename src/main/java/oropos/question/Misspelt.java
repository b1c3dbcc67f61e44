package oropos.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads a slip of the keyboard as the word the rules listen for: "speach", "suddenley", "pian".
///
/// Only for urgent signs, where missing one costs more than a false alarm; what is shown stays as
/// typed, and names of drugs are never touched elsewhere. One slip is mended, and only where little
/// else can be meant: two neighbouring letters changed places, a vowel is wrong, missing or too much,
/// a letter is doubled or not; in a long word any one letter. The first letter must be right.
final class Misspelt {

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

    private final Set<String> known = new TreeSet<>();
    private final Map<String, List<String>> byStart = new TreeMap<>();

    /// @param heard the words the rules listen for
    /// @param beginnings beginnings they listen for; a word that has one needs no mending
    Misspelt(Collection<String> heard, Collection<String> beginnings) {
        known.addAll(heard);
        known.addAll(beginnings);
        for (String word : new TreeSet<>(heard)) {
            if (word.length() >= SWAPPED_FROM && word.chars().allMatch(Character::isLetter)) {
                byStart.computeIfAbsent(key(word, 0), key -> new ArrayList<>()).add(word);
            }
        }
    }

    private static String key(String word, int longer) {
        return word.charAt(0) + " " + (word.length() + longer);
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
        if (word.length() < SWAPPED_FROM
                || word.length() > LONGEST
                || known.contains(word)
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
        return word;
    }

    private static boolean isOneSlip(String typed, String meant) {
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
        String wrong = typed.substring(start, typed.length() - end);
        String right = meant.substring(start, meant.length() - end);
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
