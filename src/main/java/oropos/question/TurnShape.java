package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.terminology.Sentences;

/// How a turn is built: where its sentences end, whether it tells or asks.
final class TurnShape {

    /// More than a condition alone takes.
    private static final int MANY_WORDS = 12;

    private static final Pattern END = Pattern.compile("(?<=\\p{L}{3}[.!?]) +(?=\\p{Ll})");

    private static final Pattern SOMEONE_WITH =
            Pattern.compile(
                    "(?i)^(?:(?:and|or|but|what about|how about|same) ){1,3}(?:for |in )?an? [^,.;?!]{2,40} with [^,.;?!]{2,40}\\W*$");

    private TurnShape() {}

    /// "And a 30-year-old with asthma?": the same treatment is asked about, for somebody else.
    static boolean isOfSomeoneElse(String text, Said now) {
        return now.patient().ages() != null
                && now.treatments().findAny().isEmpty()
                && SOMEONE_WITH.matcher(text).matches()
                && !TurnCue.ASKS_ITSELF.isIn(text);
    }

    /// The turn with a capital where a sentence that asks begins small: "hes sick too. can he take it".
    static String sentences(String text) {
        StringBuilder typed = new StringBuilder(text);
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (TurnCue.OPENS.isIn(text.substring(end.end()))) {
                typed.setCharAt(end.end(), Character.toUpperCase(text.charAt(end.end())));
            }
        }
        return typed.toString();
    }

    private static final Pattern WHO =
            Pattern.compile(
                    "(?i)\\b(?:baby|newborn|child|kid|boy|girl|toddler|infant|man|woman|lady|gentleman|teenager)\\b");

    /// "Another child, 6, with asthma": who it is stays in the words behind a new case.
    static String ofAnother(String opening, String rest) {
        Matcher who = WHO.matcher(opening);
        return who.find() && rest.matches("(?s)\\d.*") ? "A " + who.group() + ", " + rest : rest;
    }

    /// Whether a turn asks or tells something beside what it changes: "what if she were 48 and on warfarin?"
    static boolean tellsMore(String text, Said now, Said then, ChangedCase change) {
        boolean more =
                Stream.of(now.drugs(), now.procedures(), now.tests())
                        .flatMap(List::stream)
                        .filter(one ->
                                !change.away().told().contains(TakenAway.LEFT_OUT + one.words()))
                        .anyMatch(
                                one -> then.findings().noneMatch(old -> old.id().equals(one.id())));
        return more
                || Sentences.of(text).size() > 1
                || TurnCue.ASKS_THEN.isIn(text)
                || TurnCue.ASKS_IF.isIn(text)
                || text.indexOf(',') > 0
                || text.split("\\s+").length > MANY_WORDS
                || change.away().told().stream().anyMatch(one -> one.contains(TakenAway.IN_PLACE))
                || !LaboratoryTests.shipped().in(text).isEmpty();
    }

    /// Two words that tell: "on warfarin", "has asthma".
    private static final Pattern TOLD_IN_TWO =
            Pattern.compile(
                    "(?i)(?:on|takes|taking|has|had|known|smokes) (?!(?:holiday|time|top|more|thanks|idea|way|not|to)\\b)\\p{L}[\\p{L}-]{3,}[.!]?");

    /// Whether it says something and asks nothing of its own, also in a word or two: "on warfarin", "asthma".
    static boolean tells(String text, Said now, Said then) {
        return tellsOnly(text)
                || TOLD_IN_TWO.matcher(text.strip()).matches()
                || (then.patient().ages() != null
                                || !then.drugs().isEmpty() && !then.problems().isEmpty())
                        && isIllnessAlone(text, now)
                || isForAnIllness(text, now, then);
    }

    private static final Pattern FOR_IT =
            Pattern.compile(
                    "(?i)^(?:it['\u2019]?s |its |it is |this is )?for (?:an? |the |my |his |her |some )?([^?.,;!]+)[.!]?$");

    /// "For chlamydia": for what the drug is that was asked about.
    private static boolean isForAnIllness(String text, Said now, Said then) {
        Matcher it = FOR_IT.matcher(text.strip());
        return it.matches()
                && then.treatments().findAny().isPresent()
                && then.problems().stream().noneMatch(Finding::isSearched)
                && now.treatments().findAny().isEmpty()
                && now.problems().size() == 1
                && now.problems().getFirst().words().equalsIgnoreCase(it.group(1).strip());
    }

    /// An illness and nothing else, without a question mark: of somebody of a known age, or with
    /// an illness and a drug, it is told.
    private static boolean isIllnessAlone(String text, Said now) {
        return now.problems().size() == 1
                && now.treatments().findAny().isEmpty()
                && now.problems()
                        .getFirst()
                        .words()
                        .equalsIgnoreCase(BESIDE_IT.matcher(text.strip()).replaceAll(""));
    }

    /// "Depression too"
    private static final Pattern BESIDE_IT =
            Pattern.compile("(?i)^(?:also|plus) |(?:,? (?:too|as well|also))?[.!]?$");

    /// Whether it says something and asks nothing of its own.
    static boolean tellsOnly(String text) {
        boolean tells = false;
        for (var span : Sentences.of(text)) {
            String sentence = span.of(text).strip();
            boolean asks =
                    sentence.endsWith("?")
                            || TurnCue.OPENS.isIn(sentence)
                                    && !TurnCue.GOES_ON_TELLING.isIn(sentence);
            if (asks && !TurnCue.GENERAL_ASK.isIn(sentence)) {
                return false;
            }
            tells |= !asks;
        }
        return tells && text.split("\\s+").length > 2;
    }

    private static final Pattern ASKS_FOR =
            Pattern.compile(
                    "(?i)^(?:and |now |so )?(?:my|our|a|the) (?:colleague|friend|neighbou?r|nurse|registrar|consultant|boss|partner)(?: also| now| just)? (?:asks?|asked|is asking|wants to know|would like to know|wonders)\\b");

    /// "29F UTI symptoms" after a question about a man of 55: a note on somebody else.
    static boolean isNoteOfAnother(String text, Said now, Said then) {
        return (ChangedFacts.isNote(text) || ASKS_FOR.matcher(text).find())
                && !now.problems().isEmpty()
                && now.patient().age() != null
                && !now.patient().age().equals(then.patient().age())
                && !ChangedFacts.isCorrection(text);
    }
}
