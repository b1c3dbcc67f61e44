package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a turn that follows an answer can say, as the rows of `follow-ups.tsv` have it.
enum TurnCue {
    /// Something wholly new: nothing before it holds.
    NEW_TOPIC(
            "^\\s*(?:(?:ok|okay|thanks?|thank you)\\b[^.:!]{0,20}[.:!,]\\s*)?(?:",
            ")\\b(?:\\s*[(,:.-]?\\s*(?=\\d{1,3} ?(?:[mf]\\b|yo?\\b|y/o|years?\\b))|[^.:?,]{0,20}[.:,-]\\s*|\\s+(?=\\d))"),
    THANKS("^\\s*(?:", ")\\b[^.:!?]{0,20}[.:!]\\s*"),
    /// Words that only go on.
    FILLER("^(?:(?:", ")\\b[,.!]{0,3} {0,3}){1,4}+(?=\\S)"),

    /// What was asked first, or for whom, is asked on about.
    BACK_TO("^(?:(?:and|so|ok|okay|now|then|but|please|well|thanks),? ){0,3}(?:", ")\\s+"),
    /// The last question is taken back.
    FORGET_THAT(
            "^(?:(?:and|so|ok|okay|now|then|but|please|well|no),? ){0,3}(?:",
            ")(?=\\s*(?:[,.:;!-]|$))"),

    /// What was told before is taken back, or is over.
    WITHDRAWN("^(?:(?:oh|ok|okay|sorry|oops|no|and|but|well),? ){0,3}(?:", ")(?!\\w)"),

    /// Another child of whoever asks: nothing of the first one's age or sex is its.
    OTHER_CHILD,
    /// Those around the patient, several at once.
    HOUSEHOLD,
    /// Beside an illness of her own: it is the first one's.
    CATCHES_IT,
    /// What may go over to another is the illness alone.
    CATCHES,
    ABOUT_ME,
    /// Behind somebody: what he says, gives or does for the patient, and nothing of himself.
    SAYS,
    /// A noun for somebody: whoever is called so and was not spoken of before is not the patient.
    PERSON,
    /// Somebody named otherwise than by whose he is.
    SOMEBODY,
    /// One told of beside the patient by where he lies.
    IN_A_PLACE,
    MY_OWN,
    /// All that was asked is asked again.
    THE_SAME,
    HEALTHY,
    AS_WELL,
    /// What somebody of the family had is the patient's history.
    HISTORY,
    /// What somebody of the family has and lasts.
    RUNS_IN_FAMILIES,

    CONDITION("^(?:and |but |so |then |or )?(?:", ")\\b"),
    CHANGES_IF("^[^.?!]{0,40}\\b(?:", ")\\b[^.?!,]{0,30}\\bif\\b"),
    /// "And without the diabetes?"
    WITHOUT("^(?:", ")\\b"),
    /// "And with kidney failure?": a fact added, not another problem asked about.
    WITH_PROBLEM("^(?:", ")\\b"),
    /// A value that is told of a gone time takes the place of none.
    WAS_BEFORE,
    /// What may be asked of whatever was asked about; any other word names something in its place.
    ASPECT,
    /// Beside the people it is asked for: "and the dose for a three-year-old?"
    ASKS_ITSELF,
    /// "And with a normal kidney function?"
    WITH_NORMAL("^(?:", ")\\b"),
    /// "Would it be ok if her kidneys were healthy?"
    ASKS_IF("^[^.?!]{0,40}\\b(?:", ")\\b[^.?!,]{0,20}\\bif\\b"),
    /// Behind a condition: "if she has none for two years, can it be stopped?"
    ASKS_THEN("[,;] *(?:and |but |then |so )?(?:", ")\\b"),
    /// It asks, whatever it ends with.
    SAME_FOR("^(?:and )?(?:the )?(?:", ")\\b"),
    GENERAL_ASK("^(?:and |so )?(?:", ")\\W*$"),
    ELLIPTIC("^(?:", ")\\b"),
    /// Whoever stands right behind it is asked for.
    AND_WHOM("^(?:", ")\\b"),
    POINTS,
    /// "Why not calcitonin?" denies nothing of the patient.
    WHY_NOT("^(?:and |but |so |then )?(?:", ")"),
    /// The treatment or test of the question before, beside one that is named.
    NAMES_IT,
    /// Where "it" is what is asked about. Not "take it", "end it", "do it": what may be a cry for help is
    /// read as it was typed.
    ASKED_OF_IT("^(?:and |but |so |then )?(?:", ")"),
    /// Nothing is meant by it.
    EMPTY_IT,
    /// What is asked of the illness, whatever is taken for it.
    OF_THE_PROBLEM,
    TWO,
    /// Before a problem that something may lead to, not one that is asked about instead.
    LEADS_TO("\\b(?:", ")"),
    /// A subject before its verb asks nothing.
    GOES_ON_TELLING("^(?:and|but|also|plus) (?:", ")\\b"),
    OPENS("^(?:", ")\\b");

    static final String FILE = "follow-ups.tsv";

    /// The rows, read once for all cues.
    private static final class Rows {
        static final List<List<String>> ALL = RuleFile.Table.read(FILE).rows();
    }

    private final Pattern pattern;

    /// Anywhere in a turn, as whole words.
    TurnCue() {
        this("\\b(?:", ")(?!\\w)");
    }

    TurnCue(String before, String after) {
        String code = code();
        String words =
                Rows.ALL.stream()
                        .filter(row -> row.getFirst().equals(code))
                        .map(row -> row.get(1))
                        .collect(Collectors.joining("|"));
        if (words.isEmpty()) {
            throw new IllegalStateException(FILE + " has no row of the cue \"" + code + "\"");
        }
        this.pattern = Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE);
    }

    /// The patterns of a cue, as the file has them.
    static List<String> rows(TurnCue cue) {
        return Rows.ALL.stream()
                .filter(row -> row.getFirst().equals(cue.code()))
                .map(row -> row.get(1))
                .toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    Matcher in(String text) {
        return pattern.matcher(text);
    }

    /// The turn without it, where it stands first.
    String without(String text) {
        return pattern.matcher(text).replaceFirst("");
    }
}
