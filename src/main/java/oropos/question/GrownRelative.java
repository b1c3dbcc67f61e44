package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Sex;

/// Somebody a turn names by a noun that says he is grown up: "and hubby?", "my wife takes it too". Who is meant is
/// settled by it, so that nobody need be asked for an age.
///
/// @param sex null where the noun does not say it: "my partner"
record GrownRelative(@Nullable Sex sex) {

    private static final Pattern NOUN =
            Pattern.compile(
                    Stream.of(TurnCue.GROWN_WOMAN, TurnCue.GROWN_MAN, TurnCue.GROWN_UP)
                            .map(TurnCue::rows)
                            .flatMap(List::stream)
                            .collect(Collectors.joining("|", "(?i)\\b(?:", ")(?!\\w)")));

    /// "Take it", "has the same", "wants to try some": what was spoken of before, and nothing of his own.
    private static final String OF_IT =
            "(?:be (?:tested|treated|vaccinated)|(?:wants? (?:to )?)?(?:(?:take|have|use|get|need|try|drink|eat|catch|had|got)s?|has|tries|wants?|is on|is taking) (?:also |just )?(?:it|this|that|the same|one|some|them|these|those)\\b)";

    /// Behind who takes, has or needs something: "can my wife use it", "and hubby?"; not "can his dad give it".
    private static final Pattern HAS_OR_TAKES =
            Pattern.compile(
                    "(?i)^(?:['\u2019]s)?(?:,? (?:also|too|as well|now|just|still|even|then|and me))*(?:\\W*$|\\?|[,.]? (?:can|could|may|should|does|do|would|will|must) (?:he|she|they) (?:also |just )?"
                            + OF_IT
                            + "|(?: (?:can|could|should|may|might|must|would|will|does|to))?(?: (?:also|still|now|not|safely|even|just))? "
                            + OF_IT
                            + ")");

    /// The one the turn names as who has or takes something; null where it names none, or several.
    static @Nullable GrownRelative in(String text) {
        Matcher first = NOUN.matcher(text);
        if (!first.find() || !HAS_OR_TAKES.matcher(text.substring(first.end())).find()) {
            return null;
        }
        boolean woman = TurnCue.GROWN_WOMAN.isIn(text);
        boolean man = TurnCue.GROWN_MAN.isIn(text);
        boolean other = TurnCue.GROWN_UP.isIn(text);
        if ((woman ? 1 : 0) + (man ? 1 : 0) + (other ? 1 : 0) != 1) {
            return null;
        }
        return new GrownRelative(woman ? Sex.FEMALE : man ? Sex.MALE : null);
    }
}
