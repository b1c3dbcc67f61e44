package oropos.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.RuleFile;

/// Whether a question tells, in other words, a condition that a source says all its people have.
///
/// A guideline writes "planning or able to become pregnant", who asks writes "before pregnancy"; the one
/// writes "a body mass index of 30 or higher", the other "with a BMI of 34". Which words tell what is an
/// editor's list (`condition-words.tsv`); a number is compared, not guessed. What the list does not know
/// is left to the vocabulary ([Subject#has]).
final class ConditionWords {

    static final String FILE = "condition-words.tsv";

    /// Letters before a word within which a denial reaches it.
    private static final int REACH = 24;

    private static final Pattern DENIAL =
            Pattern.compile(
                    "\\b(?:no|not|non|never|without|denies|neither|nor|n't)\\b[\\s-]*(?:\\w+\\s+){0,2}$");

    /// `{n>=30}`, `{n>=7.5<10}`.
    private static final Pattern NUMBER =
            Pattern.compile("\\{n>=(\\d+(?:\\.\\d+)?)(?:<(\\d+(?:\\.\\d+)?))?\\}");

    /// Words, and where they count something the range its number lies in.
    private record Said(Pattern words, double least, double below) {

        static Said of(String cell) {
            Matcher number = NUMBER.matcher(cell);
            if (!number.find()) {
                return new Said(Pattern.compile(cell), 0, Double.POSITIVE_INFINITY);
            }
            double least = Double.parseDouble(number.group(1));
            String below = number.group(2);
            return new Said(
                    Pattern.compile(
                            number.replaceAll(Matcher.quoteReplacement("(?<n>\\d+(?:\\.\\d+)?)"))),
                    least,
                    below == null ? Double.POSITIVE_INFINITY : Double.parseDouble(below));
        }

        /// Words beside a number may tell the same without one ("obese").
        boolean isInRange(Matcher found) {
            if (!words.namedGroups().containsKey("n") || found.group("n") == null) {
                return true;
            }
            double number = Double.parseDouble(found.group("n"));
            return number >= least && number < below;
        }
    }

    private record Row(Pattern condition, Said told, Optional<Said> denied) {}

    private final List<Row> rows = new ArrayList<>();

    ConditionWords(RuleFile file) {
        for (List<String> cells : file.rows()) {
            rows.add(
                    new Row(
                            Pattern.compile(cells.get(0)),
                            Said.of(cells.get(1)),
                            cells.get(2).equals("-")
                                    ? Optional.empty()
                                    : Optional.of(Said.of(cells.get(2)))));
        }
    }

    /// True where the question tells the condition, false where it tells the contrary, nothing where
    /// the list does not say.
    Optional<Boolean> holds(String condition, String asked) {
        String low = condition.toLowerCase(Locale.ROOT);
        String question = asked.toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.condition().matcher(low).matches())
                .findFirst()
                .flatMap(row -> holds(row, question));
    }

    private static Optional<Boolean> holds(Row row, String question) {
        if (row.denied().filter(denied -> isSaid(denied, question)).isPresent()) {
            return Optional.of(false);
        }
        Matcher told = row.told().words().matcher(question);
        while (told.find()) {
            String before = question.substring(Math.max(0, told.start() - REACH), told.start());
            if (!DENIAL.matcher(before).find() && row.told().isInRange(told)) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(Said said, String question) {
        Matcher found = said.words().matcher(question);
        while (found.find()) {
            if (said.isInRange(found)) {
                return true;
            }
        }
        return false;
    }
}
