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

    private record Row(
            Pattern condition,
            Pattern told,
            double least,
            double below,
            Optional<Pattern> denied) {}

    private final List<Row> rows = new ArrayList<>();

    ConditionWords(RuleFile file) {
        for (List<String> cells : file.rows()) {
            Matcher number = NUMBER.matcher(cells.get(1));
            boolean counts = number.find();
            rows.add(
                    new Row(
                            Pattern.compile(cells.get(0)),
                            Pattern.compile(
                                    number.reset()
                                            .replaceAll(
                                                    Matcher.quoteReplacement(
                                                            "(?<n>\\d+(?:\\.\\d+)?)"))),
                            counts ? Double.parseDouble(group(cells.get(1), 1)) : 0,
                            counts && !group(cells.get(1), 2).isEmpty()
                                    ? Double.parseDouble(group(cells.get(1), 2))
                                    : Double.POSITIVE_INFINITY,
                            cells.get(2).equals("-")
                                    ? Optional.empty()
                                    : Optional.of(Pattern.compile(cells.get(2)))));
        }
    }

    private static String group(String told, int group) {
        Matcher number = NUMBER.matcher(told);
        String found = number.find() ? number.group(group) : null;
        return found == null ? "" : found;
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
        if (row.denied().filter(denied -> denied.matcher(question).find()).isPresent()) {
            return Optional.of(false);
        }
        Matcher told = row.told().matcher(question);
        while (told.find()) {
            String before = question.substring(Math.max(0, told.start() - REACH), told.start());
            if (!DENIAL.matcher(before).find() && isInRange(row, told)) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }

    /// Words beside a number may tell the same without one ("obese").
    private static boolean isInRange(Row row, Matcher told) {
        if (!row.told().namedGroups().containsKey("n") || told.group("n") == null) {
            return true;
        }
        double number = Double.parseDouble(told.group("n"));
        return number >= row.least() && number < row.below();
    }
}
