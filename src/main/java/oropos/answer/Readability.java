package oropos.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// The school year (US grade) a text asks for, by four formulas, as a range.
///
/// An alarm, not a proof: formulas count letters, syllables and words, differ from each other by
/// grades, and do not know whether anybody understands [1]. Nothing is ever left out of a telling to
/// please them.
///
/// Flesch-Kincaid 11.8 syllables/word + 0.39 words/sentence - 15.59; Fog 0.4 (words/sentence + 100
/// complex/word); ARI 4.71 letters/word + 0.5 words/sentence - 21.43; SMOG 1.0430 sqrt(30
/// polysyllables/sentence) + 3.1291 (docs/measured/readers.md#tellings).
///
/// [1] CMS, *Toolkit for Making Written Material Clear and Effective*, part 7.
///
/// @param lowest of the four grades
/// @param middle mean of the two in the middle
/// @param highest of the four
/// @param fleschKincaid the one other people's figures are mostly given in
public record Readability(double lowest, double middle, double highest, double fleschKincaid) {

    /// A word of so many syllables counts as hard.
    private static final int POLYSYLLABLE = 3;

    private static final Pattern VOWELS = Pattern.compile("[aeiouyàâäéèêëïîôöùûü]+");
    private static final Pattern HEADING =
            Pattern.compile("^(\\[[^\\]\n]*\\]) ", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,]+");

    /// What the formulas count.
    ///
    /// @param letters of a word, on average
    /// @param syllables of a word, on average
    /// @param longWords share of words of three syllables or more
    public record Measured(
            double wordsPerSentence, double letters, double syllables, double longWords) {

        double[] grades() {
            double[] grades = {
                kincaid(),
                0.4 * (wordsPerSentence + 100 * longWords),
                4.71 * letters + 0.5 * wordsPerSentence - 21.43,
                1.0430 * Math.sqrt(30 * longWords * wordsPerSentence) + 3.1291
            };
            Arrays.sort(grades);
            return grades;
        }

        double kincaid() {
            return 11.8 * syllables + 0.39 * wordsPerSentence - 15.59;
        }

        /// The grade if the same words stood in sentences of so many words at most.
        public double withSentencesOf(int words) {
            double[] grades =
                    new Measured(Math.min(words, wordsPerSentence), letters, syllables, longWords)
                            .grades();
            return (grades[1] + grades[2]) / 2;
        }

        /// The same with fewer long words, each put in the place of which is a word of two syllables and
        /// six letters.
        public Measured withLongWords(double share) {
            double less = Math.max(0, longWords - share);
            return new Measured(
                    wordsPerSentence, letters - 3 * less, syllables - 1.5 * less, longWords - less);
        }
    }

    /// @throws IllegalArgumentException where the text has no word
    public static Readability of(String text) {
        Measured measured = measure(text);
        double[] grades = measured.grades();
        return new Readability(
                grades[0], (grades[1] + grades[2]) / 2, grades[3], measured.kincaid());
    }

    /// @throws IllegalArgumentException where the text has no word
    public static Measured measure(String text) {
        int sentences = 0;
        int words = 0;
        int letters = 0;
        int syllables = 0;
        int hard = 0;
        for (String line : headingsApart(text).split("\n")) {
            for (Span sentence : Sentences.of(line)) {
                int before = words;
                Matcher word = Glossary.WORD.matcher(sentence.of(line));
                while (word.find()) {
                    words++;
                    letters += word.group().length();
                    int count = syllables(word.group());
                    syllables += count;
                    hard += count >= POLYSYLLABLE ? 1 : 0;
                }
                sentences += words > before ? 1 : 0;
            }
        }
        if (words == 0) {
            throw new IllegalArgumentException("a text without words has no grade: " + text);
        }
        return new Measured(
                (double) words / sentences,
                (double) letters / words,
                (double) syllables / words,
                (double) hard / words);
    }

    /// The share of all words of a text that are long and stand within one of these stretches.
    public static double longWordsWithin(String text, List<Span> stretches) {
        int words = 0;
        int within = 0;
        Matcher word = Glossary.WORD.matcher(text);
        while (word.find()) {
            words++;
            Span span = new Span(word.start(), word.end());
            if (syllables(word.group()) >= POLYSYLLABLE
                    && stretches.stream().anyMatch(one -> one.overlaps(span))) {
                within++;
            }
        }
        return words == 0 ? 0 : (double) within / words;
    }

    /// "[Atrial fibrillation] Doctors ..." is a heading and a sentence. All four formulas were made for
    /// sentences and ask for headings to be left out; ours are counted as sentences of their own, for
    /// every reader.
    private static String headingsApart(String text) {
        return HEADING.matcher(text).replaceAll("$1\n");
    }

    /// The median of middle grades.
    public static double median(List<Readability> all) {
        double[] grades = all.stream().mapToDouble(Readability::middle).sorted().toArray();
        int half = grades.length / 2;
        return grades.length % 2 == 1 ? grades[half] : (grades[half - 1] + grades[half]) / 2;
    }

    /// "grade 6 to 9".
    public String words() {
        return String.format(Locale.ROOT, "grade %.0f to %.0f", Math.max(0, lowest), highest);
    }

    /// Syllables by vowel groups; a number is read as one word of one syllable.
    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(lower).matches()) {
            return 1;
        }
        int count = (int) VOWELS.matcher(lower).results().count();
        boolean silent =
                lower.endsWith("e") && !lower.endsWith("le") && !lower.endsWith("ee")
                        || lower.endsWith("es") && !lower.matches(".*(s|x|z|ch|sh|c|g)es")
                        || lower.endsWith("ed") && !lower.matches(".*[td]ed");
        return Math.max(1, silent && count > 1 ? count - 1 : count);
    }
}
