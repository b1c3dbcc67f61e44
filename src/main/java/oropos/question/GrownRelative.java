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

    /// Behind who takes, has or needs something: "can my wife use it", "and hubby?"; not "can his dad give it".
    private static final Pattern HAS_OR_TAKES =
            Pattern.compile(
                    "(?i)^(?:['\u2019]s)?(?:,? (?:also|too|as well|now|just|still|even|then|and me))*(?:\\W*$|[,?!.]| (?:who|with|aged|instead)\\b|,? (?:can|could|may|should|does|do|is|would|will|must) (?:he|she|they)\\b|(?: (?:can|could|should|may|might|must|would|will|does|to))?(?: (?:also|still|now|not|safely|even))? (?:take|have|use|get|need|try|drink|eat|catch|be (?:tested|treated|vaccinated)|takes|has|uses|gets|needs|tries|drinks|got|had|is on|is taking|is (?:also )?pregnant|wants? (?:it|one|some|that|the same|to (?:take|have|use|try|get)))\\b)");

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
