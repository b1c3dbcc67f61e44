package oropos.answer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.library.Claim;

/// What a question on prevention tells by its words (`answer/preventive-words.tsv`): a sign, an earlier
/// illness or a place to live for which advice to people who are well is not written, and whether it asks
/// when to begin or when to stop.
final class PreventiveWords {

    static final String AFTERWARDS = "afterwards";
    static final String REACTS = "reacts";
    static final String BEGINS = "begins";
    static final String ENDS = "ends";
    static final String PREVENTING = "preventing";

    private static final String FILE = "/answer/preventive-words.tsv";

    private static final String NOTHING = "-";

    private static final List<String> KEEPS_AWAY = List.of("sign", "had", "kin", "place", "danger");

    private static final List<Row> ROWS =
            Tables.rows(FILE, 4).stream()
                    .map(row -> new Row(row.get(0), words(row.get(1)), words(row.get(2))))
                    .toList();

    /// @param about what advice it keeps away, found in what the advice is to achieve
    private record Row(String sort, Pattern about, Pattern words) {}

    /// Before what is denied: "no bleeding", "I don't have any lumps".
    private static final Pattern DENIED =
            Pattern.compile(
                    "(?i)(?:\\b(?:no|not|without|never|denies|denied|neither|nor|cannot see|negative for)|n['\u2019]t)\\b[^,.;:?!]*$");

    /// "No bleeding, weight loss or cramps": one denial for all that is listed.
    private static final Pattern DENIED_LIST =
            Pattern.compile(
                    "(?i)(?:\\b(?:no|without|denies|never|not)|n['\u2019]t)\\b[^.;:?!]*?\\b(?:or|nor) [^,.;:?!]*");

    /// Before what is looked for or to be prevented, and so is not there.
    private static final Pattern LOOKED_FOR =
            Pattern.compile(
                    "(?i)\\b(?:(?:test|check|look|screen|kit)\\w* (?:\\w+ )?for|prevent\\w*|avoid\\w*|risk of|against|reduc\\w*|lower\\w*|find\\w*|detect\\w*|hidden|occult)"
                            + " (?:(?:a|an|the|any|my|his|her|hidden|occult|future|more) ){0,2}$");

    private static final Pattern IS_A_TEST =
            Pattern.compile("(?i)^ (?:screening|screen|tests?|testing|checks?|kits?)\\b");

    /// "I have no pain but my stool is black": what stands behind is another clause.
    private static final Pattern CLAUSE =
            Pattern.compile("(?i)[,.;:?!]|\\b(?:but|although|though)\\b");

    private static final Pattern NOT_KIN =
            Pattern.compile(
                    "(?i)\\b(?:neighbou?r|friend|colleague|co-?worker|boss|teacher|flatmate)s?\\b");

    private static final Pattern KIN =
            Pattern.compile(
                    "(?i)\\b(?:father|mother|dad|mum|mom|parents?|brother|sister|son|daughter|aunt|uncle|grand\\p{L}+|family|relatives?|runs in)\\b");

    private PreventiveWords() {}

    /// Whether a question has words of a sort, whatever they stand beside.
    static boolean tells(String sort, String question) {
        return rows(sort).anyMatch(row -> row.words().matcher(question).find());
    }

    /// Whether advice to people who are well is not written for whom a question tells of.
    ///
    /// @param screens whether it advises on looking for an illness: what is felt and what was found speak
    ///     against nothing else
    static boolean keepAway(Claim claim, boolean screens, String question) {
        return keepAway(
                claim.outcome() + ". " + claim.intervention() + ". " + claim.about(),
                screens,
                question);
    }

    static boolean keepAway(String about, boolean screens, String question) {
        return ROWS.stream()
                .filter(row -> KEEPS_AWAY.contains(row.sort()))
                .filter(row -> screens || row.sort().equals("place") || row.sort().equals("danger"))
                .filter(row -> row.about().matcher(about).find())
                .anyMatch(row -> isTold(row, question));
    }

    private static boolean isTold(Row row, String question) {
        return row.words()
                .matcher(question)
                .results()
                .anyMatch(found -> isTold(row.sort(), found, question));
    }

    private static boolean isTold(String sort, MatchResult found, String question) {
        String before = question.substring(0, found.start());
        String clause = before.substring(lastBreak(before));
        boolean listed =
                DENIED_LIST
                        .matcher(question)
                        .results()
                        .anyMatch(
                                list -> list.start() < found.start() && found.end() <= list.end());
        boolean ofKin = sort.equals("kin");
        return !DENIED.matcher(clause).find()
                && !listed
                && !LOOKED_FOR.matcher(before).find()
                && !IS_A_TEST.matcher(question.substring(found.end())).find()
                && !NOT_KIN.matcher(clause).find()
                && (!ofKin || KIN.matcher(clause).find());
    }

    private static int lastBreak(String before) {
        return CLAUSE.matcher(before).results().mapToInt(MatchResult::end).max().orElse(0);
    }

    private static Stream<Row> rows(String sort) {
        return ROWS.stream().filter(row -> row.sort().equals(sort));
    }

    private static Pattern words(String cell) {
        return cell.equals(NOTHING)
                ? Pattern.compile("(?!)")
                : Pattern.compile("(?i)(?<!\\w)(?:" + cell + ")(?!\\w)");
    }
}
