package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.library.Claim;
import oropos.terminology.QuickPattern;
import oropos.terminology.Words;

/// Which words of a question and of a block stand for one another, and the words a block says by its fields: an
/// editor's list.
final class BlockWords {

    private static final String FILE = "/answer/block-words.tsv";

    /// How it came about: where the question tells it of a patient, blocks are held against it elsewhere.
    static final String MECHANISM = "mechanism";

    private static final List<String> ASKED = List.of("figure", "said", "thing", MECHANISM, "do");

    private static final List<String> UNSAID = List.of("soft", "field");

    private static final Pattern SOFT = unsaid(List.of("soft"));

    static final Pattern SOFT_IN_A_FIELD = unsaid(UNSAID);

    private static Pattern unsaid(List<String> sorts) {
        return Pattern.compile(
                Tables.rows(FILE, 4).stream()
                        .filter(row -> sorts.contains(row.getFirst()))
                        .map(row -> row.get(2))
                        .collect(Collectors.joining("|", "(?:", ")")));
    }

    /// What goes on with another block's list does not stand alone.
    static final QuickPattern BEHIND =
            QuickPattern.of(
                    Tables.rows(FILE, 4).stream()
                            .filter(row -> row.getFirst().equals("behind"))
                            .map(row -> row.get(2))
                            .collect(Collectors.joining("|")));

    record Row(String sort, QuickPattern asked, QuickPattern said) {}

    static final List<Row> ROWS =
            Tables.rows(FILE, 4).stream()
                    .filter(row -> ASKED.contains(row.getFirst()))
                    .map(row ->
                            new Row(
                                    row.getFirst(),
                                    QuickPattern.of(row.get(1)),
                                    QuickPattern.of(row.get(2))))
                    .toList();

    private BlockWords() {}

    static boolean isSoft(String word) {
        return word.chars().allMatch(each -> Character.isDigit(each) || each == '.')
                || word.length() < 2
                || SOFT.matcher(word).matches();
    }

    /// "8-year-old, vertebral fracture on X-ray, next step?": what it was seen on is told and not asked.
    static boolean tellsWhatItWasSeenOn(Row row, String question) {
        return row.asked().isIn("x-ray") && SEEN_ON.matcher(question).find();
    }

    private static final Pattern SEEN_ON =
            Pattern.compile(
                    "(?i)\\b(?:(?:vertebra\\w*|spin(?:e|al)|compression|wedge|[tl]\\d{1,2}) (?:compression |wedge )?fractur\\w+|(?:collapsed|wedged) vertebra\\w*)(?: (?:seen|found|shown|visible))? on (?:an? |the |his |her )?(?:spine )?(?:x-?rays?|radiographs?)\\b");

    /// What is left of a text without them; a letter stays behind the word whose kind it names ("vitamin D").
    static String withoutSoft(String low) {
        StringBuilder left = new StringBuilder();
        boolean isKept = false;
        for (String word : Words.of(low)) {
            boolean isAKind = isKept && word.length() == 1 && Character.isLetter(word.charAt(0));
            isKept = !isSoft(word);
            if (isKept || isAKind) {
                left.append(word).append(' ');
            }
        }
        return left.toString();
    }

    /// The words of a block and what its fields say of it, in lower case.
    static String of(Utterance one) {
        Claim claim = one.claim();
        String kind =
                switch (claim.kind()) {
                    case HARM -> "adverse";
                    case RECOMMENDATION -> "what is advised";
                    case DECIDES -> "specialist";
                    case DEFINITION -> "diagnosis";
                    case FINDING, WARNING -> "";
                };
        String section =
                switch (claim.section()) {
                    case "cause" -> "cause";
                    case "diagnosis", "definition" -> "diagnosis";
                    case "monitoring" -> claim.kind() == Claim.Kind.RECOMMENDATION ? "checks" : "";
                    case "prognosis", "observation" -> "outlook";
                    default -> "";
                };
        String does =
                claim.intervention() != null
                                && (claim.direction() != null
                                        || claim.comparator() != null
                                        || claim.kind() == Claim.Kind.RECOMMENDATION)
                        ? "what it does"
                        : "";
        return String.join(
                        ". ",
                        one.text(),
                        Objects.requireNonNullElse(claim.about(), ""),
                        Objects.requireNonNullElse(claim.intervention(), ""),
                        Objects.requireNonNullElse(claim.comparator(), ""),
                        Objects.requireNonNullElse(claim.outcome(), ""),
                        kind,
                        section,
                        does)
                .toLowerCase(Locale.ROOT);
    }
}
